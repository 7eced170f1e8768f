# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of every view: light and dark, wide and narrow, full and empty.

    with-display python3 tour.py --output FOLDER [--glance] [--language LANGUAGE] PROGRAM [FILE]

With --glance only the views as they open. In another language than English, what words change: each view wide
and narrow, and what is empty. LOCPATH says where the languages' locales are.
"""

import argparse
import os
import pathlib
import subprocess
import time

import desktop

# By their keys. The patient's view is there only while findings are entered, and has none: patient() goes there.
VIEWS = ('trial', 'response', 'survival', 'compare', 'pathway', 'data', 'story')
SIZES = {'wide': (1280, 800), 'narrow': (720, 480), 'large': (1920, 1080)}
STYLES = {
    'light': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-light'},
    'dark': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'},
    'contrast': {'ADW_DEBUG_COLOR_SCHEME': 'prefer-light', 'ADW_DEBUG_HIGH_CONTRAST': '1'},
}
# The time of the window's own motions, and of a figure to be laid out.
PAUSE = 1.0


class Tour:

    def __init__(self, program, files, folder, language=None):
        self.program = program
        self.files = files
        self.surroundings = desktop.speaking(language) if language else {}
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def start(self, style):
        return desktop.Program(*self.files, program=self.program, env={**STYLES[style], **self.surroundings})

    def take(self, window, name):
        time.sleep(PAUSE)
        window.picture(str(self.folder / f'{name}.png'))
        print(self.folder / f'{name}.png')

    def choose(self, window, words):
        """Opens the first trial that the words find, and leaves the search as it was."""
        window.key('ctrl+f', 'ctrl+a')
        window.type(words)
        time.sleep(PAUSE)
        window.key('Return', 'ctrl+f', 'Escape')

    def tick(self, window, words, most):
        window.key('ctrl+f', 'ctrl+a')
        window.type(words)
        time.sleep(PAUSE)
        # From the search on: patient, sort, facets, list; in newer GTK the first Down would only choose the row with the focus.
        window.key('Tab', 'Tab', 'Tab', 'Tab', 'Home')
        for _ in range(most):
            window.key('ctrl+d', 'Down')
        window.key('ctrl+f', 'Escape')

    def views(self, window, prefix, views=VIEWS):
        for number, view in enumerate(VIEWS, 1):
            if view in views:
                window.key(f'ctrl+{number}')
                self.take(window, f'{prefix}-{view}')

    def full(self, style, size):
        with self.start(style) as window:
            window.resize(*SIZES[size])
            self.views(window, f'{style}-{size}-first', ('trial', 'compare'))
            window.key('ctrl+2')
            self.choose(window, 'destiny')
            self.tick(window, 'has:orr', 4)
            self.views(window, f'{style}-{size}')
            if size == 'narrow':
                window.key('F9')
                self.take(window, f'{style}-{size}-list')

    def empty(self, style):
        with self.start(style) as window:
            window.resize(*SIZES['wide'])
            window.key('ctrl+f')
            window.type('tucatinib zzzz')
            self.views(window, f'{style}-empty', ('response', 'survival'))

    def parts(self, style):
        with self.start(style) as window:
            window.resize(*SIZES['wide'])
            window.tab_to('toggle button', lambda name: 'facet' in name.lower(), 40)
            window.key('Return')
            self.take(window, f'{style}-facets')
            window.key('Escape', 'ctrl+question')
            self.take(window, f'{style}-shortcuts')
            window.key('Escape')

    def patient(self, style, size):
        with self.start(style) as window:
            window.resize(*SIZES[size])
            window.key('ctrl+1')
            if size == 'narrow':
                window.key('F9')
            window.tab_to('toggle button', 'Patient', 40)
            window.key('Return')
            self.take(window, f'{style}-{size}-patient')
            window.tab_to('list item', lambda name: name.startswith('RAS'))
            window.key('Return')
            window.tab_to('toggle button', 'RAS: mutated')
            window.key('space', 'Down', 'Return')
            self.take(window, f'{style}-{size}-patient-ras')
            window.key('Escape', 'Escape')
            self.choose(window, 'destiny')
            self.take(window, f'{style}-{size}-patient-trial')
            window.key('F9')
            self.take(window, f'{style}-{size}-patient-list')
            if size == 'wide':
                window.key('F9')
                window.tab_to('push button', 'Patient’s sheet')
                window.key('space')
                self.take(window, f'{style}-{size}-patient-sheet')

    def everything(self):
        for style in STYLES:
            self.full(style, 'wide')
        self.full('light', 'narrow')
        self.full('light', 'large')
        self.empty('light')
        self.parts('light')
        self.patient('light', 'wide')
        self.patient('dark', 'wide')
        self.patient('light', 'narrow')
        self.large_text()

    def large_text(self):
        """Text at twice its size, as a person sets it for the whole desktop."""
        subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER', 'Xft.dpi:\t192\n'], check=True)
        with self.start('light') as window:
            window.resize(*SIZES['large'])
            self.choose(window, 'destiny')
            self.tick(window, 'has:orr', 4)
            self.views(window, 'text-large')
            window.resize(1280, 800)
            self.views(window, 'text-wide')
        subprocess.run(['xprop', '-root', '-remove', 'RESOURCE_MANAGER'], check=True)

    def words(self):
        self.full('light', 'wide')
        self.full('light', 'narrow')
        self.empty('light')

    def glance(self):
        with self.start('light') as window:
            window.resize(*SIZES['wide'])
            self.choose(window, 'destiny')
            self.views(window, 'window')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--output', type=pathlib.Path, required=True)
    parser.add_argument('--glance', action='store_true')
    parser.add_argument('--language', choices=desktop.LOCALES)
    parser.add_argument('program')
    parser.add_argument('files', nargs='*')
    arguments = parser.parse_args()
    tour = Tour(os.path.abspath(arguments.program), arguments.files, arguments.output, arguments.language)

    if arguments.glance:
        tour.glance()
    elif arguments.language:
        tour.words()
    else:
        tour.everything()


if __name__ == '__main__':
    main()
