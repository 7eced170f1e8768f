# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `cite`: references in the formats of programs for them, read back by such programs where they are installed."""

import json
import shutil
import subprocess
import unittest

import program
import tapmain

EMBEDDED = program.source_path('resources', 'evidence', 'her2-colorectal.json')


class CiteTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        with open(EMBEDDED, encoding='utf-8') as file:
            cls.data = json.load(file)

    def read(self, text, *command):
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_csl_json(self):
        sources = {source['id']: source for source in self.data['sources']}
        items = json.loads(program.answer('cite', '--format=csl-json'))
        self.assertEqual([item['id'] for item in items], list(sources))
        for item in items:
            source = sources[item['id']]
            self.assertEqual(item['note'], source['citation'])
            self.assertEqual(item['title'], source.get('title') or source['citation'])
            self.assertEqual(item.get('DOI'), source.get('doi'))
            if 'year' in source:
                self.assertEqual(item['issued'], {'date-parts': [[source['year']]]})
            for author in item.get('author', []):
                self.assertIn(f"{author['family']} {author['given']}", source['citation'])
        first = next(item for item in items if item['id'] == 'ref-1')
        self.assertEqual([a['family'] for a in first['author']], ['Siegel', 'Giaquinto', 'Jemal'])
        self.assertEqual((first['type'], first['container-title'], first['volume'], first['page']), ('article-journal', 'CA Cancer J Clin', '1', '38'))
        second = next(item for item in items if item['id'] == 'ref-2')
        self.assertEqual(second['page'], '133-145')
        self.assertEqual(len(second['author']), 3)

    def test_one_trial(self):
        ids = [item['id'] for item in json.loads(program.answer('cite', 'mypathway', '--format=csl-json'))]
        trial = next(trial for trial in self.data['trials'] if trial['id'] == 'mypathway')
        self.assertEqual(ids[:len(trial.get('references', []))], trial.get('references', []))
        self.assertIn('review', ids)
        self.assertLess(len(ids), len(self.data['sources']))

    def test_ris(self):
        text = program.run('cite', '--format=ris')[1]
        self.assertEqual(program.run('cite')[1], text)
        self.assertEqual(text.count('TY  - '), len(self.data['sources']))
        self.assertEqual(text.count('ER  - \r\n'), len(self.data['sources']))
        for line in text.split('\r\n'):
            self.assertRegex(line, r'^$|^[A-Z][A-Z0-9]  - ')
        self.assertIn('AU  - Siegel, RL\r\n', text)

    def test_bibtex(self):
        text = program.answer('cite', '--format=bibtex')
        self.assertEqual(text.count('\n}\n'), len(self.data['sources']))
        self.assertIn('@article{ref-1,\n  author = {Siegel, RL and Giaquinto, AN and Jemal, A},\n  title = {{Cancer statistics, 2024}}', text)

    @unittest.skipUnless(shutil.which('pandoc'), 'pandoc is not installed')
    def test_pandoc(self):
        ids = [source['id'] for source in self.data['sources']]
        for kind in ('bibtex', 'csl-json'):
            items = json.loads(self.read(program.answer('cite', f'--format={kind}'), 'pandoc', '-f', kind.replace('-', ''), '-t', 'csljson'))
            self.assertEqual(sorted(item['id'] for item in items), sorted(ids))
            dois = {item['id']: item.get('DOI') for item in items}
            self.assertEqual(dois, {source['id']: source.get('doi') for source in self.data['sources']})

    @unittest.skipUnless(shutil.which('ris2xml'), 'bibutils is not installed')
    def test_bibutils(self):
        for kind, command in (('ris', 'ris2xml'), ('bibtex', 'bib2xml')):
            xml = self.read(program.run('cite', f'--format={kind}')[1], command, '-i', 'unicode')
            self.assertEqual(xml.count('<mods ID='), len(self.data['sources']))

    def test_calls_at_fault(self):
        self.assertEqual(program.run('cite', 'none')[0], 2)
        self.assertEqual(program.run('cite', '--format=text')[0], 2)


tapmain.main()
