# shellcheck shell=bash disable=SC2154 # what the files that source it set: work, prefix
# Sourced by the tests of the C side, in the repository's folder: counts the cases of parts, compiles the test programs.

passed=0
failed=0

# part NAME COMMAND…: its cases are those it counts in its last line, or the command itself.
part() {
  local name=$1 out=$work/out status=0 ok=0 ko=0
  shift
  "$@" > "$out" 2>&1 || status=$?
  if [[ $(tail -n 1 "$out") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    ok=${BASH_REMATCH[1]} ko=${BASH_REMATCH[2]}
  fi
  if ((status == 0 && ok + ko == 0)); then ok=1; fi
  if ((status != 0 && ko == 0)); then ko=1; fi
  if ((ko)); then cat "$out"; else grep -E '^[0-9]+ calls' "$out"; fi
  printf '%-44s %5d passed %5d failed\n' "$name" "$ok" "$ko"
  passed=$((passed + ok)) failed=$((failed + ko))
}

# compile PROGRAM OUTPUT FLAGS…: a test program, warnings as errors.
compile() {
  local program=$1 output=$2
  shift 2
  gcc -std=c99 -O1 -g -pthread -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -I"$prefix/include" \
    -o "$work/$output" "bindings-c/tests/c/$program.c" "$@"
}
