# SPDX-License-Identifier: GPL-3.0-or-later
"""The example data sets: what they say against the registry's records, and that every verb and figure works with them.

tests/reference/examples/posted.csv holds the results that the records post, copied from them apart from the data sets.
"""

import csv
import json
import os
import tempfile
import unittest

import program
import tapmain

NAMES = ('neuroblastoma', 'triple-negative-breast')
FIGURES = ('response', 'survival', 'scatter')


def path_of(name):
    return program.source_path('resources', 'examples', name + '.json')


def read(name):
    with open(path_of(name), encoding='utf-8') as file:
        return json.load(file)


def posted():
    with open(program.source_path('tests', 'reference', 'examples', 'posted.csv'), encoding='utf-8', newline='') as lines:
        return list(csv.DictReader(lines))


def percent(row, key):
    """A posted number as a percentage."""
    number = float(row[key])
    if row['unit'].lower().startswith('proportion'):
        return number * 100
    if row['unit'].lower() == 'participants':
        return 100 * number / float(row['analysed'])
    return number


class Examples(unittest.TestCase):

    def test_they_are_valid_and_canonical(self):
        for name in NAMES:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                self.assertIn('valid', program.answer('check', path_of(name)))
                copy = os.path.join(folder, 'copy.json')
                program.answer('new', '--from=' + path_of(name), '--output=' + copy)
                with open(copy, 'rb') as written, open(path_of(name), 'rb') as kept:
                    self.assertEqual(written.read(), kept.read())

    def test_every_result_is_a_posted_one(self):
        expected = {(row['record'].lower(), row['arm'], row['endpoint']): row for row in posted()}
        found = set()
        for name in NAMES:
            data = read(name)
            rates = {endpoint['id'] for endpoint in data['endpoints'] if endpoint['kind'] == 'rate'}
            for trial in data['trials']:
                for arm in trial['arms']:
                    for outcome in arm['outcomes']:
                        if outcome['state'] != 'reported':
                            continue
                        key = (trial['id'], arm['label'], outcome['endpoint'])
                        with self.subTest(key):
                            row = expected[key]
                            found.add(key)
                            number = percent if outcome['endpoint'] in rates else lambda row, key: float(row[key])
                            self.assertAlmostEqual(outcome['value'], number(row, 'value'), delta=0.05)
                            for bound in ('lower', 'upper'):
                                if bound in outcome:
                                    self.assertAlmostEqual(outcome[bound], number(row, bound), places=6)
                            if outcome['endpoint'] != 'DOR':
                                self.assertEqual(outcome['analysed'], int(row['analysed']))
                            if 'responders' in outcome:
                                self.assertEqual(outcome['responders'], round(percent(row, 'value') * int(row['analysed']) / 100))
                            self.assertTrue(outcome['published'].startswith(row['value']), outcome['published'])
                            self.assertTrue(any(source['place'].startswith(f'Posted results, outcome measure {row["measure"]}:')
                                                for source in outcome['sources']))
        self.assertEqual(found, set(expected))

    def test_every_source_is_a_record_of_the_registry(self):
        for name in NAMES:
            data = read(name)
            records = {source['id']: source for source in data['sources']}
            for trial in data['trials']:
                with self.subTest(trial['id']):
                    self.assertEqual(trial['registrations'][0].lower(), trial['id'])
                    self.assertEqual(records[trial['id']]['kind'], 'registry')
                    self.assertEqual(records[trial['id']]['url'], 'https://clinicaltrials.gov/study/' + trial['registrations'][0])

    def test_every_trial_is_listed_and_shown(self):
        for name in NAMES:
            data = '--data=' + path_of(name)
            listed = program.answer_json('list', data)
            self.assertEqual([trial['id'] for trial in listed], [trial['id'] for trial in read(name)['trials']])
            for trial in listed:
                with self.subTest(trial['id']):
                    self.assertIn(trial['registrations'][0], program.answer('show', trial['id'], data))
            self.assertIn(listed[0]['registrations'][0], program.answer('cite', data))

    def test_response_rates_are_pooled(self):
        for name, arms in (('neuroblastoma', 5), ('triple-negative-breast', 9)):
            self.assertEqual(program.answer_json('pool', '--data=' + path_of(name))['overall']['k'], arms)

    def test_patients_are_matched(self):
        for name, patient, fits in (
                ('neuroblastoma', 'tumour:medulloblastoma setting:relapsed-or-refractory', {'nct01483820', 'nct01125800'}),
                ('triple-negative-breast', 'er:negative pr:negative her2:positive tumour:breast-cancer setting:metastatic', {'nct00371254'})):
            answer = program.answer_json('match', '--data=' + path_of(name), '--patient=' + patient)
            with self.subTest(name):
                self.assertEqual({trial['id'] for trial in answer['trials'] if trial['fit'] == 'yes'}, fits)

    def test_figures_are_drawn(self):
        for name in NAMES:
            for figure in FIGURES:
                with self.subTest(f'{name}, {figure}'), tempfile.TemporaryDirectory() as folder:
                    picture = os.path.join(folder, 'figure.svg')
                    program.answer('chart', figure, '--data=' + path_of(name), '--output=' + picture)
                    with open(picture, encoding='utf-8') as file:
                        self.assertNotIn('HER2-targeted', file.read())

    def test_what_a_data_set_lacks_is_said(self):
        for name in NAMES:
            with self.subTest(name):
                status, output, complaints = program.run('signal', '--data=' + path_of(name))
                self.assertEqual((status, output), (1, ''))
                self.assertIn('no pathway', complaints)


if __name__ == '__main__':
    tapmain.main()
