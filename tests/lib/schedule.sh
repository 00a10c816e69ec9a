# shellcheck shell=bash disable=SC2034,SC2154 # what tests/all and the files beside have set, and read
# Sourced by tests/all: runs parts, some at a time, and counts their cases.

rows=()
passed=0
failed=0
declare -A pending=() running=() since=()

# count LOG STATUS: the cases of a part, as its test runners count them in its output; or else the command is the case.
count() {
  local log=$1 status=$2 ok ko
  read -r ok ko < <(awk '
    /^test result: /  { for (i = 1; i < NF; i++) { if ($(i + 1) ~ /^passed/) p += $i; if ($(i + 1) ~ /^failed/) f += $i } }
    /^[0-9]+ passed, [0-9]+ failed/ { p += $1; f += $3 }
    END { print p + 0, f + 0 }' "$log")
  if ((ok + ko == 0)); then ((status == 0)) && ok=1 || ko=1; fi
  if ((status != 0 && ko == 0)); then ko=1; fi
  echo "$ok $ko"
}

# note NAME LOG STATUS SECONDS: a row of the table.
note() {
  local ok ko
  read -r ok ko < <(count "$2" "$3")
  passed=$((passed + ok)) failed=$((failed + ko))
  rows+=("$(printf '%-20s %7d %7d %7d %7d' "$1" $((ok + ko)) "$ok" "$ko" "$4")")
}

# may_start NAME JOBS: there is room, and every part that it stands on has ended, whether it passed or not.
may_start() {
  local name before
  ((${#running[@]} < $2)) || return 1
  for before in ${after_of[$1]}; do
    case $before in
      alone) ((${#running[@]} == 0)) || return 1 ;;
      *) [[ -z ${pending[$before]:-} ]] || return 1 ;;
    esac
  done
  for name in "${running[@]}"; do [[ " ${after_of[$name]} " != *' alone '* ]] || return 1; done
}

# start NAME LOG: in a process group of its own, so that it can be ended with all that it started.
start() {
  since[$1]=$SECONDS
  set -m
  (eval "${command_of[$1]}") > "$2" 2>&1 < /dev/null &
  set +m
  running[$!]=$1
}

stop() {
  local pid
  for pid in "${!running[@]}"; do kill -TERM -- "-$pid" 2> /dev/null; done
  exit 130
}

# run_parts JOBS PART…: installs, then the parts in their order, each as soon as what it stands on has ended. What a part
# prints is shown when it ends; at once where no other can run beside it.
run_parts() {
  local jobs=$1 log name pid status begun=$SECONDS
  shift
  (($# > 1)) || jobs=1
  local -a left=("$@") later
  log=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder is known now
  trap "rm -rf '$log'" EXIT
  trap stop INT TERM
  for name in "$@"; do pending[$name]=1; done

  status=0
  printf '\n== install\n'
  installs "$@" > "$log/install" 2>&1 || status=$?
  cat "$log/install"
  note install "$log/install" "$status" $((SECONDS - begun))

  while ((${#left[@]} + ${#running[@]})); do
    later=()
    for name in "${left[@]}"; do
      if may_start "$name" "$jobs"; then
        ((jobs > 1)) && echo "-- $name: started" || printf '\n== %s\n' "$name"
        : > "$log/$name"
        start "$name" "$log/$name"
      else
        later+=("$name")
      fi
    done
    left=("${later[@]}")
    if ((jobs == 1)); then
      pid=${!running[*]} status=0
      tail --pid="$pid" --lines=+1 --follow "$log/${running[$pid]}" 2> /dev/null &
      wait "$pid" || status=$?
      wait $!
      name=${running[$pid]}
    else
      status=0
      wait -n -p pid "${!running[@]}" || status=$?
      name=${running[$pid]}
      printf '\n== %s\n' "$name"
      cat "$log/$name"
    fi
    unset "running[$pid]" "pending[$name]"
    note "$name" "$log/$name" "$status" $((SECONDS - since[$name]))
  done

  printf '\n%-20s %7s %7s %7s %7s\n' part cases passed failed seconds
  printf '%s\n' "${rows[@]}"
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0))
}
