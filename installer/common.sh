# Shared by installer/run and installer/test: finds the project, installs what Debian packages are missing, builds.
# Sourced, not run.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=$(nproc 2>/dev/null || echo 2)

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() {
  printf 'error: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '       %s\n' "$2" >&2
  exit 1
}

# packages SECTION...: the names listed under these sections of the package list.
packages() {
  local wanted=" $* " section="" line
  while IFS= read -r line; do
    line=${line%%#*}
    line=${line//[[:space:]]/}
    case $line in
      "") ;;
      \[*\]) section=${line:1:-1} ;;
      *) case $wanted in *" $section "*) echo "$line" ;; esac ;;
    esac
  done <"$project/installer/packages-debian.txt"
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_packages SECTION...: installs the missing ones, with sudo unless root.
install_packages() {
  command -v dpkg-query >/dev/null || fail "this script installs Debian packages, and dpkg is not here" \
    "on another system install what installer/packages-debian.txt lists and build with: cmake --preset release"
  local missing=() name as_root=()
  for name in $(packages "$@"); do is_installed "$name" || missing+=("$name"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing and only root can install them: ${missing[*]}" \
      "run as root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}

# build FOLDER TARGETS -- CMAKE_ARGUMENTS...: configures with the release preset and builds.
build() {
  local folder=$1 targets=$2
  shift 3
  say "Building in $folder"
  (cd "$project" && cmake --preset release -B "$folder" "$@" >&2 && cmake --build "$folder" --parallel "$jobs" $targets >&2) ||
    fail "the build failed; the lines above say where"
}

# torch_wheel FOLDER: puts the torch wheel (LibTorch with CUDA) into FOLDER and prints where its files are.
torch_wheel() {
  local folder=$1 version=${LPD_TORCH_VERSION:-2.11.0}
  command -v nvcc >/dev/null || [ -x /usr/local/cuda/bin/nvcc ] ||
    fail "the CUDA toolkit (nvcc) is not here" "install NVIDIA's CUDA toolkit 13, or build for the CPU: installer/run"
  if ! [ -x "$folder/bin/python" ]; then
    say "Fetching torch $version with CUDA (about 3 GB) into $folder"
    python3 -m venv "$folder" >&2 || fail "cannot make a Python environment in $folder" "install python3-venv"
  fi
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "torch==$version" >&2 ||
    fail "torch $version could not be fetched" "check the network, then run the same command again: it continues"
  "$folder/bin/python" -c 'import importlib.util, pathlib; print(pathlib.Path(importlib.util.find_spec("torch").origin).parent)'
}
