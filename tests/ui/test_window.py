# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from outside, by keyboard and as a screen reader is told of it."""

import os
import tempfile
import unittest

import desktop
import tapmain

SOURCE = os.environ['REGIMEN_SOURCE_ROOT']
FOCUSED = desktop.pyatspi.STATE_FOCUSED
EVERY = 'Trials, 39 trials'


class Window(unittest.TestCase):

    def search(self, program, text):
        program.key('ctrl+f')
        program.key('ctrl+a')
        program.type(text)

    def test_the_list_says_how_many_it_shows(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'class:adc')
            program.find('list', lambda name: name.startswith('Trials, ') and name.endswith(' of 39 trials'))
            program.key('Escape')
            program.find('list', EVERY)

    def test_a_trial_is_found_and_opened_by_keyboard(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'enhertu crc01')
            program.find('list item', lambda name: name.startswith('DESTINY-CRC01'))
            program.key('Return')
            program.find('label', 'DESTINY-CRC01')
            program.find(None, lambda name: '45.3%' in name)
            program.key('alt+Left')
            program.wait_gone('heading', 'DESTINY-CRC01')

    def test_a_row_says_all_that_it_shows(self):
        with desktop.Program() as program:
            row = program.find('list item', lambda name: name.startswith('DESTINY-CRC01'))
            for part in ('T-DXd', 'ADC', 'Phase II', 'Completed', '45.3%'):
                self.assertIn(part, row.name)

    def test_typing_in_the_list_starts_a_search(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('list item', lambda name: name.startswith('MYPATHWAY'))
            program.key('Down')
            program.type('tucatinib')
            program.find('list', lambda name: name.endswith(' of 39 trials'))
            program.find('entry', 'Search trials', FOCUSED)

    def test_tab_goes_in_and_out_of_the_list_where_one_was(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('list item', lambda name: name.startswith('MYPATHWAY'))
            program.go_to('Down', 'list item', lambda name: name.startswith('TRIUMPH'), 4)
            for way, other in (('Tab', 'shift+Tab'), ('shift+Tab', 'Tab')):
                program.key(way)
                self.assertNotEqual(program.focused().getRoleName(), 'list item')
                program.key(other)
                program.find('list item', lambda name: name.startswith('TRIUMPH'), FOCUSED)

    def test_what_keys_do_can_be_looked_up(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('F1')
            program.find('label', 'Show or hide the list of trials')
            program.key('Escape')
            program.wait_gone('label', 'Show or hide the list of trials')

    def test_nothing_found_says_what_to_drop_and_drops_it(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'tucatinib zzzz')
            drop = program.find('push button', lambda name: 'zzzz' in name)
            program.press(drop)
            program.find('list item', lambda name: name.startswith('MOUNTAINEER'))

    def test_a_query_at_fault_is_said(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'colour:red')
            program.find('label', lambda name: 'colour' in name)

    def test_every_control_has_a_name(self):
        roles = {'push button', 'toggle button', 'check box', 'combo box', 'text', 'entry', 'spin button', 'radio button',
                 'list', 'list item', 'menu item', 'page tab', 'slider', 'link'}
        with desktop.Program() as program:
            program.find('list', EVERY)
            for key in ('ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+4', 'ctrl+5', 'ctrl+6'):
                program.key(key)
                nameless = [node for node in desktop.find_all(program.application)
                            if any(desktop.has_role(node, role) for role in roles) and not node.name.strip() and not desktop.text_of(node).strip()
                            and node.getState().contains(desktop.pyatspi.STATE_FOCUSABLE)]
                self.assertEqual([(node.getRoleName(), node.parent.name) for node in nameless], [], key)

    def test_a_bad_file_shows_its_faults_and_keeps_what_was_open(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'bad.json')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('{"format": 1,\n "title": 7}')
            with desktop.Program(path) as program:
                program.find(None, lambda name: 'bad.json' in name and 'opened' in name)
                faults = program.find(None, 'Faults')
                self.assertIn('$.title', desktop.text_of(faults))
                program.key('Escape')
                program.find('list', EVERY)

    def test_a_good_file_is_opened(self):
        sample = os.path.join(SOURCE, 'tests', 'load', 'sample.json')
        with desktop.Program(sample) as program:
            program.find('list', lambda name: name.startswith('Trials, ') and name != EVERY)

    def test_marks_of_a_figure_are_walked_by_keyboard(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+3')
            program.find('push button', lambda name: name.startswith('MYPATHWAY') and 'survival' in name and '4.1' in name)
            program.tab_to('push button', lambda name: name.startswith('MYPATHWAY'))
            program.key('Down', 'Down')
            program.find('push button', lambda name: name.startswith('TRIUMPH'), FOCUSED)
            program.key('Return')
            program.key('ctrl+1')
            program.find(None, 'TRIUMPH')
            program.find(None, lambda name: 'UMIN' in name or 'NCT' in name)

    def test_a_facet_narrows_the_list_and_says_so(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('toggle button', 'Facets')
            program.key('Return')
            program.tab_to('list item', lambda name: name.startswith('Class'))
            program.key('Return')
            value = program.find('check box', lambda name: name.startswith('Bispecific antibody'))
            self.assertRegex(value.description, r'^[0-9]+ trials?$')
            count = int(value.description.split()[0])
            program.tab_to('check box', value.name)
            program.key('space')
            program.find('list', f'Trials, {count} of 39 trials')
            program.find('push button', 'Facets: 1')

    def test_what_is_chosen_from_says_what_for_and_what(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('toggle button', 'What is shown')
            self.assertEqual(program.focused().description, 'Forest plot')
            program.key('space', 'Down', 'Return')
            program.find('toggle button', 'What is shown', FOCUSED)
            desktop.wait_for('another choice', lambda: program.focused().description not in ('', 'Forest plot'))

    def test_names_hold_what_they_are_about(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+6')
            program.find('label', 'Trials 39')
            program.find('grouping', 'Conflicts')
            conflict = program.find('list item', 'TAPUR: PFS')
            self.assertIn('The column of Table 1', conflict.description)
            self.assertIn('Table 1, TAPUR', conflict.description)
            program.find('link', lambda name: name.startswith('doi:') and name.endswith(', Cancer statistics, 2024'))

    def test_the_figure_follows_the_list(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            self.search(program, 'class:adc')
            program.wait_gone('push button', lambda name: name.startswith('MYPATHWAY'))
            program.find('push button', lambda name: name.startswith('DESTINY-CRC01, T-DXd: 24 of 53 responded'))

    def test_the_pathway_answers_what_is_given_and_what_is_altered(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+5')
            program.find('check box', 'HER2 amplification')
            program.tab_to('check box', 'HER2 amplification')
            program.key('space')
            program.find('check box', 'HER2 amplification', desktop.pyatspi.STATE_CHECKED)
            program.find(None, lambda name: name.startswith('HER2') and ' is on' in name)

    def test_a_figure_has_a_table(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to(None, 'Show as table')
            program.key('space')
            program.find('label', 'DESTINY-CRC01')
            program.find(None, lambda name: name.startswith('Objective response rate'))

    def test_what_was_looked_at_is_gone_through_back_and_forward(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+3')
            program.find('push button', lambda name: 'Progression-free survival' in name)
            program.key('alt+Left')
            program.find('push button', lambda name: 'responded' in name)
            program.key('alt+Right')
            program.find('push button', lambda name: 'Progression-free survival' in name)

    def test_the_smallest_window_shows_list_or_view(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.resize(720, 480)
            program.wait_gone('list', EVERY)
            # The names of the views find no room at the top.
            desktop.wait_for('the views at the bottom', lambda: any(
                each.queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS).y > 400
                for each in desktop.find_all(program.application, 'page tab', 'Response')))
            program.key('F9')
            program.find('list', EVERY)
            program.wait_gone('push button', 'Save')


if __name__ == '__main__':
    tapmain.main()
