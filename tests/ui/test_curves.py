# SPDX-License-Identifier: GPL-3.0-or-later
"""Survival curves in the window: pasted, looked at, added to an arm. The patients are invented."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import gi
import pyatspi

import desktop
import tapmain

gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf  # pylint: disable=wrong-import-position

EVERY = 'Trials, 39 trials'
PATIENTS = 'months,status,arm\n' + ''.join(f'{1 + i * 0.7:.1f},{1 if i % 3 else 0},T-DXd\n' for i in range(30))



def is_back(name):
    return name.startswith('Curves of the')


# What a person reads off the chart of these patients, and what is in it. Twenty are followed to the end, so that no step is large: where
# a patient or two are left, what a pixel decides moves the reconstructed curve by more than a step.
FOLLOWED = [(0.5 + i * 0.55, i % 4 != 3) for i in range(60)] + [(33.0, False)] * 20
TICKS = [0, 6, 12, 18, 24, 30, 36]
AT_RISK = [sum(time >= tick for time, _ in FOLLOWED) for tick in TICKS]
EVENTS = sum(event for _, event in FOLLOWED)


class Chart:
    """A chart that the program drew, and where its axes and its curve are, by their colours."""

    def __init__(self, folder):
        times = folder / 'times.csv'
        times.write_text('months,status\n' + ''.join(f'{time:.2f},{int(event)}\n' for time, event in FOLLOWED), encoding='utf-8')
        self.path = folder / 'chart.png'
        subprocess.run([os.environ['REGIMEN'], 'chart', 'curves', f'--times={times}', '--size=1000x760', f'--output={self.path}'], check=True)
        pixbuf = GdkPixbuf.Pixbuf.new_from_file(str(self.path))
        self.width, self.height = pixbuf.get_width(), pixbuf.get_height()
        self._bytes, self._stride, self._n = pixbuf.get_pixels(), pixbuf.get_rowstride(), pixbuf.get_n_channels()
        lines = [(y, *self._line(y)) for y in range(self.height) if self._line(y)]
        self.top, self.bottom = lines[0][0], lines[-1][0]
        self.left, self.right = lines[-1][1:]

    def colour(self, x, y):
        start = y * self._stride + x * self._n
        return tuple(self._bytes[start:start + 3])

    def _line(self, y):
        """Where the grid line of a row begins and ends: the longest run of grey, where it is longer than half of the picture."""
        best = begin = None
        for x in range(self.width + 1):
            colour = self.colour(x, y) if x < self.width else (255, 255, 255)
            if max(colour) < 225 and max(colour) - min(colour) < 6:
                begin = x if begin is None else begin
            elif begin is not None:
                best, begin = max(best or (begin, x - 1), (begin, x - 1), key=lambda run: run[1] - run[0]), None
        return best if best and best[1] - best[0] > self.width // 2 else None

    def on_curve(self, x):
        """A place on the curve in a column: its colour is blue and dark."""
        found = [y for y in range(self.top, self.bottom) if self.colour(x, y)[0] < 60 < 110 < self.colour(x, y)[2]]
        return x, found[len(found) // 2]


def picture(program, name):
    if 'REGIMEN_PICTURES' in os.environ:
        program.picture(f'{os.environ["REGIMEN_PICTURES"]}/{name}.png')


class Curves(unittest.TestCase):

    def open_dialog(self, program):
        """To the survival curves of the trial that is found, of which there are none, and on to their dialog."""
        program.find('list', EVERY)
        program.resize(1280, 800)
        program.key('ctrl+f')
        program.type('destiny-crc01')
        program.find('list item', lambda name: name.startswith('DESTINY-CRC01'))
        program.key('Return', 'ctrl+3')
        program.find('panel', lambda name: name.startswith('Progression-free and overall survival'))
        program.tab_to(None, 'Figure shown')
        program.key('space', 'End', 'Up', 'Return')
        program.press(program.find('push button', desktop.labelled('Add curves…')))
        dialog = program.find(None, 'Add curves')
        program.find(None, 'Curves from', pyatspi.STATE_FOCUSED, within=dialog)
        return dialog

    def paste(self, program, dialog, text):
        subprocess.run(['xclip', '-selection', 'clipboard'], input=text, text=True, check=True)
        program.tab_to('text', lambda name: name.startswith('Text'))
        program.key('ctrl+v')

    def test_into_the_data_set(self):
        with desktop.Program() as program:
            dialog = self.open_dialog(program)
            self.paste(program, dialog, PATIENTS)
            program.find('label', lambda name: 'T-DXd: 30 patients, of whom 20 had the event.' in name, within=dialog)
            picture(program, 'chart')
            program.tab_to(None, 'Add the curves to')
            program.key('space', 'Down', 'Return')
            program.find(None, lambda name: name.startswith('This data set stays as it is'), within=dialog)
            program.find(None, 'Choose the source of the curves, or enter the citation of a new one.', within=dialog)
            program.tab_to(None, 'Citation of the new source')
            program.type('Somebody 2024')
            program.tab_to(None, 'Place in the source, such as “Figure 2A”')
            program.type('Figure 2')
            picture(program, 'target')
            program.press(program.find('push button', desktop.labelled('Add curves'), within=dialog))
            program.find(None, 'The curves were added to the data set. Undo removes them.')
            program.find(None, lambda name: name.startswith('T-DXd: 30 patients'))
            picture(program, 'added')
            program.key('ctrl+z')
            program.find('push button', desktop.labelled('Add curves…'))
            program.wait_gone(None, lambda name: name.startswith('T-DXd: 30 patients'))

    def test_digitise(self):
        with tempfile.TemporaryDirectory() as folder, desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            chart = Chart(pathlib.Path(folder))
            dialog = self.open_dialog(program)
            program.press(program.find('push button', lambda name: name.startswith('_Digitise'), within=dialog))
            window = program.find(None, 'Digitise curves')
            program.find(None, 'Open a picture of survival curves', within=window)
            # The help can be read beside the window, which is modal.
            program.key('F1')
            program.find('label', 'Digitise a published curve')
            picture(program, 'help')
            program.key('Escape')
            program.wait_gone('label', 'Digitise a published curve')
            subprocess.run(['xclip', '-selection', 'clipboard', '-t', 'image/png', '-i', str(chart.path)], check=True)
            program.key('ctrl+v')
            program.find('image', 'Picture of survival curves', pyatspi.STATE_FOCUSED)
            self.at = (chart.width / 2, chart.height / 2)
            for place, value, title in [((chart.left, chart.bottom), '0', 'First place in time'), ((chart.right, chart.bottom), '36', 'Second place in time'),
                                        ((chart.left, chart.bottom), '0', 'First place in survival'), ((chart.left, chart.top), '100%', 'Second place in survival')]:
                self.go(program, place)
                program.key('Return')
                program.find('text', title, pyatspi.STATE_FOCUSED)
                program.type(value)
                program.key('Return')
                program.find('image', 'Picture of survival curves', pyatspi.STATE_FOCUSED)
            program.find('label', lambda name: name.startswith('Click points along the curve'), within=window)
            program.press(program.find('push button', desktop.labelled('Trace the colour'), within=window))
            program.find('image', 'Picture of survival curves', pyatspi.STATE_FOCUSED)
            self.go(program, chart.on_curve(chart.left + 80))
            program.key('Return')
            program.find('label', lambda name: name.startswith('Enter the numbers at risk'), within=window)
            picture(program, 'traced')
            program.tab_to('text', 'Time from one number at risk to the next')
            program.type('6')
            program.key('Return')
            program.find('text', 'Curve 1: number at risk at time 36')
            for tick, number in zip(TICKS, AT_RISK):
                program.tab_to('text', f'Curve 1: number at risk at time {tick}')
                program.type(str(number))
            program.tab_to('combo box', 'Curve')
            program.key('Tab', 'Tab')
            program.type(str(EVENTS))
            program.find('label', lambda name: name.startswith(f'{len(FOLLOWED)} patients are rebuilt. {EVENTS} events.'), within=window)
            # The chart was drawn of these patients: the curve that is rebuilt lies on it, but for a step of a patient.
            report = program.find('label', lambda name: ' at most ' in name, within=window).name
            largest, mean = map(float, re.search(r'at most ([0-9.]+)% from a point; the root mean square distance is ([0-9.]+)%', report).groups())
            self.assertLess(largest, 2.5, report)
            self.assertLess(mean, 0.5, report)
            picture(program, 'digitised')
            saved = pathlib.Path(folder) / 'read.png'
            program.key('ctrl+s')
            program.save_as('Save the picture with its points', saved)
            program.find(None, lambda name: name.startswith('“read.png” holds the picture and the points read from it.'), within=window)
            self.assertEqual(GdkPixbuf.Pixbuf.new_from_file(str(saved)).get_width(), chart.width)
            program.press(program.find('push button', desktop.labelled('Use curves'), within=window))
            program.find('label', lambda name: f'Curve 1: {len(FOLLOWED)} patients, of whom {EVENTS} had the event.' in name, within=dialog)
            picture(program, 'used')
            # What was saved is not lost with the dialog, and comes back with its picture.
            program.key('Escape')
            program.wait_gone(None, 'Add curves')
            program.press(program.find('push button', desktop.labelled('Add curves…')))
            dialog = program.find(None, 'Add curves')
            program.press(program.find('push button', lambda name: name.startswith('_Digitise'), within=dialog))
            window = program.find(None, 'Digitise curves')
            program.find(None, 'Open a picture of survival curves', within=window)
            program.key('ctrl+o')
            program.find(None, 'Open a picture')
            program.type(str(saved))
            program.key('Return')
            program.find('label', lambda name: name.startswith('The dashed line is the reconstructed curve.'), within=window)
            self.assertEqual(program.find('label', lambda name: ' at most ' in name, within=window).name, report)

    def answer(self, program, question, answer):
        program.press(program.find('push button', desktop.labelled(answer), within=program.find(None, question)))
        program.wait_gone(None, question)

    def show_for_themselves(self, program, dialog):
        self.paste(program, dialog, PATIENTS)
        program.find('label', lambda name: 'T-DXd: 30 patients, of whom 20 had the event.' in name, within=dialog)
        program.press(program.find('push button', desktop.labelled('Show curves'), within=dialog))
        program.wait_gone(None, 'Add curves')
        program.find(None, lambda name: name.startswith('T-DXd: 30 patients'))

    def test_who_quits_is_asked_about_a_dialog(self):
        with desktop.Program() as program:
            dialog = self.open_dialog(program)
            self.paste(program, dialog, PATIENTS)
            program.find('label', lambda name: 'T-DXd: 30 patients, of whom 20 had the event.' in name, within=dialog)
            program.activate('quit')
            self.answer(program, 'Discard the curves?', 'Cancel')
            program.activate('quit')
            self.answer(program, 'Discard the curves?', 'Discard')
            program.wait_gone(None, 'Add curves')

    def test_nothing_is_lost_unasked(self):
        with tempfile.TemporaryDirectory() as folder, desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            saved = pathlib.Path(folder) / 'times.csv'
            dialog = self.open_dialog(program)
            self.paste(program, dialog, PATIENTS)
            program.find('label', lambda name: 'T-DXd: 30 patients, of whom 20 had the event.' in name, within=dialog)
            program.key('Escape')
            picture(program, 'discard')
            self.answer(program, 'Discard the curves?', 'Cancel')
            program.press(program.find('push button', desktop.labelled('Show curves'), within=dialog))
            program.wait_gone(None, 'Add curves')
            program.find(None, lambda name: name.startswith('T-DXd: 30 patients'))
            program.key('ctrl+w')
            self.answer(program, 'Save the curves?', 'Cancel')
            picture(program, 'free')
            program.press(program.find('push button', desktop.labelled('Save times…')))
            program.save_as('Save patients’ times', saved)
            lines = saved.read_text(encoding='utf-8').splitlines()
            self.assertEqual((lines[0], len(lines)), ('time_months,status,group,origin', 31))
            self.assertTrue(all(line.endswith(',T-DXd,observed') for line in lines[1:]), lines)
            program.press(program.find('push button', is_back))
            program.wait_gone(None, lambda name: name.startswith('T-DXd: 30 patients'))
            # Curves that are in no file are given up only by saying so.
            program.press(program.find('push button', desktop.labelled('Add curves…')))
            self.show_for_themselves(program, program.find(None, 'Add curves'))
            program.press(program.find('push button', is_back))
            self.answer(program, 'Save the curves?', 'Discard')
            program.wait_gone(None, lambda name: name.startswith('T-DXd: 30 patients'))

    def go(self, program, place):
        """Moves the cross in the picture."""
        for sign, keys in ((place[0] - self.at[0], ('Left', 'Right')), (place[1] - self.at[1], ('Up', 'Down'))):
            key = keys[sign > 0]
            far, near = divmod(int(abs(sign)), 10)
            for name, times in ((f'shift+{key}', far), (key, near)):
                if times > 0:
                    subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '8', '--repeat', str(times), name], check=True)
        self.at = tuple(at + int(to - at) for at, to in zip(self.at, place))


if __name__ == '__main__':
    tapmain.main()
