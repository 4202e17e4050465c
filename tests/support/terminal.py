# SPDX-License-Identifier: Apache-2.0
"""A program on a terminal of its own: what it shows is read, what a person would type is sent.

Everything is bounded in time, and what was started is ended by its process id.
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\x1b\][^\x07]*\x07")


class Terminal:
    def __init__(self, argv, columns=80, rows=24, env=None, cwd=None):
        self.master, slave = pty.openpty()
        self.resize(columns, rows)
        self.shown = ""
        self.over = False  # nobody writes to it any more
        self.read_until = 0  # how far `expect` has come

        def own_the_terminal():
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            argv, stdin=slave, stdout=slave, stderr=slave, env=env, cwd=cwd,
            start_new_session=True, preexec_fn=own_the_terminal)
        os.close(slave)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.master)

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, text):
        os.write(self.master, text.encode())

    def read(self, seconds):
        """What comes within that time: nothing when nothing does, or when all is over."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return b""
        try:
            data = os.read(self.master, 65536)
        except OSError:  # the last program on it has gone
            data = b""
        self.over = not data
        self.show(data)
        return data

    def show(self, data):
        self.shown += data.decode("utf-8", "replace")

    def expect(self, text, seconds=20):
        """Waits until it is shown, after what was expected before."""
        end = time.monotonic() + seconds
        while text not in self.plain()[self.read_until:]:
            if time.monotonic() > end or self.over:
                raise AssertionError(f"{text!r} was not shown; shown: {self.plain()!r}")
            self.read(0.2)
        self.read_until = self.plain().index(text, self.read_until) + len(text)

    def press_until(self, key, text, seconds=20):
        """Sends the key, again and again, until the text is shown: for what may throw keys away."""
        end = time.monotonic() + seconds
        while True:
            self.send(key)
            try:
                return self.expect(text, 0.5)
            except AssertionError:
                if time.monotonic() > end:
                    raise

    def end(self, seconds=20):
        """The exit code, once it has ended."""
        end = time.monotonic() + seconds
        while not self.over:
            if time.monotonic() > end:
                raise AssertionError(f"it does not end; shown: {self.plain()!r}")
            ended = self.process.poll() is not None  # what it wrote last is read after that
            if not self.read(0.2) and ended:
                break
        return self.process.wait(timeout=seconds)

    def plain(self):
        """All that was shown, without what only moves and colours."""
        return ESCAPES.sub("", self.shown).replace("\r", "")
