# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says in the ten commonest tasks, done by keyboard alone.

Orca says of what gets the focus its name, its role and its description, and then each change of that description. The
words are written down here in the order in which they are heard.
"""

import os
import tempfile
import unittest

import desktop
import tapmain

FOCUSED = desktop.pyatspi.STATE_FOCUSED
CHECKED = desktop.pyatspi.STATE_CHECKED


def words(node):
    """All that is said of a node."""
    return f'{node.name} {node.description}'.replace('\u00a0', ' ')


class Listener(desktop.Program):

    def __init__(self, *arguments, trials=39, **options):
        super().__init__(*arguments, **options)
        self.trials = f'Trials, {trials} trials'

    def __enter__(self):
        super().__enter__()
        self.find('list', self.trials)
        return self

    def hear(self, *parts):
        """Waits until what has the focus says all of it, in this order."""
        heard = ''

        def says():
            nonlocal heard
            focused = self.focused()
            heard = words(focused) if focused is not None else ''
            at = 0
            for part in parts:
                at = heard.find(part, at)
                if at < 0:
                    return False
                at += len(part)
            return True

        try:
            desktop.wait_for(parts, says)
        except desktop.NotThere as error:
            raise AssertionError(f'{parts} isn’t in “{heard}”') from error

    def reach(self, role, name):
        """Goes on with Tab to what is there already, as tab_to() does, in a page on which it is far."""
        node = self.find(role, name)
        for _ in range(80):
            if node.getState().contains(FOCUSED):
                return
            self.key('Tab')
        raise desktop.NotThere(f'Tab doesn’t lead to {name}')

    def tabs(self, keys, *parts):
        self.key(*keys)
        self.hear(*parts)


class TrialTask(unittest.TestCase):
    """What a person does with a trial, among data of their own."""

    def setUp(self):
        self.data = tempfile.TemporaryDirectory()
        self.addCleanup(self.data.cleanup)
        self.env = {'XDG_DATA_HOME': self.data.name}

    def open_trial(self, program):
        program.key('ctrl+f')
        program.type('enhertu crc01')
        program.find('list item', is_trial)
        program.key('Return')
        program.find('label', 'DESTINY-CRC01')


def is_trial(name):
    return name.startswith('DESTINY-CRC01')


class Spoken(unittest.TestCase):

    def test_1_a_trial_is_searched_and_opened(self):
        with Listener() as program:
            program.key('ctrl+f')
            program.hear('Search trials')
            program.type('mountaineer')
            program.hear('Search trials', '2 of 39 trials')
            program.key('Down')
            program.hear('MOUNTAINEER, ', 'Phase II', 'response rates 38.1%, 3.3%')
            program.key('ctrl+f')
            program.key('Return')
            program.hear('Trial, MOUNTAINEER')

    def test_2_a_search_that_finds_nothing_says_what_to_do(self):
        with Listener() as program:
            program.key('ctrl+f')
            program.type('zzzz')
            program.hear('Search trials', 'No trial matches')
            program.key('ctrl+a')
            program.type('orr>>3')
            program.hear('Search trials', 'expected a number')

    def test_3_a_number_says_its_interval_and_its_source(self):
        with Listener() as program:
            program.key('ctrl+f')
            program.type('mountaineer')
            program.find('list', 'Trials, 2 of 39 trials')
            program.key('Return', 'ctrl+f')
            tile = program.find(None, lambda name: name.startswith('Objective response rate: 38.1%'))
            heard = words(tile)
            for part in ('32 of 84', 'No published interval', 'Computed 95% CI 27.7 to 49.3', 'Clopper–Pearson', 'Table'):
                self.assertIn(part, heard)
                heard = heard[heard.index(part):]

    def test_4_the_list_is_narrowed(self):
        with Listener() as program:
            program.key('ctrl+f')
            program.tab_to('push button', 'Filters', 6)
            program.key('Return')
            program.tab_to(None, 'Class', 6)
            program.key('Return')
            program.hear('Expanded')
            program.key('Down')
            program.hear('would be left')
            name = program.focused().name
            program.key('space')
            desktop.wait_for('a tick', lambda: program.find('check box', name).getState().contains(CHECKED))
            program.hear(name, ' of 39 trials')
            program.key('Return')
            program.hear(name, '39 trials')

    def test_5_trials_are_ticked_and_compared(self):
        with Listener() as program:
            program.key('ctrl+f')
            program.type('destiny-crc')
            program.find('list item', lambda name: name.startswith('DESTINY-CRC01'))
            program.key('Down', 'ctrl+d')
            program.hear('DESTINY-CRC01', 'ticked', 'DESTINY-CRC01 ticked, 1 of 6')
            program.key('Down', 'ctrl+d')
            program.hear('DESTINY-CRC02', 'DESTINY-CRC02 ticked, 2 of 6')
            program.key('ctrl+d')
            program.hear('DESTINY-CRC02 unticked, 1 of 6')
            program.key('ctrl+d', 'ctrl+4')
            program.hear('DESTINY-CRC02', 'Compare')

    def test_6_a_forest_plot_is_walked(self):
        with Listener() as program:
            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            program.tab_to('push button', lambda name: name.startswith('MYPATHWAY'))
            program.hear('MYPATHWAY', 'responders ', 'computed 95% CI', 'Clopper–Pearson',
                         'Separate trials, not randomised against each other', 'Response rates of', '1 of ')
            program.key('Down')
            program.hear('2 of ')
            self.assertNotIn('Separate trials', words(program.focused()))
            program.key('Return')
            program.hear(' selected')
            program.key('End')
            program.hear('All arms, typical arm: pooled rate of')

    def test_7_an_option_says_what_it_did(self):
        with Listener() as program:
            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            program.key('ctrl+f')
            program.tab_to('push button', 'Options', 30)
            program.key('Return')
            program.tab_to(None, 'Model', 30)
            program.hear('Model', 'GLMM')
            program.key('Return', 'Down', 'Return')
            program.hear('Model', 'Response rates of', 'pooled rate of')

    def test_8_the_pathway_says_what_follows(self):
        with Listener() as program:
            program.key('ctrl+5')
            program.find('check box', 'HER2 amplification')
            program.key('ctrl+f')
            program.tab_to('check box', 'HER2 amplification', 40)
            program.key('space')
            program.hear('HER2 amplification', 'ctive: ')
            program.tab_to('entry', 'Search agents', 40)
            program.type('cetux')
            program.hear('Search agents', '1 found')
            program.key('Tab')
            program.tab_to('check box', 'Cetuximab', 3)
            program.key('space')
            program.hear('Cetuximab', 'ctive: ', 'past the block')

    def test_9_a_bad_file_is_opened(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'bad.json')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('{"format": 1,\n "title": 7,\n "trials": 3}')
            with desktop.Program(path) as program:
                program.find('dialog', '“bad.json” could not be opened')
                problems = program.find('list', lambda name: name.endswith(' problems'))
                program.find('list item', lambda name: name.startswith('$: expected the key "id"'), FOCUSED, within=problems)
                program.key('Down')
                program.find('list item', lambda name: name.startswith('$: expected the key "as_of"'), FOCUSED, within=problems)
                program.key('End')
                program.find('list item', lambda name: name.startswith('$.trials'), FOCUSED, within=problems)

    def test_10_a_figure_is_copied_and_panes_are_changed(self):
        with Listener() as program:
            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            program.tab_to('push button', lambda name: name.startswith('MYPATHWAY'))
            program.key('ctrl+c')
            program.hear('MYPATHWAY', 'Figure copied')
            program.key('Delete')
            program.hear('excluded manually: MYPATHWAY', 'Response rates of')
            self.assertFalse(program.focused().name.startswith('MYPATHWAY'))
            program.key('shift+F6')
            program.hear('Figure shown')
            program.key('shift+F6')
            program.hear('Search trials')
            program.key('F6', 'F6')
            desktop.wait_for('a mark', lambda: '95% CI' in program.focused().name)


class Focus(unittest.TestCase):

    def test_a_view_that_is_changed_has_the_focus(self):
        with Listener() as program:
            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            program.tab_to('push button', lambda name: name.startswith('MYPATHWAY'))
            program.key('Return', 'ctrl+1')
            program.find(None, lambda name: name.startswith('MYPATHWAY'), FOCUSED)
            for key in ('ctrl+5', 'ctrl+6', 'ctrl+3', 'ctrl+4', 'ctrl+2'):
                program.key(key)
                desktop.wait_for(f'a focus after {key}', lambda: program.focused() is not None and
                                 program.focused().name != 'Width of the list')

    def test_the_list_that_is_hidden_gives_the_focus_away(self):
        with Listener() as program:
            program.key('ctrl+f')
            program.tab_to('list item', lambda name: True, 8)
            program.key('F9')
            program.find(None, 'List of trials', FOCUSED)
            program.hear('List of trials hidden')

    def test_the_ring_around_the_focus_stays(self):
        with tempfile.TemporaryDirectory() as folder, Listener() as program:
            program.key('ctrl+f')
            program.tab_to('list item', lambda name: True, 8)
            first, later = (os.path.join(folder, name) for name in ('first.png', 'later.png'))
            program.key('Down')
            desktop.time.sleep(1)
            program.picture(first)
            desktop.time.sleep(6)
            program.picture(later)
            with open(first, 'rb') as one, open(later, 'rb') as other:
                self.assertEqual(one.read(), other.read())


if __name__ == '__main__':
    tapmain.main()
