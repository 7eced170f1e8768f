# SPDX-License-Identifier: GPL-3.0-or-later
"""The window for who has no pointer, needs large text, or sees little."""

import os
import subprocess
import tempfile
import time
import unittest

import desktop
import tapmain

EVERY = 'Trials, 39 trials'
# The views, their keys, and a control of each that comes late on the way with Tab.
VIEWS = {
    'trial': ('ctrl+1', 'check box', 'Compare'),
    'response': ('ctrl+2', 'push button', 'Options'),
    'survival': ('ctrl+3', 'push button', 'Options'),
    'compare': ('ctrl+4', 'push button', 'Copy as a table'),
    'pathway': ('ctrl+5', 'check box', 'HER2 amplification'),
    'data': ('ctrl+6', 'push button', desktop.labelled('Embedded data set')),
    'story': ('ctrl+7', 'push button', 'Overview of the data set'),
}
# What is around a control that has the focus, in pixels.
RING = 6


def bounds(node):
    place = node.queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS)
    return max(0, place.x - RING), max(0, place.y - RING), place.width + 2 * RING, place.height + 2 * RING


def is_same(first, second, area):
    """Whether two pictures are the same in an area."""
    x, y, width, height = area
    cut = ['-crop', f'{width}x{height}+{x}+{y}', '+repage']
    done = subprocess.run(['convert', '(', first, *cut, ')', '(', second, *cut, ')', '-metric', 'AE', '-compare', '-format', '%[distortion]',
                           'info:'], capture_output=True, text=True, check=True)
    return float(done.stdout) == 0


def luminance(picture, area, which):
    """The relative luminance of the darkest or the lightest point of an area, from 0 to 1."""
    x, y, width, height = area
    done = subprocess.run(['convert', picture, '-crop', f'{width}x{height}+{x}+{y}', '+repage', '-set', 'colorspace', 'sRGB', '-colorspace', 'RGB',
                           '-format', f'%[fx:{which}ima]', 'info:'], capture_output=True, text=True, check=True)
    return float(done.stdout)


class Access(unittest.TestCase):

    def open(self, program):
        """A trial is open, and two are ticked."""
        program.find('list', EVERY)
        program.key('ctrl+f')
        program.type('destiny')
        program.find('list item', lambda name: name.startswith('DESTINY-CRC01'))
        program.key('Return')
        program.tab_to('list item', lambda name: name.startswith('DESTINY-CRC01'))
        program.key('ctrl+d')
        program.go_to('Down', 'list item', lambda name: name.startswith('DESTINY-CRC02'), 3)
        program.key('ctrl+d', 'ctrl+f', 'Escape')
        program.find('list', EVERY)

    def test_small_text_can_be_read(self):
        with desktop.Program() as program, tempfile.TemporaryDirectory() as folder:
            program.find('list', EVERY)
            program.resize(1280, 800)
            program.key('ctrl+2')
            program.press(program.find(None, 'Show as table'))
            heading = program.find('label', 'Responders')
            self.assert_readable(program, heading, folder)
            # The second line of a row.
            program.key('ctrl+6')
            self.assert_readable(program, program.find('label', lambda name: name.startswith('Comes with the program')), folder)

    def assert_readable(self, program, label, folder):
        picture = os.path.join(folder, 'label.png')
        time.sleep(1)
        program.picture(picture)
        place = label.queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS)
        area = (place.x, place.y, place.width, place.height)
        contrast = (luminance(picture, area, 'max') + 0.05) / (luminance(picture, area, 'min') + 0.05)
        self.assertGreater(contrast, 4.5, label.name)

    def test_every_view_is_walked_by_keyboard(self):
        with desktop.Program() as program:
            self.open(program)
            # The view of responses is walked below; that of survival is of the same kind.
            for view in ('trial', 'compare', 'pathway', 'data'):
                key, role, name = VIEWS[view]
                program.key(key, 'ctrl+f')
                program.find(role, name)
                program.tab_to(role, name)

    def test_the_focus_goes_round(self):
        """Wherever the names of the views are: nothing keeps the focus without showing it."""
        first = ('toggle button', 'List of trials')
        with desktop.Program() as program:
            self.open(program)
            program.key('ctrl+2')
            for size in ((1280, 800), (640, 480)):
                program.resize(*size)
                program.go_to('shift+Tab', *first, 80)
                program.key('shift+Tab')
                desktop.wait_for('the focus elsewhere', lambda: program.focused() not in (None, program.find(*first)))
                program.go_to('shift+Tab', *first, 80)

    def test_where_one_is_can_be_seen(self):
        controls = {'Sort', 'Figure shown', 'Smaller', 'Fit width', 'Larger', 'Show as table', 'Copy', 'Print', 'Save', 'Options'}
        with tempfile.TemporaryDirectory() as folder, desktop.Program() as program:
            before, after = (os.path.join(folder, name) for name in ('before.png', 'after.png'))

            def shows(area):
                program.picture(after)
                return not is_same(before, after, area)

            program.find('push button', lambda name: name.startswith('MYPATHWAY'))
            program.resize(1280, 800)
            program.key('ctrl+f')
            while controls:
                time.sleep(0.3)
                program.picture(before)
                last = program.focused()
                program.key('Tab')
                node = desktop.wait_for('the focus elsewhere', lambda: program.focused() not in (None, last) and program.focused())
                self.assertNotIn(node.getRoleName(), ('text', 'entry'), f'the focus came round, and not to {controls}')
                desktop.wait_for(f'a focus to be seen on {node.name}', lambda: shows(bounds(node)))
                controls.discard(node.name)

    def test_text_at_twice_its_size_has_room(self):
        subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER', 'Xft.dpi:\t192\n'], check=True)
        try:
            with desktop.Program() as program:
                self.open(program)
                # The window that is asked for is the one that comes: nothing in it needs more.
                program.resize(1280, 800)
                for key, role, name in VIEWS.values():
                    program.key(key)
                    program.find(role, name)
                    self.assertEqual(program.size(), (1280, 800))
                # What has no room beside its neighbours goes into a line of its own.
                untick, compare = (program.find('push button', name) for name in ('Untick all', 'Compare'))
                desktop.wait_for('two lines below the list', lambda: bounds(compare)[1] >= bounds(untick)[1] + bounds(untick)[3] - 2 * RING)
                # On a telephone too: what is wide breaks into lines, or is scrolled.
                program.resize(360, 720)
                for key, role, name in VIEWS.values():
                    program.key(key)
                    program.find(role, name)
                    self.assertEqual(program.size(), (360, 720), name)
        finally:
            subprocess.run(['xprop', '-root', '-remove', 'RESOURCE_MANAGER'], check=True)


if __name__ == '__main__':
    tapmain.main()
