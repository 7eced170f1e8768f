# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `match`, from outside."""

import csv
import json
import os
import tempfile
import unittest

import program
import tapmain

KEYS = {'patient', 'trials', 'ask'}
TRIAL_KEYS = {'id', 'name', 'fit', 'rules', 'ask', 'not_stated'}
RULE_KEYS = {'rule', 'published', 'answer', 'because', 'sources'}
# What contradicts each value: the patient for whom a rule that asks for the value alone is not met.
CONTRARY = {
    'her2': {'ihc-3+': 'ihc-1+', 'ihc-2+-ish+': 'ihc-2+ her2:ish-', 'ihc-2+': 'ihc-0', 'ihc-1+': 'ihc-0', 'heracles': 'ihc-1+', 'expressed': 'ihc-0',
             'overexpressed': 'ihc-1+', 'amplified': 'ish-', 'not-amplified': 'ish+', 'amplified-ngs': 'ish-', 'mutated': 'not-mutated',
             'positive': 'ihc-1+ her2:ish-'},
    'ras': {'wt': 'mutated', 'mutated': 'wt'}, 'kras': {'wt': 'mutated'}, 'nras': {'wt': 'mutated'}, 'pik3ca': {'wt': 'mutated', 'mutated': 'wt'},
    'braf': {'wt': 'v600', 'mutated': 'wt', 'v600': 'wt'}, 'msi': {'mss': 'msi-h'},
}


def match(facts=''):
    return program.answer_json('match', f'--patient={facts}')


def trial(answer, id):
    return next(each for each in answer['trials'] if each['id'] == id)


def fit(facts, id):
    return trial(match(facts), id)['fit']


def table():
    with open(program.source_path('tests', 'reference', 'evidence', 'eligibility.csv'), encoding='utf-8', newline='') as lines:
        return list(csv.DictReader(lines))


class Match(unittest.TestCase):

    def test_names_are_isolated_in_a_sentence_from_the_right(self):
        env = {'LANGUAGE': 'ar', 'LC_ALL': 'ar_EG.UTF-8', 'LOCPATH': os.environ['LOCPATH']}
        status, output, complaints = program.run('match', '--patient=her2:ihc-3+', '--format=json', env=env)
        self.assertEqual(status, 0, complaints)
        reasons = {rule['because'] for trial in json.loads(output)['trials'] for rule in trial['rules']}
        self.assertTrue(any('\u2068HER2\u2069: \u2068IHC 3+\u2069' in reason for reason in reasons), reasons)
        self.assertTrue(any('\u2068KRAS\u2069: ' in reason for reason in reasons), reasons)

    def test_keys(self):
        answer = match('her2:ihc-3+ ras:wt')
        self.assertEqual(set(answer), KEYS)
        self.assertEqual(answer['patient'], {'her2': ['ihc-3+'], 'ras': ['wt']})
        self.assertEqual(len(answer['trials']), 39)
        for each in answer['trials']:
            self.assertEqual(set(each), TRIAL_KEYS)
            for rule in each['rules']:
                self.assertEqual(set(rule), RULE_KEYS)
                self.assertTrue(rule['sources'])
                self.assertTrue(rule['published'])
                self.assertTrue(rule['because'])

    def test_a_patient_without_findings_is_undecided_everywhere(self):
        answer = match()
        self.assertEqual({each['fit'] for each in answer['trials']}, {'unknown'})
        self.assertEqual({rule['answer'] for each in answer['trials'] for rule in each['rules']}, {'unknown'})
        self.assertEqual(answer['ask'][0]['fact'], 'her2')
        self.assertEqual(answer['ask'][0]['decides'], 39)
        self.assertEqual(answer['patient'], {})

    def test_ranking(self):
        ranked = match('her2:ihc-3+')['ask']
        self.assertEqual([each['decides'] for each in ranked], sorted((each['decides'] for each in ranked), reverse=True))

    def test_every_no_quotes_the_source(self):
        for facts in ('her2:ihc-0', 'ras:mutated', 'lines:0', 'setting:non-metastatic', 'tumour:"breast cancer"', 'braf:v600'):
            for each in match(facts)['trials']:
                against = [rule for rule in each['rules'] if rule['answer'] == 'no']
                self.assertTrue(against or each['fit'] != 'no')
                for rule in against:
                    self.assertTrue(rule['published'] and rule['sources'][0]['place'])

    def test_findings_imply_each_other(self):
        for facts, id, wanted in (
                ('kras:mutated', 'destiny-crc01', 'no'),       # KRAS mutated means RAS mutated
                ('ras:mutated', 'mypathway', 'unknown'),       # but not the other way round
                ('her2:ihc-3+ tumour:"colorectal cancer" setting:advanced', 'nct05382364', 'yes'),   # IHC 3+ is HER2-positive
                ('her2:ihc-2+ her2:ish+ tumour:"colorectal cancer" setting:metastatic', 'nct05382364', 'yes'),
                ('her2:ihc-2+ tumour:"colorectal cancer" setting:metastatic', 'nct05382364', 'unknown'),
                ('her2:ihc-2+ her2:ish-', 'nct05382364', 'no'),
                ('her2:ihc-3+ ras:wt lines:3 tumour:"colorectal cancer" setting:metastatic prior:chemorefractory', 'heracles-b', 'unknown'),
                ('her2:heracles ras:wt tumour:"colorectal cancer" setting:metastatic prior:chemorefractory', 'heracles-b', 'yes'),
                ('ras:wt', 'mypathway', 'unknown'), ('kras:wt nras:mutated', 'triumph', 'no'),
                ('lines:0', 'heracles-a', 'no'), ('lines:1', 'her2-fuscc-g', 'no'), ('lines:0', 'mountaineer-03', 'unknown')):
            with self.subTest(facts=facts, trial=id):
                self.assertEqual(fit(facts, id), wanted)

    def test_two_plus_without_ish_asks_for_ish(self):
        answer = match('her2:ihc-2+ ras:wt braf:wt tumour:"colorectal cancer" setting:metastatic prior:chemorefractory lines:2')
        for id in ('destiny-crc01', 'mountaineer', 'nct02892123'):
            self.assertEqual((trial(answer, id)['fit'], trial(answer, id)['ask']), ('unknown', ['her2:ish']))
        self.assertEqual(answer['ask'][0]['fact'], 'her2:ish')

    def test_of_alternatives_one_is_enough(self):
        known = 'her2:amplified tumour:"colorectal cancer" setting:metastatic'
        for gene in ('pik3ca', 'kras', 'nras', 'ras', 'braf'):
            self.assertEqual(fit(f'{known} {gene}:mutated', 'nct05356897'), 'yes')
        self.assertEqual(fit(f'{known} pik3ca:wt ras:wt', 'nct05356897'), 'unknown')
        self.assertEqual(trial(match(f'{known} pik3ca:wt ras:wt'), 'nct05356897')['ask'], ['braf'])
        self.assertEqual(fit(f'{known} pik3ca:wt ras:wt braf:wt', 'nct05356897'), 'no')

    def test_alternatives_of_a_tumour_and_of_a_patient_stand_for_themselves(self):
        """The last rules of one list and the first of the other are no alternatives to each other, unless they share the word."""
        with open(program.source_path('resources', 'evidence', 'her2-colorectal.json'), encoding='utf-8') as file:
            document = json.load(file)
        eligibility = document['trials'][0]['eligibility']
        rule = eligibility['rules'][0] | {'biomarker': 'ras', 'values': ['wt'], 'alternative': 'one'}
        condition = rule | {'biomarker': 'setting', 'values': ['metastatic']}
        for word, wanted in (('other', 'no'), ('one', 'yes')):
            document['trials'][0]['eligibility'] = {'rules': [rule], 'conditions': [condition | {'alternative': word}]}
            with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
                json.dump(document, file)
                file.flush()
                answer = program.answer_json('match', f'--data={file.name}', '--patient=ras:mutated setting:metastatic')
            self.assertEqual(trial(answer, document['trials'][0]['id'])['fit'], wanted)

    def test_more_than_the_program_can_decide_stays_undecided(self):
        self.assertEqual(fit('her2:mutated tumour:"colorectal cancer" setting:metastatic', 'dpt01'), 'unknown')
        self.assertEqual(fit('her2:not-mutated', 'dpt01'), 'no')
        self.assertEqual(trial(match('her2:mutated tumour:"colorectal cancer" setting:metastatic'), 'dpt01')['ask'], [])

    def test_what_the_source_does_not_state_counts_neither_way(self):
        answer = match('her2:ihc-3+')
        self.assertIn('braf', trial(answer, 'triumph')['not_stated'])
        self.assertNotIn('ras', trial(answer, 'triumph')['not_stated'])
        self.assertIn('lines', trial(answer, 'triumph')['not_stated'])

    def test_absent_is_no_and_missing_is_unknown(self):
        self.assertEqual(fit('-her2:mutated', 'dpt01'), 'no')
        self.assertEqual(match('-her2:mutated')['patient'], {'her2': ['-mutated']})

    def test_words_as_people_write_them(self):
        wanted = match('her2:ihc-3+ ras:wt tumour:colorectal-cancer')
        self.assertEqual(match('HER2:"IHC 3+" RAS:wild-type Tumor:"Colorectal cancer"'), wanted)
        self.assertEqual(match('tumour:"colorectal cancer" erbb2:ihc3+ ras=wildtype'), wanted)

    def test_unknown_facts_and_values(self):
        for facts, words in (('her3:amplified', ('her2', 'setting', 'lines')), ('her2:ihc-4+', ('ihc-3+', 'amplified')), ('lines:two', ('two',)),
                             ('her2', ('her2:ihc-3+',)), ('ras:wt ras:mutated', ('contradict',)), ('lines:1 lines:2', ('contradict',)),
                             ('her2:ihc-3+ her2:ihc-1+', ('contradict',)), ('setting:moon', ('metastatic',))):
            with self.subTest(facts=facts):
                status, output, complaints = program.run('match', f'--patient={facts}')
                self.assertEqual((status, output), (2, ''))
                for word in words:
                    self.assertIn(word, complaints)
        self.assertEqual(program.run('match')[0], 2)

    def test_text(self):
        text = program.answer('match', '--patient=her2:ihc-3+ ras:mutated')
        for part in ('Nothing in the published criteria speaks against it', 'Does not fit', 'RAS wild-type. RAS: mutated. “', 'To find out: ',
                     'not medical advice'):
            self.assertIn(part, text)
        self.assertNotIn('ligible', text)

    def test_loops_and_strange_values_are_refused_by_the_loader(self):
        with open(program.source_path('resources', 'evidence', 'her2-colorectal.json'), encoding='utf-8') as file:
            document = json.load(file)
        values = next(marker for marker in document['biomarkers'] if marker['id'] == 'her2')['values']
        positive = next(value for value in values if value['id'] == 'positive')
        for implied, words in (('ihc-3+', 'implied by itself'), ('ihc-9+', 'expected the id of a value of this biomarker, found "ihc-9+"')):
            positive['implies'] = [implied]
            with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
                json.dump(document, file)
                file.flush()
                status, _, complaints = program.run('check', file.name)
            self.assertEqual(status, 1)
            self.assertIn(words, complaints)
            self.assertIn('$.biomarkers[0].values[', complaints)


class TruthTables(unittest.TestCase):
    """Every rule, typed a second time from the review, on patients who have and who lack what it asks for."""

    def test_the_data_set_states_the_same_rules(self):
        with open(program.source_path('resources', 'evidence', 'her2-colorectal.json'), encoding='utf-8') as file:
            document = json.load(file)
        stated = set()
        for each in document['trials']:
            criteria = each['eligibility']
            for rule in criteria.get('rules', []) + criteria['conditions']:
                stated.add((each['id'], rule['biomarker'], frozenset(rule['values']),
                            ' '.join(['alternative'] * ('alternative' in rule) + ['incomplete'] * rule.get('incomplete', False))))
            lines = criteria.get('lines', {})
            if 'min_prior' in lines or 'max_prior' in lines:
                stated.add((each['id'], 'lines', frozenset([f"{lines['min_prior']}-{lines.get('max_prior', '')}"]), ''))
        typed = {(row['trial'], row['finding'], frozenset(row['values'].split('|')), row['kind']) for row in table()}
        self.assertEqual(stated, typed)
        self.assertEqual(len({row[0] for row in typed}), 39)

    def test_each_rule(self):
        rows = [row for row in table() if row['finding'] in CONTRARY]
        answers = {}
        for row in rows:
            incomplete = 'incomplete' in row['kind']
            values = row['values'].split('|')
            patients = [(f"{row['finding']}:{value}", 'unknown' if incomplete else 'yes') for value in values]
            if len(values) == 1 or row['finding'] != 'her2':
                against = {CONTRARY[row['finding']][value] for value in values}
                if len(against) == 1 and not against & set(values):
                    patients.append((f"{row['finding']}:{against.pop()}", 'no'))
            elif set(values) <= {'ihc-3+', 'ihc-2+-ish+'}:
                patients += [('her2:ihc-1+', 'no'), ('her2:ihc-0', 'no'), ('her2:ihc-2+ her2:ish-', 'no'), ('her2:ihc-2+', 'unknown'),
                             ('her2:mutated', 'unknown')]
            for facts, wanted in patients:
                with self.subTest(trial=row['trial'], facts=facts):
                    if facts not in answers:
                        answers[facts] = match(facts)
                    rules = trial(answers[facts], row['trial'])['rules']
                    found = [rule['answer'] for rule in rules if rule['sources'] and self.is_of(rule, row)]
                    self.assertIn(wanted, found)

    def is_of(self, rule, row):
        first = {'her2': 'HER2', 'ras': 'RAS', 'kras': 'KRAS', 'nras': 'NRAS', 'braf': 'BRAF', 'pik3ca': 'PIK3CA', 'msi': 'pMMR'}[row['finding']]
        return first in rule['rule'] or (row['finding'] == 'her2' and 'HERACLES' in rule['rule'])


if __name__ == '__main__':
    tapmain.main()
