# Starting and ending the processes of one run. Each service leads its own process group, so that its
# children end with it. build/run/NAME/SERVICE.pid holds its number, SERVICE.started when the kernel
# started it: a number alone may by now be somebody else's.

# started_at PID: the kernel's start time of a live process; fails for none, or a zombie.
started_at() {
    local stat fields
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    read -ra fields <<<"${stat##*) }"
    [ "${fields[0]}" != Z ] || return 1
    printf '%s\n' "${fields[19]}"
}

# launch SERVICE COMMAND…: in a group of its own, its output to SERVICE.log.
launch() {
    local service=$1
    shift
    (cd "$RUN_DIR" && exec setsid "$@" </dev/null >>"$RUN_DIR/$service.log" 2>&1 9>&-) &
    printf '%s\n' "$!" >"$RUN_DIR/$service.pid"
    disown "$!"
    started_at "$!" >"$RUN_DIR/$service.started" || true
}

# pid_of SERVICE: the number of the running process; fails if it does not run.
pid_of() {
    local pid
    pid=$(cat "$RUN_DIR/$1.pid" 2>/dev/null) || return 1
    [ "$(started_at "$pid")" = "$(cat "$RUN_DIR/$1.started" 2>/dev/null)" ] || return 1
    printf '%s\n' "$pid"
}

# group_alive PGID: whether a process of the group lives (zombies do not).
group_alive() {
    ps -e -o pgid=,stat= | awk -v group="$1" '$1 == group && $2 !~ /^Z/ { found = 1 } END { exit !found }'
}

# until_true SECONDS COMMAND…: polls until it succeeds; fails after that time.
until_true() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.05
    done
}

group_gone() {
    ! group_alive "$1"
}

# end_process SERVICE: CONT first, for a stopped process hears nothing else; KILL after 10 s. The group
# outlives a leader that was killed, so it is ended even then.
end_process() {
    local service=$1 group
    group=$(cat "$RUN_DIR/$service.pid" 2>/dev/null) || return 0
    if pid_of "$service" >/dev/null || orphaned "$group"; then
        kill -CONT -- "-$group" 2>/dev/null || true
        kill -TERM -- "-$group" 2>/dev/null || true
        if ! until_true 10 group_gone "$group"; then
            kill -KILL -- "-$group" 2>/dev/null || true
            until_true 10 group_gone "$group" || die "$service (process group $group) cannot be ended"
        fi
    fi
    rm -f "$RUN_DIR/$service.pid" "$RUN_DIR/$service.started"
}

# orphaned GROUP: the leader is gone, and members remain that work in this project's folder.
orphaned() {
    local pid
    ! started_at "$1" >/dev/null || return 1
    for pid in $(ps -e -o pgid=,pid= | awk -v group="$1" '$1 == group { print $2 }'); do
        [[ "$(readlink "/proc/$pid/cwd")" != "$ROOT/"* ]] || return 0
    done
    return 1
}

# ready SERVICE SECONDS COMMAND…: waits until it answers; shows the log if it does not.
ready() {
    local service=$1 seconds=$2 deadline
    shift 2
    deadline=$((SECONDS + seconds))
    until "$@" >/dev/null 2>&1; do
        if ! pid_of "$service" >/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
            say "$service does not start; the end of $RUN_DIR/$service.log:"
            tail -n 25 "$RUN_DIR/$service.log" >&2 || true
            die "$service does not start"
        fi
        sleep 0.05
    done
}
