# Sourced by ./run and ./test in the repository's root: packages, configuration, build.
# On Debian 12 missing packages are installed; elsewhere they are named and nothing is touched.

say() { printf '%s\n' "$*" >&2; }
die() { say "$1"; exit 1; }

on_debian_12() {
  [[ -r /etc/os-release ]] && (. /etc/os-release && [[ ${ID:-} == debian && ${VERSION_ID:-} == 12 ]])
}

# listed_packages run|test|lint...: their names in packages.txt
listed_packages() {
  awk -v kinds=" $* " '!/^#/ && NF && index(kinds, " " $2 " ") { print $1 }' third_party/packages.txt
}

missing_packages() {
  local package
  for package in $(listed_packages "$@"); do
    [[ $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null) == "ii "* ]] || echo "$package"
  done
}

install_packages() {
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null || die "Missing packages, and neither root nor sudo to install them: $*"
    as_root=(sudo)
  fi
  say "Installing from Debian 12: $*"
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq
                 -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@")
  # The package lists are fetched only where they are missing or too old for the mirror.
  "${install[@]}" >/dev/null 2>&1 && return
  "${as_root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update
  "${install[@]}" >/dev/null || die "The packages could not be installed: $*"
}

# set_up run|test|lint...: what the listed packages bring is there afterwards, or the script ends.
set_up() {
  if on_debian_12; then
    local missing
    missing=$(missing_packages "$@" | xargs)
    # shellcheck disable=SC2086 # one word per package
    [[ -z $missing ]] || install_packages $missing
    return
  fi
  local command_name absent=()
  for command_name in c++ cmake ninja pkg-config msgfmt; do
    command -v "$command_name" >/dev/null || absent+=("$command_name")
  done
  [[ ${#absent[@]} == 0 ]] || die "This is not Debian 12, so nothing is installed. Missing commands: \
${absent[*]}. Needed, by their Debian names: $(listed_packages "$@" | xargs)"
}

# build PRESET TARGET [cmake -D options...]
build() {
  local preset=$1 target=$2 log=build/$1.log
  shift 2
  mkdir -p build
  say "Building ($preset; the first time takes some minutes) …"
  if ! cmake --preset "$preset" "$@" >"$log" 2>&1; then
    cat "$log" >&2
    die "The build could not be configured. Needed, by their Debian names: $(listed_packages run | xargs)"
  fi
  cmake --build --preset "$preset" --target "$target" -j "$(nproc)" >"$log" 2>&1 && return
  tail -n 60 "$log" >&2
  die "The build failed; the whole log is $log"
}
