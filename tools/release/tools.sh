# shellcheck shell=bash disable=SC2154 # what common.sh has set
# Sourced by the steps that build: the pinned cross-linker, Rust's targets, and how cargo is asked for the same bytes twice.

cross_tools() {
  cmp -s "$steps/requirements.txt" "$tools/requirements.txt" || {
    rm -rf "$tools"
    python3 -m venv "$tools" && "$tools/bin/pip" install --quiet --disable-pip-version-check \
      --requirement "$steps/requirements.txt" && cp "$steps/requirements.txt" "$tools/"
  } || fail "the cross-linker could not be installed: it needs python3, its venv and pip"
  export PATH=$tools/bin:$PATH
}

# debian PACKAGE COMMAND: what is missing is installed, or named.
debian() {
  command -v "$2" > /dev/null && return
  [ "$(id -u)" = 0 ] || fail "missing: apt-get install --no-install-recommends $1"
  say "installing $1"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$1"; } >&2 ||
    fail "missing: apt-get install --no-install-recommends $1"
}

# No path of this machine in what is built; « .2.17 » is for zig, not for Rust.
rust_target() { printf '%s' "${1%.2.17}"; }

# cargo_for LINKER TARGET FLAGS ARGUMENT…: cargo rustc or build with the linker of the platform.
cargo_for() {
  local linker=$1 triple=$2 flags=$3 cargo=(cargo)
  shift 3
  rustup --quiet target add "$(rust_target "$triple")" >&2 || fail "Rust's target $(rust_target "$triple") could not be installed"
  if [ "$linker" = zig ]; then
    cargo=(cargo-zigbuild)
    [ "$1" != build ] || set -- zigbuild "${@:2}"
  else
    debian gcc-mingw-w64-x86-64 x86_64-w64-mingw32-gcc
    # ld writes the time into a DLL unless told not to.
    flags+=' -Clink-arg=-Wl,--no-insert-timestamp'
  fi
  if [ -n "${BILAN_DRAFT:-}" ]; then
    local -x CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  fi
  # Where the sources of the standard library are installed, the compiler names them, else the commit that they are of.
  local registry=${CARGO_HOME:-$HOME/.cargo}/registry/src sysroot commit sources=lib/rustlib/src/rust
  sysroot=$(rustc --print sysroot)
  commit=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')
  flags+=" --remap-path-prefix=$sysroot/$sources=$commit --remap-path-prefix=$(realpath "$sysroot")/$sources=$commit"
  CARGO_TARGET_DIR=$work/build CARGO_PROFILE_RELEASE_STRIP=symbols \
    RUSTFLAGS="$flags --remap-path-prefix=$registry=registry --remap-path-prefix=$work/build=build --remap-path-prefix=$PWD=." \
    "${cargo[@]}" "$1" --locked --release --target "$triple" "${@:2}"
}
