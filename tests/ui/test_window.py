# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from outside, by keyboard and as a screen reader is told of it."""

import json
import os
import subprocess
import tempfile
import time
import unittest

import desktop
import made_up
import tapmain

SOURCE = os.environ['REGIMEN_SOURCE_ROOT']
FOCUSED = desktop.pyatspi.STATE_FOCUSED
EVERY = 'Trials, 39 trials'


class Window(unittest.TestCase):

    def search(self, program, text):
        program.key('ctrl+f')
        program.key('ctrl+a')
        program.type(text)

    def test_a_desktop_knows_whose_window_it_is(self):
        path = os.path.join(os.environ['REGIMEN_BUILD_ROOT'], 'data', desktop.APPLICATION_ID + '.desktop')
        with open(path, encoding='utf-8') as file:
            known_as = next(line.split('=')[1].strip() for line in file if line.startswith('StartupWMClass='))
        with desktop.Program() as program:
            said = subprocess.run(['xprop', '-id', program.window, 'WM_CLASS'], check=True, capture_output=True, text=True).stdout
        self.assertIn(f'"{known_as}"', said)

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
            self.assertNotIn('Conflict', row.name)
            row = program.find('list item', lambda name: name.startswith('DESTINY-CRC02'))
            self.assertIn('response rates 37.8%, 27.5%, Conflict', row.name)
            self.assertIsNotNone(desktop.find(row, 'label', '37.8% +1\u00a0†'))

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

    def test_down_goes_from_the_search_to_the_first_row(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'mountaineer')
            program.find('list', 'Trials, 2 of 39 trials')
            program.key('Down')
            program.find('list item', lambda name: name.startswith('MOUNTAINEER'), FOCUSED)

    def test_tab_goes_to_the_row_that_is_open(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'TRIUMPH')
            program.find('list item', lambda name: name.startswith('TRIUMPH'))
            program.key('Return', 'ctrl+f', 'Escape')
            program.find('list', EVERY)
            program.tab_to('list item', lambda name: True, 6)
            self.assertTrue(program.focused().name.startswith('TRIUMPH'), program.focused().name)

    def test_a_row_has_its_menu_on_both_keys(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('list item', lambda name: name.startswith('MYPATHWAY'))
            for key in ('shift+F10', 'Menu'):
                program.key(key)
                program.find('menu item', desktop.labelled('Tick to compare'))
                program.key('Escape')
                program.wait_gone('menu item', desktop.labelled('Tick to compare'))
                program.find('list item', lambda name: name.startswith('MYPATHWAY'), FOCUSED)
            program.key('Menu')
            program.press(program.find('menu item', desktop.labelled('Tick to compare')))
            program.find('label', '1 trial ticked')

    def test_a_row_goes_with_its_menu(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('list item', lambda name: name.startswith('MYPATHWAY'))
            program.key('Menu')
            program.find('menu item', desktop.labelled('Tick to compare'))
            # and the program ends without a complaint

    def test_escape_takes_the_choice_away_wherever_the_focus_is(self):
        selected = desktop.pyatspi.STATE_SELECTED
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('list item', lambda name: name.startswith('MYPATHWAY'))
            program.key('Down', 'Return', 'ctrl+2')
            program.find('list item', None, selected)
            program.tab_to('list item', lambda name: True)
            program.key('Escape')
            desktop.wait_for('no row that is selected', lambda: not program.is_there('list item', None, selected))

    def test_a_file_that_was_changed_is_read_again(self):
        sample = os.path.join(SOURCE, 'tests', 'load', 'sample.json')
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'mine.json')
            with open(sample, encoding='utf-8') as file:
                text = file.read()
            name = json.loads(text)['trials'][0]['name']

            def write(changed):
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(text.replace(json.dumps(name), json.dumps(changed)))

            write(name)
            with desktop.Program(path) as program:
                program.find('list item', lambda row: row.startswith(name))
                self.search(program, 'phase:I/II')
                program.find('list', 'Trials, 1 of 2 trials')
                write('RENAMED')
                program.key('ctrl+r')
                program.find('list item', lambda row: row.startswith('RENAMED'))
                program.find('list', 'Trials, 1 of 2 trials')

    def test_a_second_start_is_a_second_window(self):
        sample = os.path.join(SOURCE, 'tests', 'load', 'sample.json')
        with desktop.Program() as program:
            program.find('list', EVERY)
            for arguments, windows in (([], 2), ([sample], 3), ([sample], 3)):
                subprocess.run([program.program, *arguments], env=program.env, check=True, timeout=30)
                desktop.wait_for(f'{windows} windows', lambda: len(desktop.find_all(program.application, 'frame')) == windows)
            self.assertEqual(len(desktop.find_all(program.application, 'list', EVERY)), 2)

    def test_ctrl_s_saves_the_table_of_compare(self):
        with desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            program.find('list', EVERY)
            program.tab_to('list item', lambda name: name.startswith('MYPATHWAY'))
            program.key('ctrl+d', 'Down', 'ctrl+d')
            program.find(None, lambda name: name.startswith('2 trials ticked'))
            program.key('ctrl+4')
            program.find('push button', 'Copy as a table')
            program.key('ctrl+s')
            program.find(None, 'Save the table')
            program.key('Escape')
            program.wait_gone(None, 'Save the table')

    def test_what_keys_do_can_be_looked_up(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+question')
            program.find('label', 'Show or hide the list of trials')
            program.key('Escape')
            program.wait_gone('label', 'Show or hide the list of trials')

    def test_help_opens_on_what_is_shown(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+2')
            program.find('push button', 'Show as table')
            program.key('F1')
            program.find('label', 'The forest plot, explained')
            program.key('alt+Home')
            program.find('label', 'Getting started')
            program.tab_to('list item', lambda name: name.startswith('A first look'))
            program.key('Return')
            program.find('label', 'The window has two parts. On the left is the list of trials; on the right is the view that you choose at the top.')
            program.key('alt+Left')
            program.find('label', 'Getting started')
            program.key('Escape')
            program.wait_gone('label', 'Getting started')

    def test_help_opens_at_the_place_about_an_option(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+2')
            program.find('push button', 'Show as table')
            program.key('ctrl+f')
            program.tab_to('push button', 'Options', 30)
            program.key('Return')
            program.tab_to('push button', 'Help about “The pooled rate”', 30)
            program.key('Return')
            program.find('label', 'How arms differ, and what pooling means')
            program.key('alt+Home')
            program.find('label', 'Getting started')
            program.key('Escape')
            program.wait_gone('label', 'Getting started')
            # The popover is closed. A place further down is scrolled to.
            program.tab_to('push button', 'Options', 30)
            program.key('Return')
            program.tab_to('push button', 'Help about “Axis and reference line”', 60)
            program.key('Return')
            page = program.find(None, 'The forest plot, explained')
            heading = program.find('label', 'Axis and reference line', within=page)
            desktop.wait_for('the heading in sight', lambda: 0 <= heading.queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS).y < 700)

    def test_help_opens_at_the_place_about_a_statistic(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+2')
            program.find('push button', 'Show as table')
            for statistic, page in (('Prediction interval', 'How arms differ, and what pooling means'),
                                    ('Confidence intervals', 'The forest plot, explained')):
                program.tab_to('push button', 'Help on this view', 40)
                program.key('Return')
                program.go_to('Down', 'menu item', statistic, 10)
                program.key('Return')
                program.find('label', statistic, within=program.find(None, page))
                program.key('Escape')
                program.wait_gone(None, page)

    def test_help_opens_at_the_place_about_what_has_the_focus(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+2')
            program.find('push button', 'Show as table')
            program.key('ctrl+f')
            program.tab_to('push button', lambda name: name.startswith('MYPATHWAY'), 40)
            program.key('End', 'F1')
            page = program.find(None, 'How arms differ, and what pooling means')
            program.find('label', 'The numbers beside it', within=page)
            program.key('Escape')
            program.wait_gone('label', 'The numbers beside it')
            self.search(program, 'DESTINY-CRC02')
            program.key('Return', 'ctrl+1')
            program.press(program.find('push button', 'Help about “Between arms”'))
            program.find(None, 'Read a trial')

    def test_nothing_found_says_what_to_drop_and_drops_it(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'tucatinib zzzz')
            drop = program.find('push button', lambda name: 'zzzz' in name)
            program.press(drop)
            program.find('list item', lambda name: name.startswith('MOUNTAINEER'))

    def test_a_slip_of_the_hand_is_put_right_by_a_click(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'tucatanib')
            program.press(program.find('push button', lambda name: name.startswith('Did you mean “tucatinib”? 5 trials')))
            program.find('list', lambda name: name == 'Trials, 5 of 39 trials')
            program.key('Escape')
            program.find('list', EVERY)

    def test_an_empty_list_can_always_be_left(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'xqz yqz wqz')
            program.press(program.find('push button', lambda name: name.startswith('Clear the search')))
            program.find('list', EVERY)

    def test_a_facet_that_is_on_is_seen_and_removed_above_the_list(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+f')
            program.tab_to('push button', 'Filters')
            program.key('space')
            program.find('list item', 'Class', FOCUSED)
            program.key('Return', 'Down', 'Tab', 'space')
            program.find('list', lambda name: name.endswith(' of 39 trials'))
            program.key('Escape')
            program.press(program.find('push button', lambda name: name.startswith('Remove “Class: ')))
            program.find('list', EVERY)
            program.find('entry', 'Search trials', FOCUSED)
            program.wait_gone('push button', lambda name: name.startswith('Remove “'))

    def test_a_query_that_is_being_typed_is_no_fault_yet(self):
        missing = lambda name: 'a number is missing' in name
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'trastuzumab orr>')
            program.find('list', lambda name: name.endswith(' of 39 trials'))
            self.assertFalse(program.is_there('label', missing))
            program.key('Return')
            program.find('label', missing)
            program.key('Escape')
            program.find('list', EVERY)

    def test_what_a_search_finds_is_told_at_the_entry(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            self.search(program, 'mountaineer')
            entry = program.find('entry', 'Search trials')
            desktop.wait_for('the count', lambda: '2 of 39 trials' in entry.description)
            program.key('Escape')
            program.find('list', EVERY)

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
            for key in ('ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+4', 'ctrl+5', 'ctrl+6', 'ctrl+7'):
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
                faults = program.find('list', lambda name: name.endswith(' problems'))
                program.find('list item', lambda name: name.startswith('$.title'), within=faults)
                program.key('Escape')
                program.find('list', EVERY)

    def test_hints_are_read_one_by_one_and_never_again(self):
        with desktop.Program() as program:
            for words in ('Search above the list', 'Click a trial', 'Press F1'):
                program.find('label', lambda name: name.startswith(words))
                program.press(program.find('push button', 'Got it'))
            program.wait_gone('push button', 'Got it')
            program.key('ctrl+n')
            desktop.wait_for('a second window', lambda: len(desktop.find_all(program.application, 'frame')) == 2)
            self.assertFalse(program.is_there('push button', 'Got it'))

    def test_examples_are_opened_from_the_data(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            for name, trials in (('Neuroblastoma in children', 6), ('Triple-negative breast cancer', 8)):
                program.key('ctrl+6')
                program.press(program.find('push button', 'Examples'))
                program.press(program.find('menu item', name))
                program.find('list', f'Trials, {trials} trials')
                program.key('ctrl+5')
                program.find(None, 'This data set has no pathway.')
                program.key('ctrl+6')
                program.find(None, lambda text, name=name: text.startswith(name + ': '))

    def test_another_disease_passes_every_view(self):
        """And every chart of theirs, without a word of the embedded data set."""
        def shows(*said):
            for role, words in said:
                program.find(role, lambda name, words=words: name.startswith(words))

        with desktop.Program(os.path.join(SOURCE, 'resources', 'examples', 'neuroblastoma.json')) as program:
            program.find('list', 'Trials, 6 trials')
            self.search(program, 'nmtrc')
            program.find('list', 'Trials, 2 of 6 trials')
            program.key('Return', 'ctrl+f', 'Escape')
            shows(('link', 'Open in browser, A Randomized, Phase I/II Trial of Irinotecan'))
            program.key('ctrl+2')
            shows(('panel', 'Objective response rate'), ('push button', 'All arms, typical arm: pooled rate of 5 arms'))
            program.tab_to(None, 'Figure shown')
            program.key('space', 'Down', 'Return')
            program.wait_gone('push button', lambda name: name.startswith('All arms, typical arm'))
            shows(('push button', 'CLDE225X2104, Pediatric Participants, Pathway inhibitor: responders 2 of 60'))
            program.key('ctrl+3')
            shows(('panel', 'Progression-free and overall survival'), ('push button', 'NMTRC 004, TPI 287, Chemotherapy: PFS not reported'))
            program.tab_to(None, 'Figure shown')
            program.key('space', 'Down', 'Return')
            shows(('label', '6 selected trials report no median'))
            program.key('space', 'Down', 'Return')
            shows(('panel', 'Overall survival by arm'))
            self.search(program, 'nmtrc')
            program.find('list', 'Trials, 2 of 6 trials')
            program.key('Tab', 'Tab', 'Tab', 'Tab', 'Home', 'ctrl+d', 'Down', 'ctrl+d', 'ctrl+f', 'Escape', 'ctrl+4')
            shows(('push button', 'Copy as a table'), ('label', 'NMTRC 004'))
            program.key('ctrl+5')
            shows(('label', 'This data set has no pathway.'))
            program.key('ctrl+6')
            shows(('label', 'Neuroblastoma in children'))
            program.key('ctrl+7')
            shows(('text', 'Title of the story'))
            # What has been shown is still told.
            self.assertEqual([node.name for node in desktop.find_all(program.application, None, lambda name: 'HER2' in name)], [])

    def test_a_good_file_is_opened(self):
        sample = os.path.join(SOURCE, 'tests', 'load', 'sample.json')
        with desktop.Program(sample) as program:
            program.find('list', lambda name: name.startswith('Trials, ') and name != EVERY)
            program.find('label', 'sample.json')
            # Its name takes no width that the narrowest window doesn't have: it stands under the view's.
            program.resize(360, 720)
            below = program.find('label', 'sample.json').queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS)
            view = program.find('label', 'Response').queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS)
            self.assertGreater(below.y, view.y)

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
            program.tab_to('toggle button', 'Filters')
            program.key('Return')
            program.tab_to('list item', lambda name: name.startswith('Class'))
            # Space folds out as Enter does.
            program.key('space')
            value = program.find('check box', lambda name: name.startswith('Bispecific antibody'))
            self.assertRegex(value.description, r'^[0-9]+ trials? would be left$')
            count = int(value.description.split()[0])
            # The values are one stop, and arrows go on.
            program.go_to('Down', 'check box', value.name, 12)
            program.key('space')
            program.find('list', f'Trials, {count} of 39 trials')
            program.find('push button', 'Filters: 1')

    def test_a_finding_groups_the_list_and_back_undoes_it(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('toggle button', 'Patient')
            program.key('Return')
            program.tab_to('list item', lambda name: name.startswith('RAS'))
            program.key('Return')
            program.tab_to('toggle button', 'RAS: mutated')
            program.key('space', 'Down', 'Return')
            program.find('label', 'Patient: RAS: mutated')
            program.find('list item', lambda name: 'MYPATHWAY' in name and 'To find out: HER2' in name)
            program.key('Escape')
            program.tab_to('toggle button', lambda name: name.startswith('Does not fit: '))
            count = int(program.focused().name.split()[3])
            program.key('space')
            program.find('list', f'Trials, {count} of 39 trials')
            program.find('list item', lambda name: 'MOUNTAINEER' in name and 'Does not fit: requires RAS wild-type' in name)
            program.key('alt+Left')
            program.wait_gone('label', 'Patient: RAS: mutated')

    def test_the_sheet_is_there_while_a_patient_is(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('toggle button', 'Patient')
            program.key('Return')
            program.tab_to('list item', lambda name: name.startswith('RAS'))
            program.key('Return')
            program.tab_to('toggle button', 'RAS: mutated')
            program.key('space', 'Down', 'Return')
            program.find('label', 'Patient: RAS: mutated')
            program.key('Escape')
            program.tab_to('push button', 'Patient’s sheet')
            program.key('space')
            program.find(None, lambda name: name.startswith('MYPATHWAY; Trastuzumab plus pertuzumab: 31.9%'))
            program.key('ctrl+shift+a')
            program.find('label', 'Added to the story as slide 1. The story and its file now hold the patient’s findings.')
            program.key('alt+Left')
            program.find('toggle button', 'Figure shown')
            program.key('alt+Left')
            program.wait_gone('radio button', 'Patient')

    def test_findings_are_opened_from_a_record_after_a_review(self):
        record = os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], 'tests', 'import', 'records', 'mcode-bundle.json')
        with desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            program.find('list', EVERY)
            program.tab_to('toggle button', 'Patient')
            program.key('Return')
            program.tab_to('push button', 'Open findings')
            program.key('Return')
            program.find('push button', desktop.labelled('Open'), within=program.find('filler', 'Open findings'))
            program.type(record)
            program.key('Return')
            program.find('check box', 'BRAF: V600 mutated')
            program.find('list item', 'Carcinoembryonic Ag')
            program.tab_to('check box', 'KRAS: wild-type')
            program.key('space')
            program.tab_to('push button', desktop.labelled('Use findings'))
            program.key('Return')
            program.find('label', 'Patient: HER2: positive, test not named; BRAF: V600 mutated; Tumour: colorectal cancer')

    def test_what_is_chosen_from_says_what_for_and_what(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to('toggle button', 'Figure shown')
            self.assertEqual(program.focused().description, 'Forest plot')
            program.key('space', 'Down', 'Return')
            program.find('toggle button', 'Figure shown', FOCUSED)
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
            program.find('push button', lambda name: name.startswith('DESTINY-CRC01') and '24 of 53' in name)

    def test_the_pathway_answers_what_is_given_and_what_is_altered(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+5')
            # The first look is at the tumour that the data set is about.
            program.find('check box', 'HER2 amplification', desktop.pyatspi.STATE_CHECKED)
            program.find(None, lambda name: name.startswith('HER2') and ' is active' in name)
            program.tab_to('check box', 'KRAS mutation')
            program.key('space')
            program.find('check box', 'KRAS mutation', desktop.pyatspi.STATE_CHECKED)
            program.find(None, lambda name: name.startswith('RAS') and ' is active' in name)

    def test_a_figure_has_a_table(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to(None, 'Show as table')
            program.key('space')
            program.find('label', 'DESTINY-CRC01')
            program.find(None, lambda name: name.startswith('Objective response rate'))

    def rows(self, program):
        names = [row.name for row in desktop.find_all(program.application, 'table row')]
        return [name for name in names if '; Arm: ' in name]

    def test_rows_of_a_table_are_told(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.tab_to(None, 'Show as table')
            program.key('space')
            program.find('label', 'DESTINY-CRC01')
            # The headings are one stop, walked by arrows, and sort.
            for key, first in (('space', 'MOUNTAINEER; Arm: Tucatinib alone; '), ('Return', 'HER2-FUSCC-G; ')):
                program.tab_to(None, 'Trial')
                program.go_to('Right', None, 'Response rate, %', 7)
                program.key(key)
                desktop.wait_for('the order', lambda: self.rows(program)[0].startswith(first))
                program.go_to('Tab', 'table row', lambda name: '; Arm: ' in name, 2)
                program.key('shift+Tab')
            program.tab_to(None, 'Trial')
            program.key('space')
            program.go_to('Tab', 'table row', lambda name: '; Arm: ' in name, 2)
            program.go_to('Up', 'table row', lambda name: name.startswith('DESTINY-CRC01'), 20)
            program.go_to('Down', 'table row', lambda name: name.startswith('MYPATHWAY; Arm: Trastuzumab plus pertuzumab; '), 20)
            self.assertIn('Response rate, %: 31.9', program.focused().name)
            program.go_to('Down', 'table row', lambda name: name.startswith('NCT'), 3)
            # The rows are one stop, left either way.
            for way in ('Tab', 'shift+Tab'):
                program.key(way)
                self.assertNotEqual(program.focused().getRoleName(), 'table row')
                program.tab_to('table row', lambda name: name.startswith('NCT'))

    def test_tab_goes_through_a_trial_and_its_results(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+f')
            program.type('mountaineer')
            desktop.wait_for('one row', lambda: program.is_there('list item', lambda name: 'MOUNTAINEER' in name))
            program.key('Down', 'Return', 'ctrl+1')
            program.find('panel', lambda name: name.startswith('Overall survival: 24.1'))
            program.tab_to('panel', lambda name: name.startswith('Overall survival: 24.1'))
            program.tab_to('label', lambda name: name == 'Patients 30')
            # And back out of the page.
            program.go_to('shift+Tab', 'label', 'MOUNTAINEER', 40)
            program.go_to('shift+Tab', 'list item', lambda name: name.startswith('MOUNTAINEER'), 2)

    def test_what_was_looked_at_is_gone_through_back_and_forward(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+3')
            program.find('push button', lambda name: 'Progression-free survival' in name)
            program.key('alt+Left')
            program.find('push button', lambda name: 'responders' in name)
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

    def test_the_data_view_says_what_is_doubtful_about_the_data_set(self):
        doubtful = made_up.of_counts(('A', 1, 10), ('A', 2, 10))
        doubtful['as_of'] = '2124-01-01'
        doubtful['trials'][1]['name'] = 'T0'
        with made_up.file(doubtful) as option, desktop.Program(option.removeprefix('--data=')) as program:
            program.find('list', lambda name: name.startswith('Trials'))
            program.key('ctrl+6')
            program.find('label', 'The date 1 January 2124 is in the future.')
            program.find('label', 'Another trial is also called “T0”.')

    def test_a_window_is_as_narrow_as_a_telephone(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.resize(360, 720)
            program.wait_gone('list', EVERY)
            for key, name in (('ctrl+2', 'Save'), ('ctrl+3', 'Save'), ('ctrl+4', None), ('ctrl+5', 'Export as slide'),
                              ('ctrl+6', None), ('ctrl+7', None)):
                program.key(key)
                if name:
                    button = program.find('push button', name)
                    desktop.wait_for(f'{name} inside the window', lambda each=button: self.ends_at(each) <= 360)
                # The view is laid out once the last one is gone.
                time.sleep(0.5)
                self.assertEqual(program.size(), (360, 720))
            # What sets the pathway's picture goes below it.
            program.key('ctrl+5')
            self.assertLessEqual(self.ends_at(program.find('check box', 'HER2 amplification')), 360)

    @staticmethod
    def ends_at(node):
        place = node.queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS)
        return place.x + place.width if place.width > 0 else 10000


if __name__ == '__main__':
    tapmain.main()
