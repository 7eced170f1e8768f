# SPDX-License-Identifier: GPL-3.0-or-later
"""This tree keeps the rules of the house, and a made-up tree that breaks one is told so."""

import os
import pathlib
import tempfile
import unittest

import house
import tapmain

ROOT = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT'])
LICENCE = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'


class Here(unittest.TestCase):
    def test_rules(self):
        for rule in house.RULES:
            with self.subTest(rule=rule.__name__):
                self.assertEqual(rule(ROOT), [])


class MadeUp(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write('meson.build', "project('made-up')\napplication_id = 'org.example.MadeUp'\n")
        self.write('po/POTFILES.in', '# comment\napp/base/rgm-words.c\n')
        self.write('app/base/meson.build', "files('rgm-words.c', 'rgm-more.c')\n")
        self.write('app/base/rgm-words.c', LICENCE + 'const char *text = _("Words");\n')
        self.write('app/base/rgm-more.c', LICENCE + '#include <glib.h>\n#define ADD 0x10FFFF\n')
        self.write(house.THEME, LICENCE + 'int ink = 0x0072b2;\n')
        self.write('app/scene/meson.build', "files('rgm-theme.c')\n")
        self.write('tests/base/meson.build', "foreach name : ['words']\nendforeach\n")
        self.write('tests/base/test-words.c', LICENCE)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')

    def assert_fault(self, rule, *words):
        """Exactly one fault in the whole tree, of this rule, with these words."""
        found = [(each, fault) for each in house.RULES for fault in each(self.root)]
        self.assertEqual([each for each, _ in found], [rule], found)
        for word in words:
            self.assertIn(word, found[0][1])

    def test_a_good_tree(self):
        self.assertEqual([fault for rule in house.RULES for fault in rule(self.root)], [])

    def test_a_file_without_licence(self):
        self.write('app/base/rgm-words.h', '#pragma once\n' + LICENCE)
        self.assert_fault(house.unlicensed, 'app/base/rgm-words.h')

    def test_a_test_without_licence(self):
        self.write('tests/base/test-words.c', 'int main (void);\n')
        self.assert_fault(house.unlicensed, 'tests/base/test-words.c')

    def test_a_file_of_700_lines(self):
        self.write('app/base/rgm-more.c', LICENCE + '\n' * 699)
        self.assertEqual(house.too_long(self.root), [])

    def test_a_file_of_701_lines(self):
        self.write('app/base/rgm-more.c', LICENCE + '\n' * 700)
        self.assert_fault(house.too_long, 'app/base/rgm-more.c', '701')

    def test_colours(self):
        for line in ('"#0072B2"', '"fill:#fff;"', "g_print (\"#12345678\")", 'int ink = 0x0072B2;'):
            with self.subTest(line):
                self.write('app/base/rgm-more.c', LICENCE + line + '\n')
                self.assert_fault(house.stray_colours, 'app/base/rgm-more.c:2')

    def test_what_is_no_colour(self):
        for line in ('/* #fff and\n 0x0072b2 */', '#define ADDED 1', '"#%06x"', '"#include"', '"#12"',
                     'guint32 basis = 0x811c9dc5;', 'if (c > 0x10FFFF)', '"&#123;"[0]'):
            with self.subTest(line):
                self.write('app/base/rgm-more.c', LICENCE + line + '\n')
                self.assertEqual(house.stray_colours(self.root), [])

    def test_the_id_written_twice(self):
        self.write('app/base/rgm-more.c', LICENCE + 'const char *id = "org.example.MadeUp";\n')
        self.assert_fault(house.stray_ids, 'RGM_APPLICATION_ID')

    def test_the_resources_folder_written_out(self):
        self.write('app/base/rgm-more.c', LICENCE + 'const char *id = "/org/example/MadeUp/ui";\n')
        self.assert_fault(house.stray_ids, 'RGM_RESOURCE_PREFIX')

    def test_strings_that_translators_would_not_get(self):
        for line in ('_("One")', 'N_("One")', 'C_("verb", "One")', 'ngettext ("One", "More", n)'):
            with self.subTest(line):
                self.write('app/base/rgm-more.c', LICENCE + f'const char *text = {line};\n')
                self.assert_fault(house.potfiles, 'add the line app/base/rgm-more.c')

    def test_what_is_no_string_for_people(self):
        self.write('app/base/rgm-more.c', LICENCE + '/* _("One") */\nint a = FOO_ (1), b = rgm_get_ (2);\n')
        self.assertEqual(house.potfiles(self.root), [])

    def test_other_files_for_translators(self):
        for name, text in (('resources/ui/window.ui', '<property translatable="yes">One</property>'),
                           ('data/org.example.MadeUp.desktop.in', 'Name=One'),
                           ('data/org.example.MadeUp.metainfo.xml.in', '<name>One</name>'),
                           ('data/org.example.MadeUp.gschema.xml', '<summary>One</summary>')):
            with self.subTest(name):
                self.write(name, text)
                self.assert_fault(house.potfiles, f'add the line {name}')
                (self.root / name).unlink()

    def test_a_name_of_no_file(self):
        self.write('po/POTFILES.in', 'app/base/rgm-words.c\napp/base/rgm-gone.c\n')
        self.assertEqual(house.potfiles(self.root), ['po/POTFILES.in: app/base/rgm-gone.c does not exist'])

    def test_a_string_with_a_macro_in_its_middle(self):
        self.write('app/base/rgm-words.c', LICENCE + 'f (_("line %" G_GUINT64_FORMAT " of it"));\n')
        self.assert_fault(house.broken_strings, 'app/base/rgm-words.c:2')

    def test_a_test_that_never_runs(self):
        self.write('tests/base/test_forgotten.py', '')
        self.assert_fault(house.unregistered_tests, 'tests/base/test_forgotten.py')

    def test_a_source_that_is_never_compiled(self):
        self.write('app/base/rgm-forgotten.c', LICENCE)
        self.assert_fault(house.missing_sources, 'app/base/rgm-forgotten.c')

    def test_a_type_with_two_meanings(self):
        for line in ('typedef struct\n{\n  int a;\n} Pair;', 'typedef enum\n{\n  ONE,\n} Pair;', 'typedef int (*Pair) (void);',
                     'typedef struct _Pair Pair;\nstruct _Pair\n{\n  int a;\n};\ntypedef int Pair;'):
            with self.subTest(line):
                self.write('app/base/rgm-words.c', LICENCE + 'const char *text = _("Words");\ntypedef int Pair;\n')
                self.write('app/base/rgm-more.c', LICENCE + line + '\n')
                self.assert_fault(house.repeated_names, 'app/base/rgm-words.c', 'Pair', 'app/base/rgm-more.c')

    def test_a_type_that_is_only_declared_again(self):
        self.write('app/base/rgm-words.h', LICENCE + 'typedef struct _Pair Pair;\n')
        self.write('app/base/rgm-more.c', LICENCE + 'typedef struct _Pair Pair;\n/* typedef int Pair; */\n')
        self.assertEqual(house.repeated_names(self.root), [])

    def test_an_enumerator_with_two_meanings(self):
        self.write('app/base/rgm-words.h', LICENCE + 'typedef enum\n{\n  RGM_NONE = 0, /* nothing */\n} RgmSome;\n')
        self.write('app/base/rgm-more.c', LICENCE + 'enum\n{\n  RGM_SOME,\n  RGM_NONE\n};\n')
        self.assert_fault(house.repeated_names, 'app/base/rgm-more.c', 'RGM_NONE', 'app/base/rgm-words.h')

    def test_enumerators_of_one_file(self):
        for name in ('words', 'more'):
            self.write(f'app/base/rgm-{name}.c', LICENCE + 'enum { PROP_0, N_PROPS };\n_("Words");\n')
        self.assertEqual(house.repeated_names(self.root), [])

    def test_a_circle_of_includes(self):
        self.write('app/base/rgm-words.h', LICENCE + '#include "rgm-other.h"\n')
        self.write('app/base/rgm-other.h', LICENCE + '#include <glib.h>\n#include "rgm-more-private.h"\n')
        self.write('app/base/rgm-more-private.h', LICENCE)
        self.assertEqual(house.include_circles(self.root), [])
        self.write('app/base/rgm-more.c', LICENCE + '#include "rgm-words.h"\n')
        self.assert_fault(house.include_circles, 'app/base/rgm-more: ', 'app/base/rgm-other, app/base/rgm-words')

    def test_what_is_no_circle(self):
        self.write('app/base/rgm-words.h', LICENCE + '#include "rgm-words-private.h"\n')
        self.write('app/base/rgm-words-private.h', LICENCE + '#include "rgm-words.h"\n')
        self.assertEqual(house.include_circles(self.root), [])

    def declare(self, caller):
        """A header with one function, its file, and another file with one line."""
        self.write('app/base/rgm-more.h', LICENCE + 'typedef int (*Sum) (int);\nint rgm_sum (int a,\n             int b);\n')
        self.write('app/base/rgm-more.c', LICENCE + 'int\nrgm_sum (int a,\n         int b)\n{\n  return a + b;\n}\n'
                   'int six (void) { return rgm_sum (3, 3); }\n')
        self.write('app/base/rgm-words.c', LICENCE + f'const char *text = _("Words");\n{caller}\n')

    def test_a_function_that_only_its_own_file_calls(self):
        for line in ('/* rgm_sum (1, 2) */', 'const char *name = "rgm_sum";', 'int rgm_sum_all;'):
            with self.subTest(line):
                self.declare(line)
                self.assert_fault(house.uncalled, 'app/base/rgm-more.h', 'rgm_sum')

    def test_a_function_that_another_file_calls(self):
        for line in ('int three = rgm_sum (1, 2);', 'Sum sum = rgm_sum;'):
            with self.subTest(line):
                self.declare(line)
                self.assertEqual(house.uncalled(self.root), [])

    def test_what_its_header_names_again(self):
        self.declare('')
        for line in ('#define SUM rgm_sum (1, 2)', 'G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sum, rgm_sum)'):
            with self.subTest(line):
                self.write('app/base/rgm-more.h', LICENCE + f'int rgm_sum (int a);\n{line}\n')
                self.assertEqual(house.uncalled(self.root), [])

    def test_an_exception(self):
        self.declare('')
        self.write(house.TEST_ONLY, '# comment\nrgm_sum: tests count with it\n')
        self.assertEqual(house.uncalled(self.root), [])
        self.write(house.TEST_ONLY, 'rgm_sum\n')
        self.assert_fault(house.uncalled, 'rgm_sum has no reason')

    def test_an_exception_that_is_not_needed(self):
        self.declare('int three = rgm_sum (1, 2);')
        self.write(house.TEST_ONLY, 'rgm_sum: tests count with it\n')
        self.assert_fault(house.uncalled, 'rgm_sum needs no exception')


if __name__ == '__main__':
    tapmain.main()
