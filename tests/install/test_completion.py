# SPDX-License-Identifier: GPL-3.0-or-later
"""What bash offers after a part of a call."""

import os
import subprocess
import tempfile
import unittest

import tapmain

COMPLETION = os.path.join(os.environ['REGIMEN_BUILD_ROOT'], 'data', 'regimen')
LIBRARY = '/usr/share/bash-completion/bash_completion'
SCRIPT = r"""
source "$1"; source "$2"; shift 2
COMP_LINE=$1; COMP_POINT=${#1}; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_regimen 2>/dev/null
printf '%s\n' "${COMPREPLY[@]}"
"""


@unittest.skipUnless(os.path.exists(LIBRARY), 'bash-completion is not there')
class Completion(unittest.TestCase):

    def offered(self, line, *words):
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run(['bash', '-c', SCRIPT, 'bash', LIBRARY, COMPLETION, line, *words], capture_output=True,
                                 text=True, check=True, cwd=folder)
        return run.stdout.split()

    def test_a_verb(self):
        self.assertEqual(self.offered('regimen c', 'regimen', 'c'), ['chart', 'check', 'curves', 'compare', 'changes', 'cite'])

    def test_a_figure(self):
        self.assertEqual(self.offered('regimen chart r', 'regimen', 'chart', 'r'), ['response'])

    def test_an_option_of_the_verb(self):
        self.assertEqual(self.offered('regimen pool --m', 'regimen', 'pool', '--m'), ['--model='])
        self.assertEqual(self.offered('regimen list --m', 'regimen', 'list', '--m'), [])

    def test_a_value(self):
        self.assertEqual(self.offered('regimen pool --model=r', 'regimen', 'pool', '--model', '=', 'r'), ['reml'])
        self.assertEqual(self.offered('regimen show --format=', 'regimen', 'show', '--format', '=', ''), ['text', 'json'])


if __name__ == '__main__':
    tapmain.main()
