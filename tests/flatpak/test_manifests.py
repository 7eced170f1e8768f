# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sandbox lets the program do, and what it is built from."""

import os
import re
import unittest

import tapmain

try:
    import yaml
except ImportError:
    yaml = None

FOLDER = os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], 'flatpak')
RELEASE = 'io.github.regimen_app.Regimen'
MAY = ['--socket=wayland', '--socket=fallback-x11', '--device=dri', '--share=ipc']


def read(name):
    with open(os.path.join(FOLDER, f'{name}.yaml'), encoding='utf-8') as file:
        return yaml.safe_load(file)


@unittest.skipIf(yaml is None, 'python3-yaml is not there')
class Manifests(unittest.TestCase):

    def setUp(self):
        self.manifests = {name: read(name) for name in (RELEASE, f'{RELEASE}.Devel')}

    def module(self, manifest, name):
        return next(module for module in manifest['modules'] if module['name'] == name)

    def test_each_has_its_own_id(self):
        for name, manifest in self.manifests.items():
            self.assertEqual(manifest['id'], name)
            self.assertEqual((manifest['runtime'], manifest['sdk'], manifest['runtime-version']),
                             ('org.gnome.Platform', 'org.gnome.Sdk', '48'))

    def test_a_display_is_all_that_is_let_in(self):
        for manifest in self.manifests.values():
            self.assertEqual(manifest['finish-args'], MAY)

    def test_every_archive_has_a_checksum(self):
        for manifest in self.manifests.values():
            archives = [source for module in manifest['modules'] for source in module['sources'] if source['type'] == 'archive']
            self.assertTrue(archives)
            for source in archives:
                self.assertTrue(source['url'].startswith('https://'))
                self.assertRegex(source['sha256'], '^[0-9a-f]{64}$')

    def test_the_profile_goes_with_the_id(self):
        for name, manifest in self.manifests.items():
            options = self.module(manifest, 'regimen')['config-opts']
            self.assertIn('-Dprofile=' + ('development' if name.endswith('.Devel') else 'default'), options)

    def test_no_architecture_is_named(self):
        for name in self.manifests:
            with open(os.path.join(FOLDER, f'{name}.yaml'), encoding='utf-8') as file:
                self.assertNotRegex(file.read(), r'\barch\b|arches|x86|amd64|aarch64|arm64')

    def test_what_is_being_developed_is_built_of_all_that_a_build_reads(self):
        root = os.environ['REGIMEN_SOURCE_ROOT']
        with open(os.path.join(root, 'meson.build'), encoding='utf-8') as file:
            folders = set(re.findall(r"subdir\('(.*?)'\)", file.read())) - {'tests'}
        sources = self.module(self.manifests[f'{RELEASE}.Devel'], 'regimen')['sources']
        self.assertEqual({(source['path'], source['dest']) for source in sources if source['type'] == 'dir'},
                         {(f'../{folder}', folder) for folder in folders})
        files = {source['path'] for source in sources if source['type'] == 'file'}
        self.assertLessEqual({'../meson.build', '../meson_options.txt'}, files)
        for path in files:
            self.assertTrue(os.path.exists(os.path.join(FOLDER, path)), path)

    def test_a_release_is_built_from_its_tag(self):
        source = self.module(self.manifests[RELEASE], 'regimen')['sources'][0]
        with open(os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], 'meson.build'), encoding='utf-8') as file:
            self.assertIn(f"version: '{source['tag'].removeprefix('v')}'", file.read())


if __name__ == '__main__':
    tapmain.main()
