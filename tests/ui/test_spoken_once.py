# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that assistive technology is told has its name again as its description, or a widget's type as its name."""

import json
import os
import tempfile
import unittest

import desktop
import tapmain
import test_curves
import test_import

EVERY = 'Trials, 39 trials'
# A type of GTK's or libadwaita's stands in for a name that is missing. Only what one can go to needs one.
TYPES = ('Gtk', 'Adw', 'Rgm')
FOCUSABLE = desktop.pyatspi.STATE_FOCUSABLE
ROLES = ('push button', 'button', 'toggle button', 'check box', 'text', 'list item')


class SpokenOnce(unittest.TestCase):

    def setUp(self):
        self.data = tempfile.TemporaryDirectory()
        self.addCleanup(self.data.cleanup)
        self.env = {'XDG_DATA_HOME': self.data.name}

    def start(self, *arguments):
        return desktop.Program(*arguments, env=self.env)

    def check(self, program, where):
        """What is wrong now, given a moment in which what opens gets its names."""
        def find():
            found = set()
            for node in desktop.walk(program.frame.parent):
                try:
                    name, description, role = node.name, node.description, node.getRoleName()
                    if role != 'application' and name and name == description:
                        found.add(('twice', role, name))
                    elif role in ROLES and name.startswith(TYPES) and node.getState().contains(FOCUSABLE):
                        found.add(('a type', role, name, description))
                except Exception:  # pylint: disable=broad-except  # the node has gone
                    continue
            return found
        try:
            desktop.wait_for('names', lambda: not find(), 3)
        except desktop.NotThere:
            self.assertEqual(find(), set(), where)

    def open_popover(self, program, name):
        program.tab_to('toggle button', name)
        program.key('Return')
        self.check(program, name)
        program.key('Escape')

    def test_views_and_what_opens_over_them(self):
        with self.start() as program:
            program.find('list', EVERY)
            program.resize(1280, 800)
            program.key('ctrl+f')
            program.type('destiny')
            program.find('list item', lambda name: name.startswith('DESTINY-CRC01'))
            program.key('Return', 'ctrl+f', 'Escape')
            program.find('list', EVERY)
            for number in range(1, 8):
                program.key(f'ctrl+{number}')
                self.check(program, f'view {number}')
            program.key('ctrl+2')
            program.key('ctrl+f')
            for name in ('Patient', 'Sort', 'Filters', 'Options'):
                self.open_popover(program, name)
            program.key('F10')
            self.check(program, 'menu')
            program.key('Escape')
            program.key('ctrl+question')
            program.find('frame', timeout=5)
            self.check(program, 'shortcuts')
            program.key('Escape')
            program.activate('about')
            program.find('frame', 'About')
            self.check(program, 'about')
            program.key('Escape', 'F1')
            self.check(program, 'help')

    def test_story(self):
        with self.start() as program:
            program.find('list', EVERY)
            program.key('ctrl+7')
            program.press(program.find('push button', 'Overview of the data set'))
            program.find('list item', lambda name: name.startswith('Slide 1') or '1' in name)
            self.check(program, 'story')

    def test_editing(self):
        with self.start() as program:
            program.find('list', EVERY)
            program.key('ctrl+f')
            program.type('enhertu crc01')
            program.find('list item', lambda name: '45.3%' in name)
            program.key('Return')
            program.find('label', 'DESTINY-CRC01')
            program.key('ctrl+e')
            program.find(None, 'Name of the copy', desktop.pyatspi.STATE_FOCUSED)
            self.check(program, 'copy')
            program.key('ctrl+a')
            program.type('Copy')
            program.key('Return')
            program.find(None, 'Result as printed')
            self.check(program, 'form')
            program.key('ctrl+6')
            program.press(program.find('push button', 'Edit “Trastuzumab”'))
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            self.check(program, 'agent')

    def test_dialogs(self):
        with self.start() as program:
            test_curves.Curves.open_dialog(self, program)
            self.check(program, 'curves')
            program.key('Escape')
            program.press(program.find('push button', 'Export as slide'))
            program.find(None, 'Export the slides')
            self.check(program, 'slides')

    def test_import(self):
        path = os.path.join(self.data.name, 'records.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(test_import.RECORDS, file)
        with self.start(path) as program:
            program.find(None, 'Review the import')
            self.check(program, 'review')


if __name__ == '__main__':
    tapmain.main()
