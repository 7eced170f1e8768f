# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says where evidence is noted, told, presented, imported, matched, as test_spoken.py has it for reading."""

import json
import pathlib

import desktop
import tapmain
from test_import import RECORDS
from test_spoken import Listener, TrialTask, words

CHECKED = desktop.pyatspi.STATE_CHECKED


class SpokenViews(TrialTask):

    def begin_overview(self, program):
        program.key('ctrl+7')
        program.press(program.find('push button', 'Overview of the data set'))
        program.find('list item', lambda name: name.startswith('Slide 1: HER2'))

    def test_11_a_note_is_written(self):
        with Listener(env=self.env) as program:
            self.open_trial(program)
            # The key tells of the star, wherever the focus is.
            program.key('ctrl+f', 'ctrl+b')
            program.hear('DESTINY-CRC01', 'Bookmarked: yes')
            program.key('ctrl+b')
            program.hear('DESTINY-CRC01', 'Bookmarked: no')
            program.tab_to(None, 'Your note')
            program.type('Ask')
            program.tab_to('toggle button', 'Your note on Objective response rate')
            self.assertNotIn('Ask', words(program.focused()))
            program.key('space')
            program.hear('Your note')
            program.type('Ask the board')
            program.key('Escape')
            program.hear('Your note on Objective response rate', 'Ask the board')

    def test_12_a_view_is_added_to_the_story(self):
        with Listener(env=self.env) as program:
            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            program.tab_to('push button', lambda name: name.startswith('MYPATHWAY'))
            program.key('ctrl+shift+a')
            program.hear('MYPATHWAY', 'Added to the story as slide 1')
            program.key('ctrl+7')
            program.hear('Title of the story', 'Story')
            program.tab_to('list item', lambda name: name.startswith('Slide 1'))
            program.hear('Slide 1: Objective response rate', 'Follows the data')
            program.key('ctrl+c')
            program.hear('Slide 1: ', 'Slide copied')
            program.key('Delete')
            program.hear('Undo', 'The slide was deleted. Ctrl+Z brings it back.')
            program.key('ctrl+z')
            program.find('list item', lambda name: name.startswith('Slide 1'))
            program.wait_gone('label', 'The slide was deleted. Ctrl+Z brings it back.')

    def test_13_a_story_is_presented(self):
        with Listener(env=self.env) as program:
            self.begin_overview(program)
            program.key('F5')
            program.hear('Slide 1 of 5: HER2')
            program.key('Next')
            program.hear('Slide 2 of 5: Objective response rate', 'Response rates of 16 arms', '95% CI')
            program.key('m')
            program.hear('Slide 2 of 5: ', 'MYPATHWAY', 'computed 95% CI', 'Clopper–Pearson')
            program.key('Escape')
            program.hear('Slide 2 of 5: ', 'Response rates of 16 arms')
            program.key('b')
            program.hear('Slide 2 of 5: ', 'The audience sees a black screen.')
            program.key('b')
            program.hear('Slide 2 of 5: ', 'Response rates of 16 arms')

    def test_14_an_import_is_reviewed(self):
        file = pathlib.Path(self.data.name) / 'records.json'
        file.write_text(json.dumps(RECORDS), encoding='utf-8')
        with desktop.Program(str(file), env=self.env) as program:
            program.find(None, 'Review the import')
            program.tab_to('combo box', 'Is “TAPUR” the same trial as in the data set?')
            self.assertEqual(program.focused().description, 'No, another trial')
            program.tab_to('list item', lambda name: name == 'INVENTED-1')
            self.assertEqual(program.focused().description, 'NCT09990001; Phase II; Recruiting; 2 arms')
            program.tab_to('check box', 'TAPUR')
            self.assertTrue(program.focused().getState().contains(CHECKED))
            program.tab_to('list item', lambda name: name.startswith('expected protocolSection.identificationModule.nctId'))
            self.assertIn('export the records with their NCT number', words(program.focused()))
            self.assertIn('records.json: $[3]', words(program.focused()))

    def test_15_a_patient_is_matched(self):
        with Listener() as program:
            program.tab_to('toggle button', 'Patient')
            program.hear('Patient', 'Match a patient’s findings with the published criteria')
            program.key('Return')
            program.tab_to('list item', lambda name: name.startswith('RAS'))
            program.key('Return')
            program.tab_to('toggle button', 'RAS: mutated')
            program.hear('RAS: mutated')
            program.key('space')
            program.hear('not tested')
            program.key('Down')
            program.hear('yes')
            program.key('Return')
            program.find('label', 'Patient: RAS: mutated')
            program.key('Escape')
            program.tab_to('toggle button', lambda name: name.startswith('Does not fit: '))
            program.hear('Does not fit: ', ' trials')


if __name__ == '__main__':
    tapmain.main()
