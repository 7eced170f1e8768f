# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page: sound, and whole beside --help."""

import os
import re
import shutil
import subprocess
import unittest

import program
import tapmain

MANUAL = os.path.join(os.environ['REGIMEN_BUILD_ROOT'], 'data', 'regimen.1')


class Manual(unittest.TestCase):

    @unittest.skipUnless(shutil.which('groff'), 'groff is not there')
    def test_roff_has_nothing_to_complain_of(self):
        run = subprocess.run(['groff', '-man', '-ww', '-Tutf8', '-z', MANUAL], capture_output=True, text=True, check=False)
        self.assertEqual((run.returncode, run.stderr), (0, ''))

    def test_every_verb_and_option_of_the_help_is_there(self):
        with open(MANUAL, encoding='ascii') as file:
            manual = file.read().replace('\\-', '-')
        verbs = re.findall(r'^  regimen (\w+)', program.answer('--help'), re.MULTILINE)
        self.assertGreater(len(verbs), 5)
        for verb in verbs:
            section = re.search(rf'^\.SS \\fBregimen {verb}\\fR.*?(?=^\.S[SH] )', manual, re.MULTILINE | re.DOTALL)
            self.assertIsNotNone(section, verb)
            options = re.findall(r'--([a-z-]+)', program.answer(verb, '--help'))
            for option in set(options) - {'help'}:
                self.assertIn(f'--{option}', section.group(0), verb)


if __name__ == '__main__':
    tapmain.main()
