# SPDX-License-Identifier: GPL-3.0-or-later
"""Slides and drawings as LibreOffice shows them, held against our own picture of the same."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import unicodedata
import unittest

import made_up
import program
import tapmain

# How far a word may be from where we draw it, in points.
NEAR = 3.0

# And a word in the middle of a long line more than the line, for each point that the line is long.
DRIFT = 0.015

# Between two texts on a line is more than this, in points; between the words of one less.
GAP = 9.0

# Marks that say which way a text reads, and are seen by nobody.
INVISIBLE = re.compile('[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]')


def words_of(path):
    """The words of each page of a PDF with their boxes, in points."""
    text = subprocess.run(['pdftotext', '-bbox', path, '-'], capture_output=True, check=True, timeout=60).stdout.decode()
    pages = []
    for page in text.split('<page ')[1:]:
        found = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', page)
        pages.append([(INVISIBLE.sub('', unicodedata.normalize('NFKC', word)), *(float(each) for each in box)) for *box, word in found])
    return pages


def begins(each, words):
    """Whether a word is the first of its label."""
    _, left, top, _, bottom = each
    return not any(other is not each and abs(top + bottom - other[2] - other[4]) < 6 and -1 < left - other[3] < GAP for other in words)


def stands_alone(each, words):
    """Whether a word is a label of its own."""
    _, _, top, right, bottom = each
    return begins(each, words) and not any(other is not each and abs(top + bottom - other[2] - other[4]) < 6 and
                                           -1 < other[1] - right < GAP for other in words)


def ink_of(path, page, box):
    """From where to where there is ink in a box of a page of a PDF, in points from the top."""
    _, left, top, right, bottom = box
    scale = 2
    area = [f'-{name}' for name in 'xyWH']
    values = [left * scale, top * scale, (right - left) * scale, (bottom - top) * scale]
    picture = subprocess.run(['pdftoppm', '-gray', '-r', str(72 * scale), '-f', str(page), '-l', str(page),
                              *(part for name, value in zip(area, values) for part in (name, str(round(value)))), path],
                             capture_output=True, check=True, timeout=60).stdout
    _, width, height, _ = picture[:40].split(None, 4)[:4]
    pixels = picture[-int(width) * int(height):]
    inked = [row for row in range(int(height)) if min(pixels[row * int(width):(row + 1) * int(width)]) < 128]
    return (top + inked[0] / scale, top + inked[-1] / scale) if inked else (top, top)


def key(word):
    """The letters of a word in no order: programs write those of Arabic in one order or the other."""
    return ''.join(sorted(word))


@unittest.skipUnless(shutil.which('soffice') and shutil.which('pdftotext'), 'LibreOffice or poppler’s tools are not here')
class Office(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.profile = tempfile.TemporaryDirectory()

    @classmethod
    def tearDownClass(cls):
        cls.profile.cleanup()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def convert(self, path, ending):
        subprocess.run(['soffice', f'-env:UserInstallation=file://{self.profile.name}', '--headless', '--convert-to', ending,
                        '--outdir', self.path('converted'), path], capture_output=True, check=True, timeout=240)
        return self.path(f'converted/{os.path.splitext(os.path.basename(path))[0]}.{ending}')

    def write(self, name, *options, verb='slides', env=None):
        path = self.path(name)
        self.assertEqual(program.run(*verb.split(), f'--output={path}', *options, env=env)[0], 0)
        return path

    def assert_same(self, ours, theirs, lost_nothing=True, files=None):
        """Each label of ours is there, and near to where we draw it. Along a line of text the words may
        drift by a little more, since programs round the widths of letters in their own ways. How tall a word's box
        is depends on what each program says of the font: where the boxes differ, the ink in both @files counts."""
        self.assertEqual(len(ours), len(theirs))
        for number, (here, there) in enumerate(zip(ours, theirs), 1):
            if lost_nothing:
                self.assertEqual(sorted(key(word) for word, *_ in here), sorted(key(word) for word, *_ in there), f'page {number}')
            for each in here:
                word, left, top, right, bottom = each

                def distance(other):
                    _, other_left, other_top, other_right, other_bottom = other
                    across = min(abs(left - other_left), abs(right - other_right), abs(left + right - other_left - other_right) / 2)
                    return max(across, abs(top + bottom - other_top - other_bottom) / 2)
                nearest = min((other for other in there if key(other[0]) == key(word)), key=distance)
                near = NEAR if begins(each, here) else NEAR + DRIFT * max(left, 100)
                if distance(nearest) > near and files is not None:
                    inks = [ink_of(path, number, box) for path, box in zip(files, (each, nearest))]
                    if max(abs(inks[0][0] - inks[1][0]), abs(inks[0][1] - inks[1][1]), abs(left - nearest[1])) <= near:
                        continue
                self.assertLessEqual(distance(nearest), near, f'page {number}: {word} at {left}, {top}; {nearest}')

    def compare(self, *options, env=None):
        # Other stand-ins have heights of their own, which programs understand differently.
        arial = subprocess.run(['fc-match', '--format=%{family}', 'Arial'], capture_output=True, text=True, check=True).stdout
        if not re.search('Arial|Liberation Sans|Arimo', arial):
            self.skipTest(f'{arial} is not as large as Arial: install fonts-liberation')
        path = self.write('ours.pdf', *options, env=env)
        ours = words_of(path)
        for ending in ('pptx', 'odp'):
            with self.subTest(ending=ending):
                converted = self.convert(self.write(f'{ending}.{ending}', *options, env=env), 'pdf')
                self.assert_same(ours, words_of(converted), files=(path, converted))

    def test_slides_in_latin_script(self):
        self.compare('--figures=response,survival,scatter,pathway')

    def test_slides_of_another_size(self):
        self.compare('--figures=response', '--size=4:3', '--theme=dark', '--method')

    def test_names_in_other_scripts(self):
        made = made_up.data_set([made_up.trial(each, [made_up.arm(each, 0, 'A', [made_up.outcome(3, 20)], 20)]) for each in 'ab'])
        made['trials'][0]['name'] = '研究'
        made['trials'][1]['name'] = 'Κλινική'
        data = self.path('scripts.json')
        with open(data, 'w', encoding='utf-8') as file:
            json.dump(made, file)
        if not any(word == '研究' for word, *_ in words_of(self.write('font.pdf', '--figures=response', f'--data={data}'))[0]):
            made['trials'][0]['name'] = 'Исследование'
            with open(data, 'w', encoding='utf-8') as file:
                json.dump(made, file)
        self.compare('--figures=response', f'--data={data}')

    def test_slides_from_right_to_left(self):
        if not os.path.isdir(os.path.join(os.environ['LOCPATH'], 'ar_EG.UTF-8')):
            self.skipTest('ar_EG.UTF-8 can’t be made here')
        env = {'LC_ALL': 'ar_EG.UTF-8', 'LOCPATH': os.environ['LOCPATH']}
        ours = words_of(self.write('ours.pdf', '--figures=response', env=env))
        theirs = words_of(self.convert(self.write('a.pptx', '--figures=response', env=env), 'pdf'))
        # Numbers and Latin names that are labels of their own: a sentence in Arabic script is as wide as
        # the shapes that a program finds for its letters.
        plain = [[each for each in page if re.fullmatch(r'[\dA-Z./-]{3,}', each[0]) and stands_alone(each, page)] for page in ours]
        self.assertGreater(sum(map(len, plain)), 5)
        self.assert_same(plain, theirs, lost_nothing=False)

    def test_a_drawing_is_what_it_is_here(self):
        """What the clipboard offers, as a file."""
        ours = words_of(self.write('ours.pdf', '--size=960x540', verb='chart response'))
        drawing = self.write('drawing.fodg', verb='chart response')
        theirs = words_of(self.convert(drawing, 'pdf'))
        self.assertEqual(len(theirs), 1)
        # At a hyphen either may begin a line.
        parts = [{part for word, *_ in words for part in word.split('-')} for words in (ours[0], theirs[0])]
        self.assertLessEqual({part for part in parts[0] if len(part) > 4}, parts[1])

    def test_tables_are_tables(self):
        """LibreOffice keeps them such: what it writes again has the same cells."""
        again = self.convert(self.write('a.odp', '--figures=survival', '--tables'), 'fodp')
        with open(again, encoding='utf-8') as file:
            text = file.read()
        self.assertGreater(text.count('<table:table-row'), 10)
        self.assertIn('HERACLES-B', re.sub(r'<[^>]*>', '', text[text.index('<table:table'):]))


class Time(unittest.TestCase):

    def test_a_slide_is_written_in_a_fifth_of_a_second(self):
        with tempfile.TemporaryDirectory() as folder:
            for ending in ('pptx', 'odp'):
                path = os.path.join(folder, 'a.' + ending)
                best = 60.0
                for _ in range(5):
                    before = time.process_time(), os.times().children_user
                    self.assertEqual(program.run('slides', f'--output={path}', '--figures=survival')[0], 0)
                    best = min(best, os.times().children_user - before[1])
                # three slides, with the program’s start
                self.assertLess(best, 0.6, ending)


if __name__ == '__main__':
    tapmain.main()
