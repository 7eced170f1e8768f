# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a file of unittest cases and speaks TAP, so that each case is counted.

A test file ends in `tapmain.main()`. It runs the cases that its command line names
(`Class.test_name`), or all of them. A case with a failing sub-test is one failing point;
what went wrong follows it as TAP comments.

A case that fails for a leak is run once more, with the whole stack of each allocation. The
usual stacks are taken in a moment but end at the first library without frame pointers, often at
g_malloc(), where no suppression can tell a library's leak from one of the program.
"""

import os
import sys
import traceback
import unittest


LEAK = 'LeakSanitizer: detected memory leaks'
WHOLE_STACKS = 'fast_unwind_on_malloc=0'


def run_with_whole_stacks(test):
    """Runs a case again, and gives what went wrong."""
    options = os.environ.get('ASAN_OPTIONS', '')
    os.environ['ASAN_OPTIONS'] = f'{options}:{WHOLE_STACKS}'.lstrip(':')
    try:
        result = unittest.TestResult()
        test.run(result)
    finally:
        os.environ['ASAN_OPTIONS'] = options
    return [f'{test.id()}, run again with whole stacks\n{text}' for test, text in result.failures + result.errors]


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.points = 0
        self.all_ok = True
        self._faults = []
        self._skipped = None

    def startTest(self, test):
        super().startTest(test)
        self._faults = []
        self._skipped = None

    def stopTest(self, test):
        if any(LEAK in fault for fault in self._faults) and WHOLE_STACKS not in os.environ.get('ASAN_OPTIONS', ''):
            self._faults = run_with_whole_stacks(test)
        self._point(test.id(), self._faults, self._skipped)
        self._faults = []
        super().stopTest(test)

    def addError(self, test, err):
        self._fault(test, err)

    def addFailure(self, test, err):
        self._fault(test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._fault(subtest, err)

    def addUnexpectedSuccess(self, test):
        self._faults.append('passed, though it is marked as failing')

    def addSkip(self, test, reason):
        self._skipped = reason
        # A class or module that skips itself never starts a test.
        if not isinstance(test, unittest.TestCase):
            self._point(test.id(), [], reason)

    def _fault(self, test, err):
        text = f'{test.id()}\n' + ''.join(traceback.format_exception(*err))
        if isinstance(test, unittest.TestCase):
            self._faults.append(text)
        else:
            self._point(test.id(), [text], None)

    def _point(self, name, faults, skipped):
        self.points += 1
        name = name.replace('#', '')
        if faults:
            self.all_ok = False
            print(f'not ok {self.points} - {name}')
            for fault in faults:
                for line in fault.rstrip().splitlines():
                    print(f'# {line}')
        elif skipped is not None:
            print(f'ok {self.points} - {name} # SKIP {skipped}')
        else:
            print(f'ok {self.points} - {name}')
        sys.stdout.flush()


def main():
    module = sys.modules['__main__']
    if sys.argv[1:]:
        suite = unittest.defaultTestLoader.loadTestsFromNames(sys.argv[1:], module)
    else:
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    result = TapResult()
    try:
        suite.run(result)
    except BaseException:  # a sys.exit() in a test as well: the rest didn't run
        for line in traceback.format_exc().splitlines():
            print(f'# {line}')
        print('Bail out!')
        sys.exit(1)
    print(f'1..{result.points}')
    if result.points == 0:
        sys.exit('no test in this file')
    sys.exit(0 if result.all_ok else 1)
