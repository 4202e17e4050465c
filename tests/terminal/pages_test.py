# SPDX-License-Identifier: Apache-2.0
"""The pages that dcadmin writes, in a real browser: the report of an organisation, the slip of an
issuance, the invoice of pickups. Each is whole, asks nothing of elsewhere, and fits a narrow window.

    pages_test.py DCADMIN EXAMPLES [FOLDER FOR PICTURES]
"""
import html.parser
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

DCADMIN = EXAMPLES = PICTURES = ""
ORG = "0566988259"
WIDE, NARROW = 1100, 360
MEASURE = """<!DOCTYPE html><meta charset="utf-8"><title>measure</title>
<iframe id="page" src="{page}" style="width:{width}px;height:700px;border:0"></iframe>
<pre id="told"></pre><script>
document.getElementById("page").onload = (event) => {{
  const inner = event.target.contentWindow, page = inner.document;
  const chart = page.querySelector("svg");
  document.getElementById("told").textContent = [
    "width=" + page.documentElement.scrollWidth,
    "resources=" + inner.performance.getEntriesByType("resource").length,
    "sections=" + page.querySelectorAll("section").length,
    "rows=" + page.querySelectorAll("tr").length,
    "chart=" + (chart ? Math.round(chart.getBoundingClientRect().width) : 0),
    "bars=" + page.querySelectorAll("svg rect title").length,
  ].join(" ");
}};
</script>"""


def national(number):
    return f"{number:09d}{97 - number % 97:02d}"


class Outline(html.parser.HTMLParser):
    """Whether every element is closed where it was opened, and what is fetched from elsewhere."""

    VOID = {"meta", "br", "line", "rect", "!doctype"}

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.tags = [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.wrong += [f"{tag} {k}" for k, _ in attrs if k in ("src", "href", "srcset", "onload")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        if tag == "rect":
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix="dcadmin-pages.")
        cls.folder = pathlib.Path(cls.place.name)
        home = str(cls.folder)
        cls.env = {"PATH": os.environ["PATH"], "HOME": home, "TMPDIR": home, "LC_ALL": "C.UTF-8",
                   "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
                   "XDG_STATE_HOME": home + "/state", "DCADMIN_BIN": DCADMIN}
        cls.store = cls.folder / "store"
        subprocess.run([f"{EXAMPLES}/month/month.sh", str(cls.store)], env=cls.env, check=True,
                       stdout=subprocess.DEVNULL, timeout=240)
        cls.env |= {"DCADMIN_STORE": "sqlite:example.db", "DCADMIN_NOW": "2024-02-05T09:00:00Z"}
        cls.people()
        cls.dcadmin("report", "--html", "report.html", "--org", ORG, "--within", "60d")
        cls.dcadmin("pickup", "invoice", "--month", "2024-02", "--html", "invoice.html")

    @classmethod
    def people(cls):
        """Two persons with rights, one of a name that a page must not take for its own words."""
        run = cls.dcadmin
        run("right", "add", "--code", "prestaties-inkijken", "--title-nl",
            "Prestaties inkijken", "--audience", "EA", "--context", "site")
        for number, first, last, until in (
                (national(850730033), "Zoë", "Van den <b>Berghe</b>", "2024-03-01"),
                (national(720512123), "Bram", "Maes & Zoon", "2026-12-31")):
            run("person", "add", "--number", number, "--first-name", first, "--last-name", last)
            run("relation", "add", "--person", number, "--org", ORG, "--category",
                "vaste medewerker", "--email", "a@example.be", "--phone", "+3212345678", "--until",
                "2026-12-31")
            run("grant", "add", "--person", number, "--org", ORG, "--right",
                "prestaties-inkijken", "--site", "2147812701", "--until", until)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    @classmethod
    def dcadmin(cls, *words, code=0):
        ran = subprocess.run([DCADMIN, *words], env=cls.env, cwd=cls.store, timeout=60,
                             capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        assert ran.returncode == code, (words, ran)
        return ran.stdout

    def browser(self, page, *options):
        """The browser with a profile of its own; what it wrote."""
        profile = tempfile.mkdtemp(dir=self.folder)
        ran = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--no-first-run", "--disable-extensions", "--hide-scrollbars", "--mute-audio",
             "--allow-file-access-from-files", "--disable-background-networking",
             f"--user-data-dir={profile}", "--virtual-time-budget=3000", *options, page.as_uri()],
            env={**self.env, "HOME": profile}, capture_output=True, text=True, timeout=90,
            check=True)
        shutil.rmtree(profile, ignore_errors=True)
        return ran.stdout

    def measured(self, page, width):
        """What a browser of that width says of the page."""
        measure = self.store / "measure.html"
        measure.write_text(MEASURE.format(page=page.name, width=width))
        dom = self.browser(measure, "--dump-dom", f"--window-size={width + 100},800")
        told = re.search(r'<pre id="told">([^<]+)</pre>', dom).group(1)
        return {k: int(v) for k, v in (one.split("=") for one in told.split())}

    def picture(self, page, width, height, name, *options):
        """A picture of the page; its size in bytes."""
        path = self.folder / f"{name}.png"
        self.browser(page, f"--screenshot={path}", f"--window-size={width},{height}", *options)
        data = path.read_bytes()
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">II", data[16:24]), (width, height))
        if PICTURES:
            shutil.copy(path, PICTURES)
        return len(data)

    def test_each_page_is_whole_and_stands_alone(self):
        for name in ("report", "slip", "invoice"):
            page = self.store / f"{name}.html"
            text = page.read_text()
            outline = Outline()
            outline.feed(text)
            self.assertEqual((outline.wrong, outline.open), ([], []), name)
            self.assertNotIn("script", outline.tags)
            self.assertNotIn("url(", text)
            self.assertEqual(page.stat().st_mode & 0o777, 0o600)
            for width in (WIDE, NARROW):
                told = self.measured(page, width)
                self.assertEqual(told["resources"], 0)
                self.assertLessEqual(told["width"], width, name)
                self.assertGreater(told["rows"] + (name == "invoice"), 0)

    def test_the_browser_shows_the_report(self):
        page = self.store / "report.html"
        dom = self.browser(page, "--dump-dom")
        self.assertIn("Zoë Van den &lt;b&gt;Berghe&lt;/b&gt;", dom)
        self.assertIn("Bram Maes &amp; Zoon", dom)
        self.assertIn("<title>Poetshulp, 05/02/2024</title>", dom)
        self.assertNotIn("850730033", dom)  # national numbers are not in it
        told = self.measured(page, WIDE)
        self.assertEqual(told["sections"], 10)
        self.assertGreater(told["bars"], 0)
        self.assertGreater(told["chart"], 600)
        narrow = self.measured(page, NARROW)
        self.assertGreaterEqual(narrow["chart"], 480)  # it scrolls, and can be read

    def test_pictures_of_the_pages_are_not_empty(self):
        report = self.store / "report.html"
        self.assertGreater(self.picture(report, WIDE, 2400, "report"), 60_000)
        self.assertGreater(self.picture(report, 500, 2400, "report-narrow"), 50_000)
        self.assertGreater(self.picture(report, WIDE, 2400, "report-dark",
                                        "--blink-settings=preferredColorScheme=0"), 60_000)
        for name in ("slip", "invoice"):
            size = self.picture(self.store / f"{name}.html", WIDE, 800, name)
            self.assertGreater(size, 5_000)


if __name__ == "__main__":
    DCADMIN, EXAMPLES = sys.argv.pop(1), sys.argv.pop(1)
    if len(sys.argv) > 1 and os.path.isdir(sys.argv[1]):
        PICTURES = sys.argv.pop(1)
    unittest.main()
