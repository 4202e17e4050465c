#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the English texts out of the sources named on standard input, as a template of gettext's.

Not xgettext: it takes one argument of a call where Error has two texts, takes the ' in 10'000 for
the begin of a character, and passes over texts that `?` chooses between. Texts are what stands in
say(…) and to_say(…), the message and the hint of Error(…), and what a context notes or asks. A text
that is put together with + is never found again when it is shown: it is told, and that is a failure.
"""
import re
import sys

TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\''
    r"|\d[\d']*|[A-Za-z_]\w*|::|\s+|.", re.S)
# Which arguments of which calls are texts.
TEXTS = {'say': {0}, 'to_say': {0}, 'Error': {1, 2}, '{Kind': {1, 2}, 'append_options': {1},
         'note': {0}, 'warn': {0}, 'detail': {0}, 'confirmed': {0}, 'typed': {0},
         # What a file has that it should not.
         'stop': {0}, 'refuse_structure': {0}}
# What the library puts into its sentences stands in tables and behind `return`: there every literal
# of several small words is a text, but in files whose words are kept, sent or read by programs.
NO_PIECES = re.compile(
    r'.*(_sql|tables|/words|_words(?<!number_words)|vocabulary|images|texts|texts_..|phrases'
    r'|letter|message|password|records\w*|undo|verify|store/tx|function_import'
    r'|by_card)\.(cpp|h)|lib/src/demo/.*')
PIECE = re.compile(r"[a-z][a-z']*,? [a-z@(].*|[;:,] [a-z].*")
NOT_PIECES = {'request', 'named', 'contains', 'row', 'Row', 'static_assert', 'find', 'starts_with'}


def tokens(text):
    return [(match.start(), match.group()) for match in TOKEN.finditer(text)
            if not match.group().isspace() and not match.group().startswith(('//', '/*'))]


def speaks(literal):
    words = re.sub(r'\{[^}]*\}|\\.', ' ', literal)
    if re.match(r'\s*(dcadmin |(grant|relation|person|right) (add|update)$)[^,;:]*$', words):
        return False  # a command is the same in every language
    first, *rest = words.split() or ['']
    if first.startswith('--') and all(re.match(r"--|[A-Z…|'(.]", word) for word in rest):
        return False  # and so are options with their values
    return re.search(r'[A-Za-z]{2}', words) is not None


def texts_of(text, pieces):
    """Pairs of place and literal, and pairs of place and complaint."""
    found, wrong = [], []
    line = tokens(text)
    calls = []  # name of the call, and which argument one is in
    i = 0
    while i < len(line):
        at, token = line[i]
        if token in '({[':
            name = line[i - 1][1] if i and token == '(' else token
            if token == '{' and i + 1 < len(line) and line[i + 1][1] == 'Kind':
                name = '{Kind'
            calls.append([name, 0])
        elif token in ')}]':
            if calls:
                calls.pop()
        elif token == ',' and calls:
            calls[-1][1] += 1
        elif token[0] == '"':
            begin, literal = i, ''
            while i < len(line) and line[i][1][0] == '"':
                literal += line[i][1][1:-1]
                i += 1
            if calls and calls[-1][1] in TEXTS.get(calls[-1][0], ()) and speaks(literal):
                found.append((at, literal))
                if calls[-1][0] != 'to_say' and '+' in (line[begin - 1][1], line[i][1]):
                    wrong.append((at, literal))
            elif (pieces and PIECE.fullmatch(literal) and speaks(literal) and
                  (not calls or calls[-1][0] not in NOT_PIECES)):
                found.append((at, literal))
            continue
        i += 1
    return found, wrong


def main():
    places, complaints = {}, 0
    for path in sys.stdin.read().split():
        with open(path, encoding='utf-8') as file:
            text = file.read()
        found, wrong = texts_of(text, path.startswith('lib/src/') and not NO_PIECES.fullmatch(path))
        for _, literal in found:
            where = places.setdefault(literal, [])
            if path not in where:
                where.append(path)
        for at, literal in wrong:
            complaints += 1
            print(f'{path}:{text.count(chr(10), 0, at) + 1}: "{literal}" is put together with +;'
                  ' make it one say(…)', file=sys.stderr)
    print('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n')
    for literal, where in places.items():
        print(''.join(f'#: {path}\n' for path in where) + f'msgid "{literal}"\nmsgstr ""\n')
    return 1 if complaints else 0


sys.exit(main())
