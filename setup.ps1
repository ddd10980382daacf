# Starts the demo on Windows: Tessera runs on Linux and macOS, so this goes through the Windows Subsystem for Linux.
$ErrorActionPreference = "Stop"

if (-not (Get-Command wsl -ErrorAction SilentlyContinue)) {
  throw "Tessera needs the Windows Subsystem for Linux: run 'wsl --install' as administrator, restart, and try again."
}

Push-Location $PSScriptRoot
try {
  wsl --exec bash ./setup.sh @args
  exit $LASTEXITCODE
} finally {
  Pop-Location
}
