# SPDX-License-Identifier: Apache-2.0
"""dcadmin on a real terminal: tables fold, long results are paged, writes are confirmed, lists are
watched.

    terminal_test.py DCADMIN
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unicodedata
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from terminal import Terminal  # noqa: E402

DCADMIN = ""
ENTER = "\n"
INTERRUPT = "\x03"


def enterprise(number):
    return f"{number:08d}{97 - number % 97:02d}"


def width(text):
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


class Desk(unittest.TestCase):
    """A store with 100 organisations in a folder of its own."""

    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix="dcadmin-terminal.")
        cls.folder = pathlib.Path(cls.place.name)
        home = str(cls.folder)
        cls.env = {"PATH": os.environ["PATH"], "HOME": home, "TMPDIR": home, "TERM": "xterm",
                   "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
                   "XDG_STATE_HOME": home + "/state", "LC_ALL": "C.UTF-8",
                   "DCADMIN_NOW": "2026-11-23T12:00:00Z", "DCADMIN_STORE": "sqlite:store.db"}
        rows = [f"{enterprise(4000000 + i)},Schoonmaakcoöperatie Sint-Niklaas nummer {i:03d} VZW"
                for i in range(100)]
        (cls.folder / "orgs.csv").write_text("number,name\n" + "\n".join(rows) + "\n")
        cls.plain("store", "init")
        cls.plain("org", "add", "--file", "orgs.csv")

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    @classmethod
    def plain(cls, *words, code=0, **variables):
        """Runs it without a terminal; what it wrote."""
        ran = subprocess.run([DCADMIN, *words], env={**cls.env, **variables}, cwd=cls.folder,
                             stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
                             check=False)
        assert ran.returncode == code, (words, ran)
        return ran.stdout + ran.stderr

    def at_terminal(self, *words, columns=80, rows=24, **variables):
        terminal = Terminal([DCADMIN, *words], columns, rows, {**self.env, **variables},
                            self.folder)
        self.addCleanup(terminal.__exit__)
        return terminal


class Folding(Desk):
    def test_a_table_folds_to_the_terminal_and_nothing_is_lost(self):
        for columns in (40, 60, 80):
            terminal = self.at_terminal("org", "list", "--limit", "5", "--no-pager",
                                        columns=columns)
            self.assertEqual(terminal.end(), 0)
            lines = terminal.plain().split("\n")
            self.assertLessEqual(max(map(width, lines)), columns)
            words = " ".join(" ".join(lines).split())
            for piece in ("Schoonmaakcoöperatie", "Niklaas", "004"):
                self.assertIn(piece, words)

    def test_columns_can_be_said(self):
        terminal = self.at_terminal("org", "list", "--limit", "2", columns=200, COLUMNS="50")
        self.assertEqual(terminal.end(), 0)
        self.assertLessEqual(max(map(width, terminal.plain().split("\n"))), 50)

    def test_without_a_terminal_a_row_is_a_line(self):
        shown = self.plain("org", "list", "--limit", "5", COLUMNS="40")
        self.assertIn("Schoonmaakcoöperatie Sint-Niklaas nummer 004 VZW", shown)
        self.assertEqual(len(shown.splitlines()), 7)  # heading, rows, range


class Paging(Desk):
    def pager(self, name="marks"):
        """A pager that leaves a mark and shows its input."""
        script = self.folder / name
        script.write_text('#!/bin/sh\necho "$@" >"$0.began"\nexec cat\n')
        script.chmod(0o755)
        mark = self.folder / (name + ".began")
        mark.unlink(missing_ok=True)
        return str(script), mark

    def test_what_fits_the_screen_needs_no_pager(self):
        pager, mark = self.pager()
        terminal = self.at_terminal("org", "list", "--limit", "5", columns=120,
                                    DCADMIN_PAGER=pager)
        self.assertEqual(terminal.end(), 0)
        self.assertFalse(mark.exists())
        terminal.expect("1 - 5 of 100")

    def test_what_is_longer_goes_through_the_pager_with_its_arguments(self):
        pager, mark = self.pager()
        terminal = self.at_terminal("org", "list", columns=120, DCADMIN_PAGER=pager + "  -a -b",
                                    PAGER="false")
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(mark.read_text(), "-a -b\n")
        terminal.expect("nummer 099 VZW")
        terminal.expect("1 - 100 of 100")  # said once the pager has gone

    def test_less_is_there_and_leaving_it_early_is_no_error(self):
        terminal = self.at_terminal("org", "list", columns=120)
        terminal.expect("nummer 020")
        terminal.send("q")
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn("nummer 099", terminal.plain())
        self.assertNotIn("dcadmin:", terminal.plain())

    def test_a_pager_that_stops_reading_ends_a_long_result_quietly(self):
        terminal = self.at_terminal("org", "list", "-o", "json", columns=120,
                                    DCADMIN_PAGER="head -n 2")
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn("dcadmin:", terminal.plain())
        self.assertLess(len(terminal.plain().splitlines()), 6)

    def test_an_interrupt_is_the_pager_s(self):
        terminal = self.at_terminal("org", "list", columns=120)
        terminal.expect("nummer 020")
        terminal.send(INTERRUPT)
        terminal.press_until("G", "nummer 099")  # less throws away what comes with an interrupt
        terminal.send("q")
        self.assertEqual(terminal.end(), 0)

    def test_there_is_none_where_none_is_wanted(self):
        pager, mark = self.pager()
        for words, variables in ((["--no-pager"], {"DCADMIN_PAGER": pager}),
                                 ([], {"DCADMIN_PAGER": "", "PAGER": pager}),
                                 ([], {"DCADMIN_PAGER": pager, "TERM": "dumb"}),
                                 ([], {"PAGER": "cat"})):
            terminal = self.at_terminal("org", "list", *words, columns=120, **variables)
            self.assertEqual(terminal.end(), 0)
            self.assertIn("nummer 099", terminal.plain())
            self.assertFalse(mark.exists())
        self.assertIn("nummer 099", self.plain("org", "list", DCADMIN_PAGER=pager))
        self.assertFalse(mark.exists())

    def test_a_pager_that_cannot_be_started_is_told_and_all_is_shown(self):
        terminal = self.at_terminal("org", "list", columns=120, PAGER="no-such-pager")
        self.assertEqual(terminal.end(), 0)
        self.assertIn("the pager 'no-such-pager' cannot be started", terminal.plain())
        self.assertIn("nummer 099", terminal.plain())

    def test_help_is_paged_too(self):
        pager, mark = self.pager()
        terminal = self.at_terminal("grant", "add", "--help", DCADMIN_PAGER=pager)
        self.assertEqual(terminal.end(), 0)
        self.assertTrue(mark.exists())


class Confirming(Desk):
    def test_a_usual_write_is_shown_and_answered(self):
        line = ("org", "add", "--number", enterprise(5000000), "--name", "Zoë")
        terminal = self.at_terminal(*line)
        terminal.expect("confirm? [y/N]")
        terminal.send("n" + ENTER)
        self.assertEqual(terminal.end(), 1)
        self.assertIn("nothing was changed", terminal.plain())
        terminal = self.at_terminal(*line)
        terminal.expect("confirm? [y/N]")
        terminal.send("j" + ENTER)
        self.assertEqual(terminal.end(), 0)

    def test_a_grave_write_wants_a_word_typed(self):
        terminal = self.at_terminal("store", "migrate")
        terminal.expect("type migrate to confirm:")
        terminal.send("y" + ENTER)
        self.assertEqual(terminal.end(), 1)
        terminal = self.at_terminal("store", "migrate")
        terminal.expect("type migrate to confirm:")
        terminal.send("migrate" + ENTER)
        self.assertEqual(terminal.end(), 0)
        self.assertEqual(self.at_terminal("store", "migrate", "--yes").end(), 0)


class Watching(Desk):
    def test_a_list_is_drawn_again_and_an_interrupt_ends_it(self):
        terminal = self.at_terminal("org", "list", "--limit", "3", "--sort", "name", "--watch=1",
                                    columns=120)
        terminal.expect("every 1 s")
        terminal.expect("1 - 3 of 100")
        self.plain("org", "add", "--number", enterprise(6000000), "--name", "Aardbei")
        terminal.expect("Aardbei")
        terminal.expect("1 - 3 of 101")
        terminal.send(INTERRUPT)
        self.assertEqual(terminal.end(), 130)
        self.assertNotIn("dcadmin:", terminal.plain())

    def test_what_does_not_fit_is_counted(self):
        terminal = self.at_terminal("org", "list", "--watch", columns=120, rows=10)
        terminal.expect("every 2 s")
        terminal.expect("more lines")
        terminal.process.send_signal(signal.SIGTERM)
        self.assertEqual(terminal.end(), 143)

    def test_only_tables_on_terminals_of_what_reads_are_watched(self):
        self.assertIn("there is none", self.plain("org", "list", "--watch", code=2))
        for words, why in ((("org", "list", "--watch", "-o", "json"), "shows a table"),
                           (("store", "migrate", "--watch"), "nothing to watch"),
                           (("person", "list", "--watch", "--reveal"), "does not go with"),
                           (("org", "list", "--watch=0"), "not from 1 second")):
            terminal = self.at_terminal(*words)
            self.assertEqual(terminal.end(), 2)
            self.assertIn(why, terminal.plain())


if __name__ == "__main__":
    DCADMIN = os.path.abspath(sys.argv.pop(1))
    unittest.main()
