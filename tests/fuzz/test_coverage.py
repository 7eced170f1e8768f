# SPDX-License-Identifier: GPL-3.0-or-later
"""Fuzzing with coverage: libFuzzer, a minute a target or half an hour in ./dev slow, under address and undefined-behaviour checking.

Builds the targets with clang in a folder of its own, and starts from the committed corpus. What a target dies of is kept in that folder.
"""

import os
import shutil
import subprocess
import unittest

import program
import tapmain

BUILD = os.path.join(os.environ['G_TEST_BUILDDIR'], 'fuzz', 'clang')
TARGETS = ('curves', 'edit', 'import', 'journal', 'library', 'load', 'merge', 'notes', 'pasted', 'pathway', 'patient', 'query', 'source', 'story', 'template')
SECONDS = os.environ.get('RGM_FUZZ_SECONDS', '60')


def build():
    if not os.path.exists(os.path.join(BUILD, 'build.ninja')):
        subprocess.run(['meson', 'setup', '-Db_sanitize=address,undefined', '-Db_lundef=false', '-Dc_args=-fsanitize=fuzzer-no-link',
                        '-Dbuildtype=debugoptimized', BUILD, program.source_path()],
                       env={**os.environ, 'CC': 'clang'}, check=True, capture_output=True)
    subprocess.run(['ninja', '-C', BUILD, *[f'tests/fuzz/fuzz-{name}' for name in TARGETS]], check=True, capture_output=True)


@unittest.skipUnless(shutil.which('clang'), 'clang is not installed')
class Coverage(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        build()

    def fuzz(self, name):
        found = os.path.join(BUILD, f'corpus-{name}')
        os.makedirs(found, exist_ok=True)
        done = subprocess.run(
            [os.path.join(BUILD, 'tests', 'fuzz', f'fuzz-{name}'), found, program.source_path('tests', 'fuzz', 'corpus', name),
             f"-dict={program.source_path('tests', 'fuzz', name + '.dict')}", f'-max_total_time={SECONDS}', '-timeout=10',
             '-rss_limit_mb=2048', '-max_len=16384', f'-artifact_prefix={BUILD}/{name}-', '-print_final_stats=1'],
            env={**os.environ, 'G_DEBUG': 'fatal-criticals', 'MALLOC_PERTURB_': '0', 'MALLOC_CHECK_': '0',
                 'ASAN_OPTIONS': 'detect_leaks=1', 'UBSAN_OPTIONS': 'halt_on_error=1:print_stacktrace=1',
                 'LSAN_OPTIONS': 'suppressions=' + program.source_path('tests', 'house', 'leaks.supp')},
            capture_output=True, timeout=float(SECONDS) * 3 + 60)
        log = done.stderr.decode(errors='replace')
        for line in log.splitlines():
            if line.startswith('stat::number_of_executed_units') or 'DONE' in line:
                print('#', line)
        self.assertEqual(done.returncode, 0, log[-6000:])
        self.assertIn('DONE', log)

    def test_curves(self):
        self.fuzz('curves')

    def test_edit(self):
        self.fuzz('edit')

    def test_import(self):
        self.fuzz('import')

    def test_journal(self):
        self.fuzz('journal')

    def test_library(self):
        self.fuzz('library')

    def test_load(self):
        self.fuzz('load')

    def test_merge(self):
        self.fuzz('merge')

    def test_notes(self):
        self.fuzz('notes')

    def test_pasted(self):
        self.fuzz('pasted')

    def test_pathway(self):
        self.fuzz('pathway')

    def test_query(self):
        self.fuzz('query')

    def test_patient(self):
        self.fuzz('patient')

    def test_source(self):
        self.fuzz('source')

    def test_story(self):
        self.fuzz('story')

    def test_template(self):
        self.fuzz('template')


if __name__ == '__main__':
    tapmain.main()
