#!/bin/sh
# Makes .venv and installs the locked dependencies into it, checked by hash.
set -eu
python=$1
needed_megabytes=4000
free_megabytes=$(df -Pm . | awk 'NR == 2 { print $4 }')
if [ "$free_megabytes" -lt "$needed_megabytes" ]; then
  echo "There are $free_megabytes MB free here; the environment and models need $needed_megabytes MB." >&2
  echo "Free some disk (df -h . shows it) and run make again." >&2
  exit 1
fi
if [ ! -x .venv/bin/python ] || [ "$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" != 3.10 ]; then
  rm -rf .venv
  "$python" -m venv .venv
fi
.venv/bin/python -m pip install --disable-pip-version-check --no-input --require-hashes \
  -r requirements.txt -r requirements-test.txt
