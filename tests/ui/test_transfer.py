# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the window: to the clipboard, to a file, to paper."""

import csv
import os
import subprocess
import tempfile
import unittest
import zipfile

import desktop
import tapmain

EVERY = 'Trials, 39 trials'


def clipboard(target):
    """What another program would paste; empty where there is nothing of that kind."""
    return subprocess.run(['xclip', '-selection', 'clipboard', '-o', '-t', target], capture_output=True, check=False,
                          timeout=20).stdout


def text_that(what, holds):
    def ask():
        text = clipboard('UTF8_STRING').decode()
        return text if holds(text) else None
    return desktop.wait_for(what, ask)


class Transfer(unittest.TestCase):

    def open_trial(self, program, query, name):
        program.find('list', EVERY)
        program.key('ctrl+f')
        program.type(query)
        program.find('list item', lambda label: label.startswith(name))
        program.key('Return')
        program.find('label', name)

    def test_a_registration_copies_its_id(self):
        with desktop.Program() as program:
            self.open_trial(program, 'enhertu crc01', 'DESTINY-CRC01')
            program.tab_to('link', 'NCT03384940')
            program.key('ctrl+c')
            text_that('the id on the clipboard', lambda text: text == 'NCT03384940')

    def test_a_number_is_copied_with_its_place(self):
        with desktop.Program() as program:
            self.open_trial(program, 'enhertu crc01', 'DESTINY-CRC01')
            program.press(program.find('push button', lambda name: name.startswith('Copy with citation: Objective')))
            text = text_that('a number on the clipboard', lambda text: '45.3%' in text)
            self.assertIn('Table 1', text)
            self.assertIn('HER2-targeted therapy in colorectal cancer: a comprehensive review', text)

    def test_a_figure_is_copied_as_drawing_and_as_picture(self):
        with desktop.Program() as program:
            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            program.press(program.find('push button', 'Copy'))
            targets = desktop.wait_for('a figure on the clipboard',
                                       lambda: [each for each in clipboard('TARGETS').decode().split() if 'svg' in each])
            self.assertIn(b'MYPATHWAY', clipboard(targets[0]))
            self.assertEqual(clipboard('image/png')[:8], b'\x89PNG\r\n\x1a\n')
            # shapes for LibreOffice, and the table for spreadsheets
            shapes = clipboard('application/x-openoffice-drawing;windows_formatname="Drawing Format"')
            self.assertIn(b'office:mimetype="application/vnd.oasis.opendocument.graphics"', shapes)
            self.assertIn(b'draw:name="arm mypathway', shapes)
            self.assertIn(b'<table', clipboard('text/html'))
            self.assertIn('MYPATHWAY\t', clipboard('UTF8_STRING').decode())

    def test_a_comparison_is_copied_as_table(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            program.key('ctrl+f')
            program.type('destiny')
            program.tab_to('list item', lambda name: name.startswith('DESTINY-CRC01'))
            program.key('ctrl+d')
            # The first Down may do no more than choose the row that has the focus.
            program.go_to('Down', 'list item', lambda name: name.startswith('DESTINY-CRC02'), 3)
            program.key('ctrl+d', 'ctrl+4')
            program.find(None, lambda name: name.startswith('Separate trials'))
            program.press(program.find('push button', 'Copy as a table'))
            text = text_that('a table on the clipboard', lambda text: 'DESTINY-CRC02' in text)
            self.assertIn('\t', text.splitlines()[0])
            self.assertIn(b'<table', clipboard('text/html'))

    def test_faults_are_copied(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'bad.json')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('{"format": 1,\n "title": 7}')
            with desktop.Program(path) as program:
                dialog = program.find('dialog', '“bad.json” could not be opened')
                program.find('list', lambda name: name.endswith(' problems'), within=dialog)
                program.press(program.find('push button', desktop.labelled('Copy'), within=dialog))
                text_that('the faults on the clipboard', lambda text: '$.title' in text)

    def test_a_figure_is_saved_where_the_dialog_says(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'response.svg')
            with desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
                program.find('push button', lambda name: name.startswith('MYPATHWAY'))
                program.key('ctrl+s')
                program.save_as('Save the figure', path)
                with open(path, encoding='utf-8') as file:
                    self.assertIn('MYPATHWAY', file.read())

    def test_a_figure_is_exported_as_an_editable_slide(self):
        with tempfile.TemporaryDirectory() as folder:
            # What is typed without its ending gets the one of the format.
            path = os.path.join(folder, 'response')
            with desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
                program.find('push button', lambda name: name.startswith('MYPATHWAY'))
                program.key('ctrl+shift+e')
                dialog = program.find(None, 'Export the slides')
                program.press(program.find('push button', desktop.labelled('Export…'), within=dialog))
                program.save_as('Save the slides', path, path + '.pptx')
                program.wait_gone(None, 'Export the slides')
                with zipfile.ZipFile(path + '.pptx') as slides:
                    self.assertIn(b'MYPATHWAY', slides.read('ppt/slides/slide1.xml'))

    def test_references_are_saved(self):
        with tempfile.TemporaryDirectory() as folder, desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            path = os.path.join(folder, 'references.bib')
            program.find('list', EVERY)
            program.key('F10')
            program.find('menu item', lambda name: 'Save references' in name)
            program.key('v')
            program.find('menu item', lambda name: 'Of the whole data set' in name)
            program.key('w')
            program.save_as('Save references', path)
            with open(path, encoding='utf-8') as file:
                self.assertIn('@article', file.read())

    def test_references_of_the_story_are_saved(self):
        with tempfile.TemporaryDirectory() as folder, desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            path = os.path.join(folder, 'references.ris')
            program.find('list', EVERY)
            program.key('ctrl+shift+a')
            program.find(None, lambda name: 'the story as slide 1' in name)
            program.key('F10')
            program.find('menu item', lambda name: 'Save references' in name)
            program.key('v')
            program.find('menu item', lambda name: 'Of the story' in name)
            program.key('s')
            program.save_as('Save references', path)
            with open(path, encoding='utf-8') as file:
                self.assertIn('TY  - JOUR', file.read())

    def test_the_list_is_saved_as_a_table(self):
        with tempfile.TemporaryDirectory() as folder, desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            program.find('list', EVERY)
            program.key('ctrl+f')
            program.type('crc01')
            program.find('list', lambda name: name.startswith('Trials, 1 '))
            program.resize(1280, 800)
            program.key('F10')
            program.find('menu item', lambda label: 'Save the list' in label)
            program.key('l')
            program.find('menu item', lambda label: 'A row for each arm' in label)
            program.key('a')
            path = os.path.join(folder, 'arms')
            program.save_as('Save the list', path, path + '.csv')
            with open(path + '.csv', encoding='utf-8-sig', newline='') as file:
                rows = list(csv.DictReader(file))
            self.assertEqual([(row['arm'], row['orr_value']) for row in rows], [('destiny-crc01:t-dxd', '45.3')])

    def test_printing_asks_first(self):
        with desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            for end in ('Escape', 'Return'):
                program.key('ctrl+p')
                program.find(None, 'Page 1 of 1')
                program.find('push button', desktop.labelled('Print…'), desktop.pyatspi.STATE_FOCUSED)
                program.key(end)
                program.wait_gone(None, 'Page 1 of 1')
            # From the preview to the system’s dialog.
            program.find('dialog', lambda name: 'Print' in name)
            program.key('Escape')
            program.wait_gone('dialog', lambda name: 'Print' in name)


if __name__ == '__main__':
    tapmain.main()
