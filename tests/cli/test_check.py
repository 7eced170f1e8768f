# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `check`, from outside."""

import json
import os
import tempfile
import unittest

import program
import tapmain


class Check(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.good = program.source_path('resources', 'evidence', 'her2-colorectal.json')

    def write(self, text, name='set.json'):
        path = os.path.join(self.folder.name, name)
        with open(path, 'wb') as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return path

    def complaints(self, text):
        path = self.write(text)
        status, output, complaints = program.run('check', path)
        self.assertEqual((status, output), (1, ''), complaints)
        lines = complaints.splitlines()
        for line in lines:
            self.assertTrue(line.startswith('regimen: ' + path + ': '), line)
        return [line.removeprefix('regimen: ' + path + ': ') for line in lines]

    def test_the_embedded_data_set_is_good(self):
        self.assertIn('valid', program.answer('check', self.good))

    def test_what_is_doubtful_is_a_warning(self):
        with open(self.good, encoding='utf-8') as file:
            data_set = json.load(file)
        first, second = data_set['trials'][:2]
        data_set['as_of'] = '2124-11-18'
        second['name'] = first['name'].lower()
        path = self.write(json.dumps(data_set))
        first_line, *warnings = program.answer('check', path).splitlines()
        self.assertIn('valid', first_line)
        self.assertEqual([line.removeprefix(f'{path}: warning: ') for line in warnings], [
            'as_of: The date 18 November 2124 is in the future.',
            f'trials/{second["id"]}/name: Another trial is also called “{second["name"]}”.'])

    def test_a_fault_names_its_place(self):
        with open(self.good, encoding='utf-8') as file:
            data_set = json.load(file)
        data_set['trials'][3]['arms'][0]['n'] = 'many'
        text = json.dumps(data_set, indent=1)
        line = 1 + text[:text.index('"many"')].count('\n')
        said = self.complaints(text)
        self.assertEqual(len(said), 1)
        self.assertTrue(said[0].startswith('$.trials[3].arms[0].n: '), said[0])
        self.assertIn('many', said[0])
        self.assertTrue(said[0].endswith(f'(line {line})'), said[0])

    def test_the_name_of_a_file_does_not_reach_the_terminal(self):
        with open(self.good, 'rb') as file:
            good = file.read()
        for name, shown in (('a\033[31m.json', 'a\\u001b[31m.json'), ('b\u202enosj.json', 'b\\u202enosj.json'), ('c\u009b31m.json', 'c\\u009b31m.json')):
            for text in (good, b'{'):
                status, output, complaints = program.run('check', self.write(text, name))
                self.assertEqual(status, 0 if text == good else 1)
                self.assertIn(shown, output + complaints)
                self.assertNotIn(name, output + complaints)
            status, output, complaints = program.run('list', f'--data={self.write(b"{", name)}')
            self.assertIn(shown, complaints)
            self.assertNotIn(name, complaints)

    def test_what_reads_from_the_right_is_isolated(self):
        """Its quotation mark and the line stay after it, and nothing else is changed."""
        name = 'المرضى'
        with open(self.good, encoding='utf-8') as file:
            data_set = json.load(file)
        data_set['trials'][3]['arms'][0]['regimen'] = name
        data_set['trials'][4]['arms'][0]['regimen'] = 'nothing'
        right, left = self.complaints(json.dumps(data_set, indent=1, ensure_ascii=False))
        self.assertIn(f'\u2068"{name}"\u2069 (line ', right)
        self.assertIn('found "nothing" (line ', left)
        data_set['trials'][3]['arms'][0]['regimen'] = data_set['trials'][4]['arms'][0]['regimen'] = data_set['regimens'][0]['id']
        data_set['trials'][0]['name'] = data_set['trials'][1]['name'] = name
        self.assertIn(f'“\u2068{name}\u2069”', program.answer('check', self.write(json.dumps(data_set, ensure_ascii=False))))
        self.assertIn(f'“\u2068{name}2\u2069”', program.run('show', name + '2')[2])

    def test_every_fault_is_said_up_to_fifty(self):
        with open(self.good, encoding='utf-8') as file:
            data_set = json.load(file)
        for trial in data_set['trials']:
            trial['phase'] = 7
            trial['classes'] = 7
        said = self.complaints(json.dumps(data_set, indent=1))
        self.assertEqual(len(said), 51)
        self.assertIn(str(2 * len(data_set['trials']) - 50), said[-1])

    def test_files_that_are_no_data_set(self):
        for text in (b'', b'{', b'not JSON', b'\xff\xfe', b'{}', b'[]', b"{'format': 1}", b'{"a": "\\u0000"}',
                     b'{} {}', b'{"a": 1, "a": 2}', b'{"a": 1e400}', b'[' * 1000000, b'null'):
            self.assertTrue(self.complaints(text), text[:20])

    def test_a_file_that_is_not_there(self):
        status, _, complaints = program.run('check', '/nonexistent/file.json')
        self.assertEqual(status, 1)
        self.assertIn('/nonexistent/file.json', complaints)

    def test_good_and_bad_files_together(self):
        bad = self.write('{')
        status, output, complaints = program.run('check', self.good, bad)
        self.assertEqual(status, 1)
        self.assertIn(self.good, output)
        self.assertIn(bad, complaints)

    def test_a_file_is_expected(self):
        self.assertEqual(program.run('check')[0], 2)


if __name__ == '__main__':
    tapmain.main()
