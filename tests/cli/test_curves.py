# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `curves`, from outside."""

import csv
import json
import math
import os
import pathlib
import random
import tempfile
import unittest

import program
import tapmain

REFERENCE = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT']) / 'tests' / 'reference' / 'stats'
KEYS = {'unit', 'level', 'transform', 'kind', 'method', 'caveat', 'warnings', 'groups', 'log_rank', 'hazard_ratios', 'rmst_differences'}
GROUP_KEYS = {'group', 'n', 'events', 'median', 'quartiles', 'follow_up', 'rmst', 'at', 'steps'}
STEP_KEYS = {'time', 'at_risk', 'events', 'censored', 'survival', 'se', 'lower', 'upper'}
QUANTILE_KEYS = {'state', 'value', 'lower', 'upper', 'upper_state'}


def lung():
    """R's lung, as survival.R writes it: men are group 0."""
    with open(REFERENCE / 'survival-patients.csv', encoding='utf-8') as table:
        rows = [row for row in csv.DictReader(table) if row['case'] == '10']
    return [(float(row['time']), int(row['event']), 'male' if row['group'] == '0' else 'female') for row in rows]


# Hazard ratios as published, from kmdata_key of raredd/kmdata (MIT licence), whose patients are in tests/reference/patients: the group, and
# the one that it is compared with.
PUBLISHED = {
    'ASPECCT_2A': ('panitumumab', 'cetuximab', 0.97),
    'CAIRO3_2B': ('maintenance', 'observation', 0.67),
    'CLEOPATRA_2A': ('pertuzumab', 'control', 0.68),
    'CONCUR_2A': ('regorafenib', 'placebo', 0.55),
    'ExteNET_2A': ('neratinib', 'placebo', 0.67),
    'FIRE3_2A': ('folfiri_cetuximab', 'folfiri_bevacizumab', 1.06),
    'FIRE3_2B': ('folfiri_cetuximab', 'folfiri_bevacizumab', 0.77),
}


def to_csv(patients):
    return 'time,status,group\n' + ''.join(f'{time},{event},{group}\n' for time, event, group in patients)


class Curves(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, text, name='times.csv'):
        path = os.path.join(self.folder.name, name)
        with open(path, 'wb') as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return path

    def answer(self, text, *options):
        return program.answer_json('curves', self.write(text), *options)

    def assert_near(self, found, expected, digits=8):
        self.assertTrue(math.isclose(found, expected, rel_tol=10 ** -digits), f'{found} is not {expected}')

    def test_lung(self):
        """The numbers of survfit(), survdiff() and coxph() as R prints them."""
        answer = self.answer(to_csv(lung()), '--unit=days', '--at=0,365,1100', '--tau=365', '--reference=male')
        self.assertEqual(set(answer), KEYS)
        self.assertEqual((answer['unit'], answer['level'], answer['transform'], answer['kind'], answer['caveat'], answer['warnings']),
                         ('days', 0.95, 'log', 'patients', None, []))
        female, male = answer['groups']
        self.assertEqual((female['group'], female['n'], female['events'], male['n'], male['events']), ('female', 90, 53, 138, 112))
        self.assertEqual(female['median'], {'state': 'reported', 'value': 426, 'lower': 348, 'upper': 550, 'upper_state': 'reported'})
        self.assertEqual(male['median'], {'state': 'reported', 'value': 270, 'lower': 212, 'upper': 310, 'upper_state': 'reported'})
        self.assertEqual(round(answer['log_rank']['chi2'], 1), 10.3)
        self.assertEqual(round(answer['log_rank']['p'], 4), 0.0013)
        ratio, = answer['hazard_ratios']
        self.assertEqual((ratio['reference'], ratio['group'], ratio['reason']), ('male', 'female', None))
        self.assertEqual([round(ratio[key], 4) for key in ('value', 'lower', 'upper', 'p')], [0.5880, 0.4237, 0.8160, 0.0015])
        difference, = answer['rmst_differences']
        self.assert_near(difference['value'], female['rmst']['value'] - male['rmst']['value'])
        self.assertEqual([round(difference[key], 2) for key in ('value', 'lower', 'upper')], [55.97, 26.65, 85.29])

    def test_published_hazard_ratios(self):
        """Of patients that others rebuilt from the trials' curves: near the hazard ratios that the trials published."""
        for name, (group, reference, published) in PUBLISHED.items():
            with self.subTest(name):
                path = program.source_path('tests', 'reference', 'patients', name + '.csv')
                ratio, = program.answer_json('curves', path, '--unit=months', f'--reference={reference}')['hazard_ratios']
                self.assertEqual((ratio['reference'], ratio['group']), (reference, group))
                self.assertLess(abs(math.log(ratio['value'] / published)), 0.05, ratio['value'])
                self.assertTrue(ratio['lower'] < published < ratio['upper'])

    def test_origin_in_the_file(self):
        """A column says for each group whether its times are the patients' own; what it doesn't know counts as unsaid."""
        rows = [(time, event, group, 'at-risk+events' if group == 'male' else 'observed') for time, event, group in lung()]
        text = 'time_days,status,group,origin\n' + ''.join(','.join(map(str, row)) + '\n' for row in rows)
        answer = self.answer(text)
        self.assertEqual((answer['unit'], answer['kind']), ('days', 'reconstructed'))
        self.assertEqual(self.answer(text.replace('at-risk+events', 'observed'))['kind'], 'patients')
        self.assertEqual(self.answer(text.replace('at-risk+events', 'somewhere'))['kind'], 'patients')

    def test_reconstructed(self):
        """What is rebuilt from a curve says so; of a curve and a number of patients nothing is analysed."""
        answer = self.answer(to_csv(lung()), '--unit=days', '--reconstructed=at-risk+events')
        self.assertEqual(answer['kind'], 'reconstructed')
        self.assertIn('Guyot', answer['method'])
        path = self.write(to_csv(lung()))
        rows = list(csv.DictReader(program.run('curves', path, '--unit=days', '--reconstructed=events', '--format=csv')[1].splitlines()))
        self.assertEqual({row['kind'] for row in rows}, {'reconstructed'})
        status, output, complaints = program.run('curves', path, '--unit=days', '--reconstructed=patients')
        self.assertEqual((status, output), (2, ''))
        self.assertIn('cannot be shown', complaints)
        self.assertEqual(program.run('curves', path, '--reconstructed=observed')[0], 2)

    def test_keys(self):
        answer = self.answer(to_csv(lung()))
        for group in answer['groups']:
            self.assertEqual(set(group), GROUP_KEYS)
            for quantile in (group['median'], group['follow_up'], group['quartiles']['25'], group['quartiles']['75']):
                self.assertEqual(set(quantile), QUANTILE_KEYS)
            for step in group['at'] + group['steps']:
                self.assertEqual(set(step), STEP_KEYS)
            for step in group['at']:
                self.assertEqual(step['at_risk'] + step['events'] + step['censored'], group['n'])

    def test_at(self):
        """At risk and the counts are those before; survival has the events at the time."""
        answer = self.answer('time,status\n2,1\n2,1\n2,0\n5,0\n0,0\n', '--at=0,2,3')
        rows = answer['groups'][0]['at']
        self.assertEqual([(row['at_risk'], row['events'], row['censored']) for row in rows], [(5, 0, 0), (4, 0, 1), (1, 2, 2)])
        self.assertEqual([row['survival'] for row in rows], [1, 0.5, 0.5])
        self.assertEqual(answer['groups'][0]['steps'][1]['censored'], 1)

    def test_columns(self):
        patients = [(1.5, 1, 'A'), (2.5, 0, 'B'), (3.5, 1, 'A')]
        expected = self.answer(to_csv(patients))['groups']
        others = [
            'arm;event;OS (months)\nA;1;1,5\nB;0;2,5\nA;1;3,5\n',
            '\ufeff"group"\t"dead"\t"time"\r\n"A"\tTRUE\t1.5\r\n"B"\tFALSE\t2.5\r\n"A"\tTRUE\t3.5\r\n',
            'time,status,group\n3.5,1,A\n2.5,0,B\n1.5,1,A\n',
        ]
        for text in others:
            self.assertEqual(self.answer(text)['groups'], expected)
        self.assertEqual(self.answer('x,y,z\n1.5,7,A\n2.5,3,B\n3.5,7,A\n', '--time=x', '--status=y', '--event=7', '--group=z')['groups'], expected)

    def test_asked(self):
        for text, option in (('time,status\n1,1\n2,2\n', '--event'), ('os_time,pfs_time,status\n1,1,1\n', '--time'), ('time,x\n1,1\n', '--status')):
            status, output, complaints = program.run('curves', self.write(text))
            self.assertEqual(status, 2)
            self.assertIn(option, complaints)
            self.assertEqual(output, '')
        status, output, complaints = program.run('curves', self.write(to_csv(lung())), '--reference=nobody')
        self.assertEqual(status, 2)
        self.assertIn('male', complaints)
        for option in ('--at=x', '--at=', '--at=-1', '--tau=0', '--transform=cubic', '--level=2'):
            self.assertEqual(program.run('curves', self.write(to_csv(lung())), option)[0], 2, option)
        self.assertEqual(program.run('curves', self.write(to_csv(lung())), '--endpoint=PFS')[0], 2)
        self.assertEqual(program.run('curves', '--group=arm')[0], 2)
        status, output, complaints = program.run('curves')
        self.assertEqual((status, output), (1, ''))
        self.assertIn('regimen curves FILE', complaints)

    def test_at_fault(self):
        for text in ('', 'time,status\n', 'time,status\n-1,1\n', 'time,status\nsoon,1\n', b'PK\x03\x04\x00\x00', 'time,status\n1,"1\n'):
            status, output, complaints = program.run('curves', self.write(text))
            self.assertEqual(status, 1, text)
            self.assertIn('times.csv', complaints)
        self.assertEqual(program.run('curves', self.folder.name + '/none.csv')[0], 1)

    def test_missing(self):
        answer = self.answer('months,status\n1,1\nNA,1\n2,\n3,0\n')
        self.assertEqual(answer['groups'][0]['n'], 2)
        self.assertEqual(len(answer['warnings']), 1)
        self.assertIn('2', answer['warnings'][0])

    def test_absent(self):
        """What is absent is null, with its reason."""
        answer = self.answer('months,status,arm\n1,0,A\n2,0,B\n')
        self.assertEqual(answer['groups'][0]['median'],
                         {'state': 'not-reached', 'value': None, 'lower': None, 'upper': None, 'upper_state': 'not-reached'})
        self.assertIsNone(answer['log_rank']['p'])
        self.assertTrue(answer['log_rank']['reason'])
        self.assertIsNone(answer['hazard_ratios'][0]['value'])
        self.assertTrue(answer['hazard_ratios'][0]['reason'])
        answer = self.answer('months,status,arm\n1,1,A\n3,0,A\n2,0,B\n9,1,B\n9,0,B\n', '--tau=6')
        self.assertIsNone(answer['groups'][0]['rmst']['value'])
        self.assertIsNone(answer['rmst_differences'][0]['value'])
        self.assertTrue(answer['rmst_differences'][0]['reason'])

    def test_files(self):
        """Groups of several files stand beside each other and aren't tested."""
        one, other = self.write(to_csv(lung()[:100]), 'one.csv'), self.write(to_csv(lung()[100:]), 'other.csv')
        answer = program.answer_json('curves', one, other)
        self.assertEqual(len(answer['groups']), 4)
        self.assertTrue(answer['caveat'])
        self.assertIsNone(answer['log_rank']['p'])
        for pair in answer['hazard_ratios'] + answer['rmst_differences']:
            self.assertIsNone(pair['value'])
            self.assertTrue(pair['reason'])

    def test_formats(self):
        path = self.write(to_csv(lung()))
        rows = list(csv.DictReader(program.run('curves', path, '--at=0,100', '--format=csv')[1].splitlines()))
        self.assertEqual([row['group'] for row in rows], ['female', 'female', 'male', 'male'])
        self.assertEqual(rows[0]['at_risk'], '90')
        text = program.run('curves', path)[1]
        for word in ('female', 'male', '426', '1.701'):
            self.assertIn(word, text)

    def test_order(self):
        """The order of the rows doesn't matter."""
        patients = lung()
        expected = self.answer(to_csv(patients))
        random.Random(1958).shuffle(patients)
        self.assertEqual(json.dumps(self.answer(to_csv(patients))), json.dumps(expected))


tapmain.main()
