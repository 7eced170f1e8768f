# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing from outside: a copy, a result, undo, saving, and what outlives the program."""

import contextlib
import json
import os
import re
import signal
import subprocess
import tempfile
import time
import unittest

import desktop
import tapmain

EVERY = 'Trials, 39 trials'
NAME = 'My evidence'
RESULT = 'Result as printed'
PASTE = 'Paste a DOI, a PubMed number, RIS, BibTeX or NBIB'

RIS = ('TY  - JOUR', 'AU  - Maker, Ann', 'TI  - An invented trial', 'PY  - 2021', 'no tag', 'DO  - 10.1234/abc.5', *['KW  - word'] * 6, 'ER  - ')


def row_with(*parts):
    return lambda name: name.startswith('DESTINY-CRC01') and all(part in name for part in parts)


def picture(program, name):
    if 'REGIMEN_PICTURES' in os.environ:
        program.picture(f'{os.environ["REGIMEN_PICTURES"]}/{name}.png')


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

    def test_a_choice_that_must_be_made_is_shown_as_it_was_made(self):
        """Newer GTK chooses the first of a list by itself, which would be another status."""
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            program.find('label', 'Completed', within=program.find('combo box', 'Status'))

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

    def sources(self):
        with open(self.file(), encoding='utf-8') as file:
            return json.load(file)['sources']

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

    def test_what_is_saved_elsewhere_is_called_by_its_new_name(self):
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            program.find('frame', lambda name: name.startswith(os.path.basename(self.file())))
            program.key('ctrl+shift+s')
            program.save_as('Save the data set', os.path.join(os.path.dirname(self.file()), 'elsewhere.json'))
            program.find('frame', lambda name: name.startswith('elsewhere.json ('))

    def test_a_file_that_changed_on_disk_is_not_overwritten(self):
        """The difference is shown, and what is open can be saved elsewhere."""
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            self.type_result(program, '20/53 (37.7%)')
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: self.outcome()['value'] == 37.7)
            # Somebody else, or another window, writes the same file meanwhile.
            data = self.read(self.file())
            trial = next(each for each in data['trials'] if each['name'] == 'DESTINY-CRC01')
            trial['enrolment'] = {'count': 53}
            for number, other in enumerate(each for each in data['trials'] if each is not trial):
                other['sponsor'] = f'Group {number}'
            theirs = json.dumps(data)
            with open(self.file(), 'w', encoding='utf-8') as file:
                file.write(theirs)
            program.key('shift+Tab', 'ctrl+a')
            program.type('21/53 (39.6%)')
            program.key('Tab')
            program.find('list item', row_with('39.6%'))
            program.key('ctrl+s')
            program.find(None, 'The file was changed on disk')
            picture(program, 'conflict')
            program.find('label', lambda name: 'DESTINY-CRC01, Enrolment' in name and '“53” on disk' in name and re.search('[0-9]+ more$', name))
            with open(self.file(), encoding='utf-8') as file:
                self.assertEqual(file.read(), theirs)
            program.key('Escape')
            program.wait_gone(None, 'The file was changed on disk')
            program.find('list item', row_with('39.6%'))
            program.key('ctrl+z')
            program.find('list item', row_with('37.7%'))

    def test_a_file_that_is_gone_can_be_saved_again(self):
        """It is said what has become of it, and nothing is lost."""
        path = self.own_data()
        with desktop.Program(path, env=self.env) as program:
            program.find('list', lambda name: name.startswith('Trials'))
            self.choose(program, 'SECOND')
            self.type_name(program, 'RENAMED')
            os.rename(path, path + '.away')
            program.key('ctrl+s')
            program.find(None, 'The file is no longer there')
            picture(program, 'gone')
            program.key('Return')
            program.save_as('Save the data set', path)
            desktop.wait_for('the name', lambda: 'RENAMED' in [each['name'] for each in self.read(path)['trials']])

    def test_two_windows_edit_one_file(self):
        """What the first has not saved is not offered to the second as if the program had ended."""
        path = self.own_data()
        with desktop.Program(path, env=self.env) as program:
            program.find('list', lambda name: name.startswith('Trials'))
            self.choose(program, 'SECOND')
            self.type_name(program, 'FROM-ONE')
            program.key('Tab')
            program.find('list item', lambda name: name.startswith('FROM-ONE'))
            # Opened from outside, its window is shown as it is.
            subprocess.run([os.environ['REGIMEN'], path], env={**os.environ, **self.env}, check=True, timeout=60)
            self.assertFalse(program.is_there(None, 'Revert to what was saved?'))
            first = program.window
            program.activate('new-window')
            desktop.wait_for('two windows', lambda: len(desktop.find_all(program.application, 'frame')) == 2)
            # It has what is on the disk.
            desktop.wait_for('both lists', lambda: {'FROM-ONE', 'SECOND'} <= {
                each.name.split(' ')[0].strip(',') for each in desktop.find_all(program.application, 'list item')})
            picture(program, 'elsewhere')
            self.assertFalse(program.is_there(None, 'Restore unsaved changes?'))
            program.window = first
            program.focus()
            program.key('ctrl+s')
            desktop.wait_for('the name', lambda: 'FROM-ONE' in [each['name'] for each in self.read(path)['trials']])

    def test_closing_tells_of_what_cannot_be_stored(self):
        """It would go with the window; closed once more, it does. What is typed after a change is told of anew."""
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            self.go_to_result(program)
            for text in ('8/27 (29.6% blah', '8/27 (29.6% bleh'):
                program.key('ctrl+a')
                program.type(text)
                program.find('label', lambda name, word=text.split()[-1]: name.startswith('“' + word))
                program.key('ctrl+2')
                program.find('panel', lambda name: name.startswith('Objective response rate'))
                program.key('ctrl+w')
                program.find('text', RESULT, desktop.pyatspi.STATE_FOCUSED)
                self.assertEqual(self.field(program, RESULT), text)
                if text.endswith('blah'):
                    program.key('ctrl+a')
                    program.type('20/53 (37.7%)')
                    program.key('Tab')
                    program.find('list item', row_with('37.7%'))
                    program.key('shift+Tab')
                    program.find('text', RESULT, desktop.pyatspi.STATE_FOCUSED)
            self.assertIsNone(program.process.poll())
            program.key('ctrl+w')
            program.press(program.find('push button', desktop.labelled('Discard')))
            desktop.wait_for('the end', lambda: program.process.poll() is not None)

    def test_what_is_typed_first_is_saved(self):
        """Before it is taken there is no change, and nothing to save."""
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            program.find(None, 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+a')
            program.type('Renamed')
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: 'Renamed' in [each['name'] for each in self.read(self.file())['trials']])

    def test_what_is_typed_first_is_undone_in_one_step(self):
        """Whether or not it can be stored, and before the field is left."""
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            program.find(None, 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+a')
            program.type('Renamed')
            desktop.wait_for('the text', lambda: self.field(program, 'Name') == 'Renamed')
            program.key('ctrl+z')
            desktop.wait_for('the name', lambda: self.field(program, 'Name') == 'DESTINY-CRC01')
            program.key('ctrl+shift+z')
            desktop.wait_for('the text', lambda: self.field(program, 'Name') == 'Renamed')
            program.key('ctrl+a', 'BackSpace')
            desktop.wait_for('no text', lambda: self.field(program, 'Name') == '')
            program.key('ctrl+z')
            desktop.wait_for('the text', lambda: self.field(program, 'Name') == 'Renamed')
            program.key('ctrl+z')
            desktop.wait_for('the name', lambda: self.field(program, 'Name') == 'DESTINY-CRC01')
            desktop.wait_for('nothing to undo', lambda: self.undo_name(program) == 'Undo')

    def test_what_is_not_understood_stays_and_is_said(self):
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            self.go_to_result(program)
            program.type('60/53')
            program.key('Tab')
            program.find('label', lambda name: 'than there are' in name)
            program.find('list item', row_with('45.3%'))
            # To quit would lose it: the first time, the field is shown instead.
            program.activate('quit')
            program.find('text', RESULT, desktop.pyatspi.STATE_FOCUSED)

    def choose(self, program, name):
        """A trial of the list, which the search finds."""
        program.key('ctrl+f', 'ctrl+a')
        program.type(name.lower())
        desktop.wait_for('one row', lambda: [each.name.split(' ')[0].strip(',') for each in desktop.find_all(program.application, 'list item')][:1] == [name])
        program.key('Return')
        program.find('label', name)

    def open_form(self, program):
        """The form of the first trial of a data set of one's own, and what can't be stored in its first result."""
        refused = '8/27 (29.6% blah'
        program.find('list', lambda name: name.startswith('Trials'))
        self.choose(program, 'FIRST')
        program.key('ctrl+e')
        self.go_to_result(program)
        program.type(refused)
        program.find('label', lambda name: name.startswith('“blah'))
        return refused

    def assert_kept(self, program, text):
        """The field has it, and says why it can't be stored."""
        desktop.wait_for('the text', lambda: desktop.find(program.application, 'text', RESULT) and self.field(program, RESULT) == text)
        program.find('label', lambda name: name.startswith('“blah'))

    def test_what_cannot_be_stored_is_kept_where_the_form_is_left(self):
        """By whichever way; it is said once, and the text is there when one comes back."""
        with desktop.Program(self.own_data(), env=self.env) as program:
            text = self.open_form(program)
            self.choose(program, 'SECOND')
            program.find(None, '“Result as printed” of FIRST cannot be stored yet. What you typed is kept in the form.')
            picture(program, 'kept')
            program.wait_gone('text', RESULT)
            # Closing tells of it from there, too.
            program.key('ctrl+w')
            program.find('text', RESULT, desktop.pyatspi.STATE_FOCUSED)
            self.assert_kept(program, text)
            program.key('ctrl+2', 'ctrl+1')
            self.assert_kept(program, text)
            # Results change places: the text goes with its own.
            program.press(program.find('push button', 'Move “ORR” down'))
            desktop.wait_for('the text below', lambda: self.results(program)[1:2] == [text])
            program.key('ctrl+z')
            self.assert_kept(program, text)
            self.choose(program, 'SECOND')
            program.wait_gone('text', RESULT)
            program.key('alt+Left')
            self.assert_kept(program, text)
            # The data set is another since it was told; told again, the program ends.
            program.key('ctrl+2')
            program.activate('quit')
            program.find('text', RESULT, desktop.pyatspi.STATE_FOCUSED)

    def results(self, program):
        texts = [each.queryText() for each in desktop.find_all(program.application, 'text', RESULT)]
        return [each.getText(0, each.characterCount) for each in texts]

    def type_name(self, program, name):
        """Into the form of the trial that is shown."""
        program.key('ctrl+e')
        program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
        program.key('ctrl+a')
        program.type(name)

    def undo_name(self, program):
        """What the menu says, which stands open then only as long as it is read."""
        for patience in (8, 8, 20):
            # A key that comes while another popover goes is lost.
            program.key('F10')
            try:
                name = program.find('menu item', lambda name: name.startswith('Undo'), timeout=patience).name
                break
            except desktop.NotThere:
                if patience == 20:
                    raise
        program.key('Escape')
        return name

    def test_a_copy_and_a_move_are_undone_by_name(self):
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            program.press(program.find('push button', 'Duplicate “T-DXd”'))
            program.find('push button', 'Move “T-DXd (copy)” up')
            self.assertEqual(self.undo_name(program), 'Undo duplicate arm')
            program.press(program.find('push button', 'Move “T-DXd (copy)” up'))
            desktop.wait_for('the name of the step', lambda: self.undo_name(program) == 'Undo move arm')
            program.key('ctrl+z')
            desktop.wait_for('the step before', lambda: self.undo_name(program) == 'Undo duplicate arm')
            program.key('ctrl+z')
            desktop.wait_for('no step', lambda: 'arm' not in self.undo_name(program))
            # A result is copied like an arm.
            program.press(program.find('push button', 'Duplicate “ORR”'))
            desktop.wait_for('two results', lambda: len(desktop.find_all(program.application, 'push button', 'Duplicate “ORR”')) == 2)
            self.assertEqual(self.undo_name(program), 'Undo duplicate result')
            # With a change the program would ask before it ends.
            program.key('ctrl+z')
            desktop.wait_for('one result', lambda: len(desktop.find_all(program.application, 'push button', 'Duplicate “ORR”')) == 1)
            program.wait_gone('push button', 'Move “T-DXd (copy)” up')

    def copy_data(self, program):
        """The copy is edited where it was asked for."""
        program.find('list', EVERY)
        program.key('ctrl+6')
        program.press(program.find('push button', desktop.labelled('Edit a copy…')))
        program.find(None, 'Name of the copy', desktop.pyatspi.STATE_FOCUSED)
        program.key('ctrl+a')
        program.type(NAME)
        program.key('Return')

    def agent_names(self):
        with open(self.file(), encoding='utf-8') as file:
            return [each['name'] for each in json.load(file)['agents']]

    def test_an_agent_is_changed_copied_and_deleted_and_each_is_undone(self):
        with desktop.Program(env=self.env) as program:
            self.copy_data(program)
            program.press(program.find('push button', 'Edit “Trastuzumab”'))
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            picture(program, 'edit-agent')
            # What is used isn't deleted, and what uses it is named.
            program.press(program.find('push button', desktop.labelled('Delete')))
            program.find('label', lambda name: name.startswith('“Trastuzumab” cannot be deleted, because it is used by: '))
            program.key('ctrl+a')
            program.type('Herceptin')
            program.press(program.find('push button', lambda name: name.endswith('Duplicate')))
            program.find('push button', 'Edit “Herceptin (copy)”')
            program.press(program.find('push button', desktop.labelled('Delete')))
            program.wait_gone('push button', desktop.labelled('Delete'))
            program.wait_gone('push button', 'Edit “Herceptin (copy)”')
            for name in ('delete agent', 'duplicate agent', 'change of “Name”'):
                desktop.wait_for(name, lambda: self.undo_name(program) == 'Undo ' + name)
                program.key('ctrl+z')
            program.press(program.find('push button', 'Edit “Trastuzumab”'))
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.key('Escape')
            program.find('push button', 'Edit “Trastuzumab”', desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+shift+z')
            program.find('push button', 'Edit “Herceptin”', desktop.pyatspi.STATE_FOCUSED)
            picture(program, 'edited-agent')
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: 'Herceptin' in self.agent_names())
        self.assertNotIn('Trastuzumab', self.agent_names())

    def own_data(self):
        """A small data set of one's own, which is edited where it is."""
        path = os.path.join(self.data.name, 'sample.json')
        with open(os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], 'tests', 'load', 'sample.json'), encoding='utf-8') as file:
            data_set = json.load(file)
        data_set['remarks'] = [{'kind': 'note', 'text': 'Nothing here is true.', 'sources': []}]
        data_set['characteristics'] = [{'id': 'setting', 'name': 'Setting', 'values': [{'id': 'metastatic', 'name': 'metastatic'}]}]
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(data_set, file)
        return path

    def read(self, path):
        with open(path, encoding='utf-8') as file:
            return json.load(file)

    def show_data(self, program):
        program.find('list', lambda name: name.startswith('Trials'))
        program.key('ctrl+6')

    def walk_to(self, program, role, name, key='Tab'):
        """With one key, as go_to() does, in a page on which it is far."""
        node = program.find(role, name)
        for _ in range(200):
            if node.getState().contains(desktop.pyatspi.STATE_FOCUSED):
                return
            program.key(key)
        self.fail(f'{key} doesn’t lead to {name}')

    def edit(self, program, name):
        """Opens the form of a record on the Data view, at its first field."""
        self.walk_to(program, 'push button', f'Edit “{name}”')
        program.key('Return')

    def leave(self, program, name):
        """Closes the form, and is back at the record."""
        program.key('Escape')
        program.find('push button', f'Edit “{name}”', desktop.pyatspi.STATE_FOCUSED)

    def undo(self, program, *names):
        for name in names:
            desktop.wait_for(name, lambda: self.undo_name(program) == 'Undo ' + name)
            program.key('ctrl+z')

    def test_the_data_set_itself_is_edited_by_keyboard(self):
        path = self.own_data()
        title = 'A made-up data set with every key'
        with desktop.Program(path, env=self.env) as program:
            self.show_data(program)
            self.edit(program, title)
            program.find('text', 'Title', desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+a')
            program.type('Our patients')
            program.key('Tab')
            program.find('text', 'Description', desktop.pyatspi.STATE_FOCUSED)
            # What it cannot be without is refused, as is what is no day; both stay to be mended.
            self.walk_to(program, 'text', 'As of')
            program.key('ctrl+a')
            program.type('last week')
            program.key('Tab')
            program.find('label', lambda name: 'found "last week"' in name)
            program.key('shift+Tab', 'ctrl+a')
            program.type('2026-05-01')
            self.walk_to(program, 'text', 'Name')
            program.key('ctrl+a')
            program.type('CC BY 4.0')
            self.walk_to(program, 'text', 'Credit')
            program.key('ctrl+a')
            program.type('Ward 4')
            picture(program, 'data-set')
            self.assertFalse(program.is_there('push button', desktop.labelled('Delete')))
            self.leave(program, 'Our patients')
            program.find('label', 'Our patients')
            program.find('label', 'Ward 4')
            self.undo(program, 'change of “Credit”')
            program.find('label', 'Nobody is to be credited.')
            program.key('ctrl+shift+z')
            program.find('label', 'Ward 4')
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: self.read(path)['title'] == 'Our patients')
        saved = self.read(path)
        self.assertEqual(saved['as_of'], '2026-05-01')
        self.assertEqual({key: saved['licence'][key] for key in ('name', 'credit')}, {'name': 'CC BY 4.0', 'credit': 'Ward 4'})
        self.assertEqual(saved['description'], 'Nothing in it is true.')

    def test_remarks_on_the_data_set_are_edited_and_added(self):
        path = self.own_data()
        with desktop.Program(path, env=self.env) as program:
            self.show_data(program)
            self.edit(program, 'Nothing here is true.')
            self.walk_to(program, 'text', 'Remark')
            program.key('ctrl+a')
            program.type('All of it is made up.')
            self.leave(program, 'All of it is made up.')
            self.undo(program, 'change of “Remark”')
            program.find('push button', 'Edit “Nothing here is true.”')
            self.walk_to(program, 'push button', 'Add remark')
            program.key('Return')
            program.find(None, 'Kind', desktop.pyatspi.STATE_FOCUSED)
            program.key('Return', 'Down', 'Return')
            self.walk_to(program, 'text', 'Remark')
            program.type('Read it twice.')
            program.go_to('Tab', None, 'Source', 3)
            program.key('Return', 'Down', 'Return')
            self.walk_to(program, 'text', 'Place in the source')
            program.type('Page 1')
            program.press(program.find('push button', desktop.labelled('Add')))
            program.find('push button', 'Edit “Read it twice.”', desktop.pyatspi.STATE_FOCUSED)
            picture(program, 'remarks')
            # The one before it goes, and its form with it, though another one has its place.
            self.walk_to(program, 'push button', 'Edit “Nothing here is true.”', 'shift+Tab')
            program.key('Return')
            # What can't be stored goes with the record, and never into the next one.
            self.walk_to(program, 'text', 'Remark')
            program.key('ctrl+a', 'BackSpace')
            program.press(program.find('push button', desktop.labelled('Delete')))
            program.wait_gone('push button', desktop.labelled('Delete'))
            program.wait_gone('push button', 'Edit “Nothing here is true.”')
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: [each['text'] for each in self.read(path)['remarks']] == ['Read it twice.'])
        self.assertEqual(self.read(path)['remarks'][0]['sources'][0]['place'], 'Page 1')

    def test_definitions_are_edited_by_keyboard(self):
        path = self.own_data()
        names = {'classes': ('Kinase inhibitor', 'Small molecule'), 'endpoints': ('Grade 3 events', 'Severe events')}
        with desktop.Program(path, env=self.env) as program:
            self.show_data(program)
            for old, new in names.values():
                self.edit(program, old)
                program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
                program.key('ctrl+a')
                program.type(new)
                self.leave(program, new)
            self.edit(program, 'Setting')
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+a')
            program.type('Stage')
            self.leave(program, 'Stage')
            picture(program, 'definitions')
            self.undo(program, *['change of “Name”'] * 3)
            program.find('push button', 'Edit “Setting”')
            for _ in range(3):
                program.key('ctrl+shift+z')
            program.find('push button', 'Edit “Stage”')
            self.walk_to(program, 'push button', 'Add endpoint', 'shift+Tab')
            program.key('Return')
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.type('Time to response')
            for choice in ('Rate or time', 'Domain'):
                program.go_to('Tab', None, choice, 3)
                program.key('Return', 'Down', 'Return')
            program.press(program.find('push button', desktop.labelled('Add')))
            program.find('push button', 'Edit “Time to response”', desktop.pyatspi.STATE_FOCUSED)
            self.undo(program, 'add endpoint')
            # What is used is not deleted, and what uses it is named.
            self.walk_to(program, 'push button', 'Edit “Objective response rate”', 'shift+Tab')
            program.key('Return')
            program.press(program.find('push button', desktop.labelled('Delete')))
            program.find('label', lambda name: name.startswith('“Objective response rate” cannot be deleted'))
            self.leave(program, 'Objective response rate')
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: 'Stage' in [each['name'] for each in self.read(path)['characteristics']])
        saved = self.read(path)
        for key, (old, new) in names.items():
            self.assertIn(new, [each['name'] for each in saved[key]])
            self.assertNotIn(old, [each['name'] for each in saved[key]])
        self.assertNotIn('Time to response', [each['name'] for each in saved['endpoints']])

    def test_a_definition_is_moved_in_its_list(self):
        """The order of endpoints is that of tables."""
        path = self.own_data()
        before = self.read(path)
        with desktop.Program(path, env=self.env) as program:
            self.show_data(program)
            last = before['endpoints'][-1]['name']
            self.edit(program, last)
            program.press(program.find('push button', f'Move “{last}” up'))
            program.find('push button', f'Move “{last}” down', desktop.pyatspi.STATE_SENSITIVE)
            self.leave(program, last)
            order = [each['id'] for each in before['endpoints']]
            for key, expected in (('ctrl+s', order[:-2] + [order[-1], order[-2]]), ('ctrl+z', order)):
                program.key(key, 'ctrl+s')
                desktop.wait_for('the file', lambda: [each['id'] for each in self.read(path)['endpoints']] == expected)

    def test_what_is_undone_in_an_open_form_stays_undone(self):
        path = self.own_data()
        with desktop.Program(path, env=self.env) as program:
            self.show_data(program)
            self.edit(program, 'Twonib')
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            for _ in range(2):
                program.key('ctrl+a')
                program.type('Threenib')
                program.key('Tab')
                program.find('push button', 'Edit “Threenib”')
                program.key('shift+Tab', 'ctrl+z')
                desktop.wait_for('the field', lambda: self.field(program, 'Name') == 'Twonib')
                program.key('Tab', 'shift+Tab')
                program.find('push button', 'Edit “Twonib”')
            self.leave(program, 'Twonib')
            desktop.wait_for('nothing to undo', lambda: self.undo_name(program) == 'Undo')

    def test_a_form_with_a_fault_says_so_before_it_goes(self):
        path = self.own_data()
        with desktop.Program(path, env=self.env) as program:
            self.show_data(program)
            self.edit(program, 'Twonib')
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+a', 'BackSpace', 'Escape')
            program.find('label', lambda name: name.startswith('This field cannot be empty'))
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.type('Threenib')
            self.leave(program, 'Threenib')
            self.edit(program, 'Threenib')
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+a', 'BackSpace', 'Escape')
            program.find('label', lambda name: name.startswith('This field cannot be empty'))
            self.leave(program, 'Threenib')
            # It is kept there, until it is undone.
            self.edit(program, 'Threenib')
            program.find('label', lambda name: name.startswith('This field cannot be empty'))
            program.key('Escape')
            self.leave(program, 'Threenib')
            self.undo(program, 'change of “Name”', 'change of “Name”')
            program.find('push button', 'Edit “Twonib”')

    def test_a_source_is_added_in_the_data_view(self):
        with desktop.Program(env=self.env) as program:
            self.copy_data(program)
            program.press(program.find('push button', 'Add source'))
            program.find('text', PASTE, desktop.pyatspi.STATE_FOCUSED)
            program.type('Maker A. An invented trial. doi: 10.1234/abc.5')
            program.go_to('Tab', None, 'Kind of publication', 3)
            program.key('Return', 'Down', 'Return')
            program.press(program.find('push button', desktop.labelled('Add')))
            program.find('push button', 'Edit “Maker A. An invented trial. doi: 10.1234/abc.5”', desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: self.sources()[-1].get('doi') == '10.1234/abc.5')

    def test_what_is_doubtful_about_a_source_is_said(self):
        with desktop.Program(env=self.env) as program:
            self.copy_data(program)
            program.press(program.find('push button', 'Edit “Cancer statistics, 2024”'))
            program.find('text', 'Year')
            program.go_to('Tab', 'text', 'Year', 40)
            program.key('ctrl+a')
            program.type('2190')
            # While it is typed, and once it is stored.
            program.find('label', 'The year 2190 is in the future.')
            program.find('text', 'Year', desktop.pyatspi.STATE_FOCUSED)
            program.key('Tab')
            program.find('label', 'The year 2190 is in the future.')
            self.leave(program, 'Cancer statistics, 2024')
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: self.sources()[1]['year'] == 2190)

    def new_source(self, program):
        program.press(program.find('push button', 'Add result'))
        program.press(program.find('push button', desktop.labelled('New source…')))
        program.find('text', PASTE, desktop.pyatspi.STATE_FOCUSED)

    def field(self, program, name):
        """An entry tells nothing up to -1."""
        text = program.find('text', name).queryText()
        return text.getText(0, text.characterCount)

    def test_a_source_is_pasted_and_shown_before_it_is_taken(self):
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            self.new_source(program)
            for line in RIS:
                program.type(line)
                program.key('Return')
            program.find('label', lambda name: name.startswith('Read as RIS.') and 'Line 5 is not understood: “no tag”.' in name)
            picture(program, 'paste-ris')
            self.assertEqual(self.field(program, 'Citation'), 'Maker A. An invented trial. 2021.')
            self.assertEqual(self.field(program, 'Title'), 'An invented trial')
            self.assertEqual(self.field(program, 'Year'), '2021')
            self.assertEqual(self.field(program, 'DOI'), '10.1234/abc.5')
            program.press(desktop.find_all(program.application, 'push button', desktop.labelled('Add'))[-1])
            program.wait_gone('text', PASTE)
            program.key('Escape')
            program.wait_gone('push button', desktop.labelled('New source…'))
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: self.sources()[-1].get('doi') == '10.1234/abc.5')
        self.assertEqual({key: self.sources()[-1][key] for key in ('kind', 'citation', 'title', 'year')},
                         {'kind': 'reference', 'citation': 'Maker A. An invented trial. 2021.', 'title': 'An invented trial', 'year': 2021})

    def test_a_pasted_doi_leaves_what_was_typed(self):
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            self.new_source(program)
            program.type('10.1234')
            program.find('label', lambda name: 'is not a DOI' in name)
            program.key('ctrl+a')
            program.type('https://doi.org/10.1234/abc')
            program.find('label', lambda name: name.startswith('DOI 10.1234/abc. Nothing is looked up'))
            program.go_to('Tab', 'text', 'Citation', 5)
            program.type('Mine')
            program.go_to('shift+Tab', 'text', PASTE, 5)
            program.key('ctrl+a')
            program.type('Maker. A title. PMID: 123')
            program.find('label', lambda name: 'PubMed number 123.' in name and 'What was typed stays in: Citation.' in name)
            self.assertEqual(self.field(program, 'Citation'), 'Mine')
            self.assertEqual(self.field(program, 'DOI'), '')
            self.assertEqual(self.field(program, 'Address'), 'https://pubmed.ncbi.nlm.nih.gov/123/')
            program.key('Escape', 'Escape')
            program.wait_gone('text', PASTE)

    def test_the_library_is_on_the_data_view_and_in_the_menu(self):
        with desktop.Program(env=self.env) as program:
            program.find('list', EVERY)
            program.key('ctrl+6')
            program.find('list item', 'Embedded data set', within=program.find('list', 'Library'))
            self.edit_copy(program)
            desktop.wait_for('the file', lambda: os.path.exists(self.file()))
            program.key('ctrl+6')
            row = program.find('list item', NAME, within=program.find('list', 'Library'))
            self.assertIn('Saved on', row.description)
            self.assertIn('Open in this window', row.description)
            picture(program, 'library')
            program.tab_to('list item', 'Embedded data set')
            program.key('Return')
            desktop.wait_for('the embedded data set', lambda: 'Open in this window' in program.find('list item', 'Embedded data set').description)
            program.key('F10')
            program.find('menu item', lambda name: 'Library' in name)
            program.key('y')
            program.find('menu item', lambda name: 'Show the library' in name)
            program.press(program.find('menu item', lambda name: NAME in name))
            desktop.wait_for('the copy', lambda: 'Open in this window' in program.find('list item', NAME).description)

    def test_what_has_changed_since_the_last_look_is_told(self):
        path = os.path.join(self.data.name, 'mine.json')
        source = os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], 'resources', 'evidence', 'her2-colorectal.json')
        with open(source, encoding='utf-8') as file:
            data_set = json.load(file)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(data_set, file)
        with desktop.Program(path, env=self.env) as program:
            program.find('list', EVERY)
            program.key('ctrl+w')
            program.process.wait(20)
        # Somebody else changes the file.
        trial = next(trial for trial in data_set['trials'] if trial['status']['state'] == 'RECRUITING')
        trial['status'] = {'published': 'Completed', 'state': 'COMPLETED'}
        gone = data_set['trials'].pop()
        self.assertIsNot(gone, trial)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(data_set, file)
        with desktop.Program(path, env=self.env) as program:
            program.find('list', 'Trials, 38 trials')
            program.find(None, lambda name: name.startswith('This data set has changed since you last looked at it.'))
            program.key('F10')
            program.find('menu item', lambda name: 'What changed' in name)
            program.key('g')
            program.press(program.find('menu item', lambda name: 'last' in name and 'Since' in name))
            dialog = program.find(None, 'What changed')
            program.find(None, trial['name'], within=dialog)
            program.find(None, gone['name'], within=dialog)
            picture(program, 'changed')
            program.press(program.find('push button', f'Show {trial["name"]}', within=dialog))
            program.wait_gone(None, 'What changed')
            program.find('label', trial['name'])

    def test_a_trial_is_typed_from_a_paper(self):
        path = self.own_data()
        with desktop.Program(path, env=self.env) as program:
            program.find('list', lambda name: name.startswith('Trials'))
            program.key('ctrl+shift+n')
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.type('THIRD')
            # The state follows from the words of the registry.
            self.walk_to(program, 'text', 'Status as published')
            program.type('active, not recruiting')
            self.walk_to(program, 'push button', desktop.labelled('New source…'))
            program.key('Return')
            program.find('text', PASTE, desktop.pyatspi.STATE_FOCUSED)
            program.type('Maker A. A third trial. https://doi.org/10.1234/abc.5')
            program.go_to('Tab', None, 'Kind of publication', 3)
            program.key('Return', 'Down', 'Return')
            self.walk_to(program, 'text', 'Title')
            program.type('A third trial')
            # Enter adds; the source is chosen, and its place is asked for next.
            program.key('Return')
            program.find('text', 'Place in the source', desktop.pyatspi.STATE_FOCUSED)
            program.type('Table 1')
            program.key('Return')
            self.walk_to(program, 'push button', 'Add arm')
            program.key('Return')
            program.find('text', 'Treatment', desktop.pyatspi.STATE_FOCUSED)
            program.type('Threenib')
            program.go_to('Tab', None, 'Class', 3)
            program.key('Return', 'Down', 'Return')
            # The regimen is new as well, and added on the way.
            program.go_to('Tab', 'push button', 'Add regimen', 5)
            program.key('Return')
            program.find('text', 'Name', desktop.pyatspi.STATE_FOCUSED)
            program.type('Threenib')
            program.go_to('Tab', 'text', 'Agents, with semicolons between them', 5)
            program.type('Twonib')
            picture(program, 'new-regimen')
            program.key('Return')
            program.wait_gone('text', 'Agents, with semicolons between them')
            self.walk_to(program, 'text', 'Patients')
            program.type('27')
            picture(program, 'new-arm')
            program.key('Return')
            self.walk_to(program, 'push button', 'Add result')
            program.key('Return')
            program.find(None, 'Endpoint', desktop.pyatspi.STATE_FOCUSED)
            program.key('Return', 'Down', 'Home', 'Return')
            self.walk_to(program, 'text', RESULT)
            program.type('8/27 (29.6%)')
            program.go_to('Tab', None, 'Source', 3)
            program.key('Return', 'Down', 'Return')
            self.walk_to(program, 'text', 'Place in the source')
            program.type('Table 2')
            program.key('Return')
            program.find('list item', lambda name: name.startswith('THIRD') and '29.6%' in name)
            picture(program, 'new-trial')
            self.undo(program, 'add result')
            program.key('ctrl+shift+z', 'ctrl+s')
            desktop.wait_for('the file', lambda: len(self.read(path)['trials']) == 3)
        trial = self.read(path)['trials'][2]
        self.assertEqual(trial['status'], {'published': 'active, not recruiting', 'state': 'ACTIVE_NOT_RECRUITING'})
        source = self.read(path)['sources'][-1]
        self.assertEqual(trial['sources'], [{'id': source['id'], 'place': 'Table 1'}])
        self.assertEqual(source['doi'], '10.1234/abc.5')
        arm = trial['arms'][0]
        self.assertEqual((arm['n'], arm['regimen']), (27, 'threenib'))
        self.assertEqual(arm['outcomes'][0]['responders'], 8)

    def paste(self, program, text):
        """From the clipboard, as a tab can't be typed."""
        subprocess.run(['xclip', '-selection', 'clipboard'], input=text, text=True, check=True)
        program.key('ctrl+v')

    def test_a_table_is_shown_and_taken_in_one_step(self):
        with desktop.Program(env=self.env) as program:
            self.edit_copy(program)
            program.press(program.find('push button', desktop.labelled('Paste a table…')))
            program.find('text', 'Table', desktop.pyatspi.STATE_FOCUSED)
            self.paste(program, 'Arm\tN\tORR\tDCR\tColour\nT-DXd\tmany\t20/53 (37.7%)\t40/53\tred\n')
            program.find('label', lambda name: '“Colour” is not used' in name)
            program.find('label', lambda name: name.startswith('Replaces ') and '20/53' in name)
            program.find('label', lambda name: name.startswith('Not taken: “many” is not a whole number'))
            program.find('check box', 'T-DXd: ORR', desktop.pyatspi.STATE_CHECKED)
            program.find('check box', 'T-DXd: DCR', desktop.pyatspi.STATE_CHECKED)
            picture(program, 'paste-table')
            program.find('list item', row_with('45.3%'))
            program.press(program.find('push button', desktop.labelled('Take what is ticked')))
            program.find('label', 'Choose where this comes from, or that no source is stated.')
            program.key('Return', 'Down', 'Return')
            program.press(program.find('push button', desktop.labelled('Take what is ticked')))
            program.find('label', lambda name: name.startswith('Say where in the source it is'))
            program.type('Table 9')
            program.press(program.find('push button', desktop.labelled('Take what is ticked')))
            program.find('list item', row_with('37.7%'))
            self.assertEqual(self.undo_name(program), 'Undo paste table')
            program.key('ctrl+z')
            program.find('list item', row_with('45.3%'))
            desktop.wait_for('nothing to undo', lambda: self.undo_name(program) == 'Undo')

    @contextlib.contextmanager
    def killed(self, *arguments):
        """A program that ends without being asked to."""
        program = desktop.Program(*arguments, env=self.env)
        program.__enter__()
        try:
            yield program
        finally:
            program.process.send_signal(signal.SIGKILL)
            program.process.wait()
            program.log.close()

    def test_what_cannot_be_stored_outlives_the_program(self):
        """And comes back with Redo."""
        path = self.own_data()
        with self.killed(path) as program:
            text = self.open_form(program)
            self.choose(program, 'SECOND')
            program.wait_gone('text', RESULT)
            time.sleep(0.5)
        with desktop.Program(path, env=self.env) as program:
            program.find(None, 'Restore unsaved changes?')
            program.key('Return')
            # The form is shown with it.
            self.assert_kept(program, text)
            self.assertEqual(self.undo_name(program), 'Undo restoring unsaved changes')
            program.key('ctrl+z')
            desktop.wait_for('what is stored', lambda: self.field(program, RESULT) != text)
            program.key('ctrl+shift+z')
            self.assert_kept(program, text)
            # Saved, the rest is; this still is not, and is not lost.
            program.key('ctrl+e')
            program.find(None, '1 arm')
            self.type_name(program, 'RENAMED')
            program.key('ctrl+s')
            desktop.wait_for('the name', lambda: 'RENAMED' in [each['name'] for each in self.read(path)['trials']])
            self.assert_kept(program, text)
            # Closing tells of it once.
            program.key('ctrl+w')
            program.find('text', RESULT, desktop.pyatspi.STATE_FOCUSED)
            program.key('ctrl+w')
            desktop.wait_for('the end', lambda: program.process.poll() is not None)
        with desktop.Program(path, env=self.env) as program:
            program.find('list', lambda name: name.startswith('Trials'))
            self.assertFalse(program.is_there(None, 'Restore unsaved changes?'))

    def test_both_windows_of_a_file_are_offered_back(self):
        """Where the program ended while both had changes."""
        path = self.own_data()
        with self.killed(path) as program:
            program.find('list', lambda name: name.startswith('Trials'))
            self.choose(program, 'SECOND')
            self.type_name(program, 'FROM-ONE')
            program.key('Tab')
            program.find('list item', lambda name: name.startswith('FROM-ONE'))
            program.activate('new-window')
            desktop.wait_for('two windows', lambda: len(desktop.find_all(program.application, 'frame')) == 2)
            program.find(None, lambda name: name.startswith('Another window has unsaved changes to “sample.json”'))
            time.sleep(0.5)
            program.window = subprocess.run(['xdotool', 'getactivewindow'], check=True, capture_output=True, text=True).stdout.strip()
            picture(program, 'said-elsewhere')
            program.key('ctrl+f', 'ctrl+a')
            program.type('first')
            time.sleep(0.5)
            program.key('Return')
            program.find('label', 'FIRST')
            self.type_name(program, 'FROM-TWO')
            program.key('Tab')
            program.find('list item', lambda name: name.startswith('FROM-TWO'))
            time.sleep(0.5)
        with self.killed(path) as program:
            desktop.wait_for('two offers', lambda: len(desktop.find_all(program.application, 'push button', desktop.labelled('Restore'))) == 2)
            for n_left in (1, 0):
                program.press(desktop.find(program.application, 'push button', desktop.labelled('Restore')))
                desktop.wait_for('an offer less', lambda n=n_left: len(desktop.find_all(program.application, 'push button', desktop.labelled('Restore'))) == n)
            desktop.wait_for('both', lambda: {'FROM-ONE', 'FROM-TWO'} <= {
                each.name.split(' ')[0].strip(',') for each in desktop.find_all(program.application, 'list item')})

    def test_what_was_not_saved_is_offered_back(self):
        with self.killed() as program:
            self.edit_copy(program)
            self.type_result(program, '20/53 (37.7%)')
            program.find('list item', row_with('37.7%'))
        with desktop.Program(self.file(), env=self.env) as program:
            program.find(None, 'Restore unsaved changes?')
            program.key('Return')
            program.find('list item', row_with('37.7%'))
            program.key('ctrl+s')
            desktop.wait_for('the file', lambda: self.outcome()['value'] == 37.7)


if __name__ == '__main__':
    tapmain.main()
