# SPDX-License-Identifier: GPL-3.0-or-later
"""A patient's sheet, written to a file."""

import os
import subprocess
import tempfile
import unittest

import program
import tapmain

FINDINGS = 'her2:ihc-3+ ras:wt braf:wt lines:2 setting:metastatic tumour:"colorectal cancer"'


class Sheet(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def read_pdf(self, *options):
        path = self.path('sheet.pdf')
        self.assertEqual(program.run('chart', 'patient', f'--output={path}', *options), (0, '', ''))
        return path, subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout

    def test_it_says_what_fits_why_and_that_it_is_no_advice(self):
        path, text = self.read_pdf(f'--patient={FINDINGS}', '--search=class:tki')
        for part in ('HER2: IHC 3+', 'MOUNTAINEER', 'Tucatinib plus trastuzumab: 38.1%', 'To find out:', 'not medical advice', 'Evidence as of'):
            self.assertIn(part, ' '.join(text.split()))
        size = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
        self.assertIn('Pages:           1', size)
        self.assertIn('(A4)', size)

    def test_what_it_cannot_say_it_does_not_write(self):
        path = self.path('none.svg')
        for options in ((), ('--patient=her2:purple',), ('--patient=ras:wt ras:mutated',)):
            status, output, complaints = program.run('chart', 'patient', f'--output={path}', *options)
            self.assertEqual((status, output), (2, ''))
            self.assertNotEqual(complaints, '')
            self.assertFalse(os.path.exists(path))

    def test_other_figures_have_no_patient(self):
        status, _, complaints = program.run('chart', 'response', '--patient=ras:wt', f'--output={self.path("a.svg")}')
        self.assertEqual(status, 2)
        self.assertIn('--patient', complaints)

    def test_it_is_a_slide(self):
        path = self.path('deck.pdf')
        self.assertEqual(program.run('slides', '--figures=patient', '--patient=ras:mutated', f'--output={path}')[0], 0)
        text = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout
        self.assertIn('RAS: mutated', text)
        self.assertEqual(program.run('slides', '--figures=patient', f'--output={path}')[0], 2)


if __name__ == '__main__':
    tapmain.main()
