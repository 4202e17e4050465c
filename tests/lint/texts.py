#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""texts.py TEMPLATE FRESH PO...: whether the texts are those of the sources, and their translations fit.

The committed template has the texts of the fresh one, no more and no fewer; each language has the
texts of the template; a translation has the placeholders of its English, and begins and ends with
the same blanks. With --all each text has a translation, too.
"""
import re
import subprocess
import sys

PLACE = re.compile(r'\{\{|\}\}|\{([^}]*)\}')


def read(path, *filters):
    """The texts and translations of a file; msgattrib writes each on one line."""
    text = subprocess.run(['msgattrib', '--no-wrap', '--force-po', *filters, path], check=True,
                          capture_output=True, encoding='utf-8').stdout
    unquoted = re.sub(r'"\n"', '', text)
    pairs = re.findall(r'^msgid "(.*)"\nmsgstr "(.*)"$', unquoted, re.M)
    return {english: other for english, other in pairs if english}


def places(text):
    """The placeholders as fmt numbers them, in their order."""
    found, at = [], 0
    for match in PLACE.finditer(text):
        if match.group(1) is None:
            continue
        name, _, form = match.group(1).partition(':')
        if not name:
            name, at = str(at), at + 1
        found.append((name, form))
    return sorted(found)


def blanks(text):
    text = re.sub(r'^ (?=[;:])', '', text)  # French has one before them
    return (re.match(r'(?:\s|\\n)*', text).group(), re.search(r'(?:\s|\\n)*$', text).group())


def main():
    args = sys.argv[1:]
    every = '--all' in args
    template, fresh, *languages = [arg for arg in args if arg != '--all']
    wrong = []
    committed, there = read(template), read(fresh)
    again = 'run: cmake --build BUILD --target pot'
    wrong += [f'{template}: "{text}" is not in it; {again}' for text in there if text not in committed]
    wrong += [f'{template}: "{text}" is said nowhere; {again}' for text in committed if text not in there]
    for po in languages:
        texts = read(po)
        wrong += [f'{po}: "{text}" is not in it; {again}' for text in committed if text not in texts]
        wrong += [f'{po}: "{text}" is said nowhere; {again}' for text in texts if text not in committed]
        for english, other in texts.items():
            if not other:
                if every:
                    wrong.append(f'{po}: "{english}" is not translated')
            elif places(english) != places(other):
                wrong.append(f'{po}: "{other}" has not the placeholders of "{english}"')
            elif blanks(english) != blanks(other):
                wrong.append(f'{po}: "{other}" has not the blanks around "{english}"')
        if read(po, '--only-fuzzy'):
            wrong.append(f'{po}: some translations are marked as fuzzy')
    print('\n'.join(wrong))
    return 1 if wrong else 0


sys.exit(main())
