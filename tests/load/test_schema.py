# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema and the loader say the same of the same documents.

A schema can't say that references resolve or that bounds are in order; everything else it must refuse
exactly when the loader does. Documents come from faults.json, and from sample.json with every value taken
out, replaced by another, or joined by an unknown key.
"""

import copy
import itertools
import json
import os
import pathlib
import re
import subprocess
import unittest

import jsonschema
import tapmain

ROOT = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT'])
SCHEMA = json.loads((ROOT / 'resources/evidence/data-set.schema.json').read_text(encoding='utf-8'))
FOLDER = ROOT / 'tests/load'
SAMPLE = (FOLDER / 'sample.json').read_text(encoding='utf-8')
CASES = json.loads((FOLDER / 'faults.json').read_text(encoding='utf-8'))

# What only the program can know, by the words in which it says so.
BEYOND_A_SCHEMA = re.compile(
    r'expected (the id of an? |a domain of "|an id that begins with|an arm of this trial'
    r'|a key of this outcome|at (most|least) [0-9.e+]+, which is "|[0-9.]+, which is \d+ of \d+'
    r'|"%", because |a unit of time, because )|duplicate id |expected the id of an endpoint that is a time|expected (a later|no earlier) time than|patients at risk, as before|is defined in terms of itself')

# So many values are passed over for each that is replaced: with a number that shares no factor with that of
# the replacements, each of them comes to stand in many places.
STEP = 1 if os.environ.get('RGM_THOROUGH') else 5
REPLACEMENTS = (None, True, 0, 7, -1, 0.5, 1e308, '', ' ', 'x', 'an x', 'a\u0007', [], ['x'], [7], {}, {'x': 1})


def judge(documents):
    """The loader's faults of each document."""
    lines = ''.join(json.dumps(document) + '\n' for document in documents)
    answer = subprocess.run([os.environ['RGM_JUDGE']], input=lines, capture_output=True, text=True, check=True)
    faults = [line.split('\t') if line else [] for line in answer.stdout.split('\n')[:-1]]
    assert len(faults) == len(documents)
    return faults


def sites(value, way=()):
    """The way to every value in a document."""
    if way:
        yield way
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from sites(item, (*way, key))


def parent(document, way):
    for key in way[:-1]:
        document = document[key]
    return document


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = jsonschema.Draft202012Validator(SCHEMA)

    def compare(self, names, documents):
        for name, document, faults in zip(names, documents, judge(documents)):
            beyond = [fault for fault in faults if BEYOND_A_SCHEMA.search(fault)]
            with self.subTest(name=name):
                if self.validator.is_valid(document):
                    self.assertEqual(faults, beyond, 'only the loader refuses it')
                else:
                    self.assertNotEqual(faults, [], 'only the schema refuses it')

    def test_it_follows_from_the_descriptions(self):
        with open(os.environ['RGM_SCHEMA'], encoding='utf-8') as stream:
            self.assertEqual(json.load(stream), SCHEMA, f'copy {os.environ["RGM_SCHEMA"]} to resources/evidence/')

    def test_itself(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        self.assertEqual(SCHEMA['$schema'], 'https://json-schema.org/draft/2020-12/schema')

    def test_sample(self):
        self.validator.validate(json.loads(SAMPLE))

    def test_table(self):
        for case in CASES:
            text = case.get('document') or SAMPLE.replace(case['from'], case['to'])
            with self.subTest(case['name']):
                try:
                    document = json.loads(text)
                except json.JSONDecodeError:
                    self.assertTrue(case['name'].endswith('not-json'))
                    continue
                refused = bool(case['faults']) and case['schema']
                self.assertEqual(self.validator.is_valid(document), not refused)

    def test_values_left_out(self):
        names, documents = [], []
        for way in sites(json.loads(SAMPLE)):
            document = json.loads(SAMPLE)
            del parent(document, way)[way[-1]]
            names.append(('without', *way))
            documents.append(document)
        self.compare(names, documents)

    def test_unknown_keys(self):
        names, documents = [], []
        for way in [(), *sites(json.loads(SAMPLE))]:
            document = json.loads(SAMPLE)
            value = parent(document, way)[way[-1]] if way else document
            if isinstance(value, dict):
                value['unknown'] = 1
                names.append(('unknown', *way))
                documents.append(document)
        self.assertGreater(len(documents), 20)
        self.compare(names, documents)

    def test_values_replaced(self):
        names, documents = [], []
        pairs = itertools.product(sites(json.loads(SAMPLE)), REPLACEMENTS)
        for way, value in itertools.islice(pairs, 0, None, STEP):
            document = json.loads(SAMPLE)
            parent(document, way)[way[-1]] = copy.deepcopy(value)
            names.append((value, *way))
            documents.append(document)
        self.assertGreater(len(documents), 500)
        self.compare(names, documents)

    def test_limits(self):
        names, documents = [], []

        def add(name, change):
            document = json.loads(SAMPLE)
            change(document)
            names.append(name)
            documents.append(document)

        for length in (10000, 10001):
            add(('title', length), lambda d, n=length: d.update(title='é' * n))
        for length in (100, 101):
            add(('id', length), lambda d, n=length: d.update(id='a' * n))
            add(('synonyms', length), lambda d, n=length: d['agents'][0].update(synonyms=[f's{i}' for i in range(n)]))
        for n in (1, 10**9, 10**9 + 1):
            add(('n', n), lambda d, n=n: d['trials'][0]['arms'][0].update(n=n))
        for value in (100000, 100001):
            add(('value', value),
                lambda d, v=value: d['trials'][0]['arms'][0]['outcomes'][1].update(value=v, lower=None, upper=None))
        for year in (1599, 1600, 2200, 2201):
            add(('year', year), lambda d, y=year: d['sources'][0].update(year=y))
        for level in (0.009, 0.01, 0.9999, 1):
            add(('level', level), lambda d, v=level: d['trials'][0]['arms'][0]['outcomes'][0].update(level=v))
        for name in ('a', 'a.b', 'a b', 'A', '-a', 'a-', 'a/b', 'ä', 'a:b'):
            add(('id', name), lambda d, n=name: d.update(id=n))
            add(('class', name), lambda d, n=name: d['classes'].append({'id': n, 'name': 'A', 'mark': 'cross'}))
            add(('value', name), lambda d, n=name: d['biomarkers'][2].update(values=[{'id': n, 'name': 'A'}]))
        for date in ('0000', '0001', '2024-00', '2024-12', '2024-13', '2024-01-32', '2024-1-1', '2024-01-01T00:00'):
            add(('date', date), lambda d, v=date: d['agents'][0]['regulatory'][0].update(date=v))
        self.compare(names, documents)


class Embedded(unittest.TestCase):
    def test_every_data_set(self):
        paths = [path for path in sorted((ROOT / 'resources/evidence').glob('*.json')) if not path.name.endswith('.schema.json')]
        self.assertNotEqual(paths, [])
        for path in paths:
            with self.subTest(path.name):
                jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(path.read_text(encoding='utf-8')))


if __name__ == '__main__':
    tapmain.main()
