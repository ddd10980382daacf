#!/usr/bin/env bash
# From a fresh clone to a running demo: checks that Node and npm are there, installs, starts.
set -euo pipefail
cd "$(dirname "$0")"

fail() { printf '%s\n' "$1" >&2; exit 1; }

command -v node >/dev/null || fail "Tessera needs Node 20 or newer: https://nodejs.org"
command -v npm >/dev/null || fail "Tessera needs npm, which comes with Node: https://nodejs.org"
major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 20 ] || fail "Tessera needs Node 20 or newer; this is $(node --version)."

exec npm run demo -- "$@"
