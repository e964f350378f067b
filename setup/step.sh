#!/bin/sh
# Runs one set-up step: says what it does, how long it has been at it, and, if
# it fails, the end of its output.
#     sh setup/step.sh "What it does" command [argument ...]
set -u
what=$1; shift
mkdir -p build/log
log=build/log/$(printf '%s' "$what" | tr -c 'A-Za-z0-9\n' '-' | cut -c1-40).log
started=$(date +%s)
printf '→ %s …\n' "$what"
"$@" >"$log" 2>&1 &
job=$!
trap 'kill "$job" 2>/dev/null; exit 130' INT TERM
while kill -0 "$job" 2>/dev/null; do
  sleep 1
  gone=$(( $(date +%s) - started ))
  [ $((gone % 15)) -ne 0 ] || [ "$gone" -eq 0 ] || printf '  … %s s\n' "$gone"
done
if wait "$job"; then
  printf '  done in %s s\n' "$(( $(date +%s) - started ))"
else
  status=$?
  printf '  failed after %s s. The end of %s:\n\n' "$(( $(date +%s) - started ))" "$log" >&2
  tail -n 30 "$log" | cut -c1-400 >&2
  exit "$status"
fi
