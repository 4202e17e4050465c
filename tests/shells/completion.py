#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Completion in a real shell: a line is begun, TAB is pressed, and the screen is read.

    completion.py bash|zsh|fish DCADMIN COMPLETIONS
"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import store  # noqa: E402
from screen import Screen  # noqa: E402

PROMPT = "ready> "
START = {
    "bash": ["bash", "--noprofile", "--norc", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SETUP = {
    "bash": "PS1='{prompt}'; bind 'set bell-style none'; bind 'set show-all-if-ambiguous on'; "
            "bind 'set page-completions off'; bind 'set completion-query-items 0'; "
            ". {stubs}/dcadmin.bash",
    "zsh": "PS1='{prompt}'; unsetopt beep; autoload -Uz compinit; compinit -D -u; "
           "setopt auto_list no_list_ambiguous; LISTMAX=0; source {stubs}/_dcadmin",
    "fish": "function fish_prompt; echo -n '{prompt}'; end; set -U fish_greeting; "
            "set -g fish_autosuggestion_enabled 0; bind \\cg cancel; source {stubs}/dcadmin.fish",
}
# Empties the line, and the screen but for the prompt; fish first leaves its list.
CLEAR = {"bash": "\x15\x0c", "zsh": "\x15\x0c", "fish": "\x07\x15\x0c"}


class Shell:
    def __init__(self, name, variables, folder, stubs):
        self.name = name
        self.screen = Screen(START[name], variables, folder)
        self.screen.until(bool, f"{name} has no prompt")
        self.screen.settle(1.0)
        self.screen.send(SETUP[name].format(prompt=PROMPT, stubs=stubs) + "\r")
        self.screen.until_text("\n" + PROMPT.strip())
        self.screen.settle()

    def complete(self, line):
        """Types the line and presses TAB; the shell takes the time that it takes."""
        self.clear()
        self.screen.send(line)
        self.screen.until_text(line.strip()[-20:])
        self.screen.send("\t")

    def clear(self):
        self.screen.send(CLEAR[self.name])
        self.screen.until(lambda text: text == PROMPT.rstrip(), "the screen is not cleared")

    def line(self):
        """What stands at the prompt."""
        lines = [one for one in self.screen.text().split("\n") if one.startswith(PROMPT)]
        return lines[-1][len(PROMPT):].rstrip() if lines else ""


def check(shell, line, became):
    shell.complete(line)
    shell.screen.until(lambda _: shell.line() == became, f"{line!r} did not become {became!r}")


def check_shows(shell, line, *wanted, without=()):
    shell.complete(line)
    shell.screen.until(lambda text: all(one in text for one in wanted),
                       f"{line!r} does not show all of {wanted}")
    shell.screen.settle()
    got = shell.screen.text()
    for text in without:
        if text in got:
            raise AssertionError(f"{line!r} shows {text!r};\n{got}")


def words_of_the_table(shell):
    check(shell, "dcadmin gra", "dcadmin grant")
    check(shell, "dcadmin grant rev", "dcadmin grant revoke")
    check(shell, "dcadmin grant list --per", "dcadmin grant list --person")
    check(shell, "dcadmin pickup recur sh", "dcadmin pickup recur show")
    check_shows(shell, "dcadmin grant ex", "extend", "explain", "export")
    check(shell, "dcadmin -o jsonl grant list --state=fut", "dcadmin -o jsonl grant list --state=future")


def values_of_the_store(shell):
    check(shell, "dcadmin org show 05", f"dcadmin org show {store.ORG}")
    check_shows(shell, "dcadmin person show ", "p-1", "Käthe De Smet, 85.07.30-***.**", "p-3",
                "Lucie d'Hondt", without=["85073003328"])
    check(shell, "dcadmin person show 8507", "dcadmin person show p-1")
    check_shows(shell, "dcadmin site list --org 0", store.ORG, "Zorg Thuis", "De Strijkerij")
    line = f"dcadmin grant add --person p-1 --org {store.ORG} --right {store.RIGHT} --site "
    check(shell, line, line + "980000123456")
    check(shell, f"dcadmin site show --org {store.ORG} 9800006", f"dcadmin site show --org {store.ORG} 980000611888")


def values_by_what_they_are(shell):
    check(shell, "dcadmin person show kathe", "dcadmin person show p-1")
    check(shell, "dcadmin person show KÄTHE", "dcadmin person show p-1")
    check(shell, "dcadmin person show maes", "dcadmin person show p-2")
    check_shows(shell, "dcadmin person show luc", "p-2", "Lucas Maes", "p-3", "Lucie d'Hondt",
                # fish completes what was found in the place of the word.
                "dcadmin person show " + ("p-" if shell.name == "fish" else "luc"))
    check(shell, "dcadmin org show thuis", f"dcadmin org show {store.ORG}")
    check(shell, "dcadmin right show eloket", "dcadmin right show anb-kapmachtiging")


def quotes(shell):
    line = f"dcadmin relation add --person p-2 --org {store.ORG} --category "
    check(shell, line + "vas", line + "vaste\\ medewerker")
    check(shell, line + "'vas", line + "'vaste medewerker'")


def files(shell, folder):
    os.makedirs(os.path.join(folder, "in box", "sub"), exist_ok=True)
    for name in ("rights.csv", "in box/leavers 2026.csv"):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write("person\n")
    check(shell, "dcadmin grant add --file ri", "dcadmin grant add --file rights.csv")
    check(shell, "dcadmin grant add --file=ri", "dcadmin grant add --file=rights.csv")
    check(shell, "dcadmin grant add --file in\\ box/le", "dcadmin grant add --file in\\ box/leavers\\ 2026.csv")
    check(shell, "dcadmin --store sqlite:ri", "dcadmin --store sqlite:rights.csv")


def silence(shell):
    for line in ("dcadmin grnt ", "dcadmin --store sqlite:nowhere.db person show p",
                 "dcadmin --profile nobody org show 0"):
        shell.complete(line)
        shell.screen.send("@")  # is shown once completing has ended
        shell.screen.until(lambda text: "@" in text, f"{line!r} has no end")
        got = [one for one in shell.screen.text().split("\n") if one]
        if got != [PROMPT + line + "@"]:
            raise AssertionError(f"{line!r} is not silent;\n" + "\n".join(got))


def main():
    name, dcadmin, stubs = sys.argv[1], os.path.abspath(sys.argv[2]), os.path.abspath(sys.argv[3])
    with tempfile.TemporaryDirectory(prefix="dcadmin-shell.") as folder:
        variables = store.environment(folder, dcadmin)
        store.make(dcadmin, variables, folder)
        shell = Shell(name, variables, folder, stubs)
        with shell.screen:
            words_of_the_table(shell)
            values_of_the_store(shell)
            values_by_what_they_are(shell)
            quotes(shell)
            files(shell, folder)
            silence(shell)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (AssertionError, subprocess.CalledProcessError) as problem:
        print(f"completion in {sys.argv[1]}: {problem}", file=sys.stderr)
        sys.exit(1)
