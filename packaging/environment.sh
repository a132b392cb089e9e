#!/bin/sh
# Makes .venv in the checkout and installs into it: "runtime" is what the application needs, "developer" adds the tools
# for tests and checks. Everything comes at the versions in constraints.txt.
set -eu
cd "$(dirname "$0")/.."

suits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

can_make_environments() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

choose_python() {
    found=""
    for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
        suits "$candidate" || continue
        if can_make_environments "$candidate"; then
            echo "$candidate"
            return
        fi
        found="$candidate"
    done
    if [ -n "$found" ]; then
        echo "$found cannot make environments. Run: apt-get install python3-venv" >&2
    else
        echo "No Python 3.11, 3.12 or 3.13 found. Install one, or name it: make PYTHON=/path/to/python3.12" >&2
    fi
    return 1
}

pip_install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --retries 5 --timeout 60 \
        --constraint constraints.txt "$@"
}

if ! suits .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(choose_python)
    "$python" -m venv --clear .venv
fi

# The package itself is installed last, by the pinned build back end and not by whichever is newest that day.
case "$1" in
    runtime)
        echo "Installing what the application needs in .venv. This takes a minute or two the first time."
        pip_install hatchling
        pip_install --no-build-isolation --editable .
        ;;
    developer)
        echo "Installing what the tests and checks need in .venv."
        pip_install --no-build-isolation --editable ".[dev]"
        ;;
    *)
        echo "usage: packaging/environment.sh runtime|developer" >&2
        exit 2
        ;;
esac
