# shellcheck shell=bash
# Sourced by install and by the release: makes one object of a static library, for Linux.

# single_object ARCHIVE RESULT [PREFIX]: an archive of one object in which only the functions of the header are global:
# whatever else a static library of Rust defines, the next one defines too. Groups are dissolved, or the linker would take
# those of another library for ours. PREFIX goes before the names of the tools of binutils.
single_object() {
  local archive=$1 result=$2 prefix=${3:-} object functions here
  here=$(dirname "${BASH_SOURCE[0]}")
  object=$(mktemp -d)/bilan.o
  mapfile -t functions < <(sed -n 's/^[a-z].*[ *]\(bilan_[a-z_]*\)(.*/\1/p' "$here/include/bilan.h")
  "${prefix}ld" -r --gc-sections --force-group-allocation "${functions[@]/#/--undefined=}" \
    -o "$object" --whole-archive "$archive"
  # The standard library comes with a copy of itself for link-time optimisation, which no longer fits.
  "${prefix}objcopy" "${functions[@]/#/--keep-global-symbol=}" --remove-section=.llvmbc --remove-section=.llvmcmd "$object"
  "${prefix}strip" --strip-unneeded "$object"
  rm -f "$result"
  "${prefix}ar" rcsD "$result" "$object"
  rm -r "$(dirname "$object")"
}
