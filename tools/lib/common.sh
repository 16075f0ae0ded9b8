# Sourced by every tool: where things are, and how a tool speaks.
# Progress goes to standard error, so that a tool's standard output is its result only.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
EXTENSION=${ONLINECHAT_EXTENSION:-"$ROOT/build/ext/modules/onlinechat.so"}

say() {
    printf '%s\n' "$*" >&2
}

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# help_if_asked WORD…: with --help first, prints what stands at the head of the tool, and ends it.
help_if_asked() {
    case ${1:-} in
        --help | -h)
            sed -n '2,/^$/s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
    esac
}

# check_port: ONLINECHAT_PORT, if it is set, is the number of a port.
check_port() {
    local port=${ONLINECHAT_PORT:-1}
    [[ $port =~ ^[1-9][0-9]{0,4}$ ]] && [ "$port" -le 65535 ] || die "ONLINECHAT_PORT: a port, 1 to 65535, not \"$port\""
}

# quietly LABEL COMMAND…: shows the command's output only if it fails.
quietly() {
    local label=$1 log status=0
    shift
    log=$(mktemp)
    "$@" </dev/null >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        say "$label failed:"
        tail -n 40 "$log" >&2
    fi
    rm -f "$log"
    return "$status"
}
