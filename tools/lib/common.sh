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
