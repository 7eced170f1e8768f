# SPDX-License-Identifier: GPL-3.0-or-later
"""A random walk of real events through the program: keys, typing, clicks, drags, the wheel, and windows opened and closed.

    with-display python3 monkey.py [--minutes=30] [--windows=200] [--seed=N] PROGRAM [FILE]...

Opens that many windows in that time, and ends when it is over. What the program prints as a warning or critical
message, a crash, and a status other than 0 when it quits at the end (a leak, under the sanitizers) are failures. The
events are printed before the message; the same seed makes the same choices, though the moments at which they reach
the program differ from run to run.
"""

import argparse
import collections
import os
import random
import subprocess
import sys
import time

from gi.repository import GLib

import desktop

# What a person presses. Quitting is left to the end, and closing a window to where another is open.
KEYS = (
    'Tab', 'Tab', 'Tab', 'shift+Tab', 'Up', 'Down', 'Down', 'Left', 'Right', 'Home', 'End', 'Prior', 'Next', 'Return', 'Return', 'space', 'space',
    'Escape', 'Escape', 'Escape', 'Delete', 'BackSpace', 'Menu', 'shift+F10', 'F1', 'F5', 'F6', 'F10', 'shift+F5', 'ctrl+f', 'ctrl+i', 'ctrl+o',
    'ctrl+r', 'ctrl+e', 'ctrl+z', 'ctrl+z', 'ctrl+shift+z', 'ctrl+s', 'ctrl+shift+s', 'ctrl+shift+n', 'ctrl+d', 'ctrl+c', 'ctrl+v', 'ctrl+x', 'ctrl+a',
    'ctrl+p', 'ctrl+shift+v', 'ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+4', 'ctrl+5', 'ctrl+6', 'ctrl+7', 'ctrl+8', 'ctrl+shift+a', 'ctrl+question',
    'alt+Left', 'alt+Right', 'ctrl+plus', 'ctrl+minus', 'ctrl+0', 'ctrl+Tab', 'ctrl+Prior', 'ctrl+Next', 'b', 'period', '1', '5')
TEXTS = (
    'trastuzumab', 'phase:II', 'her2 AND NOT ras', 'orr>=30', '"', '(((', 'fits:yes', 'NCT', 'is:', '8/27 (29.6%)', 'NR (14.2-NR)', '-1', '1e308', '0',
    'اختبار', 'ß İ ı', 'a' * 200)
SIZES = ((1280, 800), (1024, 700), (720, 480), (360, 640), (1920, 1080))
# Windows and what pops up over them, before one is closed.
WINDOWS_AT_ONCE = 6
# What GTK 4.8 says of itself: of a button that loses what it points at while it is pressed, of a wheel over a list that has no size yet, and of
# Ctrl+F in its dialog for files before that has listed a folder.
OF_THE_TOOLKIT = ('Broken accounting of active state', 'GtkListView failed to scroll to given position', 'gtk_tree_sortable_get_sort_column_id')
# In every dialog that asks what to do with changes.
DISCARD = 'alt+d'
BUTTONS = ('1', '1', '1', '1', '3', '4', '5', '5', '6', '7')
# Starting a process takes longer than an event: so many are sent at once, and then the program is waited for.
BURST = 12


def xdotool(*arguments):
    """Sends events; where the window has just gone they are sent into the void."""
    subprocess.run(['xdotool', *arguments], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)


class Monkey:

    def __init__(self, program, seed):
        self.program = program
        self.random = random.Random(seed)
        self.opened = 1
        self.log = collections.deque(maxlen=60)
        self.count = 0
        self.longest = 0

    def windows(self):
        """The program's windows on the screen; those that pop up are among them."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.program.process.pid)], capture_output=True, text=True,
                               check=False).stdout.split()
        return found

    def somewhere(self):
        return str(self.random.randrange(0, 1300)), str(self.random.randrange(0, 820))

    # Each gives an event in the words of xdotool.

    def press(self):
        key = self.random.choice(KEYS)
        self.note('key', key)
        return 'key', '--clearmodifiers', key

    def type(self):
        text = self.random.choice(TEXTS)
        self.note('type', text)
        return 'type', '--args', '1', '--delay', '1', text

    def click(self):
        x, y = self.somewhere()
        button = self.random.choice(BUTTONS)
        self.note('click', x, y, button)
        return 'mousemove', x, y, 'click', '--delay', '10', '--repeat', str(self.random.choice((1, 1, 1, 2))), button

    def drag(self):
        from_x, from_y = self.somewhere()
        to_x, to_y = self.somewhere()
        self.note('drag', from_x, from_y, to_x, to_y)
        return 'mousemove', from_x, from_y, 'mousedown', '1', 'mousemove', to_x, to_y, 'mouseup', '1'

    def burst(self):
        kinds = self.random.choices((self.press, self.click, self.type, self.drag), (60, 40, 6, 4), k=BURST)
        xdotool(*(word for kind in kinds for word in (*kind(), 'sleep', '0.02')))

    def resize(self, windows):
        width, height = self.random.choice(SIZES)
        self.note('resize', width, height)
        xdotool('windowmove', windows[-1], '0', '0', 'windowsize', windows[-1], str(width), str(height))

    def open(self):
        """A new window, as a second start of the program asks for it."""
        self.note('new window')
        self.program.activate('new-window')
        self.opened += 1

    def close(self, windows):
        """Closes one. A dialog that asks about changes would hold that up; to look for its button over AT-SPI takes longer than a burst."""
        self.note('close')
        xdotool('windowactivate', self.random.choice(windows), 'key', '--clearmodifiers', 'ctrl+w', 'sleep', '0.2',
                'key', '--clearmodifiers', DISCARD)

    def leave(self):
        """Quits, and discards changes where the program asks."""
        for _ in range(40):
            if self.program.process.poll() is not None:
                return
            xdotool('key', '--clearmodifiers', 'Escape')
            try:
                self.program.activate('quit')
                time.sleep(0.5)
                xdotool('key', '--clearmodifiers', DISCARD)
            except GLib.Error:
                return  # it is leaving

    def note(self, *words):
        self.count += 1
        self.log.append(' '.join(str(word) for word in words))

    def settle(self):
        """Waits until the program has done what it was sent: events that wait in a queue would meet a window that isn't there any more."""
        begin = time.monotonic()
        try:
            self.program.ask_for_actions()
        except GLib.Error as error:
            time.sleep(1)  # one that has just died is told so below
            if self.program.process.poll() is None:
                raise AssertionError(f'the program does not answer: {error}') from error
        self.longest = max(self.longest, time.monotonic() - begin)

    def walk(self, minutes, windows):
        end = time.monotonic() + 60 * minutes
        # Windows are opened at an even pace; where closing one takes several attempts, some fewer.
        pace = 60 * minutes / max(windows, 1)
        begin = time.monotonic()
        while time.monotonic() < end:
            if self.program.process.poll() is not None:
                raise AssertionError(f'the program ended with {self.program.process.returncode}')
            there = self.windows()
            if not there:
                self.open()
            elif time.monotonic() - begin > pace * self.opened:
                if len(there) < WINDOWS_AT_ONCE:
                    self.open()
                else:
                    self.close(there)
            elif self.random.random() < 0.2:
                self.resize(there)
            # Always: what holds up closing, such as a dialog, may need another event to go.
            self.burst()
            self.settle()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--minutes', type=float, default=30)
    parser.add_argument('--windows', type=int, default=200)
    parser.add_argument('--seed', type=int, default=None)
    parser.add_argument('program')
    parser.add_argument('files', nargs='*')
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1 << 31)
    print(f'monkey: seed {seed}', flush=True)

    # Nothing that is chosen in a dialog may reach beyond the folder of this run.
    program, *files = (os.path.abspath(each) for each in (options.program, *options.files))
    os.chdir(os.environ['HOME'])
    monkey = None
    desktop.NOT_OURS += OF_THE_TOOLKIT
    try:
        # A critical message of the toolkit's doesn't end the walk; one of ours is found when it is over.
        with desktop.Program(*files, program=program, env={'G_DEBUG': ''}) as running:
            monkey = Monkey(running, seed)
            monkey.walk(options.minutes, options.windows)
            monkey.leave()
    except Exception:  # pylint: disable=broad-except  # whatever it was, what led there is wanted
        if monkey:
            print('\n'.join(f'monkey: {each}' for each in monkey.log))
        raise
    finally:
        if monkey:
            print(f'monkey: {monkey.count} events, {monkey.opened} windows; at most {monkey.longest:.1f} s to answer')


if __name__ == '__main__':
    sys.exit(main())
