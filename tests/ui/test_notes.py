# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's own notes and bookmarks from outside: made, found in the list, and there at the next start."""

import csv
import os
import tempfile
import unittest

import desktop
import tapmain

EVERY = 'Trials, 39 trials'
NOTE = 'Ask the tumour board'


def is_row(name):
    return name.startswith('DESTINY-CRC01')


def is_bookmarked_row(name):
    return is_row(name) and 'bookmarked' in name


class Notes(unittest.TestCase):

    def setUp(self):
        self.data = tempfile.TemporaryDirectory()
        self.addCleanup(self.data.cleanup)
        self.env = {'XDG_DATA_HOME': self.data.name}

    def search(self, program, text):
        program.key('ctrl+f', 'ctrl+a')
        program.type(text)

    def open_trial(self, program):
        program.find('list', EVERY)
        self.search(program, 'enhertu crc01')
        program.find('list item', is_row)
        program.key('Return')
        program.find('label', 'DESTINY-CRC01')

    def saved(self):
        path = os.path.join(self.data.name, 'regimen', 'notes.ini')
        if not os.path.exists(path):
            return ''
        with open(path, encoding='utf-8') as file:
            return file.read()

    def test_a_note_and_a_bookmark_stay(self):
        with desktop.Program(env=self.env) as program:
            self.open_trial(program)
            program.key('ctrl+b')
            program.find('list item', is_bookmarked_row)
            program.find('toggle button', 'Bookmark', desktop.pyatspi.STATE_PRESSED)
            program.tab_to(None, 'Your note')
            program.type(NOTE)
            program.key('Tab')
            desktop.wait_for('the note on the disk', lambda: NOTE in self.saved())
            if 'REGIMEN_PICTURES' in os.environ:
                program.resize(1280, 800)
                program.picture(f'{os.environ["REGIMEN_PICTURES"]}/note.png')

        with desktop.Program(env=self.env) as program:
            program.find('list', EVERY)
            self.search(program, 'is:bookmarked note:tumor')
            program.find('list item', is_bookmarked_row)
            program.key('Return', 'ctrl+b')
            desktop.wait_for('no row', lambda: not program.is_there('list item', is_row))

    def test_a_number_has_a_note(self):
        with desktop.Program(env={**self.env, **desktop.WITH_FOREIGN_LEAKS}) as program:
            self.open_trial(program)
            program.resize(1280, 800)
            program.tab_to('toggle button', 'Your note on Objective response rate')
            program.key('space')
            program.find('check box', 'Bookmark')
            program.type(NOTE)
            if 'REGIMEN_PICTURES' in os.environ:
                program.picture(f'{os.environ["REGIMEN_PICTURES"]}/note-on-number.png')
            program.key('Escape')
            desktop.wait_for('the note on the disk', lambda: NOTE in self.saved())
            program.find('label', f'Your note: {NOTE}')
            if 'REGIMEN_PICTURES' in os.environ:
                program.picture(f'{os.environ["REGIMEN_PICTURES"]}/number-with-note.png')
            self.search(program, 'note:board')
            program.find('list item', is_row)
            # They leave the program when asked for: a name gets its ending, and one that is refused brings the dialog back.
            path = os.path.join(self.data.name, 'notes.csv')
            for _ in range(2):
                program.key('F10')
                program.find('menu item', lambda name: 'Save your notes' in name)
                program.key('u')
                program.save_as('Save your notes', os.path.join(self.data.name, 'notes'), path)
            program.find('label', lambda name: name.startswith('“notes.csv” already exists.'))
            program.find('push button', desktop.labelled('Save'), within=program.find(None, 'Save your notes'))
            program.key('Escape')
            program.wait_gone(None, 'Save your notes')
            with open(path, encoding='utf-8-sig') as file:
                rows = list(csv.DictReader(file))
            self.assertEqual([(row['Trial'], row['Arm'], row['Endpoint'], row['Your note']) for row in rows],
                             [('DESTINY-CRC01', 'T-DXd', 'Objective response rate', NOTE)])

    def test_a_note_that_is_being_written_outlives_its_window(self):
        with desktop.Program(env=self.env) as program:
            self.open_trial(program)
            program.tab_to(None, 'Your note')
            program.type(NOTE)
            program.key('ctrl+w')
            program.process.wait(20)
        self.assertIn(NOTE, self.saved())


if __name__ == '__main__':
    tapmain.main()
