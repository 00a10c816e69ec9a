# shellcheck shell=bash disable=SC2034 # what ./release and the steps read
# Sourced by ./release and by every step: where things are, the platforms, the tools.
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit

steps=$PWD/tools/release
target=$(cargo metadata --format-version 1 --no-deps --offline | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
# Where artefacts go; what steps hand to each other, and what they build with. A draft keeps to itself.
dist=${BILAN_DIST:-$PWD/dist}
work=${BILAN_WORK:-$target/dist}
if [ -n "${BILAN_DRAFT:-}" ]; then
  work=${BILAN_WORK:-$target/draft}
  dist=${BILAN_DIST:-$work/dist}
fi
tools=$target/tools/release
version=$(sed -n '/^\[workspace.package\]/,/^version/s/^version = "\(.*\)"/\1/p' Cargo.toml)
abi=$(sed -n 's/.*BILAN_ABI_VERSION = \([0-9]*\),.*/\1/p' bindings-c/include/bilan.h)
# One date for whatever carries one: that of the last commit.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
export TZ=UTC LC_ALL=C.UTF-8
umask 022

declare -gA library_of program_of linker_of shared_of static_of binutils_of
all_platforms=()

# The platform of this machine.
host_platform() {
  local libc=
  [ "$(uname -s)" = Linux ] || fail "a release is made on Linux"
  ! ldd --version 2>&1 | grep -q musl || libc=musl-
  case $(uname -m) in
    x86_64) printf 'linux-%sx64' "$libc" ;;
    aarch64) printf 'linux-%sarm64' "$libc" ;;
    *) fail "no release is built for this machine" ;;
  esac
}

read_platforms() {
  local name library program linker shared static binutils rest
  while IFS='| ' read -r name library program linker shared static binutils rest; do
    [[ -n $name && $name != \#* ]] || continue
    all_platforms+=("$name")
    library_of[$name]=$library
    program_of[$name]=$program
    linker_of[$name]=$linker
    shared_of[$name]=$shared
    static_of[$name]=$static
    binutils_of[$name]=$binutils
  done < "$steps/platforms.txt"
}
read_platforms

# The platforms that are built: those of BILAN_PLATFORMS, or all.
read -ra platforms <<< "${BILAN_PLATFORMS:-${all_platforms[*]}}"

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "release: $*"
  exit 1
}

# library_for PLATFORM: the folder of its library, built before.
library_for() {
  [ -e "$work/libraries/$1/${shared_of[$1]}" ] || fail "the library for $1 is not built: ./release libraries"
  printf '%s' "$work/libraries/$1"
}

# notices FOLDER [FILE]: the licences, and the notices of what is built in, which go along with every binary.
notices() {
  install -d "$1"
  install -m 644 LICENSE-APACHE LICENSE-MIT "${2:-THIRD-PARTY.md}" "$1"
}

# archive FILE.tar.gz|FILE.zip FOLDER: its one folder, in order, dated and owned alike everywhere.
archive() { python3 "$steps/archive.py" "$1" "$2"; }
