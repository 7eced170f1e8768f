# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language says all that the source says, as it is said now."""

import os
import subprocess
import tempfile
import unittest

import tapmain

SOURCE = os.environ['REGIMEN_SOURCE_ROOT']
PO = os.path.join(SOURCE, 'po')
# What GLib's own preset of meson's i18n module looks for.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2']


def lines(name):
    with open(os.path.join(PO, name), encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


class Translations(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.template = os.path.join(cls.folder.name, 'regimen.pot')
        subprocess.run(['xgettext', '--from-code=UTF-8', '--add-comments', f'--directory={SOURCE}',
                        f'--output={cls.template}', f"--files-from={os.path.join(PO, 'POTFILES.in')}",
                        *[f'--keyword={keyword}' for keyword in KEYWORDS]],
                       check=True, stderr=subprocess.DEVNULL, env={**os.environ, 'GETTEXTDATADIRS': PO})

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def merged(self, language):
        """The language's messages beside what the source says now."""
        path = os.path.join(self.folder.name, f'{language}.po')
        subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={path}',
                        os.path.join(PO, f'{language}.po'), self.template], check=True)
        return path

    def attributes(self, path, *which):
        found = subprocess.run(['msgattrib', '--no-obsolete', '--no-wrap', *which, path], check=True, capture_output=True,
                               text=True).stdout
        return [line for line in found.splitlines() if line.startswith('msgid ') and line != 'msgid ""']

    def test_a_language_is_listed_once_and_has_its_file(self):
        listed = lines('LINGUAS')
        self.assertEqual(listed, sorted(set(listed)))
        self.assertEqual(listed, sorted(name[:-3] for name in os.listdir(PO) if name.endswith('.po')))

    def test_nothing_is_missing_or_unsure(self):
        for language in lines('LINGUAS'):
            with self.subTest(language):
                path = self.merged(language)
                self.assertEqual(self.attributes(path, '--untranslated'), [])
                self.assertEqual(self.attributes(path, '--only-fuzzy'), [])

    def test_formats_and_forms_are_those_of_the_source(self):
        for language in lines('LINGUAS'):
            with self.subTest(language):
                run = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', os.path.join(PO, f'{language}.po')],
                                     capture_output=True, text=True, check=False)
                self.assertEqual((run.returncode, run.stderr), (0, ''))


if __name__ == '__main__':
    tapmain.main()
