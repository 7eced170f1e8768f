# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `reconstruct`, from outside: a curve of known patients, digitised in every
program's way, and back."""

import csv
import json
import os
import pathlib
import tempfile
import unittest

import program
import tapmain

REFERENCE = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT']) / 'tests' / 'reference' / 'stats'
KEYS = {'group', 'kind', 'method', 'known', 'scale', 'failure', 'moved_points', 'largest_move', 'patients', 'events', 'events_published',
        'root_mean_square_error', 'largest_error', 'largest_gap', 'at_risk', 'warnings'}


def concur():
    """The regorafenib arm of CONCUR."""
    with open(REFERENCE / 'published-patients.csv', encoding='utf-8') as table:
        return sorted((float(row['time']), int(row['event'])) for row in csv.DictReader(table) if row['set'] == '1' and row['group'] == '1')


def curve(patients):
    """Both ends of each drop, as proportions."""
    points, survival, at_risk = [(0.0, 1.0)], 1.0, len(patients)
    for time in sorted({time for time, _ in patients}):
        events = sum(1 for other, event in patients if other == time and event)
        if events:
            points.append((time, survival))
            survival *= 1 - events / at_risk
            points.append((time, survival))
        at_risk -= sum(1 for other, _ in patients if other == time)
    return points + [(patients[-1][0], survival)]


class Reconstruct(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.patients = concur()
        cls.points = curve(cls.patients)
        cls.events = sum(event for _, event in cls.patients)
        cls.rows = [(time, sum(1 for other, _ in cls.patients if other >= time)) for time in (0, 3, 6, 9, 12)]

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.output = os.path.join(self.folder.name, 'times.csv')

    def write(self, text, name='curve.csv'):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def plain(self):
        return self.write('time,survival\n' + ''.join(f'{time},{survival}\n' for time, survival in self.points))

    def at_risk(self):
        return self.write('time,nrisk\n' + ''.join(f'{time},{n}\n' for time, n in self.rows), 'at-risk.csv')

    def rebuild(self, path, *options):
        answer = program.answer_json('reconstruct', path, f'--output={self.output}', *options)
        self.assertEqual(set(answer), KEYS)
        with open(self.output, encoding='utf-8') as file:
            self.assertEqual(file.readline(), 'time,status,group\n')
            rows = [line.rstrip('\n').split(',') for line in file]
        self.assertEqual(len(rows), answer['patients'])
        if answer['events'] is not None:
            self.assertEqual(sum(int(row[1]) for row in rows), answer['events'])
        return answer

    def test_known(self):
        """Each state of knowledge, and what may be said in it."""
        at_risk, n = f'--at-risk={self.at_risk()}', len(self.patients)
        for options, known in (((at_risk, f'--events={self.events}'), 'at-risk+events'), ((at_risk,), 'at-risk'),
                               ((f'--patients={n}', f'--events={self.events}'), 'events'), ((f'--patients={n}',), 'patients')):
            answer = self.rebuild(self.plain(), *options)
            self.assertEqual((answer['known'], answer['kind'], answer['patients']), (known, 'reconstructed', n))
            self.assertLess(answer['largest_error'], 0.01)
            self.assertEqual((answer['scale'], answer['moved_points'], answer['largest_move']), ('proportion', 0, 0))
            if known == 'patients':
                self.assertIsNone(answer['events'])
                self.assertTrue(answer['warnings'])
            elif known != 'at-risk':
                self.assertEqual(answer['events'], self.events)
            if 'at-risk' in known:
                self.assertEqual([(row['time'], row['published']) for row in answer['at_risk']], self.rows)
                for row in answer['at_risk']:
                    self.assertLessEqual(abs(row['published'] - row['rebuilt']), 1)

    def test_round_trip(self):
        self.rebuild(self.plain(), f'--at-risk={self.at_risk()}', f'--events={self.events}', '--group=Regorafenib')
        answer = program.answer_json('curves', self.output, '--unit=months')['groups'][0]
        self.assertEqual((answer['group'], answer['n'], answer['events']), ('Regorafenib', len(self.patients), self.events))
        truth = self.write('time,status\n' + ''.join(f'{time},{event}\n' for time, event in self.patients), 'truth.csv')
        expected = program.answer_json('curves', truth, '--unit=months')['groups'][0]
        self.assertAlmostEqual(answer['median']['value'], expected['median']['value'], delta=0.05 * expected['median']['value'])

    def test_readers(self):
        """The same curve as several programs write it gives the same patients."""
        options = (f'--at-risk={self.at_risk()}', f'--events={self.events}', '--group=A')
        self.rebuild(self.plain(), *options)
        with open(self.output, encoding='utf-8') as file:
            expected = file.read()
        comma = str.maketrans('.', ',')
        texts = {
            'no header': ''.join(f'{time},{survival}\n' for time, survival in self.points),
            'percent': 'x y\n' + ''.join(f'{time!r}  {100 * survival!r}\n' for time, survival in self.points),
            'DigitizeIt': '# curve 1\n#time;survival\n' + ''.join(f'{time};{survival}\n'.translate(comma) for time, survival in self.points),
            'WebPlotDigitizer': 'A,,B,\nX,Y,X,Y\n' + ''.join(f'{time},{survival},{"1,0.5" if i < 2 else ","}\n' for i, (time, survival) in enumerate(self.points)),
            'arms': 'arm,time,surv\n' + ''.join(f'A,{time},{survival}\n' for time, survival in self.points) + 'B,0,1\nB,5,0.5\n',
            'unsorted': 't,s\n' + ''.join(f'{time},{survival}\n' for time, survival in reversed(self.points)),
        }
        for name, text in texts.items():
            answer = self.rebuild(self.write(text), *options)
            self.assertEqual(answer['scale'], 'percent' if name == 'percent' else 'proportion', name)
            with open(self.output, encoding='utf-8') as file:
                found = file.read()
            if name == 'percent':
                self.assertEqual(len(found.splitlines()), len(expected.splitlines()))
            else:
                self.assertEqual(found, expected, name)

    def test_project(self):
        """A project of KM-PoPiGo: pixels, and everything that is known."""
        project = {
            'key_point_coordinates': [[100 + 40 * time, 500 - 400 * survival] for time, survival in self.points],
            'coordinate_origin': {'x': 100, 'y': 500}, 'axis_limit_coordinates': {'x': 700, 'y': 100}, 'time_axis_max_scale': '15',
            'at_risk_time_interval': '3', 'at_risk_numbers': ' '.join(str(n) for _, n in self.rows),
            'sample_size': str(len(self.patients)), 'number_of_events': str(self.events),
        }
        answer = self.rebuild(self.write(json.dumps(project), 'project.json'))
        self.assertEqual((answer['known'], answer['patients'], answer['events']), ('at-risk+events', len(self.patients), self.events))
        self.assertLess(answer['largest_error'], 0.01)

    def test_project_at_fault(self):
        """What is no number in a project is said with its place: it is neither 0 nor passed over."""
        project = {
            'key_point_coordinates': [[100, 100], [300, 200]],
            'coordinate_origin': {'x': 100, 'y': 500}, 'axis_limit_coordinates': {'x': 700, 'y': 100}, 'time_axis_max_scale': '15',
            'at_risk_time_interval': '3', 'at_risk_numbers': '20 9', 'sample_size': '20', 'number_of_events': '',
        }
        for key, value, place in (
                ('at_risk_numbers', '20 nine 4', '$.at_risk_numbers'), ('at_risk_numbers', '20 -9', '$.at_risk_numbers'),
                ('at_risk_time_interval', '', '$.at_risk_time_interval'),
                ('key_point_coordinates', [[100, 100], ['300', 200]], '$.key_point_coordinates[1]'),
                ('key_point_coordinates', [[100, 100], [300, True]], '$.key_point_coordinates[1]')):
            path = self.write(json.dumps(project | {key: value}), 'project.json')
            found, _, complaints = program.run('reconstruct', path, f'--output={self.output}')
            self.assertEqual(found, 1, (key, value))
            self.assertIn(place, complaints)

    def test_repaired(self):
        answer = self.rebuild(self.write('time,pct\n-0.1,100.2\n2,80\n4,81\n20,40\n'), '--patients=50')
        self.assertEqual((answer['scale'], answer['moved_points']), ('percent', 3))
        self.assertAlmostEqual(answer['largest_move'], 0.005, 9)
        self.assertTrue(answer['warnings'])

    def test_at_fault(self):
        rising = self.write('time,n\n0,10\n3,12\n', 'rising.csv')
        for status, path, options in (
                (1, self.write('a,b\n', 'a.csv'), ()), (1, self.write('0,1\n5,x\n', 'b.csv'), ('--patients=5',)),
                (1, self.write('0,100\n5,130\n', 'c.csv'), ('--patients=5',)),
                (1, self.write('{"a": 1}', 'bad.json'), ('--patients=5',)), (1, self.folder.name + '/none.csv', ('--patients=5',))):
            found, output, complaints = program.run('reconstruct', path, f'--output={self.output}', *options)
            self.assertEqual((found, output), (status, ''), (path, complaints))
            self.assertIn(os.path.basename(path), complaints)
            self.assertFalse(os.path.exists(self.output))
        for status, options in ((2, ()), (2, ('--patients=0',)), (2, ('--patients=x',)), (2, ('--patients=5', '--events=6')), (1, (f'--at-risk={rising}',))):
            found, _, complaints = program.run('reconstruct', self.plain(), f'--output={self.output}', *options)
            self.assertEqual(found, status, complaints)
        self.assertEqual(program.run('reconstruct', self.plain(), '--patients=5')[0], 2)
        self.assertEqual(program.run('reconstruct')[0], 2)
        several = self.write('A,,B,\nX,Y,X,Y\n0,1,0,1\n5,.5,5,.4\n')
        found, _, complaints = program.run('reconstruct', several, '--patients=5', f'--output={self.output}')
        self.assertEqual(found, 2)
        self.assertIn('--group', complaints)


tapmain.main()
