# SPDX-License-Identifier: GPL-3.0-or-later
"""The program that is being developed has names of its own, so that it stands beside a release."""

import glob
import os
import subprocess
import tempfile
import unittest

import tapmain

SOURCE = os.environ['REGIMEN_SOURCE_ROOT']
RELEASE = 'io.github.regimen_app.Regimen'


class Profile(unittest.TestCase):

    def configure(self, profile, folder):
        subprocess.run(['meson', 'setup', folder, SOURCE, f'-Dprofile={profile}'], check=True, stdout=subprocess.DEVNULL)
        targets = [f'data/{name}' for name in self.entries(profile)]
        subprocess.run(['ninja', '-C', folder, *targets], check=True, stdout=subprocess.DEVNULL)

    def entries(self, profile):
        name = RELEASE + ('.Devel' if profile == 'development' else '')
        return [f'{name}.desktop', f'{name}.metainfo.xml']

    def test_both_are_told_of_soundly(self):
        ids = {}
        for profile in ('default', 'development'):
            with tempfile.TemporaryDirectory() as folder:
                self.configure(profile, folder)
                entry, metainfo = (os.path.join(folder, 'data', name) for name in self.entries(profile))
                subprocess.run(['desktop-file-validate', entry], check=True)
                subprocess.run(['appstreamcli', 'validate', '--pedantic', '--no-net', metainfo], check=True,
                               stdout=subprocess.DEVNULL)
                ids[profile] = {os.path.basename(path) for path in glob.glob(os.path.join(folder, 'data', 'io.*'))}
                with open(entry, encoding='utf-8') as file:
                    text = file.read()
                self.assertEqual('(Development)' in text, profile == 'development')
                self.assertNotIn('\nName[', text)
        self.assertEqual(ids['default'] & ids['development'], set())


if __name__ == '__main__':
    tapmain.main()
