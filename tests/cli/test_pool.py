# SPDX-License-Identifier: GPL-3.0-or-later
"""Pooling from outside. The numbers are held against what R wrote for the same arms."""

import csv
import io
import math
import unittest

import made_up
import program
import tapmain

MODELS = ['glmm', 'reml', 'dl', 'pm', 'common']


def reference(name, case, **which):
    """The row of a table of tests/reference/stats that has these values."""
    with open(program.source_path('tests', 'reference', 'stats', name), newline='') as file:
        for row in csv.DictReader(file):
            numbers = {key: None if value == 'NA' else float(value) for key, value in row.items()}
            if numbers['case'] == case and all(numbers[key] == value for key, value in which.items()):
                return numbers
    raise LookupError(f'{name}: no case {case} with {which}')


def logistic(x):
    return 1 / (1 + math.exp(-x))


class Pool(unittest.TestCase):

    def assert_near(self, found, expected, relative=1e-6, absolute=1e-9):
        if expected is None:
            self.assertIsNone(found)
        else:
            self.assertTrue(math.isclose(found, expected, rel_tol=relative, abs_tol=absolute), f'{found}, not {expected}')

    def assert_call_at_fault(self, *arguments, says):
        status, output, complaints = program.run('pool', *arguments)
        self.assertEqual((status, output), (2, ''), complaints)
        self.assertIn(says, complaints)

    def test_every_model_agrees_with_r(self):
        for number, model in enumerate(MODELS):
            for option, kh in ([[], 0], [['--knapp-hartung'], 1]):
                if kh and model in ('glmm', 'common'):
                    continue
                overall = program.answer_json('pool', f'--model={model}', *option)['overall']
                row = reference('pool-glmm.csv', 1) if model == 'glmm' else reference('pool.csv', 1, model=number, kh=kh)
                self.assertEqual((overall['k'], overall['responders'], overall['n']), (15, 190, 579))
                self.assert_near(overall['logit']['estimate'], row['logit'])
                self.assert_near(overall['logit']['se'], row['se'])
                self.assert_near(overall['estimate'], logistic(row['logit']))
                self.assert_near(overall['tau2']['value'], 0.0 if model == 'common' else row['tau2'], 1e-6, 1e-7)
                self.assert_near(overall['tau2']['lower'], row['tau2_lower'])
                self.assert_near(overall['tau2']['upper'], row['tau2_upper'])
                self.assert_near(overall['i2'], row['i2'], 1e-5)
                if model != 'glmm':
                    self.assert_near(overall['lower'], row['lower'])
                    self.assert_near(overall['upper'], row['upper'])
                    self.assert_near(overall['q']['value'], row['q'])
                    self.assert_near(overall['q']['p'], row['p'])
                    self.assert_near(overall['prediction']['lower'], row['prediction_lower'])
                    self.assert_near(overall['prediction']['upper'], row['prediction_upper'])

    def test_leaving_out_agrees_with_r(self):
        answer = program.answer_json('pool', '--leave-one-out')
        self.assertEqual([entry['omitted'] for entry in answer['leave_one_out']], [arm['id'] for arm in answer['arms']])
        for case, entry in enumerate(answer['leave_one_out'], start=7):
            row = reference('pool-glmm.csv', case)
            self.assert_near(entry['estimate'], logistic(row['logit']))
            self.assert_near(entry['tau2'], row['tau2'], 1e-6, 1e-7)
            self.assert_near(entry['i2'], row['i2'], 1e-5)
            self.assertLess(entry['lower'], entry['estimate'])
            self.assertGreater(entry['upper'], entry['estimate'])

    def test_classes_agree_with_r(self):
        answer = program.answer_json('pool', '--by=class')
        self.assertEqual([group['group'] for group in answer['groups']], ['mAb', 'ADC', 'TKI'])
        weights, logits = [], []
        for case, group in enumerate(answer['groups'], start=2):
            row = reference('pool-glmm.csv', case)
            self.assertEqual(group['k'], 5)
            self.assert_near(group['logit']['estimate'], row['logit'])
            self.assert_near(group['logit']['se'], row['se'])
            weights.append(group['logit']['se'] ** -2)
            logits.append(group['logit']['estimate'])
        mean = sum(w * y for w, y in zip(weights, logits)) / sum(weights)
        self.assert_near(answer['between']['q'], sum(w * (y - mean) ** 2 for w, y in zip(weights, logits)))
        self.assertEqual(answer['between']['df'], 2)
        self.assert_near(answer['between']['p'], math.exp(-answer['between']['q'] / 2))
        self.assertIn('exploratory', answer['method'])

    def test_keys_are_always_there(self):
        answer = program.answer_json('pool')
        self.assertEqual(list(answer), ['endpoint', 'model', 'interval', 'level', 'method', 'caveat', 'overall', 'groups',
                                        'between', 'arms', 'leave_one_out'])
        self.assertEqual(list(answer['overall']), ['k', 'responders', 'n', 'estimate', 'lower', 'upper', 'logit', 'tau2',
                                                   'i2', 'i2_q', 'q', 'prediction', 'reason'])
        self.assertEqual(list(answer['overall']['tau2']), ['value', 'lower', 'upper', 'empty', 'outside'])
        self.assertIsNone(answer['overall']['reason'])
        self.assertEqual((answer['endpoint'], answer['model'], answer['interval'], answer['level']),
                         ('ORR', 'glmm', 'clopper-pearson', 0.95))
        self.assertEqual((answer['groups'], answer['between'], answer['leave_one_out']), ([], None, None))
        self.assertEqual(list(answer['arms'][0]), ['id', 'label', 'responders', 'n', 'estimate', 'lower', 'upper', 'weight', 'remarks'])
        self.assertEqual({arm['weight'] for arm in answer['arms']}, {None})

    def test_weights_sum_to_100(self):
        for model in MODELS[1:]:
            arms = program.answer_json('pool', f'--model={model}')['arms']
            self.assertAlmostEqual(sum(arm['weight'] for arm in arms), 100, 9)

    def test_a_common_effect_has_no_spread(self):
        overall = program.answer_json('pool', '--model=common')['overall']
        self.assertEqual(overall['tau2'], {'value': 0, 'lower': None, 'upper': None, 'empty': False, 'outside': False})
        self.assertEqual(overall['prediction'], {'lower': None, 'upper': None})
        self.assertGreater(overall['i2'], 0)
        self.assertEqual(overall['i2'], overall['i2_q'])
        self.assertIn('common-effect', overall['reason'])
        self.assertNotIn('τ² 0', program.answer('pool', '--model=common'))

    def test_a_common_effect_is_doubted_where_the_arms_differ(self):
        self.assertIn('argues against', program.answer_json('pool', '--model=common')['method'])
        self.assertNotIn('argues against', program.answer_json('pool', '--model=reml')['method'])
        with made_up.file(made_up.of_counts(('A', 5, 20), ('A', 5, 20), ('A', 6, 20))) as data:
            self.assertNotIn('argues against', program.answer_json('pool', data, '--model=common')['method'])

    def test_one_arm_is_not_pooled(self):
        arms = '--arms=destiny-crc01:t-dxd'
        answer = program.answer_json('pool', arms)
        overall = answer['overall']
        self.assertEqual((overall['estimate'], overall['lower'], overall['upper']),
                         tuple(answer['arms'][0][key] for key in ('estimate', 'lower', 'upper')))
        self.assertAlmostEqual(overall['estimate'], 24 / 53, 12)
        self.assertEqual(overall['logit'], {'estimate': None, 'se': None})
        self.assertEqual(overall['tau2'], {'value': None, 'lower': None, 'upper': None, 'empty': False, 'outside': False})
        self.assertEqual(overall['q'], {'value': None, 'df': 0, 'p': None})
        self.assertEqual((overall['i2'], overall['i2_q']), (None, None))
        self.assertEqual(overall['reason'], 'Only one arm: nothing to pool.')
        text = program.answer('pool', arms)
        self.assertIn('Only one arm: nothing to pool.', text)
        self.assertNotIn('Pooled', text)
        for words in ('model', 'pooled', 'typical'):
            self.assertNotIn(words, answer['method'])
        groups = program.answer_json('pool', '--by=regimen')
        alone = {group['group']: group for group in groups['groups'] if group['k'] == 1}
        self.assertGreater(len(alone), 1)
        for group in alone.values():
            arm = next(arm for arm in groups['arms'] if (arm['responders'], arm['n']) == (group['responders'], group['n']))
            self.assertEqual((group['lower'], group['upper']), (arm['lower'], arm['upper']))
            self.assertEqual(group['reason'], 'Only one arm: nothing to pool.')

    def test_intervals_of_arms(self):
        found = {}
        for interval in ('clopper-pearson', 'wilson', 'agresti-coull', 'jeffreys'):
            arm = program.answer_json('pool', f'--interval={interval}', '--arms=destiny-crc01:t-dxd')['arms'][0]
            found[interval] = (round(arm['lower'], 6), round(arm['upper'], 6))
        # R: binom.test(24, 53)
        self.assertEqual(found['clopper-pearson'], (0.315615, 0.595502))
        self.assertEqual(len(set(found.values())), 4)

    def test_as_many_patients_as_a_data_set_may_state(self):
        """Millions of patients have intervals too; the bounds are R's: qbeta(0.025, x, n - x + 1), qbeta(0.975, x + 1, n - x)."""
        bounds = ((750_000, 3_000_000, 0.24951008380062034, 0.25049039880119672),
                  (250_000_000, 1_000_000_000, 0.24997316231146527, 0.25002683913572343))
        with made_up.file(made_up.of_counts(*(('A', x, n) for x, n, *_ in bounds))) as data:
            for interval in ('clopper-pearson', 'wilson', 'agresti-coull', 'jeffreys'):
                for arm, (x, n, lower, upper) in zip(program.answer_json('pool', data, f'--interval={interval}')['arms'], bounds):
                    near = 1e-8 if interval == 'clopper-pearson' else 1e-6
                    self.assert_near(arm['lower'], lower, near)
                    self.assert_near(arm['upper'], upper, near)

    def test_the_level_is_of_every_interval(self):
        wide, narrow = (program.answer_json('pool', '--model=reml', f'--level={level}') for level in ('0.99', '0.8'))
        self.assertEqual((wide['level'], narrow['level']), (0.99, 0.8))
        for key in (lambda a: a['overall'], lambda a: a['overall']['prediction'], lambda a: a['overall']['tau2'],
                    lambda a: a['arms'][0]):
            self.assertLessEqual(key(wide)['lower'], key(narrow)['lower'])
            self.assertGreater(key(wide)['upper'], key(narrow)['upper'])

    def test_the_method_names_what_was_done(self):
        for model, words in (('glmm', 'Gauss–Hermite'), ('reml', 'restricted maximum likelihood'), ('dl', 'DerSimonian'),
                             ('pm', 'Paule'), ('common', 'common-effect')):
            method = program.answer_json('pool', f'--model={model}', '--level=0.9')['method']
            self.assertIn(words, method)
            self.assertIn('90%', method)
            self.assertIn('treated as independent', method)
            self.assertTrue(method.endswith('.'))
        self.assertIn('Hartung', program.answer_json('pool', '--model=pm', '--knapp-hartung')['method'])
        one = program.answer_json('pool', '--arms=tapur:trastuzumab-pertuzumab,destiny-crc01:t-dxd')
        self.assertNotIn('independent', one['method'])

    def test_the_caveat_goes_with_arms_of_several_trials(self):
        caveat = program.answer_json('pool')['caveat']
        self.assertIn('not randomised against each other', caveat)
        self.assertIn(caveat.split()[0], program.answer('pool'))
        self.assertIn(caveat, program.answer('pool', '--format=csv'))
        same = '--arms=mountaineer:tucatinib,mountaineer:tucatinib-trastuzumab'
        self.assertIsNone(program.answer_json('pool', same)['caveat'])
        self.assertNotIn(caveat.split(';')[0], program.answer('pool', same))

    def test_a_search_chooses_the_arms(self):
        answer = program.answer_json('pool', '--search=mountaineer')
        self.assertEqual([arm['id'] for arm in answer['arms']], ['mountaineer:tucatinib-trastuzumab', 'mountaineer:tucatinib'])

    def test_nothing_to_pool_is_an_answer(self):
        status, output, complaints = program.run('pool', '--search=zzzzz', '--leave-one-out', '--by=class', '--format=json')
        self.assertEqual(status, 0)
        self.assertIn('No matching arm', complaints)
        self.assertIn('"estimate": null', output)

    def test_without_any_arm_the_message_stands_alone(self):
        status, output, complaints = program.run('pool', '--search=class:bispecific')
        self.assertEqual((status, output), (0, ''))
        self.assertIn('No matching arm', complaints)

    def test_groups_of_fewer_than_three_arms_are_not_tested(self):
        with made_up.file(made_up.of_counts(('A', 4, 10), ('A', 8, 20), ('B', 2, 30))) as data:
            answer = program.answer_json('pool', data, '--by=class')
            self.assertEqual({key: answer['between'][key] for key in ('q', 'df', 'p')}, {'q': None, 'df': None, 'p': None})
            for words in ('A: 2 arms', 'B: 1 arm', 'at least three'):
                self.assertIn(words, answer['between']['reason'])
            self.assertNotIn('exploratory', answer['method'])
            self.assertNotIn('Subgroup differences: Q', program.answer('pool', data, '--by=class'))
            self.assertIn(answer['between']['reason'], ' '.join(program.answer('pool', data, '--by=class').split()))
            self.assertIn(answer['between']['reason'], program.answer('pool', data, '--by=class', '--format=csv'))
        self.assertIsNone(program.answer_json('pool', '--by=class')['between']['reason'])
        with made_up.file(made_up.of_counts(('A', 4, 10), ('A', 8, 20), ('A', 2, 30))) as data:
            self.assertIn('only one', program.answer_json('pool', data, '--by=class')['between']['reason'])
            self.assertEqual(program.answer('pool', data, '--by=class').count('24.'), program.answer('pool', data).count('24.'))

    def test_two_arms_of_different_trials_are_not_tested(self):
        with made_up.file(made_up.of_counts(('A', 5, 20), ('A', 15, 22))) as data:
            for model in MODELS:
                overall = program.answer_json('pool', data, f'--model={model}')['overall']
                self.assertAlmostEqual(overall['q']['value'], 7.27, 2)
                self.assertIsNone(overall['q']['p'])
                self.assertEqual(overall['prediction'], {'lower': None, 'upper': None})
                self.assertIn('different trials', overall['reason'])
                self.assertIn('prediction interval', overall['reason'])
            text = program.answer('pool', data)
            self.assertIn('Q = 7.27, df = 1\n', text)
            self.assertNotIn('Prediction interval for', text)
        same = program.answer_json('pool', '--arms=mountaineer:tucatinib,mountaineer:tucatinib-trastuzumab')['overall']
        self.assertIsNotNone(same['q']['p'])
        self.assertNotIn('different trials', same['reason'])

    def test_an_empty_interval_of_tau2_is_called_empty(self):
        # metafor: confint() of these two arms warns that the set is empty.
        with made_up.file(made_up.of_counts(('A', 5, 20), ('A', 5, 20))) as data:
            for model in ('reml', 'dl', 'pm'):
                overall = program.answer_json('pool', data, f'--model={model}')['overall']
                self.assertEqual(overall['tau2'], {'value': 0, 'lower': None, 'upper': None, 'empty': True, 'outside': False})
                self.assertIn('interval for τ²', overall['reason'])
                self.assertNotIn('0.000 to', program.answer('pool', data, f'--model={model}'))
            self.assertFalse(program.answer_json('pool', data)['overall']['tau2']['empty'])
        # metadat: dat.hine1989, the treated groups
        hine = [('A', 2, 39), ('A', 4, 44), ('A', 6, 107), ('A', 7, 103), ('A', 7, 110), ('A', 11, 154)]
        with made_up.file(made_up.of_counts(*hine)) as data:
            self.assertTrue(program.answer_json('pool', data, '--model=reml')['overall']['tau2']['empty'])

    def test_an_estimate_outside_its_interval_is_remarked(self):
        options = ['pool', '--model=reml', '--level=0.5000001']
        tau2 = program.answer_json(*options)['overall']['tau2']
        self.assertLess(tau2['value'], tau2['lower'])
        self.assertTrue(tau2['outside'])
        self.assertIn('a different estimator', program.answer(*options))
        self.assertFalse(program.answer_json('pool', '--model=reml')['overall']['tau2']['outside'])

    def test_a_bound_above_zero_is_not_shown_as_zero(self):
        with made_up.file(made_up.of_counts(('A', 123456, 1000000), ('A', 3, 12))) as data:
            self.assertIn('< 0.001', program.answer('pool', data).replace('\u00a0', ' '))

    def test_both_definitions_of_i2(self):
        # metafor and meta, 15 arms: 18.5 from tau², 45.0 from Q
        overall = program.answer_json('pool', '--model=reml')['overall']
        self.assertEqual((round(overall['i2'], 1), round(overall['i2_q'], 1)), (18.5, 45.0))
        for model in MODELS:
            text = program.answer('pool', f'--model={model}')
            self.assertIn('I² 45.0% (from Q)', text)
            self.assertIn('(Q − df)/Q', text)

    def test_every_number_is_defined(self):
        for model, words in (('glmm', 'profile-likelihood'), ('reml', 'Q-profile')):
            method = program.answer_json('pool', f'--model={model}')['method']
            for each in (words, 'k − 1 degrees of freedom', 'inverse-variance weights', 'i2_q', 'typical arm'):
                self.assertIn(each, method)
        self.assertIn('weights are', program.answer_json('pool', '--model=reml')['method'])
        self.assertNotIn('weights are', program.answer_json('pool')['method'])
        self.assertIn('t with k − 1', program.answer_json('pool', '--model=reml', '--knapp-hartung')['method'].split(';')[0])
        self.assertIn('own τ²', program.answer_json('pool', '--by=class')['method'])
        with made_up.file(made_up.of_counts(('A', 0, 20), ('A', 5, 20), ('A', 6, 20))) as data:
            for model in MODELS:
                self.assertIn('½', program.answer_json('pool', data, f'--model={model}')['method'])

    def test_a_rate_that_the_model_lacks_has_its_reason(self):
        for counts, words in ((((0, 10), (0, 20), (0, 5)), 'No patient'), (((10, 10), (20, 20), (5, 5)), 'Every patient')):
            with made_up.file(made_up.of_counts(*(('A', *count) for count in counts))) as data:
                answer = program.answer_json('pool', data)
                self.assertIsNone(answer['overall']['estimate'])
                self.assertIn(words, answer['overall']['reason'])
                self.assertNotIn('Gauss', answer['method'])
                self.assertIn(words, ' '.join(program.answer('pool', data).split()))
                rows = list(csv.DictReader(io.StringIO(program.answer('pool', data, '--format=csv'))))
                self.assertIn(words, next(row for row in rows if row['kind'] == 'overall')['reason'])

    def assert_absences_have_reasons(self, rate):
        numbers = [rate['estimate'], rate['lower'], rate['upper'], *rate['logit'].values(), *rate['tau2'].values(),
                   rate['i2'], rate['i2_q'], *rate['q'].values(), *rate['prediction'].values()]
        self.assertEqual(None in numbers, rate['reason'] is not None, rate)

    def test_reasons_are_there_exactly_where_numbers_are_not(self):
        made = [[], [('A', 5, 20)], [('A', 5, 20), ('A', 6, 20)], [('A', 0, 20), ('B', 0, 30)], [('A', 9, 9), ('B', 0, 3)],
                [('A', 3, 9), ('A', 4, 9), ('A', 5, 9), ('B', 3, 9), ('B', 9, 9), ('B', 0, 9)]]
        for counts in made[1:]:
            with made_up.file(made_up.of_counts(*counts)) as data:
                for answer in program.answer_json('pool', data, '--model=all', '--by=class')['models']:
                    for rate in (answer['overall'], *answer['groups']):
                        self.assert_absences_have_reasons(rate)
                    self.assertEqual(answer['between']['p'] is None, answer['between']['reason'] is not None)

    def test_all_models_side_by_side(self):
        options = ['pool', '--by=class', '--leave-one-out']
        answers = program.answer_json(*options, '--model=all')['models']
        self.assertEqual([answer['model'] for answer in answers], MODELS)
        for answer in answers:
            self.assertEqual(answer, program.answer_json(*options, f"--model={answer['model']}"))
        text = program.answer('pool', '--model=all')
        for label, rate in (('GLMM', '30.9%'), ('REML', '34.3%'), ('Common effect', '34.8%')):
            self.assertRegex(text, rf'(?m)^{label} .*{rate}')
        rows = list(csv.DictReader(io.StringIO(program.answer('pool', '--model=all', '--format=csv'))))
        self.assertEqual([row['model'] for row in rows if row['kind'] == 'overall'], MODELS)
        self.assert_call_at_fault('--model=all', '--knapp-hartung', says='reml')
        status, _, complaints = program.run('chart', 'response', '--model=all', '-o', '/nonexistent/x.svg')
        self.assertEqual(status, 2)
        self.assertIn('--model', complaints)

    def test_responders_have_one_name(self):
        text = program.answer('pool', '--by=class')
        self.assertIn('Responders', text)
        self.assertNotIn('Responses', text)

    def test_csv_has_the_same_numbers(self):
        options = ['pool', '--model=dl', '--by=class', '--leave-one-out']
        answer = program.answer_json(*options)
        rows = list(csv.DictReader(io.StringIO(program.answer(*options, '--format=csv'))))
        kinds = [row['kind'] for row in rows]
        self.assertEqual({kind: kinds.count(kind) for kind in kinds},
                         {'arm': 15, 'group': 3, 'overall': 1, 'between': 1, 'without': 15, 'method': 1, 'caveat': 1})
        overall = rows[kinds.index('overall')]
        self.assertEqual(float(overall['estimate']), answer['overall']['estimate'])
        self.assertEqual(float(overall['prediction_upper']), answer['overall']['prediction']['upper'])
        for row, arm in zip(rows, answer['arms']):
            self.assertEqual((row['id'], float(row['weight'])), (arm['id'], arm['weight']))
        trials = {arm['id']: trial['name'] for trial in program.answer_json('list') for arm in trial['arms']}
        labels = {arm['id']: f"{trials[arm['id']]}, {arm['label']}" for arm in answer['arms']}
        named = [row for row in rows if row['kind'] in ('arm', 'without')]
        self.assertEqual([row['label'] for row in named], [labels[row['id']] for row in named])
        self.assertEqual(float(rows[kinds.index('between')]['q']), answer['between']['q'])

    def test_a_rate_keeps_its_conflict(self):
        remark = 'Conflict: Table 1 gives 32 patients, the text 35 patients'
        arms = program.answer_json('pool', '--search=heracles')['arms']
        self.assertEqual([(arm['remarks'] or '')[:len(remark)] == remark for arm in arms], ['heracles-a' in arm['id'] for arm in arms])
        rows = csv.DictReader(io.StringIO(program.answer('pool', '--search=heracles', '--format=csv')))
        self.assertEqual([row['remarks'] for row in rows if row['kind'] == 'arm'], [arm['remarks'] or '' for arm in arms])
        text = program.answer('pool', '--search=heracles')
        self.assertIn('HERACLES-A, Trastuzumab plus lapatinib\u00a0†: ' + remark, ' '.join(text.split(' ')).replace('\n', ' '))
        self.assertNotIn('HER2-FUSCC-G, Pyrotinib plus trastuzumab\u00a0†', text)

    def test_text_is_a_table(self):
        lines = program.answer('pool', '--model=reml').splitlines()
        table = lines[:lines.index('')]
        self.assertEqual(len(table), 17)
        ends = {len(line) for line in table[:-1]}
        self.assertEqual(len(ends), 1, 'columns of numbers end alike')
        self.assertTrue(table[-1].startswith('Pooled, 15 arms'))
        self.assertIn('190/579', table[-1])
        self.assertNotIn('nan', '\n'.join(lines).lower())

    def test_no_answer_has_a_nan(self):
        for model in MODELS:
            for arms in ('heracles-b:t-dm1-pertuzumab', 'heracles-b:t-dm1-pertuzumab,mountaineer:tucatinib'):
                for how in ('text', 'csv'):
                    text = program.answer('pool', f'--model={model}', f'--arms={arms}', '--leave-one-out', '--by=regimen',
                                          f'--format={how}')
                    self.assertNotRegex(text, r'(?i)\b-?(nan|inf)\b')

    def test_calls_at_fault(self):
        for model in ('glmm', 'common'):
            self.assert_call_at_fault(f'--model={model}', '--knapp-hartung', says='reml')
        self.assert_call_at_fault('--knapp-hartung', says='reml')
        self.assert_call_at_fault('--arms=destiny-crc01:t-dx', says='destiny-crc01:t-dxd')
        self.assert_call_at_fault('--arms=unicorn:t-dxd', says='unicorn:t-dxd')
        self.assert_call_at_fault('--search=n>', says='--search')


if __name__ == '__main__':
    tapmain.main()
