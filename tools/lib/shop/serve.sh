# Serving installed PrestaShops, each at the address its database names.

for part in fpm nginx apache cache gateway; do
    . "$ROOT/tools/lib/shop/$part.sh"
done

port_answers() {
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

# documented FIRST_LINE INDENT [PAGE]: the block of docs/install.md, or another page, that begins with this line, up to the next text. What
# shops are told to write is what the tests run on.
documented() {
    FIRST="$(printf '%*s%s' "$2" '' "$1")" INDENT="$(printf '%*s' "$2" '')" awk '
        $0 == ENVIRON["FIRST"] { found = 1 }
        found && $0 != "" && index($0, ENVIRON["INDENT"]) != 1 { exit }
        found { print }
        END { exit !found }
    ' "$ROOT/docs/${3:-install}.md" || die "docs/${3:-install}.md has no block that begins with \"$1\""
}
