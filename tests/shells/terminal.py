# SPDX-License-Identifier: Apache-2.0
"""A program at a terminal: what is typed goes in by a pseudo-terminal, and what would stand on the
screen is read from an emulated one (pyte). Every wait is bounded, and the program is ended by its
own process id."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

import pyte

WIDTH, HEIGHT = 160, 60


class Terminal:
    def __init__(self, words, environment, folder):
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.ByteStream(self.screen)
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, environment)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        self.ended = False

    def type(self, text):
        os.write(self.file, text.encode())

    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def read(self, seconds):
        """Reads what comes within so long; False when nothing did."""
        ready, _, _ = select.select([self.file], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.file, 65536)
        except OSError:  # the other end is closed
            data = b""
        if not data:
            self.ended = True
            return False
        self.answer(data)
        self.stream.feed(data)
        return True

    def answer(self, data):
        """What a terminal answers when a shell asks where and what it is."""
        if b"\x1b[6n" in data:
            at = self.screen.cursor
            os.write(self.file, b"\x1b[%d;%dR" % (at.y + 1, at.x + 1))
        if b"\x1b[c" in data or b"\x1b[0c" in data:
            os.write(self.file, b"\x1b[?1;2c")

    def until(self, shows, what, seconds=30):
        """Reads until `shows` says of the text that it is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.ended:
            if shows(self.text()):
                return
            self.read(0.1)
        if not shows(self.text()):
            raise AssertionError(f"{what}; the screen:\n{self.text()}")

    def until_text(self, wanted, seconds=30):
        self.until(lambda text: wanted in text, f"no '{wanted}'", seconds)

    def settle(self, quiet=0.4, seconds=10):
        """Reads until nothing has come for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.read(quiet):
            pass

    def exit_code(self, seconds=30):
        """Of the program, which must end by itself."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"it goes on; the screen:\n{self.text()}")

    def close(self):
        if self.pid:
            os.kill(self.pid, signal.SIGHUP)
            for _ in range(50):
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    break
                time.sleep(0.02)
            else:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            self.pid = 0
        os.close(self.file)


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
