# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of every change end in one count, and whatever goes wrong in one of them makes them fail."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import tapmain

ROOT = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT'])
COUNT = re.compile(r'^\d+ passed, \d+ failed, \d+ skipped$', re.MULTILINE)


class Run(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        (self.root / '.ci').mkdir()
        shutil.copy(ROOT / '.ci' / 'run', self.root / '.ci' / 'run')

    def assert_count(self, expected, *says, **checks):
        """@checks: what the script at the root says and how it ends, by the name of the check."""
        given = {'test': ('4 passed, 0 failed, 1 skipped', 0), 'lint': ('lint: clean', 0),
                 'sanitize': ('3 passed, 0 failed, 0 skipped', 0), **checks}
        cases = ''.join(f"  {name}) echo '{text}'; exit {status} ;;\n" for name, (text, status) in given.items())
        dev = self.root / 'dev'
        dev.write_text(f'#!/bin/sh\ncase $1 in\n{cases}esac\n', encoding='utf-8')
        dev.chmod(0o755)
        done = subprocess.run([self.root / '.ci' / 'run'], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        self.assertEqual(done.stdout.splitlines()[-1], '{} passed, {} failed, {} skipped'.format(*expected), done.stdout)
        self.assertEqual(len(COUNT.findall(done.stdout)), 1, done.stdout)
        self.assertEqual(done.returncode, 0 if expected[0] and not expected[1] else 1)
        for text in says:
            self.assertIn(text, done.stdout)

    def test_all_is_well(self):
        self.assert_count((8, 0, 1))

    def test_failing_tests(self):
        self.assert_count((7, 2, 0), test=('3 passed, 2 failed, 0 skipped', 1))
        self.assert_count((5, 1, 1), sanitize=('0 passed, 1 failed, 0 skipped', 1))

    def test_a_build_that_fails(self):
        self.assert_count((4, 1, 0), 'test ended with status 1', test=('error: no', 1))
        self.assert_count((5, 1, 1), 'sanitize ended with status 1', sanitize=('error: no', 1))

    def test_a_good_count_with_a_bad_end(self):
        self.assert_count((8, 1, 1), test=('4 passed, 0 failed, 1 skipped', 1))

    def test_lint_that_fails(self):
        self.assert_count((7, 1, 1), 'a.c:1: a fault', lint=('a.c:1: a fault', 1))

    def test_what_did_not_fit(self):
        self.assert_count((7, 0, 2), 'in the files that it came to', lint=('', 3))
        self.assert_count((5, 0, 2), 'could not be built', sanitize=('', 124))

    def test_what_is_not_installed(self):
        self.assert_count((4, 0, 3), 'its programs are not here', 'the sanitizers are not here', lint=('', 69), sanitize=('', 69))
        self.assert_count((4, 1, 0), test=('', 69))

    def test_nothing_at_all(self):
        self.assert_count((0, 3, 0), test=('', 1), lint=('', 1), sanitize=('', 1))


class Sanitize(unittest.TestCase):
    def test_a_build_that_leaves_no_time(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            shutil.copy(ROOT / 'dev', root / 'dev')
            for name, says in (('dpkg-query', 'installed'), ('apt-get', ''), ('meson', ''), ('ninja', '')):
                program = root / name
                program.write_text(f"#!/bin/sh\necho '{says}'\n", encoding='utf-8')
                program.chmod(0o755)
            done = subprocess.run([root / 'dev', 'sanitize', '--minutes=0'], env={'PATH': f'{root}:/usr/bin:/bin'},
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 124, done.stdout + done.stderr)


if __name__ == '__main__':
    tapmain.main()
