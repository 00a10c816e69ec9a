# shellcheck shell=bash disable=SC2034,SC2154 # what tests/all and the files beside have set, and read
# Sourced by tests/all: installs what parts need, by needs.txt.

# installs PART…: the Debian packages that are missing, at once; then the command of each need.
installs() {
  local part need name packages command package status=0
  local -A wanted=()
  local -a missing=() commands=() privileged=()
  for part in "$@"; do
    for need in ${needs_of[$part]}; do wanted[$need]=1; done
  done
  while IFS='|' read -r name packages command; do
    name=$(trimmed "$name")
    [[ -n $name && $name != \#* && -n ${wanted[$name]:-} ]] || continue
    unset 'wanted[$name]'
    for package in $packages; do
      dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    command=$(trimmed "$command")
    [ -z "$command" ] || commands+=("$command")
  done < tests/lib/needs.txt
  for name in "${!wanted[@]}"; do
    echo "tests/lib/needs.txt has no need « $name »"
    status=1
  done
  if ((${#missing[@]})); then
    [ "$(id -u)" = 0 ] || privileged=(sudo)
    "${privileged[@]}" apt-get update -q &&
      "${privileged[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" ||
      status=1
  fi
  for command in "${commands[@]}"; do
    echo "$command"
    bash -c "$command" || {
      echo "could not be installed: $command"
      status=1
    }
  done
  return "$status"
}
