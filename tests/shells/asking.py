#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""At a real terminal the program asks for what is missing: asking.py DCADMIN"""

import os
import subprocess
import sys
import tempfile

import store
from terminal import Terminal, environment


def grants_by_answers(dcadmin, variables, folder):
    terminal = Terminal([dcadmin, "grant", "add"], variables, folder)
    try:
        terminal.until_text("person, who:")
        terminal.type("de smet\r")
        terminal.until_text("org, for which organisation:")
        terminal.type("1\r")
        terminal.until_text("right, which right:")
        terminal.type("wrong\r")
        terminal.until_text("nothing here has 'wrong'")
        terminal.type("eloket\r")
        terminal.until_text("confirm?")
        terminal.type("y\r")
        code = terminal.exit_code()
        if code != 0 or "anb-kapmachtiging" not in terminal.text():
            raise AssertionError(f"ended with {code};\n{terminal.text()}")
    finally:
        terminal.close()


def stops(dcadmin, variables, folder, keys):
    terminal = Terminal([dcadmin, "org", "show"], variables, folder)
    try:
        terminal.until_text("its enterprise number:")
        terminal.type(keys)
        code = terminal.exit_code()
        if code != 2 or "needs a ORG" not in terminal.text():
            raise AssertionError(f"{keys!r} ended with {code};\n{terminal.text()}")
    finally:
        terminal.close()


def never_asks(dcadmin, variables, folder):
    terminal = Terminal([dcadmin, "--no-input", "org", "show"], variables, folder)
    try:
        if terminal.exit_code() != 2 or "its enterprise number:" in terminal.text():
            raise AssertionError(f"it asked with --no-input;\n{terminal.text()}")
    finally:
        terminal.close()
    ran = subprocess.run([dcadmin, "org", "show"], env=variables, cwd=folder, timeout=30, check=False,
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if ran.returncode != 2 or "its enterprise number:" in ran.stderr:
        raise AssertionError(f"it asked without a terminal: {ran.stderr}")


def main():
    dcadmin = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="dcadmin-asking.") as folder:
        variables = environment(folder, dcadmin)
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
