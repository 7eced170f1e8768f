# SPDX-License-Identifier: GPL-3.0-or-later
"""The help beside the program: places that the program names are there, and what the help calls by name is in the window."""

import html
import pathlib
import re
import unittest

import tapmain

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGES = {path.stem: path.read_text(encoding='utf-8') for path in sorted((ROOT / 'data/help/C').glob('*.page'))}
LINK = r'"([a-z-]+(?:#[a-z-]+)?)"'
# Where C names a place: of a figure's option, of a “?”, of what has the focus, of a dialog, and of a view.
NAMED = (rf'\.topic = {LINK}', rf'rgm_help_button_new \({LINK}\)', rf'rgm_section_add_help \([^;]*, {LINK}\)', rf'rgm_help_set_place \([^;]*, {LINK}\)',
         rf'rgm_help_offer \([^;]*, {LINK}\)',
         rf'-symbolic", {LINK}, rgm_\w+_new \}}')


def sources(folder, *patterns):
    return {path: path.read_text(encoding='utf-8') for pattern in patterns for path in sorted((ROOT / folder).rglob(pattern))}


def is_there(link):
    page, _, section = link.partition('#')
    return page in PAGES and (not section or f'<section id="{section}">' in PAGES[page])


class Help(unittest.TestCase):
    def test_places_that_the_program_names(self):
        texts = sources('app', '*.c', '*.h')
        for pattern in NAMED:
            found = [(path.name, link) for path, text in texts.items() for link in re.findall(pattern, text)]
            self.assertTrue(found, pattern)
            self.assertEqual([each for each in found if not is_there(each[1])], [])

    def test_a_place_that_is_not_there(self):
        self.assertTrue(is_there('survival#curves'))
        self.assertFalse(is_there('survival#nowhere'))
        self.assertFalse(is_there('nowhere'))

    def test_every_page_is_in_the_program(self):
        listed = re.findall(r'alias="help/([a-z-]+)\.page"', (ROOT / 'resources/ui.gresource.xml.in').read_text(encoding='utf-8'))
        self.assertEqual(sorted(listed), sorted(PAGES))

    def test_controls_are_called_by_their_names(self):
        words = {html.unescape(word) for text in sources('resources/ui', '*.ui').values() for word in re.findall(r'translatable="yes"[^>]*>([^<]+)<', text)}
        words |= {word for text in sources('app', '*.c', '*.h').values() for word in re.findall(r'"((?:[^"\\\n]|\\.)+)"', text)}
        words = {word.replace('_', '').rstrip('…') for word in words}
        for page, text in PAGES.items():
            for name in re.findall(r'<gui>([^<]*)</gui>', text):
                self.assertIn(html.unescape(name).rstrip('…'), words, page)


if __name__ == '__main__':
    tapmain.main()
