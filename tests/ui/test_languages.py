# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in every language that it speaks."""

import gettext
import os
import unittest

import desktop
import tapmain

BUILD = os.environ['REGIMEN_BUILD_ROOT']
SOURCE = os.environ['REGIMEN_SOURCE_ROOT']
VIEWS = ('ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+4', 'ctrl+5', 'ctrl+6', 'ctrl+7')


def languages():
    with open(os.path.join(SOURCE, 'po', 'LINGUAS'), encoding='utf-8') as file:
        return file.read().split()


def needs_locale(language):
    locale = desktop.LOCALES[language]
    return unittest.skipUnless(os.path.isdir(os.path.join(os.environ['LOCPATH'], locale)), f'{locale} can’t be made here')


def messages(language):
    return gettext.translation('regimen', os.path.join(BUILD, 'po'), [language])


def list_name(language, n):
    said = messages(language)
    return said.gettext('Trials, %s') % (said.ngettext('%u trial', '%u trials', n) % n)


def place(node):
    return node.queryComponent().getExtents(desktop.pyatspi.WINDOW_COORDS)


class Languages(unittest.TestCase):

    def speaks(self, language):
        with desktop.Program(env=desktop.speaking(language)) as program:
            program.find('list', list_name(language, 39))
            said = messages(language)
            for key in VIEWS:
                program.key(key)
            program.key('ctrl+6')
            program.find(None, said.gettext('Licence'))
            # Another language's words are as wide as they are: the window still is as narrow as the least one.
            program.resize(720, 480)
            for key in VIEWS:
                program.key(key)

    @needs_locale('de')
    def test_numbers_have_the_comma(self):
        with desktop.Program(env=desktop.speaking('de')) as program:
            row = program.find('list item', lambda name: name.startswith('DESTINY-CRC01'))
            self.assertIn('45,3', row.name)
            program.find('push button', lambda name: name.startswith('DESTINY-CRC01') and '31,6' in name)

    @needs_locale('de')
    def test_terms_of_the_field_are_those_of_the_language(self):
        with desktop.Program(env=desktop.speaking('de')) as program:
            term = messages('de').pgettext('term', 'Objective response rate')
            self.assertNotEqual(term, 'Objective response rate')
            program.find(None, lambda name: name.startswith(term))

    @needs_locale('tr')
    def test_a_search_is_no_matter_of_the_dotless_i(self):
        with desktop.Program(env=desktop.speaking('tr')) as program:
            program.find('list', list_name('tr', 39))
            program.key('ctrl+f')
            program.type('DESTINY-CRC01')
            program.find('list item', lambda name: name.startswith('DESTINY-CRC01'))
            program.wait_gone('list item', lambda name: name.startswith('MYPATHWAY'))

    @needs_locale('ar')
    def test_the_window_mirrors_where_one_reads_from_the_right(self):
        with desktop.Program(env=desktop.speaking('ar')) as program:
            trials = place(program.find('list', list_name('ar', 39)))
            figure = place(program.find('push button', lambda name: 'MYPATHWAY' in name))
            self.assertGreater(trials.x, figure.x)
            self.assertGreaterEqual(trials.x, figure.x + figure.width)

    @needs_locale('ar')
    def test_a_window_is_as_narrow_as_a_telephone_where_one_reads_from_the_right(self):
        with desktop.Program(env=desktop.speaking('ar')) as program:
            program.find('list', list_name('ar', 39))
            program.resize(360, 720)
            program.wait_gone('list', list_name('ar', 39))
            program.key('F9')
            program.find('list', list_name('ar', 39))
            self.assertEqual(program.size(), (360, 720))

    @needs_locale('ar')
    def test_the_comparison_mirrors_and_keeps_its_headings_where_one_reads_from_the_right(self):
        said = messages('ar')
        with desktop.Program(env=desktop.speaking('ar')) as program:
            program.find('list', list_name('ar', 39))
            program.tab_to('list item', lambda name: 'MYPATHWAY' in name)
            for _ in range(4):
                program.key('ctrl+d', 'Down')
            program.find(None, lambda name: name.startswith(said.ngettext('%u trial ticked', '%u trials ticked', 4) % 4))
            program.key('ctrl+4')
            program.resize(720, 480)
            first = program.find('push button', said.gettext('Show %s') % '\u2068MYPATHWAY\u2069')
            heading = program.find('label', said.gettext('Arms'))
            self.assertGreaterEqual(place(heading).x, place(first).x + place(first).width)
            window = program.size()
            self.assertGreaterEqual(place(heading).x + place(heading).width, window[0] - 40)

    @needs_locale('ar')
    def test_a_name_inside_a_sentence_is_isolated(self):
        with desktop.Program(env=desktop.speaking('ar')) as program:
            mark = program.find('push button', lambda name: 'DESTINY-CRC01' in name)
            self.assertRegex(mark.name, '\u2068[^\u2069]*DESTINY-CRC01[^\u2069]*\u2069')
            self.assertEqual(mark.name.count('\u2068'), mark.name.count('\u2069'))

    @needs_locale('ar')
    def test_lists_have_the_comma_of_the_language(self):
        with desktop.Program(env=desktop.speaking('ar')) as program:
            mark = program.find('push button', lambda name: 'DESTINY-CRC01' in name)
            self.assertIn('،', mark.name)


for each in languages():
    setattr(Languages, f'test_speaks_{each}', needs_locale(each)(lambda self, language=each: self.speaks(language)))


if __name__ == '__main__':
    tapmain.main()
