# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says where curves are added, trials edited, data sets kept and compared with what they were, as
test_spoken.py has it for reading.
"""

import json
import os
import pathlib
import subprocess

import desktop
import tapmain
from test_curves import PATIENTS
from test_spoken import Listener, TrialTask, words


class SpokenWork(TrialTask):

    def copy_text(self, text):
        subprocess.run(['xclip', '-selection', 'clipboard'], input=text, text=True, check=True)

    def add_curves(self, program):
        """To the curves of a trial that has none, and on to their dialog."""
        self.open_trial(program)
        program.key('ctrl+3')
        program.find('panel', lambda name: name.startswith('Progression-free and overall survival'))
        program.tab_to(None, 'Figure shown')
        program.key('space')
        program.hear('PFS and OS')
        program.key('End')
        program.hear('Response rate against PFS')
        program.key('Up')
        program.hear('Survival curves')
        program.key('Return')
        program.hear('Figure shown', 'Survival curves')
        program.reach('push button', desktop.labelled('Add curves…'))
        program.key('Return')
        program.find(None, 'Add curves')
        program.reach('text', lambda name: name.startswith('Text'))

    def test_16_curves_are_added(self):
        with Listener(env=self.env) as program:
            self.add_curves(program)
            self.copy_text('months,status\nsix,1\n')
            program.key('ctrl+v')
            program.hear('Text', 'six')
            self.copy_text(PATIENTS)
            program.key('ctrl+a', 'ctrl+v')
            program.hear('Text', 'Times are in the column “months”', 'T-DXd: 30 patients, of whom 20 had the event.')
            program.reach(None, 'Add the curves to')
            program.hear('A chart of their own')
            program.key('space')
            program.hear('A chart of their own')
            program.key('Down')
            program.hear('Arms of a trial')
            program.key('Return')
            program.hear('Add the curves to', 'Choose the source of the curves, or enter the citation of a new one.')
            program.tabs(['Tab', 'Tab'], 'Trial', 'DESTINY-CRC01')
            program.tabs(['Tab'], 'Endpoint', 'Progression-free survival')
            program.tabs(['Tab'], 'Source', 'A new source')
            program.tabs(['Tab'], 'Citation of the new source')
            program.type('Somebody 2024')
            program.tabs(['Tab'], 'Place in the source, such as “Figure 2A”')
            program.type('Figure 2')
            program.tabs(['Tab'], 'Arm of “T-DXd”', 'T-DXd')
            program.reach('push button', desktop.labelled('Add curves'))
            program.key('Return')
            program.hear('Add curves…', 'The curves were added to the data set. Undo removes them.')
            program.key('ctrl+z')
            program.hear('Add curves…', 'Undo add curves')

    def test_17_a_curve_is_walked(self):
        with Listener(env=self.env) as program:
            self.add_curves(program)
            self.copy_text(PATIENTS)
            program.key('ctrl+v')
            program.hear('30 patients')
            program.reach('push button', desktop.labelled('Show curves'))
            program.key('Return')
            program.reach('push button', lambda name: name.startswith('T-DXd: '))
            program.hear('T-DXd: 30 patients, 20 events; median 14.3 months (95% CI 10.8 to not estimable)', '1 of 30.')
            self.assertEqual(words(program.focused()).count('30 patients'), 1)
            program.key('Down')
            program.hear('T-DXd at 1.7 months: 1 of 29 at risk had the event; survival 96.6% (95% CI 90.1 to 100.0). 2 of 30.')
            program.key('End')
            program.hear('T-DXd at 24 months: at risk 0, censored 10, events 20; survival 0.0%. 30 of 30.')
            # What is in no file is given up only by saying so.
            program.press(program.find('push button', lambda name: name.startswith('Curves of the')))
            program.press(program.find('push button', desktop.labelled('Discard'), within=program.find(None, 'Save the curves?')))
            program.wait_gone(None, lambda name: name.startswith('T-DXd: 30 patients'))

    def context(self, program):
        """The names of the groups around what has the focus, which are said where one is entered."""
        names, node = [], program.focused().parent
        while node is not None and node.getRoleName() not in ('frame', 'application'):
            if desktop.has_role(node, 'grouping'):
                names.append(node.name)
            node = node.parent
        return names

    def edit_copy(self, program):
        self.open_trial(program)
        program.key('ctrl+e')
        program.hear('Name of the copy')
        program.key('ctrl+a')
        program.type('Mine')
        program.key('Return')
        program.hear('Name', '“Mine.json” was saved.')

    def test_18_a_trial_is_edited(self):
        with Listener(env=self.env) as program:
            self.edit_copy(program)
            program.reach('push button', 'Status')
            program.hear('Completed')
            program.reach('text', 'Date')
            self.assertIn('Start', self.context(program))
            program.tabs(['Tab'], 'Final or planned', 'Not stated')
            program.tabs(['Tab'], 'Date')
            self.assertIn('Primary completion', self.context(program))
            program.reach('push button', 'Populations (2)')
            self.assertTrue(program.focused().getState().contains(desktop.pyatspi.STATE_EXPANDABLE))
            program.reach('text', 'Result as printed')
            self.assertIn('ORR', self.context(program))
            self.assertIn('T-DXd', self.context(program))
            program.key('ctrl+a')
            program.type('60/53')
            program.hear('Result as printed', 'More patients are counted (60) than there are (53)', 'Check both numbers against the source.')
            program.key('ctrl+a')
            program.type('20/53 (37.7%)')
            program.hear('Result as printed', 'The rate is 37.7%. These are 20 of 53 patients.')
            program.tabs(['Tab'], 'Notes, with semicolons between them')
            program.key('ctrl+z')
            program.hear('Notes, with semicolons between them', 'Undo change of “Result as printed”')
            program.key('ctrl+shift+z')
            program.hear('Redo change of “Result as printed”')
            program.key('ctrl+s')
            program.hear('“Mine.json” was saved.')
            program.key('ctrl+e')
            program.hear('DESTINY-CRC01')

    def test_19_the_library_is_opened(self):
        with Listener(env=self.env) as program:
            self.edit_copy(program)
            program.key('ctrl+6')
            program.hear('Mine', 'Data')
            program.reach('list item', 'Embedded data set')
            program.hear('Comes with the program and stays as it is; a copy of it can be edited')
            self.assertIn('Library', self.context(program))
            program.key('Down')
            program.hear('Mine', 'Saved on ', 'Open in this window')
            program.key('Up', 'Return')
            program.hear('HER2-targeted therapy in metastatic colorectal cancer')
            program.reach('list item', 'Embedded data set')
            program.hear('Open in this window')

    def test_20_what_has_changed_is_told(self):
        path = os.path.join(self.data.name, 'mine.json')
        source = os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], 'resources', 'evidence', 'her2-colorectal.json')
        data_set = json.loads(pathlib.Path(source).read_text(encoding='utf-8'))
        pathlib.Path(path).write_text(json.dumps(data_set), encoding='utf-8')
        with Listener(path, env=self.env) as program:
            program.key('ctrl+w')
            program.process.wait(20)
        trial = next(trial for trial in data_set['trials'] if trial['status']['state'] == 'RECRUITING')
        trial['status'] = {'published': 'Completed', 'state': 'COMPLETED'}
        gone = data_set['trials'].pop()
        pathlib.Path(path).write_text(json.dumps(data_set), encoding='utf-8')
        with Listener(path, env=self.env, trials=38) as program:
            program.hear('This data set has changed since you last looked at it. “What changed” in the menu lists it.')
            program.key('F10')
            program.find('menu item', lambda name: 'What changed' in name)
            program.key('g')
            program.find('menu item', lambda name: 'Since' in name and 'last' in name)
            program.reach('menu item', lambda name: 'Since' in name and 'last' in name)
            program.key('Return')
            program.find(None, 'What changed')
            program.hear(trial['name'], 'Status')
            self.assertIn('Changed', self.context(program))
            program.key('space')
            program.hear(trial['name'], 'Expanded')
            program.reach('list item', lambda name: name.startswith('Status: '))
            program.hear('Status: ', 'Completed')
            program.reach('list item', gone['name'])
            self.assertIn('No longer there', self.context(program))
            program.reach('push button', f'Show {trial["name"]}')
            program.key('Return')
            program.find('label', trial['name'])

if __name__ == '__main__':
    tapmain.main()
