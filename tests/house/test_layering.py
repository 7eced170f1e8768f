# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms include and link what the table in CONTRIBUTING.md allows, and nothing else.

The first class holds this tree against its table; the second one makes up a small tree
and spoils it in one place at a time, so that we know that each fault is found.
"""

import os
import pathlib
import tempfile
import unittest

import layering
import tapmain

ROOT = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT'])

CONTRIBUTING = '''
| room | what lives there | may include |
|---|---|---|
| `base` | text | glib |
| `model` | trials | base, gio |
| `load` | bytes to model | base, model, json-glib |
| `scene` | drawing | base, cairo |
| `view` | widgets | base, model, scene, gtk |
| `main.c` | start | every room above |

After the table.
'''

ROOM = '''rgm_{room}_lib = static_library('rgm-{room}', 'rgm-{room}.c',
  dependencies: [{deps}],
  include_directories: config_inc,
)

rgm_{room}_dep = declare_dependency(
  link_with: rgm_{room}_lib,
  include_directories: include_directories('.'),
)
'''

ROOMS = {
    'base': ('glib_dep, m_dep', '<glib.h>', '<string.h>'),
    'model': ('rgm_base_dep, gio_dep', '"rgm-base.h"', '<gio/gio.h>', '<glib-object.h>'),
    'load': ('rgm_base_dep, rgm_model_dep, json_glib_dep', '"rgm-config.h"', '"rgm-model.h"',
             '<json-glib/json-glib.h>'),
    'scene': ('rgm_base_dep, cairo_dep', '"rgm-base.h"', '<cairo-svg.h>', '<math.h>'),
    'view': ('rgm_base_dep, rgm_model_dep, rgm_scene_dep, gtk_dep', '"rgm-model.h"', '"rgm-scene.h"',
             '<gtk/gtk.h>', '<cairo.h>'),
}


class Here(unittest.TestCase):
    def test_tree(self):
        self.assertEqual(layering.faults(ROOT), [])

    def test_table_names_every_room(self):
        rooms = layering.parse_table((ROOT / 'CONTRIBUTING.md').read_text(encoding='utf-8'))
        self.assertEqual(len(rooms), 20)


class MadeUp(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write('CONTRIBUTING.md', CONTRIBUTING)
        for room, (deps, *headers) in ROOMS.items():
            self.write(f'app/{room}/meson.build', ROOM.format(room=room, deps=deps))
            self.write(f'app/{room}/rgm-{room}.h', '#pragma once\n')
            self.write(f'app/{room}/rgm-{room}.c', f'#include "rgm-{room}.h"\n'
                       + ''.join(f'#include {header}\n' for header in headers))
        self.write('app/main.c', '#include "rgm-view.h"\n')
        self.write('app/meson.build', "executable('regimen', 'main.c', dependencies: [rgm_view_dep])\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')

    def append(self, name, text):
        with open(self.root / name, 'a', encoding='utf-8') as file:
            file.write(text)

    def replace(self, name, old, new):
        text = (self.root / name).read_text(encoding='utf-8')
        self.assertIn(old, text)
        self.write(name, text.replace(old, new))

    def assert_fault(self, *words):
        """Exactly one fault, and it has these words."""
        found = layering.faults(self.root)
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_a_good_tree(self):
        self.assertEqual(layering.faults(self.root), [])

    def test_an_include_of_a_room_above(self):
        self.append('app/model/rgm-model.c', '#include "rgm-load.h"\n')
        self.assert_fault('app/model/rgm-model.c', 'rgm-load.h of load')

    def test_an_include_of_a_room_beside(self):
        self.append('app/scene/rgm-scene.h', '# include  "rgm-model.h"\n')
        self.assert_fault('app/scene/rgm-scene.h', 'rgm-model.h of model')

    def test_an_include_through_another_room(self):
        """The table isn't transitive: what a room's friends may see, it may not."""
        self.replace('CONTRIBUTING.md', 'base, model, json-glib', 'model, json-glib')
        self.append('app/load/rgm-load.c', '#include "rgm-base.h"\n')
        self.replace('app/load/meson.build', 'rgm_base_dep, ', '')
        self.assert_fault('app/load/rgm-load.c', 'rgm-base.h of base')

    def test_libraries_away_from_home(self):
        for room, header, library in (('model', '<json-glib/json-glib.h>', 'json-glib'),
                                      ('scene', '<gtk/gtk.h>', 'gtk'), ('base', '<gdk/gdk.h>', 'gtk'),
                                      ('model', '<adwaita.h>', 'libadwaita'), ('model', '<cairo.h>', 'cairo'),
                                      ('scene', '<gsl/gsl_cdf.h>', 'gsl'), ('base', '<gio/gio.h>', 'gio'),
                                      ('scene', '<pango/pangocairo.h>', 'pangocairo')):
            with self.subTest(room=room, header=header):
                name = f'app/{room}/rgm-{room}.c'
                before = (self.root / name).read_text(encoding='utf-8')
                self.append(name, f'#include {header}\n')
                self.assert_fault(name, f'of {library},')
                self.write(name, before)

    def test_a_table_that_lets_a_library_out(self):
        self.replace('CONTRIBUTING.md', 'base, gio', 'base, gio, json-glib')
        self.append('app/model/rgm-model.c', '#include <json-glib/json-glib.h>\n')
        self.assert_fault('CONTRIBUTING.md', 'model may not have json-glib', 'load')

    def test_an_unknown_header(self):
        self.append('app/base/rgm-base.c', '#include <curl/curl.h>\n')
        self.assert_fault('curl/curl.h', 'no room or known library')

    def test_a_header_by_its_folder(self):
        self.append('app/load/rgm-load.c', '#include "../base/rgm-base.h"\n')
        self.assert_fault('../base/rgm-base.h', 'no room or known library')

    def test_a_dependency_on_a_room_too_many(self):
        self.replace('app/scene/meson.build', 'rgm_base_dep', 'rgm_base_dep, rgm_model_dep')
        self.assert_fault('app/scene/meson.build', 'rgm_model_dep')

    def test_a_dependency_on_a_library_too_many(self):
        self.replace('app/model/meson.build', 'gio_dep', 'gio_dep, gtk_dep')
        self.assert_fault('app/model/meson.build', 'gtk_dep')

    def test_a_dependency_that_is_commented_out(self):
        self.append('app/model/meson.build', '# gtk_dep would be too many\n')
        self.assertEqual(layering.faults(self.root), [])

    def test_a_dependency_of_its_own(self):
        self.append('app/model/meson.build', "curl = dependency('libcurl')\n")
        self.assert_fault('app/model/meson.build', "dependency('libcurl')")

    def test_an_unknown_dependency(self):
        self.replace('app/model/meson.build', 'gio_dep', 'gio_dep, curl_dep')
        self.assert_fault('app/model/meson.build', 'curl_dep')

    def test_a_folder_of_another_room(self):
        self.append('app/scene/meson.build', "more = include_directories('../model')\n")
        self.assert_fault('app/scene/meson.build', '../model')

    def test_a_library_of_another_room(self):
        self.replace('app/scene/meson.build', 'link_with: rgm_scene_lib', 'link_with: rgm_model_lib')
        self.assert_fault('app/scene/meson.build', 'rgm_model_lib')

    def test_a_program_that_links_too_much(self):
        self.replace('CONTRIBUTING.md', 'every room above', 'view')
        self.replace('app/meson.build', 'rgm_view_dep', 'rgm_view_dep, rgm_load_dep')
        self.assert_fault('app/meson.build', 'rgm_load_dep', 'main.c')

    def test_a_room_that_is_not_in_the_table(self):
        self.write('app/attic/rgm-attic.c', '#include <glib.h>\n')
        self.assert_fault('attic is not in the table')

    def test_a_room_that_is_only_in_the_table(self):
        self.replace('CONTRIBUTING.md', '| `view`', '| `cellar` | wine | base |\n| `view`')
        self.assert_fault('no room cellar')

    def test_a_table_with_a_circle(self):
        self.replace('CONTRIBUTING.md', 'base, gio', 'base, gio, load')
        self.assert_fault('model includes load', 'does not stand above')

    def test_a_table_with_a_stranger(self):
        self.replace('CONTRIBUTING.md', 'base, gio', 'base, gio, sqlite')
        self.assert_fault('model includes sqlite')

    def test_two_headers_of_one_name(self):
        self.write('app/view/rgm-base.h', '#pragma once\n')
        self.assertTrue(any('has a header of that name too' in fault for fault in layering.faults(self.root)))

    def test_no_table(self):
        self.write('CONTRIBUTING.md', 'No table here.\n')
        with self.assertRaises(ValueError):
            layering.faults(self.root)


if __name__ == '__main__':
    tapmain.main()
