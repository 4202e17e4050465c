#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The manual as one page of HTML has every page in it, needs nothing from elsewhere, gives no two
# things one name, and each of its links leads somewhere.
#   manual_page.sh HTML_SH MANDOC FOLDER
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" "$2" "$3" "$work/dcadmin.html"
python3 - "$work/dcadmin.html" "$3" <<'END'
import os, sys
from html.parser import HTMLParser

class Page(HTMLParser):
    void = {'meta', 'br', 'hr', 'col', 'link', 'img', 'input'}
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.articles, self.open = [], [], [], []
        self.elsewhere = []
    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag not in self.void: self.open.append(tag)
        if 'id' in named: self.ids.append(named['id'])
        if tag == 'article': self.articles.append(named['id'])
        if 'src' in named or tag in ('link', 'script'): self.elsewhere.append(tag)
        if 'href' in named: self.links.append(named['href'])
    def handle_endtag(self, tag):
        if tag in self.void: return
        # mandoc leaves <p> open now and then, as HTML allows.
        while self.open and self.open[-1] == 'p' and tag != 'p': self.open.pop()
        if tag == 'p' and (not self.open or self.open[-1] != 'p'): return
        assert self.open and self.open.pop() == tag, f'</{tag}> closes what is not open, {self.getpos()}'

page = Page()
page.feed(open(sys.argv[1], encoding='utf-8').read())
wanted = {name for name in os.listdir(sys.argv[2]) if name[-2:] in ('.1', '.5', '.7')}
assert len(wanted) > 200 and wanted == set(page.articles), wanted ^ set(page.articles)
assert len(page.ids) == len(set(page.ids)), 'two things have one name'
assert not page.elsewhere, page.elsewhere
lost = {link for link in page.links if not link.startswith('#') or link[1:] not in page.ids}
assert not lost, lost
assert not page.open, page.open
# The contents, and links of pages to pages.
assert len([link for link in page.links if link[1:] in wanted]) > 2 * len(wanted)
END
