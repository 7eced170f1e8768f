# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a file of unittest cases and speaks TAP, so that each case is counted.

A test file ends in `tapmain.main()`. A case with a failing sub-test is one failing
point; what went wrong follows it as TAP comments.
"""

import sys
import traceback
import unittest


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
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
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
