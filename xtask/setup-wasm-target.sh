#!/usr/bin/env bash
# Makes `cargo build --target wasm32-unknown-unknown` work on this machine.
#
#   1. The active rustc already links for it    nothing to do
#   2. rustup is there                          `rustup target add`, bounded in time
#   3. Debian, or a descendant with rustc-web   installs the signed packages, builds std once from the
#                                               distribution's source, lays out an ordinary toolchain folder
#
# Unattended, and as often as you like. All talk goes to stderr. Standard output carries only the environment that the
# WebAssembly steps need, one NAME=value a line: nothing after 1 and 2; after 3 RUSTUP_TOOLCHAIN where there is rustup,
# else PATH.
#
# Settings, all optional:
#   WASM_TOOLCHAIN_DIR         where step 3 puts the toolchain (~/.local/share/rust-debian-wasm)
#   WASM_SETUP_RUSTUP_TIMEOUT  seconds for step 2 (120)
#   WASM_SETUP_SKIP_RUSTUP=1   skip step 2
#   WASM_SETUP_FORCE_DISTRO=1  skip steps 1 and 2
set -euo pipefail

TARGET=wasm32-unknown-unknown
LINK_NAME=debian-wasm
LAYOUT=2                                   # bump when the folder's layout or flags change
DIR="${WASM_TOOLCHAIN_DIR:-$HOME/.local/share/rust-debian-wasm}"

say() { printf '      %s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

SCRATCH="$(mktemp -d)"
trap 'rm -rf "$SCRATCH"' EXIT

# Proof, not a folder's name: does this compiler really link a wasm module that uses std?
# $1: a command that runs rustc.
can_build_wasm() {
  local rustc="$1" out="$SCRATCH/probe"
  rm -rf "$out"; mkdir -p "$out"
  printf '%s\n' \
    '#[no_mangle] pub extern "C" fn probe(n: usize) -> usize { vec![1u8; n].iter().map(|b| format!("{b}").len()).sum() }' \
    > "$out/probe.rs"
  "$rustc" --edition 2021 --crate-type cdylib --target "$TARGET" -O \
    -o "$out/probe.wasm" "$out/probe.rs" >"$out/log" 2>&1 || return 1
  [ "$(head -c 4 "$out/probe.wasm" | od -An -tx1 | tr -d ' \n')" = 0061736d ]
}

# ---------------------------------------------------------------- 1. already there
if [ "${WASM_SETUP_FORCE_DISTRO:-0}" != 1 ]; then
  if have rustc && can_build_wasm rustc; then
    say "the active $(rustc --version) already builds $TARGET"
    exit 0
  fi

  # -------------------------------------------------------------- 2. rustup
  if [ "${WASM_SETUP_SKIP_RUSTUP:-0}" != 1 ] && have rustup; then
    say "asking rustup for $TARGET"
    limit="${WASM_SETUP_RUSTUP_TIMEOUT:-120}"
    runner=(); have timeout && runner=(timeout --kill-after=10 "$limit")
    if ${runner[@]+"${runner[@]}"} rustup target add "$TARGET" >&2 </dev/null && can_build_wasm rustc; then
      say "rustup installed $TARGET for $(rustc --version)"
      exit 0
    fi
    say "rustup could not install $TARGET; trying the distribution's packages"
  fi
fi

# ---------------------------------------------------------------- 3. Debian packages
have apt-get && have dpkg-query || die "no $TARGET std: run 'rustup target add $TARGET' on a machine with internet access"
case "$(dpkg --print-architecture)" in
  amd64) HOST=x86_64-unknown-linux-gnu ;;
  arm64) HOST=aarch64-unknown-linux-gnu ;;
  *) die "no recipe for $(dpkg --print-architecture)" ;;
esac

emit_env() {
  if have rustup; then
    # `toolchain link` only writes a symbolic link; repeating it is harmless.
    rustup toolchain link "$LINK_NAME" "$DIR" >&2 </dev/null
    printf 'RUSTUP_TOOLCHAIN=%s\n' "$LINK_NAME"
  else
    printf 'PATH=%s:%s\n' "$DIR/bin" "$PATH"
  fi
}

pkg_version() { dpkg-query -W -f='${db:Status-Abbrev}${Version}\n' "$1" 2>/dev/null | sed -n 's/^ii *//p'; }

# What the core needs: an older compiler would only be refused later, and less plainly.
NEEDED="$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$(dirname -- "$0")/../Cargo.toml")"
new_enough() { dpkg --compare-versions "$(pkg_version rustc-web)" ge "$NEEDED"; }

STAMP="$DIR/.complete"
stamp_now() { printf '%s %s %s\n' "$LAYOUT" "$HOST" "$(pkg_version rustc-web)"; }
ready() {
  [ -n "$(pkg_version rustc-web)" ] && new_enough && [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(stamp_now)" ] &&
    can_build_wasm "$DIR/bin/rustc"
}

if ready; then
  say "ready: $("$DIR/bin/rustc" --version) with $TARGET in $DIR"
  emit_env
  exit 0
fi

as_root=()
if [ "$(id -u)" != 0 ]; then
  have sudo || die "step 3 installs Debian packages: run as root, or install sudo"
  as_root=(sudo -n)
fi
apt_get() { ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 "$@" >&2 </dev/null; }

installed_pair() {
  local a b c
  a="$(pkg_version rustc-web)"; b="$(pkg_version cargo-web)"; c="$(pkg_version rust-web-src)"
  [ -n "$a" ] && [ "$a" = "$b" ] && [ "$a" = "$c" ] && [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo-clippy ]
}
find_lld() {                               # newest distribution lld
  ls -1d /usr/lib/llvm-*/bin/lld 2>/dev/null | sort -V | tail -n 1
}

if ! installed_pair || ! new_enough || [ -z "$(find_lld)" ]; then
  apt_get update || say "apt-get update failed; going on with the index at hand"
  apt-cache show rustc-web >/dev/null 2>&1 || die "this distribution has no rustc-web package"
  apt_get install -y --no-install-recommends rustc-web cargo-web rust-web-clippy rust-web-src ||
    die "could not install rustc-web, cargo-web, rust-web-clippy and rust-web-src"
  if [ -z "$(find_lld)" ]; then
    # the lld of rustc's own LLVM first: its libLLVM is installed already
    llvm="$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')"
    apt_get install -y --no-install-recommends "lld-$llvm" ||
      apt_get install -y --no-install-recommends lld-19 ||
      apt_get install -y --no-install-recommends lld || die "could not install lld"
  fi
fi
installed_pair || die "rustc-web, cargo-web and rust-web-src are not of one version"
new_enough || die "rustc-web here is $(pkg_version rustc-web), and Rust $NEEDED is needed: Debian's security archive has a newer one, so add it to the sources of apt, or use rustup"
LLD="$(find_lld)"; [ -n "$LLD" ] || die "no lld"

SRC="$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust"
[ -f "$SRC/library/Cargo.lock" ] || die "no std source in $SRC"
HASH="$(/usr/bin/rustc -vV | sed -n 's/^commit-hash: //p')"
say "building $TARGET std once from $SRC ($(/usr/bin/rustc --version))"

# -Zbuild-std is unstable, hence RUSTC_BOOTSTRAP, for this one build only.
#  * embed-bitcode: the rlibs serve both LTO and non-LTO builds, as the official ones do;
#  * remap: panic messages carry the official /rustc/<hash>/library paths, not this machine's.
CRATE="$SCRATCH/stdbuild"
mkdir -p "$CRATE/src"
cat > "$CRATE/Cargo.toml" <<'T'
[package]
name = "stdbuild"
version = "0.0.0"
edition = "2021"
[lib]
test = false
[profile.release]
opt-level = 3
codegen-units = 1
debug = false
[workspace]
T
: > "$CRATE/src/lib.rs"
FLAGS="-Cembed-bitcode=yes --remap-path-prefix=$(readlink -f "$SRC")=/rustc/$HASH --remap-path-prefix=$SRC=/rustc/$HASH --remap-path-prefix=$HOME/.cargo/registry/src=/rust/deps"
(
  cd "$CRATE"
  unset RUSTUP_TOOLCHAIN CARGO_ENCODED_RUSTFLAGS RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER CARGO_BUILD_TARGET CARGO_TARGET_DIR CARGO_BUILD_TARGET_DIR
  env PATH="/usr/bin:$PATH" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS="$FLAGS" CARGO_INCREMENTAL=0 \
    /usr/bin/cargo build --release --target "$TARGET" -Zbuild-std=std,panic_abort,test \
      --target-dir "$CRATE/target" >&2 </dev/null
) || die "building std failed"

# An ordinary toolchain folder, made beside its final place and moved in whole.
NEW="$DIR.new.$$"
rm -rf "$NEW"
mkdir -p "$NEW/bin" "$NEW/lib/rustlib/$HOST/bin" "$NEW/lib/rustlib/$TARGET/lib"
cp "$CRATE/target/$TARGET/release/deps/"*.rlib "$NEW/lib/rustlib/$TARGET/lib/"
rm -f "$NEW/lib/rustlib/$TARGET/lib/libstdbuild-"*
ln -s "/usr/lib/rustlib/$HOST/lib" "$NEW/lib/rustlib/$HOST/lib"
ln -s "$LLD" "$NEW/lib/rustlib/$HOST/bin/rust-lld"
[ -d /usr/lib/rustlib/etc ] && ln -s /usr/lib/rustlib/etc "$NEW/lib/rustlib/etc"
mkdir "$NEW/lib/rustlib/src"; ln -s "$SRC" "$NEW/lib/rustlib/src/rust"
for tool in rustc rustdoc; do
  cat > "$NEW/bin/$tool" <<T
#!/bin/sh
# Debian's $tool with the sysroot that holds the $TARGET std (setup-wasm-target.sh)
here=\$(dirname -- "\$(readlink -f -- "\$0")")
exec /usr/bin/$tool --sysroot "\${here%/bin}" "\$@"
T
  chmod 755 "$NEW/bin/$tool"
done
ln -s /usr/bin/cargo "$NEW/bin/cargo"
cat > "$NEW/bin/cargo-clippy" <<'T'
#!/bin/sh
# Debian's Clippy, told of the same sysroot
here=$(dirname -- "$(readlink -f -- "$0")")
SYSROOT="${here%/bin}" exec /usr/bin/cargo-clippy "$@"
T
chmod 755 "$NEW/bin/cargo-clippy"
stamp_now > "$NEW/.complete"

can_build_wasm "$NEW/bin/rustc" || { sed 's/^/    /' "$SCRATCH/probe/log" >&2; die "the new toolchain does not build wasm"; }
mkdir -p "$(dirname "$DIR")"
rm -rf "$DIR"
mv "$NEW" "$DIR"
say "done: $("$DIR/bin/rustc" --version) with $TARGET in $DIR ($(du -sh "$DIR" | cut -f1))"
emit_env
