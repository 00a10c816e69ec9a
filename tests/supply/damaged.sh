# shellcheck shell=bash disable=SC2154 # what run has set
# Sourced by run: each check, on a copy with one thing wrong, fails and names it.

damaged=$work/damaged
mkdir -p "$damaged"

# What cargo-deny reads of the core, with one word of it replaced.
core_with() {
  cargo metadata --offline --locked --format-version 1 --all-features --manifest-path core/Cargo.toml > "$damaged/metadata"
  python3 - "$damaged/metadata" "$@" << 'PYTHON'
import json, sys
path, name, member, value = sys.argv[1:]
metadata = json.load(open(path))
package = next(package for package in metadata["packages"] if package["name"] == name)
if member == "features-of-chrono":
    wanted = value.split(",")
    next(each for each in package["dependencies"] if each["name"] == "chrono")["features"].append(wanted[0])
    next(node for node in metadata["resolve"]["nodes"] if "#chrono@" in node["id"])["features"].extend(wanted)
elif member == "source":
    metadata = json.loads(json.dumps(metadata).replace(package["source"] + "#" + name + "@", value + "#" + name + "@"))
    next(package for package in metadata["packages"] if package["name"] == name)["source"] = value
else:
    package[member] = value
json.dump(metadata, open(path, "w"))
PYTHON
}
judged() { core_with "$@" && "$supply/deny" core --metadata-path "$damaged/metadata"; }

# The policy without one word of it.
without() { sed "s/\"$1\", *//" "$supply/shipped.toml" > "$damaged/shipped.toml" && POLICY=$damaged/shipped.toml "$supply/deny" core; }

locked_with() { cp Cargo.lock "$damaged/Cargo.lock" && sed -i "$1" "$damaged/Cargo.lock" && one_source "$damaged/Cargo.lock"; }

# A lock file of the simulator with the member of one package replaced.
lock_with() {
  mkdir -p "$damaged/bindings-wasm/simulateur"
  node -e '
    const [from, to, name, member, value] = process.argv.slice(1);
    const lock = JSON.parse(fs.readFileSync(from));
    lock.packages["node_modules/" + name][member] = value;
    fs.writeFileSync(to, JSON.stringify(lock));' \
    bindings-wasm/simulateur/package-lock.json "$damaged/bindings-wasm/simulateur/package-lock.json" "$@" &&
    python3 "$supply/npm_check.py" "$damaged/bindings-wasm/simulateur/package-lock.json"
}

# The notices after a change to them.
notices_with() { sed "$1" THIRD-PARTY.md > "$damaged/THIRD-PARTY.md" && "$supply/notices" --check "$damaged/THIRD-PARTY.md"; }

# snapshot_with SUBJECT SCRIPT [OPTION]: the promise after a change to it.
snapshot_with() {
  rm -rf "$damaged/snapshots"
  cp -r "$supply/snapshots" "$damaged/snapshots"
  sed -i "$2" "$damaged/snapshots/$1"-*.txt
  "$supply/snapshot.py" "$1" --in "$damaged/snapshots" "${@:3}"
}

library_with() { sed "$1" "$supply"/snapshots/abi-*.txt > "$damaged/abi.txt" && "$supply/exported" "$damaged/abi.txt"; }

# package_with COMMAND: the core's package after a change to what is in it.
package_with() {
  rm -rf "$damaged/package"
  mkdir "$damaged/package"
  local packed=("$target"/package/bilan-professionnel-[0-9]*.crate)
  tar -xf "${packed[0]}" -C "$damaged/package"
  (cd "$damaged/package"/* && eval "$1") &&
    tar -czf "$damaged/${packed[0]##*/}" -C "$damaged/package" . --transform 's|^\./||' &&
    python3 "$supply/package_check.py" "$damaged/${packed[0]##*/}"
}

part 'seen: a crate under another licence' fails 'license is not explicitly allowed' judged arrayvec license GPL-3.0-only
part 'seen: a crate from another source' fails 'source-not-allowed' judged arrayvec source 'git+https://example.org/arrayvec?rev=0123456789012345678901234567890123456789'
part 'seen: a crate that is not on the list' fails "'arrayvec.*' is not explicitly allowed" without arrayvec
part 'seen: a build script that is not on it' fails "'libc.*' has a build script" without libc
part 'seen: a clock in the core' fails "feature set for crate 'chrono" judged bilan-professionnel features-of-chrono now,std,alloc
part 'seen: a lock file that names another source' fails 'git+https' locked_with '0,/^source = .*/s//source = "git+https:\/\/example.org\/fork"/'
part 'seen: an npm package from another source' fails 'comes from git' lock_with lit resolved 'git+ssh://example.org/lit.git'
part 'seen: an npm package without its digest' fails 'has no SHA-512' lock_with esbuild integrity ''
part 'seen: a bundled package, another licence' fails 'lit-html is under MPL-2.0' lock_with lit-html license MPL-2.0
part 'seen: a notice that is missing' fails '^+Copyright (c) 2017 Google LLC' notices_with '/^- lit /,/^```$/d'
part 'seen: a package without its notice' fails '^+- sha2 ' notices_with '/^- sha2 /d'
part 'seen: an oldest compiler that is not had' fails "can't be had" "$supply/oldest" 1.0.99
part 'seen: an item gone from the API' fails 'gone: pub fn bilan_professionnel::gone' snapshot_with api '$a pub fn bilan_professionnel::gone()'
part 'seen: an item new in the API' fails 'new: pub fn bilan_professionnel::simulation::simulate<' snapshot_with api '/^pub fn bilan_professionnel::simulation::simulate</d'
part 'seen: a changed prototype' fails 'gone: void bilan_text_free(char \*text)' snapshot_with abi 's/(char \*text, size_t len)/(char *text)/'
part 'seen: a changed constant' fails 'gone: bilan_fact: BILAN_FACT_RQTH = 5' snapshot_with abi 's/BILAN_FACT_RQTH = 4/BILAN_FACT_RQTH = 5/'
part 'seen: a promise that --write would break' fails 'put them back' snapshot_with abi '$a void bilan_gone(void);' --write
part 'seen: a symbol that is not exported' fails '< bilan_gone' library_with '$a void bilan_gone(void);'
part 'seen: a symbol that was not promised' fails '> bilan_plan' library_with '/bilan_plan(/d'
part 'seen: a package without a licence' fails 'not there: LICENSE-MIT' package_with 'rm LICENSE-MIT'
part 'seen: a package with what is not its own' fails 'has no place there: tests/' package_with 'mkdir tests && echo 1 > tests/data'
part 'seen: a package larger than agreed' fails 'larger than agreed' package_with 'head -c 300000 /dev/urandom > src/data'
