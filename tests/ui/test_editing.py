# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing from outside: a copy, a result, undo, saving, and what outlives the program."""

import json
import os
import signal
import tempfile
import unittest

import desktop
import tapmain

EVERY = 'Trials, 39 trials'
NAME = 'My evidence'
RESULT = 'Result as printed'


def row_with(*parts):
    return lambda name: name.startswith('DESTINY-CRC01') and all(part in name for part in parts)


class Editing(unittest.TestCase):

    def setUp(self):
        self.data = tempfile.TemporaryDirectory()
        self.addCleanup(self.data.cleanup)
        self.env = {'XDG_DATA_HOME': self.data.name}

    def file(self):
        return os.path.join(self.data.name, 'regimen', 'library', NAME + '.json')

    def open_trial(self, program):
        program.find('list', EVERY)
        program.key('ctrl+f')
        program.type('enhertu crc01')
        program.find('list item', row_with('45.3%'))
        program.key('Return')
        program.find('label', 'DESTINY-CRC01')

    def edit_copy(self, program):
        self.open_trial(program)
        program.key('ctrl+e')
        program.find(None, 'Name of the copy', desktop.pyatspi.STATE_FOCUSED)
        program.key('ctrl+a')
        program.type(NAME)
        program.key('Return')
        program.find(None, RESULT)

    def go_to_result(self, program):
        """With Tab from the first field, where the focus begins."""
        program.find(None, 'Name', desktop.pyatspi.STATE_FOCUSED)
        result = program.find('text', RESULT)
        for _ in range(120):
            if result.getState().contains(desktop.pyatspi.STATE_FOCUSED):
                break
            program.key('Tab')
        else:
            self.fail('Tab doesn’t lead to the result')
        program.key('ctrl+a')

    def type_result(self, program, text):
        self.go_to_result(program)
        program.type(text)
        program.find('label', lambda name: name.startswith('The rate is'))
        program.key('Tab')

    def outcome(self):
        with open(self.file(), encoding='utf-8') as file:
            trials = json.load(file)['trials']
        arm = next(each for each in trials if each['name'] == 'DESTINY-CRC01')['arms'][0]
        return next(each for each in arm['outcomes'] if each['endpoint'] == 'ORR')

    def test_a_result_is_changed_undone_saved_and_opened_again(self):
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            self.type_result(program, '20/53 (37.7%)')
            program.find('list item', row_with('37.7%'))
            program.key('ctrl+z')
            program.find('list item', row_with('45.3%'))
            program.key('ctrl+shift+z')
            program.find('list item', row_with('37.7%'))
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: self.outcome()['value'] == 37.7)
        self.assertEqual(self.outcome()['responders'], 20)
        self.assertTrue(self.outcome()['sources'])
        with desktop.Program(self.file(), env=self.env) as program:
            program.find('list item', row_with('37.7%'))

    def test_what_is_not_understood_stays_and_is_said(self):
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            self.go_to_result(program)
            program.type('60/53')
            program.key('Tab')
            program.find('label', lambda name: 'than there are' in name)
            program.find('list item', row_with('45.3%'))

    def test_what_was_not_saved_is_offered_back(self):
        program = desktop.Program(env=self.env)
        program.__enter__()
        try:
            self.edit_copy(program)
            self.type_result(program, '20/53 (37.7%)')
            program.find('list item', row_with('37.7%'))
        finally:
            program.process.send_signal(signal.SIGKILL)
            program.process.wait()
            program.log.close()
        with desktop.Program(self.file(), env=self.env) as program:
            program.find(None, 'Restore unsaved changes?')
            program.key('Return')
            program.find('list item', row_with('37.7%'))
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: self.outcome()['value'] == 37.7)


if __name__ == '__main__':
    tapmain.main()
