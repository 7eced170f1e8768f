# SPDX-License-Identifier: GPL-3.0-or-later
"""Slides as the validator of Microsoft's Open XML SDK sees them. `./dev test` installs it where npm is."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

import program
import tapmain

VALIDATOR = os.environ.get('OOXML_VALIDATOR') or shutil.which('ooxml-validator')
VERSIONS = ('Office2007', 'Microsoft365')


@unittest.skipUnless(VALIDATOR, 'the validator of the Open XML SDK is not here')
class Validator(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, *options, env=None):
        path = self.path(name)
        self.assertEqual(program.run('slides', f'--output={path}', *options, env=env)[0], 0)
        return path

    def faults(self, path):
        found = []
        for version in VERSIONS:
            said = subprocess.run([VALIDATOR, path, version], capture_output=True, text=True, timeout=120, check=False).stdout
            answer = json.loads(said)
            found += answer['errors']
        return found

    def assert_valid(self, *options, env=None):
        self.assertEqual(self.faults(self.write('a.pptx', *options, env=env)), [])

    def test_every_kind_of_figure(self):
        self.assert_valid('--figures=response,survival,scatter,pathway')
        self.assert_valid('--figures=patient', '--patient=ras:wt braf:wt')

    def test_tables_and_methods_in_another_size_and_theme(self):
        self.assert_valid('--tables', '--method', '--size=4:3', '--theme=dark')
        self.assert_valid('--tables', '--size=a4', '--theme=print')

    def test_a_template(self):
        template = self.write('template.pptx', '--theme=dark', '--size=4:3')
        self.assert_valid('--tables', f'--template={template}')

    def test_slides_from_right_to_left(self):
        if not os.path.isdir(os.path.join(os.environ['LOCPATH'], 'ar_EG.UTF-8')):
            self.skipTest('ar_EG.UTF-8 can’t be made here')
        self.assert_valid('--tables', env={'LC_ALL': 'ar_EG.UTF-8', 'LOCPATH': os.environ['LOCPATH']})

    def test_a_fault_is_found(self):
        """The validator is the one that is meant: it sees what programs repair."""
        good, bad = self.write('good.pptx', '--figures=response'), self.path('bad.pptx')
        with zipfile.ZipFile(good) as before, zipfile.ZipFile(bad, 'w') as after:
            for name in before.namelist():
                content = before.read(name)
                if name == 'ppt/slides/slide1.xml':
                    content, n = re.subn(rb'<a:ext cx="\d+"', b'<a:ext cx="-5"', content, count=1)
                    self.assertEqual(n, 1)
                after.writestr(name, content)
        self.assertNotEqual(self.faults(bad), [])


if __name__ == '__main__':
    tapmain.main()
