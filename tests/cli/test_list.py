# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `list`, from outside."""

import csv
import io
import json
import os
import unittest

import made_up
import program
import tapmain

TRIAL_KEYS = {'id', 'name', 'registrations', 'title', 'phase', 'classes', 'allocation', 'status', 'enrolment', 'dates', 'origin', 'population',
              'reported', 'arms', 'remarks'}
ARM_KEYS = {'id', 'label', 'class', 'regimen', 'agents', 'n', 'outcomes', 'subgroups'}
OUTCOME_KEYS = {'endpoint', 'state', 'published', 'relation', 'value', 'lower', 'upper', 'lower_state', 'upper_state', 'level',
                'unit', 'responders', 'analysed', 'derived', 'months', 'sources', 'notes'}
STATES = {'reported', 'not-reported', 'not-reached', 'not-estimable'}


def ids(*options):
    return [trial['id'] for trial in program.answer_json('list', *options)]


def search(query):
    return ids(f'--search={query}')


def orr_of(trial):
    rates = [outcome['value'] for arm in trial['arms'] for outcome in arm['outcomes']
             if outcome['endpoint'] == 'ORR' and outcome['value'] is not None]
    return max(rates) if rates else None


class List(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.all = program.answer_json('list')

    def test_text_has_a_line_for_each_trial(self):
        lines = program.answer('list').splitlines()
        self.assertEqual(len(lines), 39)
        self.assertEqual([line.split()[0] for line in lines], [trial['id'] for trial in self.all])

    def test_every_key_is_always_there(self):
        for trial in self.all:
            self.assertEqual(set(trial), TRIAL_KEYS)
            self.assertEqual(set(trial['status']), {'published', 'state'})
            for arm in trial['arms']:
                self.assertEqual(set(arm), ARM_KEYS)
                outcomes = arm['outcomes'] + [outcome for group in arm['subgroups'] for outcome in group['outcomes']]
                for outcome in outcomes:
                    self.assertEqual(set(outcome), OUTCOME_KEYS)
                    self.assertTrue({outcome['state'], outcome['lower_state'], outcome['upper_state']} <= STATES)
                    self.assertTrue(outcome['sources'])
                    self.assertEqual(outcome['value'] is None, outcome['state'] != 'reported')
                    self.assertEqual(outcome['lower'] is None, outcome['lower_state'] != 'reported')
                    self.assertEqual(outcome['upper'] is None, outcome['upper_state'] != 'reported')

    def test_csv_has_a_row_for_each_trial(self):
        rows = list(csv.DictReader(io.StringIO(program.answer('list', '--format=csv'), newline='')))
        self.assertEqual([row['id'] for row in rows], [trial['id'] for trial in self.all])
        row = next(row for row in rows if row['id'] == 'destiny-crc01')
        self.assertEqual((row['n'], row['orr'], row['state']), ('53', '45.3%', 'COMPLETED'))

    def test_a_rate_keeps_its_conflict(self):
        lines = {line.split()[0]: line for line in program.answer('list', '--search=has:orr').splitlines()}
        self.assertTrue(lines['destiny-crc02'].endswith('ORR 37.8%\u00a0†; 27.5%\u00a0†'), lines['destiny-crc02'])
        self.assertTrue(lines['destiny-crc01'].endswith('ORR 45.3%'), lines['destiny-crc01'])
        rows = {row['arm']: row['remarks'] for row in csv.DictReader(io.StringIO(program.answer('list', '--each-arm', '--format=csv'), newline=''))}
        self.assertIn('Conflict: Table 1 gives 32 patients', rows['heracles-a:trastuzumab-lapatinib'])
        self.assertEqual(rows['destiny-crc01:t-dxd'], '')

    def test_csv_with_a_row_for_each_arm(self):
        rows = list(csv.DictReader(io.StringIO(program.answer('list', '--each-arm', '--format=csv'), newline='')))
        self.assertEqual([(row['id'], row['arm']) for row in rows], [(trial['id'], arm['id']) for trial in self.all for arm in trial['arms']])
        by_arm = {row['arm']: row for row in rows}
        for trial in self.all:
            for arm in trial['arms']:
                row = by_arm[arm['id']]
                self.assertEqual((row['label'], row['n']), (arm['label'], '' if arm['n'] is None else str(arm['n'])))
                for outcome in arm['outcomes']:
                    column = outcome['endpoint'].lower().replace('-', '_')
                    self.assertEqual((row[column + '_unit'], row[column + '_state']), (outcome['unit'], outcome['state']))
                    for part in ('value', 'lower', 'upper', 'responders', 'analysed'):
                        found = row[f'{column}_{part}']
                        self.assertEqual(float(found) if found else None, outcome[part], (arm['id'], column, part))
        self.assertEqual((by_arm['tapur:trastuzumab-pertuzumab']['pfs_value'], by_arm['tapur:trastuzumab-pertuzumab']['pfs_unit']), ('17.2', 'weeks'))
        status, output, complaints = program.run('list', '--each-arm')
        self.assertEqual((status, output), (2, ''))
        self.assertIn('--format=csv', complaints)

    def test_csv_has_a_column_for_every_field(self):
        """Of the schema, but for identities and what has rows or columns of its own."""
        with open(program.source_path('resources', 'evidence', 'data-set.schema.json'), encoding='utf-8') as stream:
            records = json.load(stream)['$defs']

        def columns(record, prefix=''):
            for key, field in records[record]['properties'].items():
                reference = [one['$ref'] for one in (field, *field.get('anyOf', [])) if '$ref' in one]
                name = reference[0].rsplit('/', 1)[-1] if reference else None
                if 'properties' in records.get(name, {}):
                    yield from columns(name, f'{prefix}{key}_')
                else:
                    yield prefix + key

        for record, options, own in (('trial', [], {'status_published': 'status', 'status_state': 'state', 'arms': 'regimens'}),
                                     ('arm', ['--each-arm'], {'id': 'arm', 'outcomes': 'orr'})):
            header = next(csv.reader(io.StringIO(program.answer('list', *options, '--format=csv'), newline='')))
            self.assertEqual(len(header), len(set(header)))
            wanted = {own.get(column, column) for column in columns(record)}
            self.assertGreater(len(wanted), 10)
            self.assertLessEqual(wanted, set(header))
            self.assertLessEqual({'orr', 'dcr', 'pfs', 'os', 'ttr', 'follow_up', 'teae_g3', 'dlt'}, set(header))
        outcome = set(records['outcome']['properties']) - {'endpoint', 'published'}
        self.assertLessEqual({f'pfs_{key}' for key in outcome} | {'pfs', 'pfs_lower_state', 'pfs_upper_state'}, set(header))

    def test_csv_holds_what_a_trial_and_an_arm_have(self):
        data = made_up.of_outcomes([made_up.median('PFS', 6.9, 4.1, 'not-reached', level=0.95, relation='>', notes=['Interim'])])
        data['trials'][0].update({
            'acronym': 'MADE', 'sponsor': 'Nobody; Inc.', 'enrolment': {'count': 120, 'type': 'ESTIMATED'},
            'dates': {'start': {'date': '2024-03', 'type': 'ACTUAL'}}, 'facts': [{'topic': 'design', 'text': 'Open-label.', 'sources': made_up.PLACE}],
            'remarks': [{'kind': 'caution', 'text': 'Few patients.', 'sources': made_up.PLACE}]})
        data['trials'][0]['arms'][0].update({
            'dose': '5.4 mg/kg', 'comparator': True,
            'subgroups': [{'label': 'IHC 3+', 'n': 12, 'outcomes': [made_up.outcome(6, 12, published='50%')]}]})
        with made_up.file(data) as option:
            trial = next(csv.DictReader(io.StringIO(program.answer('list', option, '--format=csv'), newline='')))
            arm = next(csv.DictReader(io.StringIO(program.answer('list', option, '--each-arm', '--format=csv'), newline='')))
        self.assertEqual({key: trial[key] for key in ('acronym', 'sponsor', 'enrolment_count', 'enrolment_type', 'dates_start_date',
                                                      'dates_start_type', 'facts', 'remarks', 'sources')},
                         {'acronym': 'MADE', 'sponsor': 'Nobody; Inc.', 'enrolment_count': '120', 'enrolment_type': 'ESTIMATED',
                          'dates_start_date': '2024-03', 'dates_start_type': 'ACTUAL', 'facts': 'design: Open-label.',
                          'remarks': 'caution: Few patients.', 'sources': 's: Table'})
        self.assertEqual({key: arm[key] for key in ('dose', 'comparator', 'subgroups', 'pfs_relation', 'pfs_level', 'pfs_lower_state',
                                                    'pfs_upper_state', 'pfs_notes', 'pfs_sources')},
                         {'dose': '5.4 mg/kg', 'comparator': 'true', 'subgroups': 'IHC 3+ (n = 12): ORR 50%', 'pfs_relation': '>',
                          'pfs_level': '0.95', 'pfs_lower_state': 'reported', 'pfs_upper_state': 'not-reached', 'pfs_notes': 'Interim',
                          'pfs_sources': 's: Table'})

    def test_a_median_that_is_not_reached_in_columns(self):
        with made_up.file(made_up.of_outcomes([made_up.median('OS', None, 14.2, 'not-reached')])) as data:
            row = next(csv.DictReader(io.StringIO(program.answer('list', data, '--each-arm', '--format=csv'), newline='')))
            self.assertEqual([row['os' + part] for part in ('_value', '_lower', '_upper', '_state')], ['', '14.2', '', 'not-reached'])
            self.assertIn('14.2 to not reached', row['os'])

    def test_synonyms_find_the_same_trials(self):
        found = sorted(search('T-DXd'))
        self.assertIn('destiny-crc01', found)
        self.assertEqual(sorted(search('enhertu')), found)
        self.assertEqual(sorted(search('DS8201')), found)

    def test_spellings_of_a_gene_find_the_same_trials(self):
        found = sorted(search('HER2'))
        for name in ('c-erbB-2', 'c-erbB2', 'cerbB2', 'c-erb-B2', 'c-erbB 2', 'cerbb-2', 'ErbB 2', 'HER-2/neu', 'HER 2/neu', 'neu', 'CD340'):
            self.assertEqual(sorted(search(name)), found, name)
        self.assertEqual(search('c-erbB-2:amplified'), search('her2:amplified'))
        self.assertTrue(search('her2:amplified'))

    def test_salts_and_formulations_find_the_agent(self):
        for name, agent in (('neratinib maleate', 'neratinib'), ('tucatinib hemihydrate', 'tucatinib'), ('lapatinib ditosylate', 'lapatinib'),
                            ('lapatinib-ditosylate monohydrate', 'lapatinib'), ('irinotecan HCl', 'irinotecan'),
                            ('trastuzumab-hyaluronidase', 'trastuzumab'), ('Herceptin Hylecta', 'trastuzumab'),
                            ('trastuzumab and hyaluronidase-oysk', 'trastuzumab')):
            found = sorted(search(name))
            self.assertTrue(found, name)
            self.assertEqual(found, sorted(search(f'agent:{agent}')), name)
        self.assertEqual(sorted(search('-neratinib maleate')), sorted(search('-neratinib')))
        self.assertEqual(program.run('list', '--search=sodium', '--format=json')[1].strip(), '[]')

    def test_a_phase_in_words(self):
        for words, phase in (('phase two', 'II'), ('Phase Three', 'III'), ('phase one/two', 'I/II'), ('phase:two', 'II')):
            self.assertEqual(search(words), search(f'phase:{phase}'), words)
            self.assertTrue(search(words))

    def test_not_in_small_letters_excludes_what_no_text_negates(self):
        self.assertEqual(search('not kras'), search('NOT kras'))
        self.assertEqual(search('not phase II'), search('-phase:II'))
        self.assertEqual(search('not phase:II'), search('-phase:II'))
        self.assertEqual(search('trastuzumab not pertuzumab'), search('trastuzumab -pertuzumab'))
        states = {trial['id']: trial['status']['state'] for trial in self.all}
        self.assertEqual({states[id] for id in search('not yet recruiting')}, {'NOT_YET_RECRUITING'})
        self.assertIn('ACTIVE_NOT_RECRUITING', {states[id] for id in search('not recruiting')})
        self.assertEqual(program.run('list', '--search=not zzzz', '--format=json')[1].strip(), '[]')

    def test_a_field_matches_whole(self):
        by_id = {trial['id']: trial for trial in self.all}
        phase = search('phase:II')
        self.assertEqual(sorted(phase), sorted(id for id, trial in by_id.items() if trial['phase'] == 'II'))
        recruiting = search('status:recruiting')
        self.assertEqual(sorted(recruiting),
                         sorted(id for id, trial in by_id.items() if trial['status']['state'] == 'RECRUITING'))

    def test_a_number_asks_any_arm(self):
        expected = [trial['id'] for trial in self.all if (orr_of(trial) or 0) > 30]
        self.assertEqual(sorted(search('orr>30')), sorted(expected))

    def test_an_unknown_field_is_said(self):
        for query in ('colour:red', 'orr>many', 'n>='):
            status, output, complaints = program.run('list', f'--search={query}')
            self.assertEqual((status, output), (2, ''), query)
            self.assertIn('--search', complaints)

    def test_no_match_is_an_answer(self):
        status, output, complaints = program.run('list', '--search=zzzz')
        self.assertEqual((status, output), (0, ''))
        self.assertIn('No trial', complaints)
        status, output, _ = program.run('list', '--search=zzzz', '--format=json')
        self.assertEqual((status, output.strip()), (0, '[]'))

    def test_sorts_both_ways_with_the_unknown_last(self):
        by_id = {trial['id']: orr_of(trial) for trial in self.all}
        for key, sign in (('orr', 1), ('-orr', -1)):
            rates = [by_id[id] for id in ids(f'--sort={key}')]
            known = [rate for rate in rates if rate is not None]
            self.assertEqual(len(rates), 39)
            self.assertEqual(rates[:len(known)], known)
            ascending = known == sorted(known)
            descending = known == sorted(known, reverse=True)
            self.assertTrue(ascending != descending)
        self.assertEqual(len(ids('--sort=name')), 39)

    def test_a_number_without_published_words_is_not_lost(self):
        outcomes = [made_up.outcome(15, 22), made_up.median('PFS', 6.9, 4.1, 8.7, level=0.95), made_up.median('OS', None, 14.2, 'not-reached')]
        with made_up.file(made_up.of_outcomes(outcomes, [made_up.outcome(5, 20, published='25%')])) as data:
            for locale in ({}, {'LC_ALL': 'de_DE.UTF-8', 'LOCPATH': os.environ['LOCPATH']}):
                rows = list(csv.DictReader(io.StringIO(program.answer('list', data, '--format=csv', env=locale))))
                self.assertEqual([rows[0][name] for name in ('orr', 'dcr', 'pfs', 'os')],
                                 ['68.2%', '', '6.9 months (4.1 to 8.7)', 'not reached (14.2 to not reached)'])
                self.assertEqual(rows[1]['orr'], '25%')
            self.assertIn('ORR 68.2%', program.answer('list', data))
            self.assertNotIn('68.18', program.answer('show', 't0', data))
            self.assertIn('14.2 to not reached', program.answer('show', 't0', data))

    def test_another_data_set(self):
        sample = program.source_path('tests', 'load', 'sample.json')
        trials = program.answer_json('list', f'--data={sample}')
        self.assertTrue(trials)
        self.assertNotIn('destiny-crc01', [trial['id'] for trial in trials])

    def test_a_bad_data_set_is_a_fault_of_the_input(self):
        status, output, complaints = program.run('list', '--data=/nonexistent.json')
        self.assertEqual((status, output), (1, ''))
        self.assertIn('/nonexistent.json', complaints)


if __name__ == '__main__':
    tapmain.main()
