#!/bin/sh
# Prints the path of a Python 3.10, or says how to get one.
for candidate in "${PYTHON310:-}" python3.10 \
    "$(pyenv prefix 3.10 2>/dev/null)/bin/python3.10" \
    "$(ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10.*/bin/python3.10 2>/dev/null | tail -n 1)" \
    "$(uv python find 3.10 2>/dev/null)" python3 python; do
  [ -n "$candidate" ] || continue
  found=$("$candidate" -c 'import sys; print(sys.executable if sys.version_info[:2] == (3, 10) else "")' 2>/dev/null)
  if [ -n "$found" ]; then echo "$found"; exit 0; fi
done
cat >&2 <<'END'
This project needs Python 3.10, and none was found. Install it in one of these ways, then run make again:
  pyenv install 3.10            (https://github.com/pyenv/pyenv)
  uv python install 3.10        (https://docs.astral.sh/uv)
  sudo apt-get install python3.10 python3.10-venv
Or name one: make PYTHON310=/path/to/python3.10 …
END
exit 1
