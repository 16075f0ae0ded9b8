# Which PrestaShops there are: PRESTASHOP_ROOTS (a list with colons), or where they usually stand.

# find_roots [ROOT…]: ROOTS are those that hold an installed PrestaShop, SKIPPED the others.
find_roots() {
    local root wanted
    IFS=: read -ra wanted <<<"${PRESTASHOP_ROOTS:-/var/www/prestashop8:/var/www/prestashop9}"
    [ $# -eq 0 ] || wanted=("$@")
    ROOTS=()
    SKIPPED=()
    for root in "${wanted[@]}"; do
        if [ -f "$root/app/config/parameters.php" ]; then
            ROOTS+=("$root")
        else
            SKIPPED+=("$root")
        fi
    done
}

# shop_version ROOT: as its own files say, without its database.
shop_version() {
    sed -n "s/.*const VERSION = '\([0-9.]*\)'.*/\1/p" "$1/src/Core/Version.php"
}
