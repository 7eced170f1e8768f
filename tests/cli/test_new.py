# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `new`, and the canonical form in which it writes data sets."""

import glob
import json
import os
import re
import tempfile
import unittest

import program
import tapmain

EMBEDDED = program.source_path('resources', 'evidence', 'her2-colorectal.json')
GOOD = [EMBEDDED, program.source_path('tests', 'load', 'sample.json'),
        *sorted(glob.glob(program.source_path('tests', 'store', 'cases', '*.json')))]

# What a key means where it is left out.
DEFAULTS = {'relation': '=', 'excluded': False, 'facet': False, 'every': False, 'basal': False, 'kinase': False, 'textbook': False,
            'usual': False, 'resists': False, 'bypass': False}
NOT_REPORTED = {'state': 'not-reported'}


def meaning(value):
    """A document without what says nothing: nulls, empty lists and objects, defaults."""
    if isinstance(value, dict):
        kept = {key: meaning(each) for key, each in value.items() if each is not None and each != NOT_REPORTED}
        return {key: each for key, each in kept.items() if each not in ([], {}) and not (key in DEFAULTS and each == DEFAULTS[key])}
    if isinstance(value, list):
        return [meaning(each) for each in value]
    return value


class New(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, 'wb') as file:
                file.write(content)
        return path

    def read(self, name):
        with open(self.path(name), 'rb') as file:
            return file.read()

    def new(self, name, *arguments):
        self.assertEqual(program.answer('new', f'--output={self.path(name)}', *arguments), '')
        return self.read(name)

    def assert_fault(self, status, says, *arguments):
        found, output, complaints = program.run('new', *arguments)
        self.assertEqual((found, output), (status, ''), complaints)
        self.assertIn(says, complaints)

    def test_an_empty_data_set(self):
        document = json.loads(self.new('mine.json'))
        self.assertEqual(document['format'], 1)
        self.assertEqual([document[key] for key in ('sources', 'agents', 'regimens', 'trials')], [[], [], [], []])
        self.assertRegex(document['as_of'], r'^\d{4}-\d\d-\d\d$')
        self.assertIn('valid, 0 trials', program.answer('check', self.path('mine.json')))
        self.assertEqual(program.run('list', '--format=json', f'--data={self.path("mine.json")}')[:2], (0, '[]\n'))

    def test_a_copy_of_the_embedded_data_set(self):
        with open(EMBEDDED, 'rb') as file:
            self.assertEqual(self.new('copy.json', '--from=builtin'), file.read(),
                             'it is not in canonical form: bring it there with regimen new --from=FILE --output=FILE')

    def test_the_canonical_form(self):
        text = self.new('copy.json', '--from=builtin').decode()
        self.assertTrue(text.endswith('}\n') and not text.endswith('\n\n'))
        self.assertEqual({len(re.match(' *', line)[0]) % 2 for line in text.splitlines()}, {0})
        self.assertNotRegex(text, r'(?m)[ \t]$|\t|\r|: null')

    def test_every_good_data_set(self):
        self.assertGreater(len(GOOD), 20)
        for good in GOOD:
            with self.subTest(os.path.basename(good)):
                once = self.new('once.json', f'--from={good}')
                self.assertEqual(self.new('twice.json', f'--from={self.path("once.json")}'), once)
                with open(good, encoding='utf-8') as file:
                    self.assertEqual(meaning(json.loads(once)), meaning(json.load(file)))

    def test_calls_at_fault(self):
        self.assert_fault(2, '--output')
        self.assert_fault(2, 'found “mine.json”', 'mine.json')
        self.assert_fault(2, '--format', '--format=json', f'--output={self.path("mine.json")}')
        self.assertEqual(os.listdir(self.folder), [])

    def test_what_is_not_there(self):
        self.assert_fault(1, 'missing.json', f'--from={self.path("missing.json")}', f'--output={self.path("mine.json")}')
        self.assert_fault(1, 'nowhere/mine.json', f'--output={self.path("nowhere/mine.json")}')
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_bad_data_set_is_not_copied(self):
        bad = self.path('bad.json', b'{"format": 1}')
        self.assert_fault(1, 'bad.json: $: expected the key "id", found none', f'--from={bad}', f'--output={self.path("mine.json")}')
        self.assertEqual(os.listdir(self.folder), ['bad.json'])

    def test_what_it_replaces_is_kept(self):
        self.path('mine.json', b'my work\n')
        self.new('mine.json')
        self.assertEqual(self.read('mine.json~'), b'my work\n')
        new = self.read('mine.json')
        self.assertEqual(self.new('mine.json'), new)
        self.assertEqual(self.read('mine.json~'), b'my work\n')
        self.assertEqual(sorted(os.listdir(self.folder)), ['mine.json', 'mine.json~'])

    def test_a_data_set_over_itself(self):
        copy = self.new('mine.json', '--from=builtin')
        self.assertEqual(self.new('mine.json', f'--from={self.path("mine.json")}'), copy)
        self.assertEqual(os.listdir(self.folder), ['mine.json'])

    def test_standard_output(self):
        text = program.answer('new', '--output=/dev/stdout')
        self.assertEqual(json.loads(text)['format'], 1)


if __name__ == '__main__':
    tapmain.main()
