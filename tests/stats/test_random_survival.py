# SPDX-License-Identifier: GPL-3.0-or-later
"""Survival of many more random sets than are kept here, computed by R and compared by test-survival: ties, times of 0,
single patients, groups without events."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import tapmain

ROOT = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT'])
N_SETS = 2000
# Another run, other sets.
SEED = int(os.environ.get('REGIMEN_SEED', '1958'))


def has_r():
    return shutil.which('Rscript') and subprocess.run(['Rscript', '-e', 'library(survival)'], capture_output=True).returncode == 0


class RandomSurvival(unittest.TestCase):

    @unittest.skipUnless(has_r(), 'R or its package survival is not here')
    def test_many_sets(self):
        with tempfile.TemporaryDirectory() as folder:
            tables = pathlib.Path(folder) / 'tests' / 'reference' / 'stats'
            tables.mkdir(parents=True)
            subprocess.run(['Rscript', ROOT / 'tests' / 'reference' / 'stats' / 'survival.R', str(N_SETS), tables, str(SEED)],
                           check=True, capture_output=True)
            # The patients of all sets: a script that wrote fewer would make the comparison an easy one.
            with open(tables / 'survival-patients.csv', encoding='utf-8') as table:
                last = table.readlines()[-1]
            self.assertGreater(int(last.split(',')[0]), N_SETS)
            done = subprocess.run([os.environ['REGIMEN_TEST_SURVIVAL'], '--tap'], env=os.environ | {'REGIMEN_SOURCE_ROOT': folder}, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


tapmain.main()
