# shellcheck shell=bash disable=SC2034,SC2154 # what tests/all and the files beside have set, and read
# Sourced by tests/all: reads the parts of the tests from parts.txt.

declare -A tier_of after_of needs_of command_of shows_of
parts=()

trimmed() {
  local text=$1
  text=${text#"${text%%[![:space:]]*}"}
  printf '%s' "${text%"${text##*[![:space:]]}"}"
}

read_parts() {
  local name tier after needs command shows
  while IFS='|' read -r name tier after needs command shows; do
    name=$(trimmed "$name")
    [[ -n $name && $name != \#* ]] || continue
    parts+=("$name")
    tier_of[$name]=$(trimmed "$tier")
    after_of[$name]=$(trimmed "$after")
    needs_of[$name]=$(trimmed "$needs")
    command_of[$name]=$(trimmed "$command")
    shows_of[$name]=$(trimmed "$shows")
  done < tests/lib/parts.txt
}
read_parts

list_parts() {
  local name
  for name in "${parts[@]}"; do printf '%-16s %-5s %s\n' "$name" "${tier_of[$name]}" "${shows_of[$name]}"; done
}

# choose_parts TIER [PART…]: sets `chosen` to the parts asked for and those they stand on, or to those of the tier and of
# the tiers below it; in the order of the table.
choose_parts() {
  local tier=$1 name before
  local -A wanted=()
  local -a open=("${@:2}")
  for name in "${open[@]}"; do
    [[ -n ${tier_of[$name]:-} ]] || {
      echo "tests/all: no such part: $name; tests/all --list names them" >&2
      return 1
    }
  done
  if ((${#open[@]} == 0)); then
    for name in "${parts[@]}"; do
      case $tier:${tier_of[$name]} in
        long:* | all:fast | all:all | fast:fast) open+=("$name") ;;
      esac
    done
  fi
  while ((${#open[@]})); do
    name=${open[0]}
    open=("${open[@]:1}")
    wanted[$name]=1
    for before in ${after_of[$name]}; do
      [[ $before == alone || -n ${wanted[$before]:-} ]] || open+=("$before")
    done
  done
  for name in "${parts[@]}"; do [[ -z ${wanted[$name]:-} ]] || chosen+=("$name"); done
}
