# SPDX-License-Identifier: GPL-3.0-or-later
"""An installation under another root: whole, and working where it is moved to."""

import os
import shutil
import subprocess
import tempfile
import unittest
from xml.etree import ElementTree

import tapmain

BUILD = os.environ['REGIMEN_BUILD_ROOT']
SOURCE = os.environ['REGIMEN_SOURCE_ROOT']
ID = os.environ['REGIMEN_APPLICATION_ID']
FILES = {
    'bin/regimen',
    'libexec/regimen-window',
    f'share/applications/{ID}.desktop',
    f'share/glib-2.0/schemas/{ID}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{ID}.svg',
    *(f'share/icons/hicolor/scalable/mimetypes/{ID}-{kind}.svg' for kind in ('data-set', 'findings', 'registry-record', 'story')),
    f'share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
    f'share/metainfo/{ID}.metainfo.xml',
    f'share/mime/packages/{ID}.xml',
    'share/bash-completion/completions/regimen',
    'share/man/man1/regimen.1',
}

PROGRAMS = {'bin/regimen', 'libexec/regimen-window'}


def languages():
    with open(os.path.join(SOURCE, 'po', 'LINGUAS'), encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


class Installation(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        root = os.path.join(cls.folder, 'root')
        subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--destdir', root], check=True,
                       stdout=subprocess.DEVNULL)
        placed = next(at for at, folders, files in os.walk(root) if 'bin' in folders)
        cls.prefix = os.path.join(cls.folder, 'moved')
        os.rename(placed, cls.prefix)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_every_file_is_there_and_no_other(self):
        found = {os.path.relpath(os.path.join(at, file), self.prefix)
                 for at, _, files in os.walk(self.prefix) for file in files}
        pages = [name for name in os.listdir(os.path.join(SOURCE, 'data', 'help', 'C')) if name.endswith('.page')]
        localised = languages() if shutil.which('xsltproc') else []
        wanted = (FILES | {f'share/locale/{language}/LC_MESSAGES/regimen.mo' for language in languages()} |
                  {f'share/help/{language}/regimen/{page}' for language in ['C', *localised]
                   for page in [*pages, 'figures/response.png', 'figures/pathway.png']})
        self.assertEqual(found, wanted)

    def test_what_is_installed_names_no_folder_of_the_build(self):
        for name in FILES:
            path = os.path.join(self.prefix, name)
            if name in PROGRAMS:
                # What debuggers are told of it is no part of a package.
                stripped = os.path.join(self.folder, 'stripped')
                subprocess.run(['strip', '-o', stripped, path], check=True)
                path = stripped
            with open(path, 'rb') as file:
                content = file.read()
            self.assertNotIn(BUILD.encode(), content, name)
            self.assertNotIn(SOURCE.encode(), content, name)

    def test_icons_are_known_for_what_they_are(self):
        """Whoever sniffs a file's kind looks for the drawing within its first bytes."""
        icons = [name for name in FILES if name.endswith('.svg')]
        self.assertEqual(len(icons), 6)
        for name in icons:
            with open(os.path.join(self.prefix, name), 'rb') as file:
                self.assertIn(b'<svg', file.read(100), name)

    def test_each_type_of_file_has_its_icon_and_is_opened_by_the_program(self):
        spaces = {'mime': 'http://www.freedesktop.org/standards/shared-mime-info'}
        types = ElementTree.parse(os.path.join(self.prefix, f'share/mime/packages/{ID}.xml')).findall('mime:mime-type', spaces)
        icons = [each.find('mime:icon', spaces).get('name') for each in types]
        self.assertEqual(len(set(icons)), 4)
        for icon in icons:
            self.assertIn(f'share/icons/hicolor/scalable/mimetypes/{icon}.svg', FILES)
        with open(os.path.join(self.prefix, f'share/applications/{ID}.desktop'), encoding='utf-8') as file:
            self.assertIn('MimeType=' + ''.join(each.get('type') + ';' for each in types) + '\n', file.read())

    @unittest.skipUnless(shutil.which('update-mime-database'), 'shared-mime-info is not installed')
    def test_files_are_known_by_their_names(self):
        share = os.path.join(self.prefix, 'share')
        database = os.path.join(self.folder, 'database')
        shutil.copytree(os.path.join(share, 'mime'), os.path.join(database, 'mime'))
        subprocess.run(['update-mime-database', os.path.join(database, 'mime')], check=True, stdout=subprocess.DEVNULL)
        for name, kind in (('mine.regimen', 'vnd.regimen+json'), ('talk.regimen-story', 'vnd.regimen.story+json'),
                           ('Findings.regimen-patient', 'vnd.regimen.findings'), ('ctg-studies.json', 'vnd.regimen.registry-record+json'),
                           ('package.json', 'json')):
            path = os.path.join(database, name)
            with open(path, 'w', encoding='utf-8') as file:
                file.write('{}')
            run = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], capture_output=True, text=True, check=True,
                                 env={**os.environ, 'XDG_DATA_HOME': database, 'XDG_DATA_DIRS': '/usr/local/share:/usr/share'})
            self.assertIn(f'standard::content-type: application/{kind}\n', run.stdout + '\n', name)

    def test_the_program_works_where_it_was_moved_to(self):
        run = subprocess.run([os.path.join(self.prefix, 'bin', 'regimen'), 'show', 'destiny-crc01'], cwd=self.folder,
                             capture_output=True, text=True, check=True)
        self.assertIn('45.3%', run.stdout)

    def test_the_window_is_found_where_it_was_moved_to(self):
        """Whoever asks for a window gets the program beside, with the same words, in the same process."""
        window = os.path.join(self.prefix, 'libexec', 'regimen-window')
        os.rename(window, window + '.kept')
        self.addCleanup(os.rename, window + '.kept', window)
        with open(window, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\necho $$ "$@"\n')
        os.chmod(window, 0o755)
        with subprocess.Popen([os.path.join(self.prefix, 'bin', 'regimen'), self.folder], stdout=subprocess.PIPE, text=True) as run:
            said, _ = run.communicate()
        self.assertEqual(said, f'{run.pid} {self.folder}\n')

    def test_verbs_do_without_the_toolkit(self):
        def libraries(*path):
            run = subprocess.run([os.path.join(self.prefix, *path)], capture_output=True, text=True, check=True,
                                 env={**os.environ, 'LD_TRACE_LOADED_OBJECTS': '1'})
            return run.stdout

        self.assertIn('libglib-2.0', libraries('bin', 'regimen'))
        for toolkit in ('libgtk-4', 'libadwaita-1'):
            self.assertNotIn(toolkit, libraries('bin', 'regimen'))
            self.assertIn(toolkit, libraries('libexec', 'regimen-window'))

    def test_its_languages_are_found_where_it_was_moved_to(self):
        if not os.path.isdir(os.path.join(os.environ['LOCPATH'], 'de_DE.UTF-8')):
            self.skipTest('de_DE.UTF-8 can’t be made here')
        run = subprocess.run([os.path.join(self.prefix, 'bin', 'regimen'), '--help'], cwd=self.folder, capture_output=True,
                             text=True, check=True, env={**os.environ, 'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'})
        self.assertNotIn('Usage:', run.stdout)


if __name__ == '__main__':
    tapmain.main()
