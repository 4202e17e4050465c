# SPDX-License-Identifier: Apache-2.0
"""A small store for whoever tries the program at a terminal, and nothing else of the user's."""

import os
import subprocess

ORG, OTHER = "0566988259", "0400349088"
RIGHT = "dienstencheques-erkende-onderneming"

LINES = [
    ["store", "init"],
    ["org", "add", "--number", ORG, "--name", "Zorg Thuis"],
    ["org", "add", "--number", OTHER, "--name", "De Strijkerij"],
    ["site", "add", "--org", ORG, "--number", "980000611888", "--name", "Aalst"],
    ["site", "add", "--org", ORG, "--number", "980000123456", "--name", "Sint-Niklaas"],
    ["person", "add", "--number", "85073003328", "--first-name", "Käthe", "--last-name", "De Smet"],
    ["person", "add", "--number", "93051822361", "--first-name", "Lucas", "--last-name", "Maes"],
    ["person", "add", "--number", "90073199811", "--first-name", "Lucie", "--last-name", "d'Hondt"],
    ["relation", "add", "--person", "p-1", "--org", ORG, "--category", "vaste medewerker",
     "--email", "kathe@example.be", "--phone", "+3253123456"],
    ["right", "add", "--code", RIGHT, "--title-nl", "Dienstencheques voor Erkende Ondernemingen",
     "--audience", "EA", "--context", "site"],
    ["right", "add", "--code", "anb-kapmachtiging", "--title-nl", "ANB eLoket Kap gebruiker",
     "--audience", "EA"],
    ["grant", "add", "--person", "p-1", "--org", ORG, "--right", RIGHT, "--site", "980000611888"],
]


def environment(folder, dcadmin):
    """Nothing of whoever runs the test; the program on the path."""
    return {
        "HOME": folder,
        "PATH": os.path.dirname(dcadmin) + ":/usr/bin:/bin",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "XDG_CONFIG_HOME": os.path.join(folder, "config"),
        "XDG_DATA_HOME": os.path.join(folder, "data"),
        "XDG_STATE_HOME": os.path.join(folder, "state"),
        "DCADMIN_STORE": "sqlite:" + os.path.join(folder, "store.db"),
        # An address sanitizer's report of leaks wants what a test's shell does not give.
        "ASAN_OPTIONS": "detect_leaks=0",
    }


def make(dcadmin, environment, folder):
    for line in LINES:
        subprocess.run([dcadmin, "--yes", "--no-input", "--quiet", *line], env=environment,
                       cwd=folder, check=True, stdout=subprocess.DEVNULL, timeout=60)
