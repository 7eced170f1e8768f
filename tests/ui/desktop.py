# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as its users meet it: a window, a keyboard, and what a screen reader is told.

To be run inside `with-display`, by the system's Python, which has pyatspi.
"""

import os
import subprocess
import sys
import time

import gi
import pyatspi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # pylint: disable=wrong-import-position

APPLICATION_ID = os.environ.get('REGIMEN_APPLICATION_ID', 'io.github.regimen_app.Regimen')
TIMEOUT = 20 * int(os.environ.get('PATIENCE', 1))
STEP = 0.05

# The languages and a place where each is spoken.
LOCALES = {
    'ar': 'ar_EG.UTF-8', 'de': 'de_DE.UTF-8', 'es': 'es_ES.UTF-8', 'fr': 'fr_FR.UTF-8', 'it': 'it_IT.UTF-8',
    'ja': 'ja_JP.UTF-8', 'pt_BR': 'pt_BR.UTF-8', 'tr': 'tr_TR.UTF-8', 'zh_CN': 'zh_CN.UTF-8',
}

# GTK's dialogs for files and printers leak, and who leaks what only whole stacks tell, with which a test takes too long. Under a
# sanitizer their tests look for every other fault.
WITH_FOREIGN_LEAKS = {'ASAN_OPTIONS': 'detect_leaks=0'}


def speaking(language):
    """The surroundings of somebody who speaks it."""
    return {'LC_ALL': LOCALES[language], 'LANGUAGE': language}


class NotThere(AssertionError):
    pass


def wait_for(what, check, timeout=TIMEOUT):
    """Waits until check() gives something true, and gives that."""
    end = time.monotonic() + timeout
    while True:
        found = check()
        if found:
            return found
        if time.monotonic() > end:
            raise NotThere(f'waited {timeout} s for {what}')
        time.sleep(STEP)


def children(node):
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def is_shown(node):
    """Whether a node has a place in the window. At GTK's floor the state for it isn't told."""
    try:
        place = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    except NotImplementedError:
        return True  # no widget, as a page of a stack: what is below it says
    if place.width > 0 and place.height > 0:
        return True
    # Of a page of a stack newer GTK tells what happens to lie in memory, at no place: what is below it says.
    return node.getRoleName() == 'panel' and not node.name and (place.x, place.y) == (0, 0)


def walk(node):
    """A node and all below it that is shown; what goes away meanwhile is left out."""
    try:
        if not is_shown(node):
            return
        yield node
        below = list(children(node))
    except Exception:  # pylint: disable=broad-except  # the node has gone
        return
    for child in below:
        yield from walk(child)


# What the floor's GTK and AT-SPI call a role, and then what newer ones do. At the floor a button that stays pressed is
# one like any other, as is the one within a button that opens a menu or a list, which has the focus.
ROLES = {
    'grouping': ('panel', 'grouping'),
    'push button': ('push button', 'button'),
    'toggle button': ('push button', 'toggle button'),
}


def has_role(node, role):
    return node.getRoleName() in ROLES.get(role, (role,))


# Names that hold a text that is missing, as C's library prints it.
incomplete_names = set()


def label_of(node):
    """What its labels say: newer GTK names an item of a menu by them, and leaves them out of the tree."""
    targets = [relation.getTarget(index) for relation in node.getRelationSet()
               if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY for index in range(relation.getNTargets())]
    return ' '.join(text_of(target) for target in targets)


def name_of(node):
    name = node.name
    if not name and node.getRoleName() == 'menu item':
        name = label_of(node)
    if '(null)' in name:
        incomplete_names.add(name)
    return name


def matches(node, role, name, state):
    try:
        return ((role is None or has_role(node, role)) and
                (name is None or (name(name_of(node)) if callable(name) else name_of(node) == name)) and
                (state is None or node.getState().contains(state)))
    except Exception:  # pylint: disable=broad-except  # the node has gone
        return False


def find_all(node, role=None, name=None, state=None):
    return [each for each in walk(node) if matches(each, role, name, state)]


def find(node, role=None, name=None, state=None):
    for each in walk(node):
        if matches(each, role, name, state):
            return each
    return None


# What is said of others: by the bridge of assistive technology, and by GTK 4.8 of a part of a text field that it draws
# before it has given it a place, where the field grows.
NOT_OURS = ('dbind', 'Trying to snapshot GtkGizmo')


def labelled(text):
    """Matches the name of what has a label with a mnemonic: the floor's GTK tells it twice."""
    return lambda name: name in (text, f'_{text} {text}')


class Program:
    """The program, running; closed when the block ends."""

    def __init__(self, *arguments, env=None, program=None):
        self.arguments = arguments
        self.env = {**os.environ, 'G_DEBUG': 'fatal-criticals', **(env or {})}
        self.program = program or os.environ['REGIMEN']
        self.process = None
        self.log = None

    def __enter__(self):
        self.log = open(os.path.join(os.environ['HOME'], 'program.log'), 'w+b')
        self.process = subprocess.Popen([self.program, *self.arguments], env=self.env, stdout=self.log, stderr=self.log)
        self.application = wait_for('the application', self._find_application)
        self.frame = wait_for('the window', lambda: find(self.application, 'frame'))
        self.window = wait_for('the window on the screen', self._find_window)
        self.focus()
        return self

    def __exit__(self, kind, value, trace):
        ended = self._quit()
        text = self._said()
        self.log.close()
        complaints = [line for line in text.splitlines() if ('CRITICAL' in line or 'WARNING' in line) and not any(each in line for each in NOT_OURS)]
        if kind is not None:
            print('\n'.join('# ' + line for line in text.splitlines()[-20:]), file=sys.stderr)
        elif complaints:
            raise AssertionError('\n'.join(complaints))
        elif incomplete_names:
            raise AssertionError(f'a text is missing in {incomplete_names}')
        elif ended != 0:
            raise AssertionError(f'the program ended with {ended}\n' + '\n'.join(text.splitlines()[-60:]))

    def _said(self):
        self.log.seek(0)
        return self.log.read().decode(errors='replace')

    def _quit(self):
        """Leaves the program as its menu does, and gives its exit status: what it holds then isn't let go of, a sanitizer says."""
        refused = None
        if self.process.poll() is None:
            try:
                self.activate('quit')
            except GLib.Error as error:  # one that is leaving has no name on the bus any more
                refused = error
        try:
            return self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired as error:
            self.process.kill()
            return f'{self.process.wait()}, and didn’t quit: {refused or error}'

    def activate(self, action):
        """Activates an action of the application, as a desktop does."""
        self._call('Activate', GLib.Variant('(sava{sv})', (action, [], {})))

    def ask_for_actions(self):
        """What the program answers as soon as it has nothing else to do."""
        self._call('List', None)

    @staticmethod
    def _call(method, arguments):
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync(APPLICATION_ID, '/' + APPLICATION_ID.replace('.', '/'), 'org.gtk.Actions', method, arguments, None,
                      Gio.DBusCallFlags.NONE, 1000 * TIMEOUT)

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}\n{self._said()}')
        for application in children(pyatspi.Registry.getDesktop(0)):
            try:
                if application.get_process_id() == self.process.pid:
                    return application
            except Exception:  # pylint: disable=broad-except  # another one that has gone
                continue
        return None

    def _find_window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[-1] if found else None

    def find(self, role=None, name=None, state=None, timeout=TIMEOUT, within=None):
        return wait_for(f'{role} {name}', lambda: find(within or self.application, role, name, state), timeout)

    def is_there(self, role=None, name=None, state=None):
        return find(self.application, role, name, state) is not None

    def wait_gone(self, role=None, name=None):
        wait_for(f'{role} {name} to go', lambda: not self.is_there(role, name))

    def focus(self):
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.window], check=True)

    def key(self, *keys):
        for each in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', each], check=True)
            time.sleep(0.1)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)

    def size(self):
        text = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self.window], check=True, capture_output=True,
                              text=True).stdout
        values = dict(line.split('=') for line in text.splitlines() if '=' in line)
        return int(values['WIDTH']), int(values['HEIGHT'])

    def resize(self, width, height):
        """As one drags an edge: the window adapts on the way, and then can go on."""
        def ask():
            # A window that was found at the start may have been one that came and went.
            self.window = self._find_window() or self.window
            subprocess.run(['xdotool', 'windowmove', self.window, '0', '0',
                            'windowsize', self.window, str(width), str(height)], check=False)
            time.sleep(0.3)
            return self.size() == (width, height)
        wait_for(f'a window of {width} by {height}', ask)

    def save_as(self, title, path, saved=None):
        """Answers a dialog that saves a file, and waits until the file is there, or the one that was made of the name."""
        self.find('push button', labelled('Save'), within=self.find(None, title))
        self.key('ctrl+a')
        self.type(str(path))
        self.key('Return')
        wait_for('the file', lambda: os.path.exists(saved or path))

    def press(self, node):
        """What a screen reader does to press a button."""
        action = node.queryAction()
        # The widget of a menu's button may have its name, and the button in it the action.
        for inner in find_all(node, 'push button', node.name) if action.nActions == 0 else []:
            action = inner.queryAction() if inner != node else action
        assert action.nActions > 0, f'{node.getRoleName()} {node.name} can’t be pressed'
        action.doAction(0)

    def go_to(self, key, role, name, most):
        """Presses a key until the focus is there."""
        for _ in range(most):
            if find(self.application, role, name, pyatspi.STATE_FOCUSED):
                return
            self.key(key)
        raise NotThere(f'{most} times {key}, and no focus on {role} {name}')

    def tab_to(self, role, name, most=60):
        """Goes on with Tab until the focus is there, as one does without a pointer."""
        self.go_to('Tab', role, name, most)

    def focused(self):
        return find(self.application, state=pyatspi.STATE_FOCUSED)

    def picture(self, path):
        """The window with what pops up over it, which is windows of their own."""
        width, height = self.size()
        subprocess.run(['import', '-window', 'root', '-crop', f'{width}x{height}+0+0', '+repage', path], check=True)


def text_of(node):
    """What a text field or a label says."""
    try:
        text = node.queryText()
        return text.getText(0, -1)
    except NotImplementedError:
        return node.name
