# SPDX-License-Identifier: GPL-3.0-or-later

"""Drawings with live text, shown in fonts that they were not laid out with."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest

import program
import tapmain

FAMILIES = ('DejaVu Sans', 'Liberation Sans', 'Noto Sans', 'Open Sans')

# How far boxes of words may lie over one another, in points: they are as high as the font's lines.
TOLERANCE = 1.0


# The font of the machine on which the figure is made.
FONTS = '''<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <test name="family"><string>sans-serif</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>{}</string></edit>
  </match>
</fontconfig>
'''


def has_family(name):
    found = subprocess.run(['fc-list', '--format=%{family}\n', name], capture_output=True, check=True)
    return bool(found.stdout.strip())


@unittest.skipUnless(shutil.which('rsvg-convert') and shutil.which('pdftotext') and shutil.which('fc-list'),
                     'rsvg-convert, pdftotext and fc-list are not all here')
class OtherFonts(unittest.TestCase):

    families = FAMILIES

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def words_of(self, svg):
        """The page's size, and each word with its box."""
        path = os.path.join(self.folder, 'shown.svg')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(svg)
        pdf = subprocess.run(['rsvg-convert', '--format=pdf', path], capture_output=True, check=True).stdout
        text = subprocess.run(['pdftotext', '-bbox', '-', '-'], input=pdf, capture_output=True, check=True).stdout.decode()
        size = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', text)
        words = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', text)
        return float(size[1]), [(*map(float, word[:4]), word[4]) for word in words]

    def draw(self, figure, family, locale='C.UTF-8'):
        path = os.path.join(self.folder, 'figure.svg')
        fonts = os.path.join(self.folder, 'fonts.conf')
        with open(fonts, 'w', encoding='utf-8') as file:
            file.write(FONTS.format(family))
        env = {'LC_ALL': locale, 'LOCPATH': os.environ['LOCPATH'], 'FONTCONFIG_FILE': fonts}
        status, _, complaints = program.run('chart', figure, f'--output={path}', env=env)
        self.assertEqual(status, 0, complaints)
        with open(path, encoding='utf-8') as file:
            return file.read()

    def check_words(self, width, words):
        self.assertGreater(len(words), 40)
        for word in words:
            self.assertGreaterEqual(word[0], 0, word)
            self.assertLessEqual(word[2], width, word)
        for i, a in enumerate(words):
            for b in words[i + 1:]:
                across = min(a[2], b[2]) - max(a[0], b[0])
                down = min(a[3], b[3]) - max(a[1], b[1])
                height = min(a[3] - a[1], b[3] - b[1])
                self.assertFalse(across > TOLERANCE and down > height / 2, (a, b))

    def check(self, locale):
        families = list(filter(has_family, self.families))
        for figure in ('response', 'survival', 'pathway'):
            for measured in families:
                svg = self.draw(figure, measured, locale)
                for family in families:
                    with self.subTest(figure=figure, measured=measured, shown=family):
                        shown, n = re.subn(r'font-family="[^"]*"', f'font-family="{family}"', svg, count=1)
                        self.assertEqual(n, 1)
                        self.check_words(*self.words_of(shown))

    def test_texts_neither_collide_nor_leave_the_page(self):
        self.check('C.UTF-8')

    def test_nor_where_one_reads_from_the_right(self):
        if not os.path.isdir(os.path.join(os.environ['LOCPATH'], 'ar_EG.UTF-8')):
            self.skipTest('ar_EG.UTF-8 can’t be made here')
        self.check('ar_EG.UTF-8')

    def test_a_gap_stays_between_a_trial_and_its_arm(self):
        for family in filter(has_family, self.families):
            words = {word[4] for word in self.words_of(self.draw('response', family))[1]}
            self.assertIn('MYPATHWAY', words)
            self.assertIn('HER2-FUSCC-G', words)

    def test_the_family_that_was_measured_comes_first(self):
        for measured in filter(has_family, FAMILIES):
            families = re.search(r'font-family="([^"]*)"', self.draw('response', measured))[1]
            self.assertTrue(families.startswith(f'&apos;{measured}&apos;, '), families)


if __name__ == '__main__':
    tapmain.main()
