#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""At a real terminal the program asks for what is missing: asking.py DCADMIN"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import store  # noqa: E402
from screen import Screen  # noqa: E402


def grants_by_answers(dcadmin, variables, folder):
    with Screen([dcadmin, "grant", "add"], variables, folder) as terminal:
        terminal.until_text("person, who:")
        terminal.send("de smet\r")
        terminal.until_text("org, for which organisation:")
        terminal.send("1\r")
        terminal.until_text("right, which right:")
        terminal.send("wrong\r")
        terminal.until_text("nothing here has 'wrong'")
        terminal.send("eloket\r")
        terminal.until_text("confirm?")
        terminal.send("y\r")
        code = terminal.end()
        if code != 0 or "anb-kapmachtiging" not in terminal.text():
            raise AssertionError(f"ended with {code};\n{terminal.text()}")


def stops(dcadmin, variables, folder, keys):
    with Screen([dcadmin, "org", "show"], variables, folder) as terminal:
        terminal.until_text("its enterprise number:")
        terminal.send(keys)
        code = terminal.end()
        if code != 2 or "needs a ORG" not in terminal.text():
            raise AssertionError(f"{keys!r} ended with {code};\n{terminal.text()}")


def never_asks(dcadmin, variables, folder):
    with Screen([dcadmin, "--no-input", "org", "show"], variables, folder) as terminal:
        if terminal.end() != 2 or "its enterprise number:" in terminal.text():
            raise AssertionError(f"it asked with --no-input;\n{terminal.text()}")
    ran = subprocess.run([dcadmin, "org", "show"], env=variables, cwd=folder, timeout=30, check=False,
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if ran.returncode != 2 or "its enterprise number:" in ran.stderr:
        raise AssertionError(f"it asked without a terminal: {ran.stderr}")


def main():
    dcadmin = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="dcadmin-asking.") as folder:
        variables = store.environment(folder, dcadmin)
        store.make(dcadmin, variables, folder)
        grants_by_answers(dcadmin, variables, folder)
        stops(dcadmin, variables, folder, "\r")
        stops(dcadmin, variables, folder, "\x04")
        never_asks(dcadmin, variables, folder)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (AssertionError, subprocess.CalledProcessError) as problem:
        print(f"asking: {problem}", file=sys.stderr)
        sys.exit(1)
