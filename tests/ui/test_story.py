# SPDX-License-Identifier: GPL-3.0-or-later
"""A story in the window, by keyboard and as a screen reader is told of it."""

import json
import os
import signal
import subprocess
import tempfile
import unittest

import desktop
import tapmain

FOCUSED = desktop.pyatspi.STATE_FOCUSED
EVERY = 'Trials, 39 trials'


def slide(number, title=''):
    return lambda name: name.startswith(f'Slide {number}: {title}')


class Story(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def start(self, *arguments):
        return desktop.Program(*arguments, env={'XDG_DATA_HOME': self.folder.name})

    def begin_overview(self, program):
        program.find('list', EVERY)
        program.key('ctrl+7')
        program.press(program.find('push button', 'Overview of the data set'))
        program.find('list item', slide(1, 'HER2'))

    def test_what_a_view_shows_is_added_with_its_query(self):
        with self.start() as program:
            program.find('list', EVERY)
            program.key('ctrl+2', 'ctrl+f')
            program.type('class:adc')
            program.find('list', lambda name: name.endswith(' of 39 trials'))
            program.key('ctrl+shift+a')
            program.find('label', 'Added to the story as slide 1')
            program.key('ctrl+f', 'Escape', 'ctrl+7')
            row = program.find('list item', slide(1, 'Objective response rate'))
            # The slide keeps its own query, whatever the list shows.
            preview = program.find('image', 'Objective response rate by class of agents')
            self.assertIn('5 arms', desktop.wait_for('a summary', lambda: preview.description))
            self.assertIsNotNone(row)

    def test_slides_are_moved_deleted_and_brought_back(self):
        with self.start() as program:
            self.begin_overview(program)
            program.tab_to('list item', slide(1))
            program.key('Down', 'Down')
            program.find('list item', slide(3, 'Progression-free'), FOCUSED)
            program.key('ctrl+c')
            program.find('label', 'Slide copied')
            program.key('alt+Up', 'alt+Up')
            program.find('list item', slide(1, 'Progression-free'), FOCUSED)
            program.key('Delete')
            program.find('label', 'The slide was deleted. Ctrl+Z brings it back.')
            program.find('list item', slide(1, 'HER2'))
            # With its mnemonic, in some versions of libadwaita.
            program.press(program.find('push button', lambda name: name.endswith('Undo')))
            program.find('list item', slide(1, 'Progression-free'))
            program.key('ctrl+z', 'ctrl+z')
            program.find('list item', slide(3, 'Progression-free'))
            program.key('ctrl+shift+z')
            program.find('list item', slide(2, 'Progression-free'))

    def drag(self, program, source, target, below):
        """Drags one row onto a half of another with the mouse."""
        def place(row, share):
            x, y, width, height = row.queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS)
            return x + width // 2, y + int(share * height)
        (from_x, from_y), (to_x, to_y) = place(source, 0.5), place(target, 0.8 if below else 0.2)
        moves = [('mousemove', from_x, from_y), ('mousedown', 1)]
        moves += [('mousemove', from_x + (to_x - from_x) * i // 8, from_y + (to_y - from_y) * i // 8) for i in range(1, 9)]
        for command, *numbers in [*moves, ('mousemove', to_x, to_y + 1), ('mouseup', 1)]:
            window = ['--window', program.window] if command == 'mousemove' else []
            subprocess.run(['xdotool', command, *window, *map(str, numbers)], check=True)
            desktop.time.sleep(0.1)

    def test_slides_are_dragged(self):
        with self.start() as program:
            self.begin_overview(program)
            third = program.find('list item', slide(3, 'Progression-free'))
            self.drag(program, third, program.find('list item', slide(1, 'HER2')), below=False)
            program.find('list item', slide(1, 'Progression-free'))
            program.find('list item', slide(2, 'HER2'))
            self.drag(program, program.find('list item', slide(1)), program.find('list item', slide(2)), below=True)
            program.find('list item', slide(2, 'Progression-free'))
            program.key('ctrl+z', 'ctrl+z')
            program.find('list item', slide(3, 'Progression-free'))

    def test_a_slide_is_pinned_to_the_data_and_let_go(self):
        with self.start() as program:
            self.begin_overview(program)
            program.tab_to('list item', slide(1))
            program.key('Down')
            row = program.find('list item', slide(2, 'Objective'), FOCUSED)
            self.assertEqual(row.description, 'Follows the data')
            program.tab_to('check box', 'Pinned to the data as they are now')
            program.key('space')
            desktop.wait_for('the pin', lambda: row.description.startswith('Pinned to 20'))
            program.find('label', lambda name: name.startswith('This slide is pinned to the data as of 20'))
            program.key('ctrl+z')
            desktop.wait_for('no pin', lambda: row.description == 'Follows the data')

    def test_a_handout_is_chosen_in_its_preview(self):
        with self.start() as program:
            self.begin_overview(program)
            program.key('ctrl+p')
            preview = program.find(None, 'Print preview')
            page = program.find('image', lambda name: name.startswith('Page 1 of '), within=preview)
            several = int(page.name.split()[-1])
            program.tab_to(None, 'Layout')
            self.assertEqual(program.focused().description, 'Handout, 3 slides to a page, with lines')
            # Up to the first: one slide a page.
            program.key('space', 'Home', 'Return')
            desktop.wait_for('more pages', lambda: page.name.startswith('Page 1 of ') and int(page.name.split()[-1]) > several)
            program.key('Escape')
            program.wait_gone(None, 'Print preview')

    def test_a_title_is_typed_and_undone_as_one(self):
        with self.start() as program:
            self.begin_overview(program)
            program.tab_to('list item', slide(1))
            program.key('Down', 'F2')
            program.find(None, 'Title of the slide', FOCUSED)
            program.type('What responds')
            program.find('list item', slide(2, 'What responds'))
            program.key('ctrl+z')
            program.find('list item', slide(2, 'Objective response rate'))

    def test_a_program_that_is_killed_loses_nothing(self):
        try:
            with self.start() as program:
                self.begin_overview(program)
                program.tab_to('list item', slide(1))
                program.key('F2')
                program.find(None, 'Title of the slide', FOCUSED)
                program.key('End')
                program.type(' at the board')
                program.find('list item', slide(1, 'HER2-targeted therapy in metastatic colorectal cancer at the board'))
                desktop.time.sleep(0.5)
                program.process.send_signal(signal.SIGKILL)
                program.process.wait()
                raise InterruptedError
        except InterruptedError:
            pass
        with self.start() as program:
            program.find('list', EVERY)
            program.key('ctrl+7')
            program.find('list item', slide(1, 'HER2-targeted therapy in metastatic colorectal cancer at the board'))
            program.find('list item', slide(4))

    def test_a_storys_file_is_opened_like_any_other(self):
        path = os.path.join(self.folder.name, 'mine.regimen-story')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'format': 1, 'title': 'Mine', 'slides': [{'figure': 'response', 'title': 'What responds'}]}, file)
        with self.start(path) as program:
            program.find('list item', slide(1, 'What responds'))
            program.find('list', EVERY)
        # It was open when the program ended.
        with self.start() as program:
            program.find('list', EVERY)
            program.key('ctrl+7')
            program.find('list item', slide(1, 'What responds'))

    def test_what_cannot_be_shown_says_so_and_stays(self):
        story = {'format': 1, 'slides': [{'figure': 'hologram', 'title': 'Later', 'depth': 3},
                                         {'figure': 'response', 'options': {'arms': ['nobody:a']}}]}
        journals = os.path.join(self.folder.name, desktop.APPLICATION_ID, 'stories')
        os.makedirs(journals)
        path = os.path.join(journals, 'x.story')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(story, file)
        with self.start() as program:
            program.find('list', EVERY)
            program.key('ctrl+7')
            self.assertIn('hologram', program.find('list item', slide(1, 'Later')).description)
            self.assertIn('nobody:a', program.find('list item', slide(2)).description)
            # Who exports them is told before the file is written.
            program.key('ctrl+shift+e')
            dialog = program.find(None, 'Export the slides')
            remark = program.find('label', lambda name: name.startswith('Slide 1 cannot be shown.'), within=dialog).name
            self.assertIn('Slide 2 cannot be shown. ', remark)
            self.assertIn('nobody:a', remark)
            program.key('Escape')
            program.wait_gone(None, 'Export the slides')
            program.tab_to('list item', slide(1))
            program.key('alt+Down')
            program.find('list item', slide(2, 'Later'))
            desktop.time.sleep(0.5)
        with open(path, encoding='utf-8') as file:
            kept = json.load(file)
        self.assertEqual(kept['slides'][1]['depth'], 3)
        self.assertEqual(kept['slides'][0]['options'], {'arms': ['nobody:a']})


if __name__ == '__main__':
    tapmain.main()
