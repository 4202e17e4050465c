# SPDX-License-Identifier: Apache-2.0
"""A terminal whose screen is read as a person sees it: emulated (pyte), in Debian's Python."""
import os
import time

import pyte

from terminal import Terminal

COLUMNS, ROWS = 160, 60


class Screen(Terminal):
    def __init__(self, argv, env, cwd):
        self.emulated = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.emulated)
        super().__init__(argv, COLUMNS, ROWS, env, cwd)

    def show(self, data):
        super().show(data)
        self.answer(data)
        self.stream.feed(data)

    def answer(self, data):
        """What a terminal answers when a shell asks where and what it is."""
        if b"\x1b[6n" in data:
            at = self.emulated.cursor
            os.write(self.master, b"\x1b[%d;%dR" % (at.y + 1, at.x + 1))
        if b"\x1b[c" in data or b"\x1b[0c" in data:
            os.write(self.master, b"\x1b[?1;2c")

    def text(self):
        return "\n".join(line.rstrip() for line in self.emulated.display).rstrip()

    def until(self, shows, what, seconds=30):
        """Reads until `shows` says of the text that it is there."""
        end = time.monotonic() + seconds
        while not shows(self.text()):
            if time.monotonic() > end or self.over:
                raise AssertionError(f"{what}; the screen:\n{self.text()}")
            self.read(0.1)

    def until_text(self, wanted, seconds=30):
        self.until(lambda text: wanted in text, f"no '{wanted}'", seconds)

    def settle(self, quiet=0.4, seconds=10):
        """Reads until nothing has come for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.read(quiet):
            pass
