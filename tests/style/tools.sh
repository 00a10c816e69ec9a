# shellcheck shell=bash
# Sourced by tests/format and tests/lint, in the repository's folder: the pinned tools, installed below target/ and beside
# this file where they are not yet there; and the files of each language.

style=$PWD/target/tools/style

python_tools() {
  cmp -s tests/style/requirements.txt "$style/requirements.txt" || {
    rm -rf "$style"
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --target "$style" \
      --requirement tests/style/requirements.txt && cp tests/style/requirements.txt "$style/"
  } || return
  export PATH=$style/bin:$PATH PYTHONPATH=$style
}

biome() {
  [ tests/style/node_modules/.package-lock.json -nt tests/style/package-lock.json ] ||
    npm --prefix tests/style ci --no-audit --no-fund --silent || return
  tests/style/node_modules/.bin/biome "$@"
}

# files LANGUAGE: its files, those that are new included. Headers that are written from the sources are laid out there.
files() {
  local tracked=(git ls-files --cached --others --exclude-standard --deduplicate)
  case $1 in
    c) "${tracked[@]}" '*.c' '*.h' | grep -v '^bindings-c/include/\|/resources/' ;;
    javascript)
      # What is generated is laid out by its generator.
      "${tracked[@]}" '*.css' '*.js' '*.mjs' '*.ts' | while IFS= read -r file; do
        [ ! -f "$file" ] || head -n 3 "$file" | grep -q 'cargo run -p contract' || echo "$file"
      done
      ;;
    python) "${tracked[@]}" '*.py' ;;
    shell)
      "${tracked[@]}" | while IFS= read -r file; do
        case ${file##*/} in
          *.sh) echo "$file" ;;
          *.*) ;;
          *) [ -f "$file" ] && head -n 1 "$file" 2> /dev/null | grep -aqE '^#!.*(bash|/sh)$' && echo "$file" ;;
        esac
      done
      ;;
  esac
}

languages() {
  local known=$1 language
  shift
  if (($# == 0)); then
    echo "$known"
    return
  fi
  for language in "$@"; do
    [[ " $known " == *" $language "* ]] || {
      echo "no such language: $language; there is $known" >&2
      return 1
    }
  done
  echo "$*"
}
