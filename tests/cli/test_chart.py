# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures written to files."""

import json
import os
import re
import struct
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import made_up
import program
import tapmain

SVG = '{http://www.w3.org/2000/svg}'
CAVEAT = 'not randomised against each other'


class Chart(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, figure, name, *options):
        path = self.path(name)
        status, output, complaints = program.run('chart', figure, f'--output={path}', *options)
        self.assertEqual((status, output, complaints), (0, '', ''))
        return path

    def read_svg(self, figure, *options):
        return ElementTree.parse(self.write(figure, 'figure.svg', *options)).getroot()

    def test_a_figure_is_mirrored_where_one_reads_from_the_right(self):
        if not os.path.isdir(os.path.join(os.environ['LOCPATH'], 'ar_EG.UTF-8')):
            self.skipTest('ar_EG.UTF-8 can’t be made here')
        places = {}
        for locale in ('C.UTF-8', 'ar_EG.UTF-8'):
            path = self.path(f'{locale}.svg')
            self.assertEqual(program.run('chart', 'response', f'--output={path}', env={'LC_ALL': locale, 'LOCPATH': os.environ['LOCPATH']})[0], 0)
            root = ElementTree.parse(path).getroot()
            name = next(text for text in root.iter(SVG + 'text') if 'MYPATHWAY' in (text.text or ''))
            places[locale] = float(name.get('x')) / float(root.get('viewBox').split()[2])
        self.assertLess(places['C.UTF-8'], 0.2)
        self.assertGreater(places['ar_EG.UTF-8'], 0.8)

    def texts_of(self, root):
        # What follows a name on its line is a span of the same text, a space after it.
        return [part for text in root.iter(SVG + 'text') for part in ''.join(text.itertext()).split('\u2002')]

    def all_text_of(self, root):
        # A sentence is set on several lines, and a line may end in the hyphen of a word.
        return re.sub(r'(?<=[a-z])- (?=[a-z])', '-', ' '.join(' '.join(self.texts_of(root)).split()))

    def assert_fault(self, *arguments, says, status=2):
        found, output, complaints = program.run('chart', *arguments)
        self.assertEqual(found, status, complaints)
        self.assertEqual(output, '')
        self.assertIn(says, complaints)


class Curves(Chart):

    TIMES = 'time,status,group\n' + ''.join(f'{time},{event},{group}\n' for time, event, group in [
        (5, 1, 'A'), (8, 0, 'A'), (12, 1, 'A'), (12, 1, 'A'), (20, 0, 'A'), (26, 1, 'A'), (31, 0, 'A'), (31, 1, 'A'),
        (0, 0, 'B'), (2, 1, 'B'), (4, 1, 'B'), (9, 1, 'B'), (9, 1, 'B'), (15, 0, 'B'), (18, 1, 'B'), (22, 1, 'B')])

    def times(self, name='times.csv', text=TIMES):
        path = self.path(name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return f'--times={path}'

    def draw(self, *options):
        return self.read_svg('curves', self.times(), '--unit=months', *options)

    def answer(self, *options):
        self.times()
        return program.answer_json('curves', self.path('times.csv'), '--unit=months', *options)

    def test_the_numbers_are_those_of_the_verb(self):
        text = self.all_text_of(self.draw('--at=6,12', '--tau=20', '--reference=B'))
        answer = self.answer('--at=6,12', '--tau=20', '--reference=B')
        ratio, = answer['hazard_ratios']
        difference, = answer['rmst_differences']
        self.assertIn(f'Hazard ratio for A versus B: {ratio["value"]:.2f} (95% CI {ratio["lower"]:.2f} to {ratio["upper"]:.2f}), p = {ratio["p"]:.3f}.', text)
        self.assertIn(f'Log-rank test: p = {answer["log_rank"]["p"]:.3f}.', text)
        self.assertIn(f'between A and B, restricted to 20 months: {difference["value"]:.1f}', text.replace('\u00a0', ' '))
        for index, time in enumerate((6, 12)):
            for group in answer['groups']:
                at = group['at'][index]
                self.assertIn(f'{group["group"]} {100 * at["survival"]:.1f}% (95% CI {100 * at["lower"]:.1f} to {100 * at["upper"]:.1f})', text)

    def test_every_tick_has_a_sentence_whose_counts_add_up(self):
        titles = [title.text.replace('\u00a0', ' ') for title in self.draw().iter(SVG + 'title')]
        ticks = [re.match(r'(\w) at (\d+) months?: at risk (\d+), censored (\d+), events (\d+); survival', title) for title in titles]
        ticks = [tick.groups() for tick in ticks if tick]
        self.assertEqual(len(ticks), 2 * len({tick[1] for tick in ticks}))
        times = sorted({int(tick[1]) for tick in ticks})
        answer = self.answer('--at=' + ','.join(map(str, times)))
        found = {(name, int(time)): tuple(map(int, counts)) for name, time, *counts in ticks}
        for group in answer['groups']:
            for at in group['at']:
                counts = found[group['group'], at['time']]
                self.assertEqual(counts, (at['at_risk'], at['censored'], at['events']))
                self.assertEqual(sum(counts), group['n'])

    def test_what_is_reconstructed_says_so(self):
        text = self.all_text_of(self.draw('--reconstructed=at-risk'))
        self.assertIn('reconstructed from a published curve', text)
        self.assertIn('Guyot et al. 2012', text)
        self.assertNotIn('econstructed', self.all_text_of(self.draw()))
        text = self.all_text_of(self.draw('--reconstructed=patients'))
        for absent in ('Hazard', 'Log-rank', '% CI', 'At risk', 'Censored'):
            self.assertNotIn(absent, text)

    def test_files_side_by_side_have_the_caveat_and_no_tests(self):
        self.times('other.csv')
        text = self.all_text_of(self.read_svg('curves', self.path('other.csv'), self.times(), '--unit=months'))
        self.assertIn(CAVEAT, text)
        self.assertNotIn('Hazard ratio', text)
        self.assertIn('times.csv: A', text)
        self.assertIn('other.csv: B', text)

    def test_failure_and_probability(self):
        root = self.draw('--failure', '--probability')
        self.assertIn('1 − survival', self.texts_of(root))
        self.assertIn('0.2', self.texts_of(root))
        self.assertNotIn('20%', self.texts_of(root))

    def test_every_format(self):
        for name in ('curves.svg', 'curves.pdf', 'curves.png'):
            self.assertGreater(os.path.getsize(self.write('curves', name, self.times(), '--unit=months', '--theme=dark')), 1000)

    def test_faults(self):
        output = '--output=' + self.path('x.svg')
        self.assertEqual(program.run('new', '--output=' + self.path('empty.json'))[0], 0)
        self.assert_fault('curves', output, says='--times=FILE', status=1)
        self.assert_fault('curves', output, '--group=arm', says='--group does not apply without --times')
        self.assert_fault('curves', output, self.times(), '--reference=C', says='The groups are')
        self.assert_fault('curves', output, self.times(), '--data=' + self.path('empty.json'), says='--data does not apply with --times')
        self.assert_fault('curves', output, self.times(), '--search=x', says='--search does not apply with')
        self.assert_fault('curves', output, self.times(), '--by=class', says='--by does not apply')
        self.assert_fault('survival', output, self.times(), says='--times does not apply')
        self.assert_fault('response', output, '--failure', says='--failure does not apply')
        self.assert_fault('curves', output, self.times(), '--unit=foo', says='--unit must be one of days, weeks, months, years, not “foo”')
        self.assert_fault('survival', output, '--level=0.9', says='--level does not apply')
        many = 'time,status,group\n' + ''.join(f'{i},1,G{i}\n' for i in range(9))
        self.assert_fault('curves', output, self.times(text=many), '--unit=days', says='at most 8 groups', status=1)
        self.assert_fault('curves', output, '--times=' + self.path('none.csv'), says='none.csv', status=1)
        self.assertFalse(os.path.exists(self.path('x.svg')))


class DataSetCurves(Chart):

    TIMES = [{'time': time, 'event': event} for time, event in [
        (1, True), (2.5, True), (3, False), (4, True), (6, True), (6, False), (8, True), (11, False), (12, True), (15, False)]]
    POINTS = [{'time': time, 'survival': survival} for time, survival in [(0, 1), (60, 0.9), (122, 0.7), (200, 0.5), (300, 0.4), (420, 0.3)]]

    def data(self, *curves):
        """A copy of the embedded data set, the first arms of which have these curves, in two arms of one trial and one of another."""
        path = self.path('data.json')
        self.assertEqual(program.run('new', '--from=builtin', f'--output={path}')[0], 0)
        with open(path, encoding='utf-8') as file:
            data = json.load(file)
        two = next(trial for trial in data['trials'] if len(trial['arms']) > 1)
        one = next(trial for trial in data['trials'] if trial is not two and trial['arms'])
        self.two, self.one = two, one
        for arm, curve in zip([*two['arms'][:2], one['arms'][0]], curves):
            arm['n'] = 10
            arm['curves'] = [{'endpoint': 'PFS', 'unit': 'months', 'sources': two['sources'][:1], **curve}]
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(data, file)
        self.assertEqual(program.run('check', path)[0], 0, program.run('check', path)[2])
        return f'--data={path}'

    def test_arms_of_one_trial_are_compared(self):
        text = self.all_text_of(self.read_svg('curves', self.data({'times': self.TIMES}, {'times': self.TIMES[2:]})))
        first, second = (arm['label'] for arm in self.two['arms'][:2])
        self.assertIn('Progression-free survival', text)
        self.assertRegex(text, f'Hazard ratio for ({re.escape(first)} versus {re.escape(second)}|{re.escape(second)} versus {re.escape(first)}): ')
        self.assertIn(f'{first}: 10 patients, 6 events', text)
        self.assertIn('Source: ', text)
        self.assertNotIn(CAVEAT, text)
        self.assertNotIn('econstructed', text)

    def test_the_same_curves_are_analysed(self):
        data = self.data({'times': self.TIMES}, {'times': self.TIMES[2:]}, {'points': self.POINTS, 'unit': 'days', 'events': 6})
        ids = [arm['id'] for arm in self.two['arms'][:2]]
        answer = program.answer_json('curves', data, '--arms=' + ','.join(ids), '--unit=weeks', '--at=26')
        self.assertEqual((answer['unit'], answer['kind'], answer['caveat']), ('weeks', 'patients', None))
        self.assertEqual([group['group'] for group in answer['groups']], [arm['label'] for arm in self.two['arms'][:2]])
        self.assertAlmostEqual(answer['groups'][0]['median']['value'], 8 * 30.4375 / 7, 9)
        self.assertIsNotNone(answer['hazard_ratios'][0]['value'])
        answer = program.answer_json('curves', data)
        self.assertEqual((answer['unit'], answer['kind'], len(answer['groups'])), ('months', 'reconstructed', 3))
        self.assertTrue(answer['caveat'])
        self.assertIsNone(answer['log_rank']['p'])
        text = self.all_text_of(self.read_svg('curves', data, '--arms=' + ','.join(ids), '--unit=weeks')).replace('\u00a0', ' ')
        self.assertIn('median 34.8 weeks', text)

    def test_arms_of_two_trials_are_not(self):
        rebuilt = {'points': self.POINTS, 'unit': 'days', 'at_risk': [{'time': 0, 'n': 10}, {'time': 200, 'n': 5}], 'events': 6}
        data = self.data({'times': self.TIMES}, {'times': self.TIMES}, rebuilt)
        root = self.read_svg('curves', data)
        text = self.all_text_of(root)
        self.assertIn(CAVEAT, text)
        self.assertNotIn('Hazard ratio', text)
        self.assertIn('1 of 3 curves reconstructed', text)
        self.assertIn(f'{self.one["name"]}, {self.one["arms"][0]["label"]}: Patients’ times are reconstructed', text)
        self.assertRegex(text, r'the reconstructed curve is at most \d+\.\d% from the published points\.')
        # one curve is in days: 300 of them are 9.9 months
        self.assertIn('median 8.0 months', text.replace('\u00a0', ' '))
        self.assertIn('median 9.9 months', text.replace('\u00a0', ' '))
        only = self.all_text_of(self.read_svg('curves', data, f'--arms={self.one["arms"][0]["id"]}'))
        self.assertIn('10 patients, 6 events', only)
        self.assertIn('Kaplan–Meier estimates, reconstructed from a published curve', only)
        self.assertNotIn(CAVEAT, only)

    def test_a_curve_that_says_too_little_is_left_out_and_said(self):
        data = self.data({'times': self.TIMES}, {'points': self.POINTS, 'at_risk': [{'time': 60, 'n': 9}]})
        path = self.path('data.json')
        with open(path, encoding='utf-8') as file:
            content = json.load(file)
        arm = next(arm for trial in content['trials'] for arm in trial['arms'] if arm.get('curves') and 'points' in arm['curves'][0])
        del arm['n']
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(content, file)
        self.assertIn('is left out: the number at risk at time 0 is unknown.', self.all_text_of(self.read_svg('curves', data)))

    def test_what_has_no_curve(self):
        output = '--output=' + self.path('x.svg')
        data = self.data({'times': self.TIMES})
        self.assert_fault('curves', output, data, '--endpoint=OS', says='None of these arms', status=1)
        self.assert_fault('curves', output, data, '--reference=nobody', says='The groups are')


class Survival(Chart):
    def test_a_value_that_is_all_but_zero_is_drawn(self):
        for value in (1e-12, 1e-300):
            with made_up.file(made_up.of_outcomes([made_up.median('PFS', value)], [made_up.median('PFS', value, 0, value)])) as data:
                name = self.write('survival', 'tiny.svg', data)
                with open(name, encoding='utf-8') as file:
                    self.assertNotRegex(file.read(), r'"-?(nan|inf)')


    def test_svg_has_live_text_and_sentences(self):
        root = self.read_svg('survival')
        texts = self.texts_of(root)
        self.assertIn('MOUNTAINEER', texts)
        self.assertIn('not reached', texts)
        self.assertIn('4.7 [3.7–6.1]', [' '.join(text.split()) for text in texts])
        titles = [title.text for title in root.iter(SVG + 'title')]
        sentence = next(title for title in titles if title.startswith('HERACLES-A, Trastuzumab plus lapatinib, '))
        self.assertTrue(sentence.endswith(': Progression-free survival 4.7\u00a0months, published 95% CI 3.7 to 6.1; '
                                          'Overall survival 10.0\u00a0months, published 95% CI 7.9 to 15.8.'), sentence)

    def test_weeks_are_converted_for_the_axis_and_said(self):
        root = self.read_svg('survival', '--arms=tapur:trastuzumab-pertuzumab')
        self.assertIn('4.0 [2.6–6.3]', [' '.join(text.split()) for text in self.texts_of(root)])
        self.assertIn('1 month = 30.4375 days', self.all_text_of(root))

    def test_another_time_is_not_progression_free_survival(self):
        text = self.all_text_of(self.read_svg('survival', '--search=NCT04513223'))
        self.assertIn('another endpoint, which is not shown: Time to recurrence 2.9', text)
        self.assertIn('called a range in the table and a 95% interval in the text', text)

    def test_arms_of_one_trial_need_no_caveat(self):
        self.assertIn(CAVEAT, self.all_text_of(self.read_svg('survival')))
        self.assertNotIn(CAVEAT, self.all_text_of(self.read_svg('survival', '--search=mountaineer')))

    def test_trials_without_a_median_are_counted(self):
        listed = program.answer('list', '--format=csv').strip().splitlines()[1:]
        text = self.all_text_of(self.read_svg('survival'))
        counted = int(re.search(r'(\d+) selected trials report no median', text).group(1))
        self.assertEqual(counted + 13, len(listed))

    def test_a_column_below_the_labels_keeps_its_intervals_whole(self):
        texts = [text.replace('\u2060', '') for text in self.texts_of(self.read_svg('survival', '--size=420x1050'))]
        self.assertIn('[10.3–20.9]', texts)
        self.assertFalse([text for text in texts if re.fullmatch(r'.*\[[0-9.]+–', text)])

    def test_sort_orders_the_arms_by_their_own_median(self):
        texts = self.texts_of(self.read_svg('survival', '--sort=-pfs'))
        names = [text for text in texts if text in ('MOUNTAINEER', 'HER2-FUSCC-G', 'DESTINY-CRC01', 'NCT04380012')]
        self.assertEqual(names, ['MOUNTAINEER', 'HER2-FUSCC-G', 'DESTINY-CRC01', 'NCT04380012', 'MOUNTAINEER'])

    def test_classes_are_headings(self):
        texts = self.texts_of(self.read_svg('survival', '--by=class'))
        self.assertEqual(texts.count('Tyrosine kinase inhibitor'), 2)


class MadeUpSurvival(Chart):

    def survival(self, *outcomes):
        with made_up.file(made_up.of_outcomes(*outcomes)) as data:
            return self.read_svg('survival', data)

    def labels(self, root, axis):
        group = next(group for group in root.iter(SVG + 'g') if group.get('id') == axis)
        return [float(text) for text in self.texts_of(group) if text.isdigit()]

    def test_a_median_above_zero_is_never_shown_as_zero(self):
        root = self.survival([made_up.median('PFS', 6, 1, 20, unit='days')], [made_up.median('PFS', 6, 4, 8)])
        text = self.all_text_of(root)
        self.assertIn('0.2 [0.03–0.7]', text)
        self.assertNotIn('0.0 ', text)

    def test_a_median_that_is_not_reached_is_drawn_from_its_lower_bound(self):
        known = [made_up.median('PFS', 6, 4, 8), made_up.median('OS', 12, 8, 16)]
        without = self.survival([made_up.median('OS')], known)
        for upper in ('not-reached', None):
            root = self.survival([made_up.median('OS', None, 14.2, upper)], known)
            self.assertIn('NR [14.2–NR]' if upper else 'NR [14.2–not reported]', self.all_text_of(root))
            self.assertIn('NR: not reached.', self.all_text_of(root))
            self.assertIn('Limit not reached', self.texts_of(root))
            self.assertGreater(len(list(root.iter(SVG + 'line'))) + len(list(root.iter(SVG + 'polyline'))) + len(list(root.iter(SVG + 'path'))),
                               len(list(without.iter(SVG + 'line'))) + len(list(without.iter(SVG + 'polyline'))) + len(list(without.iter(SVG + 'path'))))
        self.assertIn('not reached', self.texts_of(without))
        self.assertNotIn('NR', self.all_text_of(without))

    def test_a_panel_without_a_median_has_no_axis(self):
        root = self.survival([made_up.median('OS', 12, 8, 16)], [made_up.median('OS', 10)])
        self.assertEqual([group.get('id') for group in root.iter(SVG + 'g') if (group.get('id') or '').startswith('axis')], ['axis_2'])

    def test_one_wide_interval_does_not_flatten_the_others(self):
        usual = [made_up.median('PFS', 6, 4, 8)]
        root = self.survival([made_up.median('PFS', 5, 1, 500)], usual, usual)
        self.assertLessEqual(max(self.labels(root, 'axis')), 12)
        self.assertIn('[1–500]', self.all_text_of(root))
        root = self.survival([made_up.median('PFS', 5, 1, 20)], usual, usual)
        self.assertGreaterEqual(max(self.labels(root, 'axis')), 12)


class Response(Chart):

    def test_svg_has_live_text_and_sentences(self):
        root = self.read_svg('response')
        texts = [' '.join(text.split()) for text in self.texts_of(root)]
        self.assertIn('45.3 [31.6–59.6]', texts)
        self.assertIn('190/579', texts)

        # A rate without counts has no more decimals than the source prints.
        self.assertIn('33', texts)
        titles = [title.text for title in root.iter(SVG + 'title')]
        self.assertIn('DESTINY-CRC01, T-DXd, Antibody-drug conjugate: responders 24 of 53, 45.3%, '
                      'computed 95% CI 31.6 to 59.6 (Clopper–Pearson).', titles)
        text = self.all_text_of(root)
        self.assertIn(CAVEAT, text)
        self.assertIn('Evidence as of 18 November 2024', text)

    def test_the_pooled_rate_is_that_of_the_verb_pool(self):
        for model in ('glmm', 'reml', 'dl', 'pm', 'common'):
            pooled = program.answer_json('pool', f'--model={model}')['overall']
            numbers = [f'{pooled[name] * 100:.1f}' for name in ('estimate', 'lower', 'upper')]
            texts = [' '.join(text.split()) for text in self.texts_of(self.read_svg('response', f'--model={model}'))]
            self.assertIn('{} [{}–{}]'.format(*numbers), texts)

    def test_intervals_are_those_of_the_verb_pool(self):
        for interval in ('clopper-pearson', 'wilson', 'agresti-coull', 'jeffreys'):
            root = self.read_svg('response', f'--interval={interval}')
            texts = [' '.join(text.split()) for text in self.texts_of(root)]
            for arm in program.answer_json('pool', f'--interval={interval}')['arms']:
                numbers = [f'{arm[name] * 100:.1f}' for name in ('estimate', 'lower', 'upper')]
                self.assertIn('{} [{}–{}]'.format(*numbers), texts)

    def test_fewer_than_three_arms_have_no_pooled_rate(self):
        self.assertNotIn('Typical arm', self.texts_of(self.read_svg('response', '--search=DESTINY-CRC02')))
        self.assertIn('Typical arm', self.texts_of(self.read_svg('response', '--search=DESTINY')))

    def test_groups(self):
        texts = self.texts_of(self.read_svg('response', '--by=class', '--size=960x700'))
        self.assertEqual(texts.count('Typical arm'), 3)
        self.assertIn('All arms, typical arm', texts)

    def test_an_unknown_arm_is_reported_as_by_pool(self):
        arguments = ('--arms=destiny-crc01:t-dx',)
        path = self.path('figure.svg')
        _, _, complaints = program.run('chart', 'response', f'--output={path}', *arguments)
        self.assertEqual(complaints, program.run('pool', *arguments)[2])
        self.assertIn('destiny-crc01:t-dxd', complaints)

    def response(self, counts, *options):
        with made_up.file(made_up.of_counts(*counts)) as data:
            root = self.read_svg('response', data, '--by=class', *options)
        return self.all_text_of(root), root.find(SVG + 'desc').text

    def test_what_is_not_pooled_has_its_reason(self):
        for model in ('glmm', 'reml', 'common'):
            two, _ = self.response([('A', 5, 20), ('A', 15, 22)], f'--model={model}')
            self.assertIn('Only two arms: no pooled rate is shown.', two)
            for words in ('Weight', 'proportional to weight', 'pooled on', 'Typical arm', 'Q '):
                self.assertNotIn(words, two)
        one, _ = self.response([('A', 5, 20)])
        self.assertIn('Only one arm: nothing to pool.', one)
        none, _ = self.response([('A', 0, 10), ('A', 0, 20), ('A', 0, 5)])
        self.assertIn('No pooled rate: No patient responded in any arm', none)
        self.assertNotIn('Gauss', none)

    def test_small_groups_are_not_tested(self):
        text, _ = self.response([('A', 4, 10), ('A', 8, 20), ('B', 2, 30)])
        self.assertIn('No test for subgroup differences: each subgroup needs at least three arms (A: 2 arms, B: 1 arm).', text)
        self.assertIn('No pooled rate is shown for subgroups of fewer than three arms.', text)
        self.assertNotIn('exploratory', text)
        self.assertIn('exploratory', self.all_text_of(self.read_svg('response', '--by=class', '--size=960x700')))

    def test_one_group_is_pooled_once(self):
        text, _ = self.response([('A', 1, 10), ('A', 2, 20), ('A', 3, 30), ('A', 4, 40)])
        self.assertEqual(text.count('Typical arm'), 1)
        self.assertNotIn('All arms', text)

    def test_spread_is_shown_as_it_is(self):
        counts = [('A', 2, 39), ('A', 4, 44), ('A', 6, 107), ('A', 7, 103), ('A', 7, 110), ('A', 11, 154)]
        text, _ = self.response(counts, '--model=reml')
        self.assertIn('less than expected by chance', text)
        self.assertNotIn('[95% CI 0.00–0.00]', text)
        text = self.all_text_of(self.read_svg('response', '--model=reml'))
        self.assertIn('I² 45% (from Q), Q 25.4, df 14, p = 0.030', text)
        self.assertIn('[95% CI 0.00–1.26]', text)
        self.assertNotIn('τ² 0', self.all_text_of(self.read_svg('response', '--model=common')))

    def test_a_range_needs_two_rates_that_differ(self):
        _, one = self.response([('A', 5, 20)])
        self.assertIn('Response rate of 1 arm: 25.0%.', one)
        _, same = self.response([('A', 5, 20), ('A', 10, 40)])
        self.assertIn('Response rate of 2 arms: 25.0%.', same)
        _, two = self.response([('A', 5, 20), ('A', 15, 22)])
        self.assertIn('Response rates of 2 arms, from 25.0% to 68.2%.', two)

    def test_the_note_says_in_a_few_words_what_the_sign_is_about(self):
        text = self.all_text_of(self.read_svg('response'))
        for remark in ('HERACLES-B: the text’s interval is 0 to 28;', 'HERACLES-A: 32 or 35 patients;',
                       'MOUNTAINEER, Tucatinib plus trastuzumab: 84 or 86 patients;', 'DESTINY-CRC02, T-DXd 5.4 mg/kg: the rates with and without RAS'):
            self.assertIn(remark, text)
        # Where no other arm of the trial is shown, the trial's name tells whose number it is.
        text = self.all_text_of(self.read_svg('response', '--arms=mountaineer:tucatinib'))
        self.assertIn('MOUNTAINEER: its 30 patients are in the text only.', text)

    def test_few_remarks_without_a_short_form_are_given_in_full(self):
        remark = 'Smith et al. Have 5 (Fig. 2 vs. Table 1). Others have 6.'

        def note(count):
            document = made_up.of_counts(*[('A', 5, 20)] * count)
            document['trials'][0]['remarks'] = [{'kind': 'caution', 'about': 'ORR', 'text': remark, 'sources': []}]
            with made_up.file(document) as data:
                return self.all_text_of(self.read_svg('response', data))

        self.assertIn(': ' + remark, note(3))
        self.assertNotIn(remark, note(9))

    def test_usual_sizes_hold_the_figure(self):
        for options in (('--size=1920x1080',), ('--size=1920x1080', '--by=class'), ('--size=1280x800', '--by=class'), ('--size=1240x1754',)):
            self.write('response', 'figure.png', *options)
        path = self.write('response', 'figure.pdf')
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()
        self.assertIn('24/53', text)
        info = subprocess.run(['pdfinfo', path], capture_output=True, check=True).stdout.decode()
        self.assertRegex(info, r'Pages:\s+1\n')


class Options(Chart):
    """Every option of a figure can be set, by its name in the figure's own table."""

    def words(self, *options, figure='response'):
        return self.all_text_of(self.read_svg(figure, *options))

    def test_kinds_of_options(self):
        plain = self.words('--search=class:adc')
        self.assertIn('24/53', plain)
        self.assertIn('95% CI', plain)
        self.assertNotIn('24/53', self.words('--search=class:adc', '--set=counts=no'))
        self.assertEqual(self.words('--search=class:adc', '--set=counts=yes'), plain)
        self.assertIn('90% CI', self.words('--search=class:adc', '--level=0.9'))
        self.assertNotEqual(self.words('--search=class:adc', '--reference=20'), plain)
        self.assertIn('excluded manually', self.words('--search=class:adc', '--set=excluded=destiny-crc01'))
        self.assertNotEqual(self.words('--search=class:adc', '--set=show=bars'), plain)

    def test_faults(self):
        output = '--output=' + self.path('x.svg')
        for figure, options, says in (
                ('response', ['--set=counts'], '--set: expected OPTION=VALUE, found “counts”'),
                ('response', ['--set=countz=no'], 'Did you mean “counts”?'),
                ('response', ['--set=zzzzz=no'], 'Available options: excluded, show, '),
                ('response', ['--set=counts=maybe'], '--set=counts must be one of yes, no, not “maybe”'),
                ('response', ['--set=show=pie'], '--set=show must be one of forest, bars, not “pie”'),
                ('response', ['--reference=120'], '--reference must be a number from 0 to 100, not “120”'),
                ('response', ['--set=axis-end=1e1'], '--set=axis-end must be a number from 10 to 100, not “1e1”'),
                ('response', ['--set=sort=-orr'], '“sort” has an argument of its own, --sort'),
                ('patient', ['--set=patient=x'], '“patient” has an argument of its own, --patient'),
                ('response', ['--level=0.505'], '--level must be a number from 0.51 to 0.999'),
                ('response', ['--set=excluded=zzzzz'], 'There is no trial “zzzzz”'),
                ('response', ['--set=excluded=a,,b'], 'expected an id on both sides'),
                ('response', ['--arms=zzzzz'], 'There is no arm “zzzzz”'),
                ('pathway', ['--agents=zzzzz'], 'There is no agent “zzzzz”'),
                ('curves', ['--set=bands=1'], '--set=bands must be one of yes, no'),
                ('response', ['--set=counts=no', '--set=weights=2'], '--set=weights must be one of')):
            with self.subTest(options=options):
                self.assert_fault(figure, output, *options, says=says)
        status, output, complaints = program.run(b'chart', b'response', b'--set=counts=\xff', b'--output=x.svg')
        self.assertEqual((status, output), (2, ''))
        self.assertIn('--set: expected UTF-8', complaints)


class Files(Chart):

    def test_pdf_has_live_text(self):
        path = self.write('survival', 'figure.pdf')
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()
        self.assertIn('MOUNTAINEER', text)
        self.assertIn(CAVEAT, ' '.join(text.split()))
        info = subprocess.run(['pdfinfo', path], capture_output=True, check=True).stdout.decode()
        self.assertRegex(info, r'Page size:\s+841\.89 x 595\.28 pts')
        self.assertRegex(info, r'Title:\s+Progression-free and overall survival by arm')
        self.assertRegex(info, r'Author:\s+Regimen')
        self.assertRegex(info, r'Tagged:\s+yes')

    def test_pdf_goes_on_on_other_pages(self):
        path = self.write('survival', 'figure.pdf', '--size=400x320')
        info = subprocess.run(['pdfinfo', path], capture_output=True, check=True).stdout.decode()
        pages = int(re.search(r'Pages:\s+(\d+)', info).group(1))
        self.assertGreater(pages, 1)
        text = subprocess.run(['pdftotext', path, '-'], capture_output=True, check=True).stdout.decode()
        self.assertEqual(text.count('Separate trials'), pages)

    def test_pdf_pages_never_grow_beyond_the_size_that_was_asked_for(self):
        path = self.path('small.pdf')
        self.assert_fault('response', f'--output={path}', '--size=200x200', says='must be at least')
        self.assertFalse(os.path.exists(path))

    def size_of_png(self, path):
        with open(path, 'rb') as file:
            head = file.read(24)
        self.assertEqual(head[:8], b'\x89PNG\r\n\x1a\n')
        return struct.unpack('>II', head[16:24])

    def test_png_has_the_size_that_was_asked_for(self):
        self.assertEqual(self.size_of_png(self.write('survival', 'a.png')), (1920, 1080))
        for width, height in ((1920, 1080), (1280, 800), (3840, 2160), (1001, 1403)):
            path = self.write('survival', 'b.png', f'--size={width}x{height}')
            self.assertEqual(self.size_of_png(path), (width, height))

    def test_svg_has_the_size_that_was_asked_for(self):
        root = self.read_svg('survival', '--size=960x540')
        self.assertEqual(root.get('viewBox'), '0 0 960 540')

    def test_no_type_is_smaller_than_can_be_read_on_a_slide(self):
        root = self.read_svg('survival', '--size=960x540')
        sizes = [float(text.get('font-size')) for text in root.iter(SVG + 'text')]
        self.assertGreater(len(sizes), 50)
        self.assertGreaterEqual(min(sizes), 9)

    def test_a_picture_that_is_too_small_is_refused_and_not_written(self):
        path = self.path('small.png')
        self.assert_fault('survival', f'--output={path}', '--size=400x300', says='must be at least')
        self.assertFalse(os.path.exists(path))

    def test_themes_differ(self):
        light = self.write('survival', 'light.svg', '--theme=light')
        dark = self.write('survival', 'dark.svg', '--theme=dark')
        with open(light, 'rb') as one, open(dark, 'rb') as other:
            self.assertNotEqual(one.read(), other.read())

    def test_a_file_that_was_there_stays_where_writing_fails(self):
        path = self.path('kept.svg')
        with open(path, 'w') as file:
            file.write('kept')
        self.assert_fault('survival', f'--output={path}', '--search=orr>x', says='--search')
        with open(path) as file:
            self.assertEqual(file.read(), 'kept')

    def test_a_place_that_cannot_be_written_is_named(self):
        path = self.path('nowhere/figure.svg')
        self.assert_fault('survival', f'--output={path}', says='nowhere/figure.svg', status=1)

    def test_nothing_found_is_a_figure_that_says_so(self):
        text = self.all_text_of(self.read_svg('survival', '--search=nosuchtrial'))
        self.assertIn('None of the selected arms reports a median.', text)


class Calls(Chart):

    def test_a_figure_is_named(self):
        output = '--output=' + self.path('a.svg')
        self.assert_fault(output, says='response, survival')
        self.assert_fault('survivl', output, says='“survival”')
        self.assert_fault('survival', 'response', output, says='response')

    def test_an_output_is_named_by_its_ending(self):
        self.assert_fault('survival', says='--output')
        self.assert_fault('survival', '--output=' + self.path('a.gif'), says='.png')
        self.write('survival', 'UPPER.SVG')

    def test_an_option_that_means_nothing_is_not_passed_over(self):
        output = '--output=' + self.path('a.svg')
        self.assert_fault('survival', output, '--model=glmm', says='--model')
        self.assert_fault('survival', output, '--agents=x', says='--agents')

    def test_an_unknown_arm_is_named(self):
        self.assert_fault('survival', '--output=' + self.path('a.svg'), '--arms=nosuch', says='nosuch')


class PdfDescription(Chart):

    def read(self, name):
        with open(name, 'rb') as file:
            pdf = file.read()
        if b'\nxref\n0 ' not in pdf:
            self.skipTest('this version of cairo packs the objects of a PDF')
        return pdf

    def test_it_has_a_language_and_says_what_it_shows(self):
        for figure in ('response', 'survival', 'pathway'):
            path = self.write(figure, f'{figure}.pdf')
            pdf = self.read(path)
            self.assertEqual(re.findall(rb'/Lang \((.*?)\)', pdf), [b'en'])
            said = bytes.fromhex(re.search(rb'/Alt <FEFF([0-9A-F]+)>', pdf).group(1).decode()).decode('utf-16-be')
            desc = self.read_svg(figure).find(SVG + 'desc').text
            self.assertTrue(desc.startswith(said), said)
            self.assertGreater(len(said), 40)
            info = subprocess.run(['pdfinfo', '-struct', path], capture_output=True, text=True, check=True)
            self.assertEqual(info.stderr, '')
            self.assertIn('Figure', info.stdout)

    def test_the_table_of_objects_leads_to_each(self):
        pdf = self.read(self.write('response', 'a.pdf'))
        start = int(re.search(rb'startxref\n(\d+)\n%%EOF\n$', pdf).group(1))
        sections = []
        while start is not None:
            table, _, trailer = pdf[start:].partition(b'trailer')
            sections.append(table)
            before = re.search(rb'/Prev (\d+)', trailer[:trailer.index(b'startxref')])
            start = int(before.group(1)) if before else None
        self.assertEqual(len(sections), 2)
        entries = re.findall(rb'(\d+) 1\n(\d{10}) 00000 n \n', sections[0])
        self.assertEqual(len(entries), 2)
        for number, place in entries:
            self.assertTrue(pdf[int(place):].startswith(number + b' 0 obj\n'))

    def test_every_page_of_a_long_figure(self):
        counts = [('A', 5, 20)] * 120
        with made_up.file(made_up.of_counts(*counts)) as data:
            path = self.write('response', 'long.pdf', data)
            figures = self.read(path).count(b'/Alt <FEFF')
            info = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
            self.assertEqual(figures, int(re.search(r'Pages: +(\d+)', info).group(1)))


class Pathway(Chart):

    def test_says_what_is_on_and_what_not_to_conclude(self):
        root = self.read_svg('pathway', '--agents=trastuzumab,tucatinib', '--alterations=her2-amplification')
        text = self.all_text_of(root)
        self.assertIn('The pathway under Trastuzumab + Tucatinib', text)
        self.assertIn('Inactive: MAPK, PI3K/AKT, JAK/STAT, PLC/PKC.', text)
        self.assertIn('A teaching model of published statements, not a prediction for a patient.', text)
        self.assertIn('A blocked signal is not a response.', text)
        titles = [title.text for title in root.iter(SVG + 'title')]
        self.assertIn('ERK is inactive, blocked by Trastuzumab, Tucatinib. Cytoplasm.', titles)

    def test_says_what_is_textbook_knowledge(self):
        """A ring for each node and edge, and one in the legend."""
        with open(program.source_path('resources', 'evidence', 'her2-colorectal.json'), encoding='utf-8') as file:
            pathway = json.load(file)['pathway']
        expected = 1 + sum(bool(part.get('textbook')) for part in pathway['nodes'] + pathway['edges'])
        self.assertGreater(expected, 15)
        for size in ('960x540', '1920x1080'):
            root = self.read_svg('pathway', f'--size={size}')
            self.assertIn('Textbook knowledge', self.texts_of(root))
            rings = [rect for rect in root.iter(SVG + 'rect') if rect.get('width') == rect.get('height') and rect.get('rx') and float(rect.get('width')) < 9
                     and abs(2 * float(rect.get('rx')) - float(rect.get('width'))) < 0.02]
            self.assertEqual(len(rings), expected)

    def test_a_receptor_of_many_domains(self):
        with open(program.source_path('resources', 'evidence', 'her2-colorectal.json'), encoding='utf-8') as file:
            data = json.load(file)
        for node in data['pathway']['nodes']:
            if node.get('domains'):
                node['domains'] += [f'D{i}' for i in range(100 - len(node['domains']))]
        with made_up.file(data) as option:
            root = self.read_svg('pathway', option)
        for element in root.iter():
            for key in ('width', 'height', 'rx', 'ry'):
                self.assertGreaterEqual(float(element.get(key, '0').rstrip('pt%')), 0)

    def test_names_the_sources_that_it_only_counts(self):
        root = self.read_svg('pathway')
        self.assertIn('more, listed with the table.', self.all_text_of(root))
        self.assertIn('More sources: ', root.find(SVG + 'desc').text)

    def test_fits_a_slide_with_all_names(self):
        root = self.read_svg('pathway', '--size=960x540')
        texts = self.texts_of(root)
        for name in ('Trastuzumab rezetecan', 'HER2-specific CAR T cells', 'Panitumumab', 'PTEN', 'IV'):
            self.assertIn(name, texts)
        sizes = [float(text.get('font-size')) for text in root.iter(SVG + 'text') if text.get('font-size')]
        self.assertGreater(len(sizes), 50)
        self.assertGreaterEqual(min(sizes), 9)

    def test_faults(self):
        self.assert_fault('pathway', f'--output={self.path("a.svg")}', '--agents=tucatinip', says='“tucatinib”')
        self.assert_fault('pathway', f'--output={self.path("a.svg")}', '--alterations=her2-lo', says='“her2-low”')
        self.assert_fault('pathway', f'--output={self.path("a.svg")}', '--search=x', says='--search')


if __name__ == '__main__':
    tapmain.main()
