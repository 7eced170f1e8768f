# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `cite`: references in the formats of programs for them, read back by such programs where they are installed."""

import json
import os
import shutil
import subprocess
import tempfile
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

    def cite_story(self, *slides):
        story = {'format': 1, 'title': 'Ours', 'data_set': {'id': self.data['id']}, 'slides': list(slides)}
        with tempfile.NamedTemporaryFile('w', suffix='.json', encoding='utf-8') as file:
            json.dump(story, file)
            file.flush()
            return [item['id'] for item in json.loads(program.answer('cite', '--story=' + file.name, '--format=csl-json'))]

    def test_story(self):
        """The trials that its slides draw, each source once; a pathway has its own."""
        def of(*trials):
            return [item['id'] for item in json.loads(program.answer('cite', *trials, '--format=csl-json'))]

        figure = {'figure': 'response', 'options': {}, 'search': 'mypathway'}
        self.assertEqual(self.cite_story(figure), of('mypathway'))
        two = self.cite_story(figure, {'title': 'Words', 'text': 'Only words'}, {**figure, 'search': 'mypathway OR triumph'})
        self.assertEqual(sorted(two), sorted(of('mypathway', 'triumph')))
        # Trials that report no rate are not drawn.
        self.assertLess(len(self.cite_story({**figure, 'search': ''})), len(of(*(trial['id'] for trial in self.data['trials']))))
        self.assertEqual(self.cite_story({**figure, 'figure': 'scatter'}), of('mypathway'))
        pathway = self.cite_story({'figure': 'pathway', 'options': {}})
        self.assertTrue(pathway)
        self.assertLess(set(pathway), set(of()))
        self.assertEqual(program.run('cite', 'mypathway', '--story=none')[0], 2)
        self.assertEqual(program.run('cite', '--story=none')[0], 1)

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

    def calls(self):
        """Of all, of one trial, of several, and of a story: the words of the call, and the ids of what it cites."""
        with tempfile.TemporaryDirectory() as folder:
            story = os.path.join(folder, 'story.json')
            with open(story, 'w', encoding='utf-8') as file:
                json.dump({'format': 1, 'data_set': {'id': self.data['id']}, 'slides': [{'figure': 'response', 'options': {}}]}, file)
            for words in ([], ['mypathway'], ['mypathway', 'triumph'], ['--story=' + story]):
                ids = [item['id'] for item in json.loads(program.answer('cite', *words, '--format=csl-json'))]
                self.assertTrue(ids)
                with self.subTest(words):
                    yield words, ids

    @unittest.skipUnless(shutil.which('pandoc'), 'pandoc is not installed')
    def test_pandoc(self):
        known = {source['id']: source.get('doi') for source in self.data['sources']}
        for words, ids in self.calls():
            for kind in ('bibtex', 'csl-json'):
                items = json.loads(self.read(program.answer('cite', *words, f'--format={kind}'), 'pandoc', '-f', kind.replace('-', ''), '-t', 'csljson'))
                self.assertEqual({item['id']: item.get('DOI') for item in items}, {i: known[i] for i in ids})

    @unittest.skipUnless(shutil.which('ris2xml'), 'bibutils is not installed')
    def test_bibutils(self):
        for words, ids in self.calls():
            for kind, command in (('ris', 'ris2xml'), ('bibtex', 'bib2xml')):
                xml = self.read(program.run('cite', *words, f'--format={kind}')[1], command, '-i', 'unicode')
                self.assertEqual(xml.count('<mods ID='), len(ids))

    def test_calls_at_fault(self):
        self.assertEqual(program.run('cite', 'none')[0], 2)
        self.assertEqual(program.run('cite', '--format=text')[0], 2)


tapmain.main()
