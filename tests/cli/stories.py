#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The examples of the manual, run in a shell; none shows a national number whole.

    stories.py PROGRAM MAN_FOLDER STORIES_FOLDER [STORY...]

Every example of every page stands word for word in one of the stories, STORY.story, which prepare
what it needs and run it. A page whose example no story tells fails here, and so does a story whose
command ends otherwise than it says, or shows a whole national or BIS number without --reveal.

A story has lines as one types them: `dcadmin ...`, with whatever a shell makes of them. `scene NAME`
begins it with what NAME.scene leaves behind, `file NAME` writes the indented lines under it, `input`
gives them to the next command, `set NAME=VALUE` sets a variable (FOLDER is where the story plays),
`exits N` says how the next command ends when not with 0, and `apart REASON` says why the next one
is not run here.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, MAN, STORIES = (os.path.abspath(path) for path in sys.argv[1:4])


def examples():
    """The lines under EXAMPLES of each command's page; of which there must be one."""
    found = {}
    for name in sorted(os.listdir(MAN)):
        if not re.fullmatch(r'dcadmin-.*\.1', name):
            continue
        with open(os.path.join(MAN, name), encoding='utf-8') as page:
            _, _, part = page.read().partition('\n.Sh EXAMPLES\n')
        lines = re.findall(r'^\.Bd -literal -offset indent\n(.*?)\n\.Ed$', part, re.S | re.M)
        found[name] = [line.replace('\\&', '').replace('\\-', '-').replace('\\e', '\\')
                       for line in lines]
    return found


def whole_numbers(text):
    """The national and BIS numbers in it, with a right check number."""
    written = r'(?<!\d)(\d\d)\.?(\d\d)\.?(\d\d)-?(\d{3})\.?(\d\d)(?!\d)'
    for found in re.finditer(written, text):
        first, check = int(''.join(found.groups()[:4])), int(found[5])
        if check in (97 - first % 97, 97 - (2_000_000_000 + first) % 97):
            yield found[0]


def steps(path):
    """The lines of a script, each with the indented ones under it."""
    told = []
    with open(path, encoding='utf-8') as script:
        for line in script.read().split('\n'):
            if line.startswith('  ') and told:
                told[-1][1].append(line[2:] + '\n')
            elif line and not line.startswith('#'):
                told.append((line, []))
    return [(line, ''.join(body)) for line, body in told]


class Player:
    def __init__(self, kept):
        self.kept = kept      # what scenes left behind
        self.told = set()     # the lines of all stories
        self.wrong = []
        self.shown = 0        # numbers that --reveal showed

    def environment(self, folder):
        bin_folder = os.path.join(self.kept, 'bin')
        return {'PATH': bin_folder + os.pathsep + os.environ['PATH'], 'HOME': folder,
                'LC_ALL': 'C.UTF-8', 'TMPDIR': folder, 'DCADMIN_NOW': '2026-11-23T12:00:00Z',
                **{name: value for name, value in os.environ.items() if 'SAN_OPTIONS' in name}}

    def set_scene(self, name, folder):
        there = os.path.join(self.kept, name)
        if not os.path.exists(there):
            made = tempfile.mkdtemp(dir=self.kept)
            self.play(os.path.join(STORIES, name + '.scene'), made)
            os.rename(made, there)
        shutil.rmtree(folder)
        shutil.copytree(there, folder)

    def play(self, path, folder):
        variables, given, ends, apart = self.environment(folder), '', 0, False
        for line, body in steps(path):
            word, _, rest = line.partition(' ')
            if word == 'scene':
                self.set_scene(rest, folder)
            elif word == 'file':
                os.makedirs(os.path.dirname(os.path.join(folder, rest)), exist_ok=True)
                with open(os.path.join(folder, rest), 'w', encoding='utf-8') as file:
                    file.write(body)
            elif word == 'input':
                given = body
            elif word == 'set':
                name, _, value = rest.partition('=')
                variables[name] = value.replace('FOLDER', folder)
            elif word == 'exits':
                ends = int(rest)
            elif word == 'apart':
                apart = bool(rest)
            else:
                self.told.add(line)
                if not apart:
                    self.run(path, line, folder, variables, given, ends)
                given, ends, apart = '', 0, False

    def run(self, path, line, folder, variables, given, ends):
        # Nothing is taken from a terminal, and nothing waits for one.
        ran = subprocess.run(['bash', '-c', line], cwd=folder, env=variables, input=given, text=True,
                             capture_output=True, timeout=60, check=False, start_new_session=True)
        if ran.returncode != ends:
            self.wrong.append(f'{os.path.basename(path)}: {line}\n  ended with {ran.returncode}, not '
                              f'{ends}: {(ran.stderr or ran.stdout)[-600:]}')
        shown = set(whole_numbers(ran.stdout + ran.stderr))
        self.shown += len(shown)
        if shown and '--reveal' not in line:
            self.wrong.append(f'{os.path.basename(path)}: {line}\n  shows {", ".join(shown)}')


def main():
    work = tempfile.mkdtemp(prefix='dcadmin-stories.')
    try:
        player = Player(work)
        os.makedirs(os.path.join(work, 'bin'))
        os.symlink(PROGRAM, os.path.join(work, 'bin', 'dcadmin'))
        chosen = sys.argv[4:] or sorted(name[:-len('.story')] for name in os.listdir(STORIES)
                                        if name.endswith('.story'))
        for name in chosen:
            folder = tempfile.mkdtemp(dir=work)
            player.play(os.path.join(STORIES, name + '.story'), folder)
            shutil.rmtree(folder)
        if not sys.argv[4:]:
            pages = examples()
            for page, lines in pages.items():
                if not lines:
                    player.wrong.append(f'{page}: has no example')
                for line in lines:
                    if line not in player.told:
                        player.wrong.append(f'{page}: no story under {STORIES} tells: {line}')
            assert len(pages) > 200, pages
            assert player.shown > 0, 'no example reveals a number'
            print(f'{sum(map(len, pages.values()))} examples of {len(pages)} pages, '
                  f'{len(player.told)} commands in {len(chosen)} stories')
        print('\n'.join(player.wrong), file=sys.stderr)
        return 1 if player.wrong else 0
    finally:
        shutil.rmtree(work)


sys.exit(main())
