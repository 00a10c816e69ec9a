#!/usr/bin/env bash
# Installs the pinned tools of this folder into target/tools/supply, where they are not yet there. Needs rustup, Python and
# its pip, Node. Sourced by the scripts beside: sets the paths of what it installed.
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || return

supply=tests/supply
target=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
home=$target/tools/supply
cyclonedx_version=0.5.9
export PYTHONPATH=$home/python PYTHONDONTWRITEBYTECODE=1
export PATH=$home/bin:$home/python/bin:$PATH

python_tools() {
  cmp -s "$supply/requirements.txt" "$home/python/requirements.txt" && return
  rm -rf "$home/python"
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps \
    --target "$home/python" --requirement "$supply/requirements.txt" && cp "$supply/requirements.txt" "$home/python/"
}

# Without debug information, and not optimised: it reads a few files.
cyclonedx() {
  [ "$("$home/bin/cargo-cyclonedx" cyclonedx --version 2> /dev/null)" = "cargo-cyclonedx-cyclonedx $cyclonedx_version" ] && return
  CARGO_PROFILE_DEV_DEBUG=false cargo install --quiet --locked --debug --force "cargo-cyclonedx@$cyclonedx_version" --root "$home"
}

bundler() {
  [ -d bindings-wasm/simulateur/node_modules ] || npm --prefix bindings-wasm/simulateur ci --no-audit --no-fund --silent
}
