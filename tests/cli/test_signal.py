# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `signal`, from outside."""

import csv
import io
import json
import tempfile
import unittest

import program
import tapmain

KEYS = {'agents', 'alterations', 'conditions', 'nodes', 'pathways', 'outcomes', 'effects', 'inactive', 'elsewhere'}
NODE_KEYS = {'id', 'label', 'active', 'blocked_by', 'because'}
ALTERATIONS = {'her2-amplification', 'her2-activating-mutation', 'her2-del16', 'her2-low', 'kras-mutation', 'nras-mutation',
               'braf-v600e', 'pik3ca-mutation', 'met-amplification', 'apc-loss'}
LANES = ['mapk', 'pi3k-akt', 'jak-stat', 'plc-pkc']
ON = dict.fromkeys(LANES, True)
OFF = dict.fromkeys(LANES, False)
MAPK = {**OFF, 'mapk': True}


def signal(agents='', alterations='', conditions=None):
    options = [f'--agents={agents}'] if agents else []
    options += [f'--alterations={alterations}'] if alterations else []
    options += [f'--conditions={conditions}'] if conditions is not None else []
    return program.answer_json('signal', *options)


def lanes(*given):
    return {lane['id']: lane['active'] for lane in signal(*given)['pathways']}


def node(answer, name):
    return next(each for each in answer['nodes'] if each['id'] == name)


class Signal(unittest.TestCase):

    def test_keys(self):
        answer = signal('t-dxd', 'her2-amplification')
        self.assertEqual(set(answer), KEYS)
        self.assertEqual((answer['agents'], answer['alterations'], answer['conditions']),
                         (['t-dxd'], ['her2-amplification'], ['egfr-ligand']))
        for each in answer['nodes']:
            self.assertEqual(set(each), NODE_KEYS)
            self.assertIs(type(each['active']), bool)
            self.assertTrue(each['label'])
            if each['active']:
                self.assertEqual(each['blocked_by'], [])
            else:
                self.assertEqual(each['because'], [])
        self.assertEqual([lane['id'] for lane in answer['pathways']], LANES)
        self.assertEqual({each['id'] for each in answer['outcomes']}, {'proliferation', 'survival', 'migration', 'differentiation'})
        for each in answer['effects']:
            self.assertEqual(set(each), {'agent', 'effect', 'strength', 'because'})

    def test_every_alteration_is_known(self):
        for name in ALTERATIONS:
            self.assertEqual(signal('', name)['alterations'], [name])

    def test_every_agent_is_known(self):
        trials = program.answer_json('list')
        agents = sorted({agent for trial in trials for arm in trial['arms'] for agent in arm['agents']})
        self.assertGreater(len(agents), 30)
        self.assertEqual(signal(','.join(agents))['agents'], agents)

    def test_statements(self):
        for given, expected in (
                (('', 'her2-amplification'), ON),
                (('trastuzumab,tucatinib', 'her2-amplification'), OFF),
                (('trastuzumab,lapatinib', 'her2-amplification'), OFF),
                (('cetuximab', 'her2-amplification'), ON),
                (('lapatinib,cetuximab', 'her2-amplification'), OFF),
                (('cetuximab', '', 'egfr-ligand'), OFF),
                (('cetuximab', 'kras-mutation'), MAPK),
                (('cetuximab', 'braf-v600e'), MAPK),
                (('panitumumab', 'her2-activating-mutation'), ON),
                (('trastuzumab,neratinib', 'her2-activating-mutation'), OFF),
                (('pertuzumab', 'her2-amplification'), ON),
                (('trastuzumab,pertuzumab', 'her2-del16'), ON),
                (('braf-inhibitor', 'braf-v600e,her2-amplification'), ON),
                (('zanidatamab', 'her2-amplification,met-amplification'), ON)):
            with self.subTest(given):
                self.assertEqual(lanes(*given), expected)

    def test_because_and_blocked_by(self):
        answer = signal('cetuximab', 'kras-mutation')
        self.assertEqual(node(answer, 'erk'), {'id': 'erk', 'label': 'ERK', 'active': True, 'blocked_by': [],
                                               'because': ['mek', 'raf', 'ras', 'kras-mutation']})
        self.assertEqual(node(answer, 'egfr')['blocked_by'], ['cetuximab'])
        self.assertEqual(node(answer, 'akt')['blocked_by'], ['cetuximab'])
        met = signal('zanidatamab', 'her2-amplification,met-amplification')
        self.assertEqual(node(met, 'erk')['because'][-2:], ['met', 'met-amplification'])

    def test_conditions(self):
        self.assertEqual(lanes('', '', ''), OFF)
        self.assertEqual(signal('', '', '')['conditions'], [])
        self.assertEqual(lanes('', '', 'egfr-ligand'), ON)

    def test_payload(self):
        for alterations, strength in (('her2-amplification', 'full'), ('her2-low', 'weak'), ('', 'none')):
            effects = signal('t-dxd', alterations)['effects']
            self.assertEqual([(each['agent'], each['effect'], each['strength']) for each in effects],
                             [('t-dxd', 'payload', strength)])
            self.assertIn('HER2', effects[0]['because'])

    def test_text(self):
        text = program.answer('signal', '--agents=trastuzumab,tucatinib', '--alterations=her2-amplification')
        self.assertRegex(text, r'(?m)^MAPK +inactive +blocked by trastuzumab, tucatinib$')
        self.assertIn('A blocked signal is not a response. In MOUNTAINEER’s HER2-positive tumours, tucatinib alone', text)
        self.assertIn('not a prediction', text)

    def test_the_caveat_claims_nothing_of_the_state(self):
        for alterations in ALTERATIONS | {''}:
            caveat = program.answer('signal', '--agents=tucatinib', f'--alterations={alterations}').splitlines()[-1]
            self.assertNotIn('blocks the signal here', caveat)
            self.assertIn('MOUNTAINEER', caveat)

    def test_blame(self):
        answer = signal('tucatinib', 'her2-amplification')
        self.assertEqual((node(answer, 'egfr')['active'], node(answer, 'egfr')['blocked_by']), (True, []))
        answer = signal('cetuximab')
        self.assertEqual((node(answer, 'her2')['active'], node(answer, 'her2')['blocked_by']), (False, []))
        self.assertEqual([each['because'] for each in answer['inactive'] if each['id'] == 'her2'], ['Its dimer partner is inactive: EGFR.'])
        self.assertEqual({each['id'] for each in answer['inactive']},
                         {each['id'] for each in answer['nodes'] if not each['active'] and not each['blocked_by']})

    def test_what_is_constitutively_active_says_so(self):
        for name in ('pten', 'topoisomerase-1', 'microtubules', 'pd-1'):
            self.assertEqual(node(signal(), name)['because'], ['basal'])

    def test_a_payload_kills_the_cell(self):
        answer = signal('t-dxd', 'her2-amplification')
        self.assertEqual({each['active'] for each in answer['outcomes']}, {False})
        self.assertEqual({each['active'] for each in signal('t-dxd')['outcomes']}, {True})

    def test_a_full_effect_has_its_condition(self):
        for agent in ('pembrolizumab', 'nivolumab', 'tislelizumab', 'camrelizumab', 'cemiplimab'):
            self.assertEqual([each['strength'] for alterations in ('', 'her2-amplification', 'msi-h') for each in signal(agent, alterations)['effects']],
                             ['weak', 'weak', 'full'])
        [effect] = signal('her2-car-t', 'her2-amplification')['effects']
        self.assertEqual(effect['strength'], 'weak')
        self.assertIn('solid tumours', effect['because'])

    def test_one_rule_for_all_mutations_of_a_receptor(self):
        answers = [signal('t-dxd', alterations)['effects'][0] for alterations in ('her2-activating-mutation', 'apc-loss')]
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(answers[0]['strength'], 'weak')
        self.assertIn('L726L', answers[0]['because'])

    def test_alterations_that_exclude_each_other_are_refused(self):
        for verb in (('signal',), ('chart', 'pathway', '--output=/nonexistent.svg')):
            status, output, complaints = program.run(*verb, '--alterations=her2-amplification,her2-low')
            self.assertEqual((status, output), (2, ''))
            self.assertIn('HER2 amplification and HER2-low are mutually exclusive', complaints)

    def test_a_single_agent_does_not_stop_a_mutated_receptor(self):
        for agent in ('lapatinib', 'neratinib', 'pyrotinib', 'afatinib'):
            self.assertEqual(lanes(agent, 'her2-activating-mutation'), ON)
            self.assertEqual(lanes(f'{agent},trastuzumab', 'her2-activating-mutation'), OFF)

    def test_a_mutation_puts_nothing_on_the_surface(self):
        for agents in ('t-dm1', 'disitamab-vedotin', 'her2-car-t', 'trastuzumab', 'pertuzumab'):
            for alterations in ('', 'her2-activating-mutation', 'her2-del16', 'apc-loss'):
                [effect] = signal(agents, alterations)['effects']
                self.assertEqual(effect['strength'], 'none')
                self.assertIn('Too little surface expression of HER2', effect['because'])

    def test_an_agent_outside_the_diagram_is_said_to_act_elsewhere(self):
        self.assertIn('acts elsewhere', program.answer('signal', '--agents=irinotecan'))
        self.assertEqual([each['agent'] for each in signal('irinotecan,tucatinib')['elsewhere']], ['irinotecan'])
        self.assertIn('elsewhere,irinotecan', program.answer('signal', '--agents=irinotecan', '--format=csv'))

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(program.answer('signal', '--agents=cetuximab', '--format=csv'))))
        by_name = {(row['kind'], row['id']): row for row in rows}
        self.assertEqual(by_name['node', 'egfr']['state'], 'inactive')
        self.assertEqual(by_name['node', 'egfr']['blocked_by'], 'cetuximab')
        self.assertEqual(by_name['pathway', 'mapk']['state'], 'inactive')
        self.assertEqual(len(by_name), len(rows))

    def test_unknown_ids(self):
        for option, near in (('--agents=trastuzumap', 'trastuzumab'), ('--alterations=her2-amplifcation', 'her2-amplification'),
                             ('--conditions=egfr-ligant', 'egfr-ligand')):
            status, output, complaints = program.run('signal', option)
            self.assertEqual((status, output), (2, ''))
            self.assertIn(f'“{near}”', complaints)
        self.assertEqual(program.run('signal', '--alterations=zzz')[0], 2)

    def test_data_set_without_pathway(self):
        with open(program.source_path('tests', 'load', 'sample.json'), encoding='utf-8') as file:
            document = json.load(file)
        del document['pathway']
        with tempfile.NamedTemporaryFile('w', suffix='.json') as file:
            json.dump(document, file)
            file.flush()
            status, output, complaints = program.run('signal', f'--data={file.name}')
        self.assertEqual((status, output), (1, ''))
        self.assertIn('no pathway', complaints)

    def test_another_data_set(self):
        sample = program.source_path('tests', 'load', 'sample.json')
        answer = program.answer_json('signal', f'--data={sample}', '--alterations=x1-mutation', '--agents=onemab')
        self.assertEqual(answer['pathways'], [{'id': 'p', 'active': True}])


if __name__ == '__main__':
    tapmain.main()
