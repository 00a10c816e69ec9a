# shellcheck shell=bash
# Sourced by run and bills: counts what passes, and shows what does not.

passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# part NAME COMMAND…
part() {
  local name=$1
  shift
  if "$@" > "$work/out" 2>&1; then
    passed=$((passed + 1))
    echo "ok      $name"
  else
    failed=$((failed + 1))
    echo "FAILED  $name"
    sed 's/^/        /' "$work/out"
  fi
}

# fails WORDS COMMAND…: the command fails, and says why in these words.
fails() {
  local words=$1
  shift
  if "$@" > "$work/said" 2>&1; then
    echo "it passed"
    return 1
  fi
  grep -q -- "$words" "$work/said" || {
    cat "$work/said"
    return 1
  }
}
