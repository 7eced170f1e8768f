# SPDX-License-Identifier: GPL-3.0-or-later
"""A presentation on one screen, by keyboard and as a screen reader is told of it."""

import tempfile
import unittest

import desktop
import tapmain

EVERY = 'Trials, 39 trials'


def slide(number, title='', of=5):
    return lambda name: name.startswith(f'Slide {number} of {of}: {title}')


class Presenter(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def start(self):
        return desktop.Program(env={'XDG_DATA_HOME': self.folder.name})

    def begin(self, program):
        program.find('list', EVERY)
        program.key('ctrl+7')
        program.press(program.find('push button', 'Overview of the data set'))
        program.find('list item', lambda name: name.startswith('Slide 1: HER2'))
        program.key('F5')
        program.find('image', slide(1, 'HER2'))

    def test_keys_and_clickers_go_through_the_slides(self):
        with self.start() as program:
            self.begin(program)
            program.key('Next')
            shown = program.find('image', slide(2, 'Objective response rate'))
            self.assertIn('Response rates of', shown.description)
            program.key('Prior')
            program.find('image', slide(1))
            program.key('End')
            program.find('image', slide(5))
            program.key('Home')
            program.find('image', slide(1))
            program.key('4', 'Return')
            program.find('image', slide(4, 'Response rate against'))
            program.key('End')
            # Past the last page there is the end, and a way back.
            for _ in range(4):
                program.key('space')
            program.find('image', 'End of the presentation')
            program.key('BackSpace')
            program.find('image', slide(5))
            program.key('Escape')
            program.wait_gone('image', slide(5))
            program.find('list item', lambda name: name.startswith('Slide 1: HER2'))

    def test_escape_leaves_a_state_before_it_ends(self):
        with self.start() as program:
            self.begin(program)
            program.key('Right', 'm')
            shown = program.find('image', slide(2))
            desktop.wait_for('a sentence', lambda: 'MYPATHWAY' in shown.description)
            program.find('label', lambda name: 'MYPATHWAY' in name)
            program.key('b', 'Escape')
            program.find('image', slide(2))
            desktop.wait_for('the sentence', lambda: 'MYPATHWAY' in shown.description)
            program.key('Escape')
            desktop.wait_for('the summary', lambda: 'Response rates of' in shown.description)
            program.find('image', slide(2))
            program.key('Escape')
            program.wait_gone('image', slide(2))

    def test_overview_and_help(self):
        with self.start() as program:
            self.begin(program)
            program.key('question')
            program.find('label', 'Freeze what the audience sees')
            program.key('question')
            program.wait_gone('label', 'Freeze what the audience sees')
            program.key('Tab')
            program.find(None, 'Slide 1: HER2-targeted therapy in metastatic colorectal cancer', desktop.pyatspi.STATE_FOCUSED)
            program.key('Right', 'Right', 'Return')
            program.find('image', slide(3, 'Progression-free'))
            program.key('Escape')
            program.wait_gone('image', slide(3))

    def test_without_a_story_the_chart_is_presented(self):
        with self.start() as program:
            program.find('list', EVERY)
            program.key('ctrl+5', 'F5')
            program.find('image', slide(1, of=1))
            program.key('a')
            program.find('check box', lambda name: 'KRAS' in name or 'PIK3CA' in name)
            program.key('Escape', 'Escape')
            program.wait_gone('image', slide(1, of=1))


if __name__ == '__main__':
    tapmain.main()
