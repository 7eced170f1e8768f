# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawings in the programs that people open them in, in fonts that they were not laid out with."""

import os
import re
import shutil
import subprocess
import unittest

import tapmain
import test_fonts

# As on Debian, and as wide as what Windows has.
FEW = ('DejaVu Sans', 'Liberation Sans')

MARKS = re.compile('[\u200b-\u200f\u202a-\u202e\u2066-\u2069]')

PAGE = '''<!DOCTYPE html>
<meta charset="utf-8">
<style>@page {{ size: {}pt {}pt; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}</style>
{}
'''


class Viewer(test_fonts.OtherFonts):

    families = FEW

    def read(self, path):
        text = subprocess.run(['pdftotext', '-bbox', path, '-'], capture_output=True, check=True, timeout=60).stdout.decode()
        size = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', text)
        words = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', text)
        # Marks of direction have no place of their own, but some programs write them as words.
        shown = [(*word[:4], MARKS.sub('', word[4])) for word in words]
        return float(size[1]), [(*map(float, word[:4]), word[4]) for word in shown if word[4]]


@unittest.skipUnless(shutil.which('chromium') and shutil.which('pdftotext'), 'Chromium or pdftotext is not here')
class Chromium(Viewer):

    def words_of(self, svg):
        page, made = os.path.join(self.folder, 'page.html'), os.path.join(self.folder, 'page.pdf')
        width, height = re.search(r'<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups()
        with open(page, 'w', encoding='utf-8') as file:
            file.write(PAGE.format(width, height, svg[svg.index('<svg'):]))
        subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', f'--user-data-dir={self.folder}/profile',
                        '--no-pdf-header-footer', f'--print-to-pdf={made}', f'file://{page}'],
                       capture_output=True, check=True, timeout=120)
        return self.read(made)


@unittest.skipUnless(shutil.which('inkscape') and shutil.which('pdftotext'), 'Inkscape or pdftotext is not here')
class Inkscape(Viewer):

    def words_of(self, svg):
        drawing, made = os.path.join(self.folder, 'shown.svg'), os.path.join(self.folder, 'shown.pdf')
        with open(drawing, 'w', encoding='utf-8') as file:
            file.write(svg)
        # A warning of Inkscape's is none of ours.
        env = {name: value for name, value in os.environ.items() if name != 'G_DEBUG'}
        subprocess.run(['inkscape', f'--export-filename={made}', drawing], capture_output=True, check=True, timeout=120, env=env)
        return self.read(made)


del Viewer


if __name__ == '__main__':
    tapmain.main()
