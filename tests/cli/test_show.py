# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `show`, from outside."""

import json
import os
import pathlib
import re
import tempfile
import unittest

import program
import tapmain


class Show(unittest.TestCase):

    def test_json_is_the_element_of_the_list(self):
        for trial in program.answer_json('list'):
            self.assertEqual(program.answer_json('show', trial['id']), trial)

    def test_what_a_registry_states(self):
        trial = program.answer_json('show', 'first', '--data=' + program.source_path('tests', 'load', 'sample.json'))
        self.assertEqual(trial['enrolment'], {'count': 120, 'type': 'ESTIMATED'})
        self.assertEqual(trial['dates'], {
            'start': {'date': '2024-03', 'precision': 'month', 'type': 'ACTUAL'},
            'primary_completion': {'date': '2026-05-31', 'precision': 'day', 'type': 'ESTIMATED'},
            'completion': {'date': '2027', 'precision': 'year', 'type': None},
            'last_update': {'date': '2026-05-14', 'precision': 'day', 'type': None}})
        self.assertEqual(trial['origin'], {
            'kind': 'registry', 'file': 'NCT00000001.json', 'updated': '2026-05-14', 'imported': '2026-11-27'})
        other = program.answer_json('show', 'second', '--data=' + program.source_path('tests', 'load', 'sample.json'))
        self.assertIsNone(other['enrolment'])
        self.assertIsNone(other['origin'])
        self.assertEqual(set(other['dates'].values()), {None})

    def test_a_number_without_a_source_says_so(self):
        with open(program.source_path('resources', 'evidence', 'her2-colorectal.json'), encoding='utf-8') as file:
            document = json.load(file)
        document['id'] = 'own'
        document['trials'][0]['arms'][0]['outcomes'][0]['sources'] = []
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'own.json')
            path.write_text(json.dumps(document), encoding='utf-8')
            trial = document['trials'][0]['id']
            self.assertEqual(program.answer_json('show', trial, f'--data={path}')['arms'][0]['outcomes'][0]['sources'], [])
            self.assertIn('22 of 69 (back-calculated)  [no source stated]', program.answer('show', trial, f'--data={path}'))
            chart = pathlib.Path(folder, 'chart.svg')
            program.answer('chart', 'response', f'--data={path}', f'--output={chart}')
            texts = ' '.join(re.sub('<[^>]*>', ' ', chart.read_text(encoding='utf-8')).split())
            self.assertIn('1 number has no stated source.', texts)

    def test_what_a_registry_states_in_words(self):
        text = program.answer('show', 'first', '--data=' + program.source_path('tests', 'load', 'sample.json'))
        for line in ('Enrolment: 120 (estimated)', 'Start: 2024-03 (actual)', 'Completion: 2027\n',
                     'The comparator of the other arms', 'Curve: Progression-free survival: times of 2 patients\n'):
            self.assertIn(line, text)
        text = program.answer('show', 'onemab-twonib', '--data=' + program.source_path('tests', 'load', 'sample.json'))
        self.assertIn('Dose of Twonib: 300 mg, twice daily', text)

    def test_a_trial_without_a_phase(self):
        text = pathlib.Path(program.source_path('tests', 'load', 'sample.json')).read_text(encoding='utf-8')
        with tempfile.NamedTemporaryFile('w', suffix='.json', encoding='utf-8') as file:
            file.write(text.replace('"phase": "I/II"', '"phase": null'))
            file.flush()
            data = '--data=' + file.name
            self.assertIsNone(program.answer_json('show', 'first', data)['phase'])
            self.assertNotIn('Phase', program.answer('show', 'first', data))
            self.assertEqual([trial['id'] for trial in program.answer_json('list', '--sort=phase', data)], ['second', 'first'])

    def test_a_trial_is_found_by_id_name_and_registration(self):
        for word in ('destiny-crc01', 'DESTINY-CRC01', 'Destiny-CRC01', 'NCT03384940'):
            self.assertEqual(program.answer_json('show', word)['id'], 'destiny-crc01')

    def test_a_registration_of_two_trials_is_no_key(self):
        shared = program.answer_json('show', 'heracles-a')['registrations'][0]
        status, output, complaints = program.run('show', shared)
        self.assertEqual((status, output), (2, ''))
        self.assertIn('heracles-a', complaints)
        self.assertIn('heracles-b', complaints)

    def test_an_unknown_trial_is_said_with_a_near_one(self):
        status, output, complaints = program.run('show', 'destiny-crc1')
        self.assertEqual((status, output), (2, ''))
        self.assertIn('destiny-crc01', complaints)

    def test_one_trial_is_expected(self):
        self.assertEqual(program.run('show')[0], 2)
        self.assertEqual(program.run('show', 'tapur', 'drup')[0], 2)

    def test_text_has_figures_with_their_places(self):
        text = program.answer('show', 'destiny-crc01')
        line = next(line for line in text.splitlines() if 'Objective response rate' in line)
        for part in ('45.3%', '24 of 53', '31.6', '59.6', 'Table 1, DESTINY-CRC01'):
            self.assertIn(part, line)

    def test_topics_are_words_of_the_language(self):
        self.assertIn('  Approval: On these results', program.answer('show', 'mountaineer'))
        german = {'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de', 'LOCPATH': os.environ['LOCPATH']}
        self.assertIn('  Zulassung: On these results', program.answer('show', 'mountaineer', env=german))

    def test_every_agent_of_a_regimen_is_listed(self):
        for trial, names in (('nct05785325', ('Bevacizumab',)), ('nct05985707', ('KN046',)), ('nct03929666', ('Capecitabine', 'Cisplatin')),
                             ('nct05193292', ('mFOLFOX6', 'FOLFIRI', 'mXELIRI', 'mIRIS'))):
            text = program.answer('show', trial)
            for name in names:
                self.assertIn(f'{name}: Not described in the source.', text)

    def test_safety_has_something_below_it(self):
        for trial in program.answer_json('list'):
            below = program.answer('show', trial['id']).split('\nSafety\n')[1]
            self.assertTrue(below.startswith('  '), trial['id'])
        self.assertIn('grade 4 arrhythmia', program.answer('show', 'nct04934514').split('\nSafety\n')[1])

    def test_a_computed_value_is_called_computed(self):
        self.assertIn('5.6%, 1 of 18 (computed)', program.answer('show', 'nct04934514'))

    def test_what_is_no_trial_is_shown_by_its_id(self):
        for id, part in (('afatinib', 'G776S'), ('her2', '2.84'), ('msi', 'pembrolizumab'), ('t-dxd', '2023-08'), ('t-dm1-pertuzumab', '77.42%'),
                         ('trastuzumab-lapatinib', 'NCCN'), ('her2-mcrc-2025', 'L726L')):
            with self.subTest(id=id):
                self.assertIn(part, program.answer('show', id))
                self.assertEqual(program.answer_json('show', id)['id'], id)

    def test_what_is_no_trial_is_shown_by_its_names(self):
        for name, id in (('Trastuzumab plus lapatinib', 'trastuzumab-lapatinib'), ('trastuzumab PLUS lapatinib', 'trastuzumab-lapatinib'),
                         ('Lapatinib', 'lapatinib'), ('tykerb', 'lapatinib'), ('HER2', 'her2')):
            with self.subTest(name=name):
                self.assertEqual(program.answer_json('show', name)['id'], id)

    def test_a_regimen_has_its_agents_and_trials(self):
        text = program.answer('show', 'Trastuzumab plus pertuzumab')
        for line in ('Agent: Trastuzumab', 'Agent: Pertuzumab', 'Trial: MYPATHWAY', 'Trial: TAPUR', 'Trial: TRIUMPH'):
            self.assertEqual(text.count(f'  {line}\n'), 1, line)
        self.assertNotIn('HERACLES-A', text)

    def test_a_number_keeps_its_conflict(self):
        text = program.answer('show', 'destiny-crc02')
        for rate, conflict in (('37.8%', True), ('39.7%', True), ('28.6%', True), ('5.8\u00a0months', False)):
            after = text[text.index(f': {rate}'):]
            following = re.split(r'\n {0,4}[^ ]', after)[0]
            self.assertEqual('Conflict: the rates with and without RAS mutations may be swapped' in following, conflict, rate)

    def test_every_remark_on_the_data_set_is_printed(self):
        shown = program.answer_json('show', 'her2-mcrc-2025')
        text = program.answer('show', 'her2-mcrc-2025')
        self.assertGreater(len(shown['remarks']), 40)
        self.assertEqual({remark['kind'] for remark in shown['remarks']}, {'conflict', 'caution', 'note'})
        for remark in shown['remarks']:
            self.assertIn(remark['text'], text)

    def test_weeks_stay_weeks_and_are_told_in_months(self):
        trial = program.answer_json('show', 'tapur')
        pfs = next(outcome for arm in trial['arms'] for outcome in arm['outcomes']
                   if outcome['endpoint'] == 'PFS' and outcome['state'] == 'reported')
        self.assertEqual(pfs['unit'], 'weeks')
        self.assertAlmostEqual(pfs['months']['value'], pfs['value'] * 7 / 30.4375, places=12)


if __name__ == '__main__':
    tapmain.main()
