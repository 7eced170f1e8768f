# SPDX-License-Identifier: GPL-3.0-or-later
"""Registries' records into a data set. The records are invented, in the shape that registries give them."""

import copy
import csv
import io
import json
import os
import pathlib
import tempfile
import unittest

import program
import tapmain

DATA = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT']) / 'tests/import/data'


def measure(title, values, *, unit='percentage of participants', param='NUMBER', kind='SECONDARY', dispersion='95% Confidence Interval',
            groups=('Alpha', 'Beta'), counts=('27', '30'), status='POSTED'):
    ids = [f'OG00{i}' for i in range(len(groups))]
    return {
        'type': kind, 'title': title, 'reportingStatus': status, 'paramType': param, 'dispersionType': dispersion, 'unitOfMeasure': unit,
        'groups': [{'id': i, 'title': t} for i, t in zip(ids, groups)],
        'denoms': [{'units': 'Participants', 'counts': [{'groupId': i, 'value': c} for i, c in zip(ids, counts)]}],
        'classes': [{'categories': [{'measurements': [{'groupId': i, **v} for i, v in zip(ids, values)]}]}],
    }


def record(number='NCT09990001', measures=()):
    study = {'protocolSection': {
        'identificationModule': {
            'nctId': number, 'orgStudyIdInfo': {'id': 'SPONSOR-7'}, 'acronym': 'INVENTED-1',
            'secondaryIdInfos': [{'id': '2021-009999-11', 'type': 'EUDRACT_NUMBER'}],
            'briefTitle': 'Alphamab or Betanib', 'officialTitle': 'A Trial of Alphamab or Betanib'},
        'statusModule': {
            'overallStatus': 'RECRUITING', 'startDateStruct': {'date': '2021-03'},
            'completionDateStruct': {'date': '2026-05-01', 'type': 'ESTIMATED'}, 'lastUpdatePostDateStruct': {'date': '2024-02-03', 'type': 'ACTUAL'}},
        'sponsorCollaboratorsModule': {'leadSponsor': {'name': 'Invented Group'}},
        'conditionsModule': {'conditions': ['Gastric Cancer', 'Gastric Adenocarcinoma']},
        'designModule': {'studyType': 'INTERVENTIONAL', 'phases': ['PHASE1', 'PHASE2'],
                         'designInfo': {'allocation': 'RANDOMIZED', 'maskingInfo': {'masking': 'NONE'}},
                         'enrollmentInfo': {'count': 57, 'type': 'ESTIMATED'}},
        'armsInterventionsModule': {
            'armGroups': [{'label': 'Alpha', 'interventionNames': ['Drug: Alphamab', 'Drug: Placebo']},
                          {'label': 'Beta', 'interventionNames': ['Drug: Betanib']}],
            'interventions': [{'type': 'DRUG', 'name': 'Alphamab', 'otherNames': ['AM-1', 'Alphamab']}, {'type': 'DRUG', 'name': 'Betanib'},
                              {'type': 'DRUG', 'name': 'Placebo'}]},
        'eligibilityModule': {'eligibilityCriteria': 'Inclusion Criteria:\n\n* Age \\>= 18\n\nExclusion Criteria:\n\n* Prior \\[trial\\] drug',
                              'sex': 'ALL', 'minimumAge': '18 Years'}}}
    if measures:
        study['resultsSection'] = {'outcomeMeasuresModule': {'outcomeMeasures': list(measures)}}
    return study


class ImportTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.output = self.folder / 'out.json'

    def write(self, content, name='file'):
        path = self.folder / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding='utf-8')
        return path

    def run_program(self, *arguments):
        return program.run(*map(str, arguments))

    def take(self, *paths, data=None, status=0, output=None):
        found, answer, complaints = self.run_program('import', *paths, f'--output={output or self.output}', '--format=json',
                                                     *([f'--data={data}'] if data else []))
        self.assertEqual(found, status, complaints)
        answer = json.loads(answer)
        self.assertEqual(list(answer)[:4], ['new', 'changed', 'same', 'refused'])
        self.assertIn(list(answer)[4:], ([], ['joined']))
        return answer

    def trial(self, number=0):
        program.answer('check', str(self.output))
        return json.loads(self.output.read_text(encoding='utf-8'))['trials'][number]

    def outcomes(self, *measures):
        answer = self.take(self.write(record(measures=measures)))
        trial = self.trial()
        return {(arm['label'], o['endpoint']): o for arm in trial['arms'] for o in arm['outcomes']}, answer['refused']

    def test_record(self):
        answer = self.take(self.write(record()))
        self.assertEqual(answer, {'new': ['nct09990001'], 'changed': [], 'same': [], 'refused': []})
        trial = self.trial()
        self.assertEqual(trial['name'], 'INVENTED-1')
        self.assertEqual(trial['acronym'], 'INVENTED-1')
        self.assertEqual(trial['registrations'], ['NCT09990001', '2021-009999-11', 'SPONSOR-7'])
        self.assertEqual(trial['title'], 'A Trial of Alphamab or Betanib')
        self.assertEqual(trial['phase'], 'I/II')
        self.assertEqual(trial['status'], {'published': 'RECRUITING', 'state': 'RECRUITING'})
        self.assertEqual(trial['enrolment'], {'count': 57, 'type': 'ESTIMATED'})
        self.assertEqual(trial['dates'], {'start': {'date': '2021-03'}, 'completion': {'date': '2026-05-01', 'type': 'ESTIMATED'},
                                          'last_update': {'date': '2024-02-03', 'type': 'ACTUAL'}})
        self.assertEqual(trial['allocation'], 'randomised')
        self.assertEqual(trial['masking'], 'NONE')
        self.assertEqual(trial['sponsor'], 'Invented Group')
        self.assertEqual(trial['origin']['updated'], '2024-02-03')
        self.assertEqual(trial['populations'][0]['text'], 'Gastric Cancer; Gastric Adenocarcinoma')
        self.assertEqual([(c.get('topic'), c['text']) for c in trial['eligibility']['criteria']],
                         [('inclusion', '* Age >= 18'), ('exclusion', '* Prior [trial] drug'), ('sex', 'ALL'), ('age', '18 Years and older')])
        self.assertEqual([(a['id'], a['label'], a['regimen']) for a in trial['arms']],
                         [('nct09990001:alpha', 'Alpha', 'alphamab'), ('nct09990001:beta', 'Beta', 'betanib')])
        data = json.loads(self.output.read_text(encoding='utf-8'))
        self.assertEqual([(a['id'], a['name'], a.get('synonyms', [])) for a in data['agents']],
                         [('alphamab', 'Alphamab', ['AM-1']), ('betanib', 'Betanib', [])])
        self.assertEqual(data['as_of'], '2024-02-03')

    def test_list_and_page(self):
        others = [record('NCT09990001'), record('NCT09990002')]
        others[1]['protocolSection']['identificationModule']['secondaryIdInfos'] = []
        for content in (others, {'studies': others, 'nextPageToken': 'x'}):
            with self.subTest(type(content)):
                self.assertEqual(self.take(self.write(content))['new'], ['nct09990001', 'nct09990002'])
                self.assertEqual(json.loads(self.output.read_text(encoding='utf-8'))['agents'].__len__(), 2)

    def test_record_cut_short(self):
        self.assertEqual(self.take(self.write({'protocolSection': {'identificationModule': {'nctId': 'NCT09990003'}}}))['new'], ['nct09990003'])
        trial = self.trial()
        self.assertEqual(trial['status']['state'], 'UNKNOWN')
        self.assertNotIn('phase', trial)
        self.assertNotIn('allocation', trial)

    def test_nothing_is_written_where_nothing_is_taken(self):
        self.output.write_text('kept', encoding='utf-8')
        for content, word in ((['no'], 'expected a record'), ({'FullStudiesResponse': {}}, 'first version'), ('<html><body>Error</body></html>', 'web page'),
                              ('<?xml version="1.0"?><rss version="2.0"/>', 'RSS'), ('<?xml version="1.0"?><clinical_study/>', 'former'),
                              ({'protocolSection': {}}, 'nctId'), ('{"protocolSection": NaN}', 'expected a value'), ('', 'empty'),
                              ([], 'empty list'), ('plain words', 'cannot be imported'),
                              ('Summary\nEudraCT Number: 2021-009999-11\nTrial Status: Ongoing\n', 'EU Clinical Trials Register'),
                              ('PK\3\4and so on', 'archive or a spreadsheet'), ('%PDF-1.7\n', 'PDF'),
                              ('Study Title,Study Status\nA,Completed\n', 'no column “NCT Number”')):
            with self.subTest(content):
                answer = self.take(self.write(content), status=1)
                self.assertEqual(answer['new'], [])
                self.assertIn(word, ' '.join(r['reason'] for r in answer['refused']))
                self.assertEqual(self.output.read_text(encoding='utf-8'), 'kept')

    def test_what_is_not_read_of_a_record_is_counted(self):
        """Once for a file, by module, or by field where the others of its module are read."""
        records = [record(), record('NCT09990002')]
        for each in records:
            each['protocolSection']['descriptionModule'] = {'briefSummary': 'About it.'}
            each['protocolSection']['contactsLocationsModule'] = {'locations': []}
            each['hasResults'] = False
        records[0]['protocolSection']['statusModule']['statusVerifiedDate'] = '2024-02'
        records[0]['derivedSection'] = {'miscInfoModule': {'versionHolder': '2024-02-03'}}
        records[0]['resultsSection'] = {'participantFlowModule': {'groups': [{}]}}
        self.assertEqual([r['reason'] for r in self.take(self.write(records))['refused']], [
            'fields that are not imported, each with the number of records that have it: contactsLocationsModule (2), derivedSection (1), '
            'descriptionModule (2), participantFlowModule (1), statusModule.statusVerifiedDate (1)'])

    def test_refused_record_leaves_the_others(self):
        answer = self.take(self.write([record(), {'Study': {}}, {'protocolSection': {}}]))
        self.assertEqual(answer['new'], ['nct09990001'])
        self.assertEqual([r['place'] for r in answer['refused']], ['$[1]', '$[2]'])

    def test_newest_record_is_taken(self):
        newer = record()
        newer['protocolSection']['statusModule'].update(overallStatus='COMPLETED', lastUpdatePostDateStruct={'date': '2025-01-01'})
        answer = self.take(self.write(newer, 'newer'), self.write(record(), 'older'))
        self.assertEqual(self.trial()['status']['state'], 'COMPLETED')
        self.assertEqual([r['file'] for r in answer['refused']], ['older'])

    def test_response_rates(self):
        found, refused = self.outcomes(measure('Objective Response Rate (ORR)', [{'value': '29.6', 'lowerLimit': '13.8', 'upperLimit': '50.2'}, {'value': '20'}]))
        self.assertEqual(refused, [])
        alpha = found['Alpha', 'ORR']
        self.assertEqual((alpha['value'], alpha['lower'], alpha['upper'], alpha['level'], alpha['responders'], alpha['analysed'], alpha['derived']),
                         (29.6, 13.8, 50.2, 0.95, 8, 27, ['responders']))
        self.assertEqual(alpha['published'], '29.6 (13.8 to 50.2) percentage of participants')
        self.assertIn('Objective Response Rate', alpha['sources'][0]['place'])
        self.assertEqual((found['Beta', 'ORR']['responders'], found['Beta', 'ORR']['value']), (6, 20))

    def test_responders_only_where_one_number_gives_the_rate(self):
        found, _ = self.outcomes(measure('Overall Response Rate', [{'value': '15.0'}, {'value': '34'}], counts=('21', '1000')))
        for arm in ('Alpha', 'Beta'):
            self.assertNotIn('responders', found[arm, 'ORR'])
            self.assertIn('No single number of responders', found[arm, 'ORR']['notes'][0])

    def test_proportions_and_counts(self):
        found, _ = self.outcomes(measure('ORR', [{'value': '.37'}, {'value': '.2'}], unit='proportion of participants'))
        self.assertEqual((found['Alpha', 'ORR']['value'], found['Alpha', 'ORR']['responders']), (37, 10))
        found, _ = self.outcomes(measure('Number of Participants With Disease Control Rate', [{'value': '9'}, {'value': '0'}], unit='Participants',
                                         param='COUNT_OF_PARTICIPANTS', dispersion=None))
        self.assertEqual((found['Alpha', 'DCR']['responders'], found['Alpha', 'DCR']['analysed'], found['Alpha', 'DCR']['derived']), (9, 27, ['value']))
        self.assertEqual(found['Beta', 'DCR']['value'], 0)

    def test_medians_and_na(self):
        na = 'Median not reached at the data cut-off'
        found, refused = self.outcomes(
            measure('Progression-Free Survival', [{'value': '6.9', 'lowerLimit': '4.1', 'upperLimit': 'NA', 'comment': 'Upper limit not reached'},
                                                  {'value': 'NA', 'lowerLimit': 'NA', 'upperLimit': 'NA', 'comment': na}], unit='months', param='MEDIAN'),
            measure('Overall Survival', [{'value': 'NA', 'lowerLimit': '3.0', 'upperLimit': 'NA', 'comment': 'insufficient number of events'},
                                         {'value': 'NA', 'comment': 'No responses in this group'}], unit='Weeks', param='MEDIAN', dispersion='80% Confidence Interval'),
            measure('Duration of Response', [{'value': '5', 'lowerLimit': '1', 'upperLimit': '9'}, {'value': 'NA'}], unit='Months', param='MEDIAN', dispersion='Full Range'))
        self.assertEqual(refused, [])
        self.assertEqual((found['Alpha', 'PFS']['value'], found['Alpha', 'PFS']['upper']), (6.9, {'state': 'not-reached'}))
        self.assertEqual((found['Beta', 'PFS']['state'], found['Beta', 'PFS']['notes']), ('not-reached', [na]))
        self.assertNotIn('lower', found['Beta', 'PFS'])
        self.assertEqual((found['Alpha', 'OS']['state'], found['Alpha', 'OS']['lower'], found['Alpha', 'OS']['level'], found['Alpha', 'OS']['unit']),
                         ('not-estimable', 3, 0.8, 'weeks'))
        self.assertEqual(found['Beta', 'OS']['state'], 'not-reported')
        self.assertEqual(found['Alpha', 'DOR']['value'], 5)
        self.assertNotIn('lower', found['Alpha', 'DOR'])

    def test_comment_speaks_of_what_it_names(self):
        found, refused = self.outcomes(
            measure('Progression-Free Survival', [{'value': 'NA', 'lowerLimit': '4.1', 'upperLimit': 'NA', 'comment': 'The upper limit of the CI was not reached'},
                                                  {'value': '6', 'lowerLimit': 'NA', 'upperLimit': 'NA', 'comment': 'Upper limit not estimable due to too few events'}],
                    unit='months', param='MEDIAN'),
            measure('Overall Survival', [{'value': 'NA', 'lowerLimit': 'NA', 'upperLimit': 'NA', 'comment': 'Median and CI could not be estimated'},
                                         {'value': 'NA', 'lowerLimit': '2', 'upperLimit': 'NA', 'comment': 'Not reached'}], unit='months', param='MEDIAN'))
        self.assertEqual(refused, [])
        self.assertEqual((found['Alpha', 'PFS']['state'], found['Alpha', 'PFS']['upper']), ('not-reported', {'state': 'not-reached'}))
        self.assertEqual(found['Alpha', 'PFS']['notes'], ['The upper limit of the CI was not reached'])
        self.assertEqual(found['Beta', 'PFS']['upper'], {'state': 'not-estimable'})
        self.assertNotIn('lower', found['Beta', 'PFS'])
        self.assertEqual([found['Alpha', 'OS'][key] for key in ('state', 'lower', 'upper')], ['not-estimable', *[{'state': 'not-estimable'}] * 2])
        self.assertEqual([found['Beta', 'OS'][key] for key in ('state', 'lower', 'upper')], ['not-reached', 2, {'state': 'not-reached'}])

    def test_nothing_is_chosen_silently(self):
        found, refused = self.outcomes(measure('ORR by Investigator', [{'value': '30'}, {'value': '30'}]),
                                       measure('ORR by Independent Review', [{'value': '20'}, {'value': '20'}], kind='PRIMARY'),
                                       measure('PSA Response Rate', [{'value': '1'}, {'value': '2'}]),
                                       measure('ORR in Part 3', [], status='NOT_POSTED'))
        self.assertEqual(found, {})
        # The measure of another response is counted.
        self.assertEqual(len(refused), 2)
        choice = next(r['reason'] for r in refused if 'several measures' in r['reason'])
        self.assertLess(choice.index('Independent'), choice.index('Investigator'))

    def test_classes_of_a_measure_are_offered(self):
        parts = measure('Objective response rate', [{'value': '30'}, {'value': '20'}], kind='PRIMARY')
        first = parts['classes'][0]
        parts['classes'] = [{**first, 'title': 'HER2 3+'}, {**first, 'title': 'HER2 2+'},
                            {**first, 'title': 'Best response', 'categories': [{**first['categories'][0], 'title': word} for word in ('Complete', 'Partial')]}]
        found, refused = self.outcomes(parts)
        self.assertEqual(found, {})
        choice = next(r['reason'] for r in refused if 'several measures' in r['reason'])
        for words in ('“Objective response rate: HER2 3+”', '“Objective response rate: HER2 2+”'):
            self.assertIn(words, choice)
        self.assertEqual([r['place'] for r in refused if 'several classes' in r['reason']],
                         ['$.resultsSection.outcomeMeasuresModule.outcomeMeasures[0].classes[2]'])

    def test_classes_that_cannot_be_told_apart_are_refused(self):
        parts = measure('Objective response rate', [{'value': '30'}, {'value': '20'}], kind='PRIMARY')
        first = parts['classes'][0]
        parts['classes'] = [{**first, 'title': 'Week 8'}, first, {**first, 'title': 'Part 1'}, {**first, 'title': 'Part 1'}]
        found, refused = self.outcomes(parts)
        self.assertEqual(found, {})
        self.assertEqual([r['place'][-10:] for r in refused if 'several classes' in r['reason']], ['classes[1]', 'classes[2]', 'classes[3]'])

    def test_group_that_is_no_arm(self):
        found, refused = self.outcomes(measure('ORR', [{'value': '30'}, {'value': '30'}], groups=('Alpha', 'Beta, Japan')))
        self.assertEqual(list(found), [('Alpha', 'ORR')])
        self.assertIn('Beta, Japan', refused[0]['reason'])

    def test_what_is_posted_and_not_read_is_counted(self):
        study = record(measures=[measure('Objective response rate', [{'value': '29.6'}, {'value': '20'}]),
                                 measure('Quality of life', [{'value': '29.6'}, {'value': '20'}])])
        study['resultsSection']['outcomeMeasuresModule']['outcomeMeasures'][0]['analyses'] = [{'paramType': 'Odds Ratio (OR)', 'paramValue': '0.7'}]
        study['resultsSection']['adverseEventsModule'] = {'seriousEvents': [{'term': 'Nausea'}], 'otherEvents': [{'term': 'Fatigue'}]}
        reasons = [r['reason'] for r in self.take(self.write(study))['refused']]
        for words in ('1 posted outcome measure ', '1 posted analysis', '2 kinds of adverse events'):
            self.assertEqual(len([r for r in reasons if r.startswith(words)]), 1, reasons)

    def test_hazard_ratios(self):
        study = record(measures=[measure('Event-Free Survival', [{'value': '9'}, {'value': '6'}], unit='months', param='MEDIAN')])
        analysis = {'groupIds': ['OG000', 'OG001'], 'groupDescription': 'Alpha divided by Beta', 'paramType': 'Hazard Ratio (HR)', 'paramValue': '.63',
                    'ciPctValue': '97.5', 'ciNumSides': 'TWO_SIDED', 'ciLowerLimit': '0.41', 'ciUpperLimit': 'NA',
                    'ciUpperLimitComment': 'Not estimable, too few events', 'pValue': '<0.001', 'statisticalMethod': 'Log Rank'}
        study['resultsSection']['outcomeMeasuresModule']['outcomeMeasures'][0]['analyses'] = [
            analysis, {**analysis, 'ciUpperLimit': '0.5'}, {**analysis, 'ciUpperLimit': '0.9', 'ciPctValue': None, 'ciUpperLimitComment': None},
            {'paramType': 'Mean Difference (Net)', 'paramValue': '1'}, {'paramType': 'Hazard Ratio, log', 'paramValue': '0.2'}]
        refused = self.take(self.write(study))['refused']
        facts = self.trial()['facts']
        self.assertEqual([f['topic'] for f in facts], ['hazard ratio'] * 2)
        for words in ('Event-Free Survival: hazard ratio .63', '97.5% confidence interval 0.41 to not estimable', '“Alpha” and “Beta”', 'p <0.001', 'Log Rank',
                      'Alpha divided by Beta', 'Not estimable, too few events'):
            self.assertIn(words, facts[0]['text'])
        self.assertIn('unstated level 0.41 to 0.9', facts[1]['text'])
        self.assertIn('outcome measure 1, analysis 1', facts[0]['sources'][0]['place'])
        self.assertIn('outcome measure 1, analysis 3', facts[1]['sources'][0]['place'])
        places = [r['place'] for r in refused]
        self.assertIn('$.resultsSection.outcomeMeasuresModule.outcomeMeasures[0].analyses[1]', places)
        self.assertTrue(any(r['reason'].startswith('2 posted analyses') for r in refused), refused)

    def events(self):
        def event(term, organ, *stats):
            return {'term': term, 'organSystem': organ,
                    'stats': [{'groupId': f'EG00{i}', 'numAffected': a, 'numAtRisk': n, 'numEvents': e} for i, (a, n, e) in enumerate(stats)]}

        study = record()
        study['resultsSection'] = {'adverseEventsModule': {
            'frequencyThreshold': '5', 'timeFrame': 'Two years', 'description': 'By \\[any\\] cause',
            'eventGroups': [
                {'id': 'EG000', 'title': 'Alpha', 'deathsNumAffected': 2, 'deathsNumAtRisk': 27, 'seriousNumAffected': 8, 'seriousNumAtRisk': 27,
                 'otherNumAffected': 20, 'otherNumAtRisk': 26},
                {'id': 'EG001', 'title': 'Beta, Japan', 'seriousNumAffected': 0, 'seriousNumAtRisk': 30, 'otherNumAffected': 9},
                {'id': 'EG002', 'title': 'Empty', 'seriousNumAffected': 0, 'seriousNumAtRisk': 0}],
            'seriousEvents': [event('Sepsis', 'Infections', (1, 27, 1), (0, 30, 0)), event('Pneumonia', 'Infections', (3, 27, 4), (0, 30, 0)),
                              event('Ileus', 'Gut', (1, 27, 1))],
            'otherEvents': [event('Fatigue', 'General', (20, 26, 20)), event('Nausea', 'Gut', (9, 5, 9))]}}
        return study

    def test_adverse_events(self):
        refused = self.take(self.write(self.events()))['refused']
        trial = self.trial()
        alpha, beta = trial['arms']
        self.assertEqual([(o['endpoint'], o['responders'], o['analysed'], o['value'], o['derived'], o['published']) for o in alpha['outcomes']],
                         [('SAE', 8, 27, 29.6, ['value'], '8 / 27'), ('OTHER-AE', 20, 26, 76.9, ['value'], '20 / 26'), ('DEATHS', 2, 27, 7.4, ['value'], '2 / 27')])
        self.assertIn('5%', alpha['outcomes'][1]['notes'][0])
        self.assertIn('Alpha', alpha['outcomes'][0]['sources'][0]['place'])
        self.assertEqual([(f['topic'], f['text']) for f in alpha['safety']],
                         [('serious adverse events', 'Infections: Pneumonia 3 of 27 (4 events); Sepsis 1 of 27'), ('serious adverse events', 'Gut: Ileus 1 of 27'),
                          ('other adverse events', 'General: Fatigue 20 of 26')])
        self.assertEqual(beta['outcomes'], [])
        self.assertEqual([(f['topic'], f['text']) for f in trial['safety'][1:]],
                         [('Serious adverse events (Beta, Japan)', '0 / 30'),
                          ('serious adverse events (Beta, Japan)', 'Infections: Sepsis 0 of 30; Pneumonia 0 of 30')])
        self.assertIn('Two years', trial['safety'][0]['text'])
        self.assertIn('[any]', trial['safety'][0]['text'])
        reasons = ' '.join(r['reason'] for r in refused)
        for words in ('Other adverse events of the group “Beta, Japan”', 'the group “Beta, Japan”, which is not a registered arm', '1 kind of adverse event'):
            self.assertIn(words, reasons)
        self.assertEqual({e['id']: e['domain'] for e in json.loads(self.output.read_text(encoding='utf-8'))['endpoints']},
                         {'SAE': 'safety', 'OTHER-AE': 'safety', 'DEATHS': 'safety'})
        shown = json.loads(self.run_program('show', 'nct09990001', f'--data={self.output}', '--format=json')[1])
        self.assertEqual(shown['arms'][0]['outcomes'][0]['responders'], 8)

    def test_statements_of_others_stay(self):
        own = self.folder / 'own.json'
        self.take(self.write(self.events()), output=own)
        data = json.loads(own.read_text(encoding='utf-8'))
        data['sources'].append({'id': 'paper', 'kind': 'primary', 'citation': 'A paper.'})
        data['trials'][0]['arms'][0]['safety'].insert(0, {'text': 'Well tolerated.', 'sources': [{'id': 'paper', 'place': 'Table 2'}]})
        own.write_text(json.dumps(data), encoding='utf-8')
        self.assertEqual(self.take(self.write(self.events()), data=own)['same'], ['nct09990001'])

        newer = self.events()
        newer['protocolSection']['statusModule']['lastUpdatePostDateStruct']['date'] = '2025-02-03'
        newer['resultsSection']['adverseEventsModule']['seriousEvents'].pop()
        changes = {c['field']: c for c in self.take(self.write(newer), data=own)['changed'][0]['changes']}
        of_safety = [c['taken'] for field, c in changes.items() if field.startswith('arms[nct09990001:alpha].safety')]
        self.assertEqual(set(of_safety), {True}, changes)
        self.assertEqual([f['text'] for f in self.trial()['arms'][0]['safety']],
                         ['Well tolerated.', 'Infections: Pneumonia 3 of 27 (4 events); Sepsis 1 of 27', 'General: Fatigue 20 of 26'])

    def with_criteria(self, *criteria):
        studies = []
        for i, text in enumerate(criteria):
            study = record(f'NCT0999100{i}')
            study['protocolSection']['identificationModule']['secondaryIdInfos'] = []
            study['protocolSection']['eligibilityModule'] = {'eligibilityCriteria': text}
            studies.append(study)
        refused = self.take(self.write(studies))['refused']
        program.answer('check', str(self.output))
        data = json.loads(self.output.read_text(encoding='utf-8'))
        return [t.get('eligibility', {}) for t in data['trials']], refused, data

    def test_proposed_rules(self):
        (found,), refused, data = self.with_criteria(
            'Inclusion Criteria:\n\n* Histologically confirmed metastatic colorectal cancer\n'
            '* HER2-positive (IHC 3+ or IHC 2+/ISH+) tumor by central laboratory. RAS and BRAF wild-type\n'
            '* Patients with advanced or metastatic MSI-H or MMR deficient (dMMR) tumors who have progressed or are intolerant\n'
            '* At least two prior lines of therapy\n\nExclusion Criteria:\n\n* Known KRAS mutation\n* Previously treated HER2 mutated disease')
        self.assertEqual(refused, [])
        self.assertEqual([(r['biomarker'], r['values'], r.get('excluded', False), r['published'], r['proposed'], r['sources'][0]['place']) for r in found['rules']], [
            ('her2', ['ihc-3+', 'ihc-2+-ish+'], False, 'HER2-positive (IHC 3+ or IHC 2+/ISH+) tumor by central laboratory.', True, 'Eligibility criteria'),
            ('ras', ['wt'], False, 'RAS and BRAF wild-type', True, 'Eligibility criteria'),
            ('braf', ['wt'], False, 'RAS and BRAF wild-type', True, 'Eligibility criteria'),
            ('msi', ['msi-h'], False, 'Patients with advanced or metastatic MSI-H or MMR deficient (dMMR) tumors who have progressed or are intolerant', True,
             'Eligibility criteria'),
            ('kras', ['mutated'], True, 'Known KRAS mutation', True, 'Eligibility criteria')])
        self.assertEqual([(r['biomarker'], r['values'], r['proposed']) for r in found['conditions']], [('tumour', ['colorectal-cancer'], True)])
        self.assertEqual((found['lines']['min_prior'], found['lines']['published'], found['lines']['proposed']), (2, 'At least two prior lines of therapy', True))
        # Only what the rules are on, with what that consists of, and nothing stated about it.
        self.assertEqual([b['id'] for b in data['biomarkers']], ['her2', 'ras', 'kras', 'nras', 'braf', 'msi'])
        self.assertFalse(any('facts' in b for b in data['biomarkers']))
        self.assertEqual([b['id'] for b in data['characteristics']], ['tumour'])

        answer = json.loads(self.run_program('match', '--patient=her2:ihc-3+ ras:wt braf:wt msi:msi-h lines:1', f'--data={self.output}', '--format=json')[1])
        rules = {r['rule']: r for r in answer['trials'][0]['rules']}
        self.assertEqual(rules['RAS wild-type']['answer'], 'yes')
        self.assertIn('not confirmed', rules['RAS wild-type']['because'])
        self.assertEqual(rules['Prior lines of treatment: at least 2']['answer'], 'no')
        shown = self.run_program('show', 'nct09991000', f'--data={self.output}')[1]
        for line in ('Inclusion criterion: RAS wild-type', 'Inclusion criterion: Colorectal cancer', 'Exclusion criterion: KRAS mutated',
                     'Lines of therapy: Prior lines of treatment: at least 2'):
            self.assertRegex(shown, f'{line}.*\\n +proposed by the program, not confirmed\\n +as published: “')

    def test_proposals_are_printed(self):
        study = record()
        study['protocolSection']['eligibilityModule'] = {
            'eligibilityCriteria': 'Inclusion Criteria:\n\n* RAS wild-type in plasma\n* At least two prior lines of therapy\n\nExclusion Criteria:\n\n* Known BRAF mutation'}
        status, answer, complaints = self.run_program('import', self.write(study), f'--output={self.output}')
        self.assertEqual((status, complaints), (0, ''))
        self.assertEqual(answer.splitlines(), [
            'New (1):', '  nct09990001', '    Proposed criterion: RAS wild-type, from “RAS wild-type in plasma”',
            '    Proposed exclusion criterion: BRAF mutated, from “Known BRAF mutation”',
            '    Proposed criterion: Prior lines of treatment: at least 2, from “At least two prior lines of therapy”'])

    def test_words_mean_what_the_data_set_knows(self):
        root = pathlib.Path(os.environ['REGIMEN_SOURCE_ROOT']) / 'resources'
        words = json.loads((root / 'import/eligibility-words.json').read_text(encoding='utf-8'))
        known = json.loads((root / 'evidence/her2-colorectal.json').read_text(encoding='utf-8'))
        for list_of, records in (('rules', 'biomarkers'), ('conditions', 'characteristics')):
            values = {b['id']: {v['id'] for v in b['values']} for b in known[records]}
            for entry in words[list_of]:
                with self.subTest(entry['text']):
                    self.assertLessEqual(set(entry['values']), values[entry['biomarker']])

    def test_words_in_doubt_give_no_rule(self):
        doubtful = ['HER2-positive or HR-positive tumours', 'Patients must not have HER2-positive tumours', 'KRAS wild-type tumours if tested',
                    'RAS wild-type, or BRAF mutated', 'Arm A: HER2-positive', 'HER2-positive disease is allowed', 'Prior treatment of HER2-low or other disease',
                    'Breast, ovarian or pancreatic cancer, histologically confirmed', 'At least one prior line of adjuvant chemotherapy',
                    'Patients with prior breast cancer', 'Either RAS wild-type', 'No history of HER2-positive breast cancer']
        texts = [f'Inclusion Criteria:\n\n* {line}\n' for line in doubtful]
        texts += ['RAS wild-type', 'Inclusion Criteria:\n\n* One of the following:\n  * RAS wild-type\n  * MSS\n', 'Inclusion Criteria:\n\n* Any of the following:\n* RAS wild-type',
                  'Inclusion Criteria:\n\n* Adults\n\nCohort 2\n\n* RAS wild-type', 'Inclusion Criteria:\n\n* Adults\n\nPatients are excluded if:\n\n* RAS wild-type',
                  'Exclusion Criteria:\n\n* RAS wild-type tumours without prior cetuximab\n* BRAF V600E mutation']
        for start in range(0, len(texts), 10):
            found, refused, _ = self.with_criteria(*texts[start:start + 10])
            for text, eligibility in zip(texts[start:], found):
                with self.subTest(text):
                    self.assertEqual({key: eligibility[key] for key in ('rules', 'conditions', 'lines') if key in eligibility}, {})

    def test_rules_that_do_not_agree(self):
        (found,), refused, _ = self.with_criteria('Inclusion Criteria:\n\n* RAS wild-type\n* RAS mutated\n* HER2-positive\n* HER2 IHC 3+\n'
                                                  '* At least two prior lines of therapy\n* At least three prior lines of therapy')
        self.assertEqual([r['text'] for r in found['rules']], ['HER2-positive', 'HER2 IHC 3+'])
        self.assertNotIn('lines', found)
        self.assertEqual(sorted(r['reason'].split(';')[0] for r in refused),
                         ['the criteria contradict each other on RAS', 'the criteria contradict each other on earlier lines of treatment'])

    def test_rules_of_a_source_stay(self):
        newer = record('NCT03384940')
        newer['protocolSection']['eligibilityModule'] = {'eligibilityCriteria': 'Inclusion Criteria:\n\n* HER2 mutated\n'}
        builtin = self.folder / 'builtin.json'
        self.run_program('new', '--from=builtin', f'--output={builtin}')
        answer = self.take(self.write(newer), data=builtin)
        changes = [c for c in answer['changed'][0]['changes'] if c['field'].startswith('eligibility.rules')]
        self.assertTrue(changes)
        self.assertFalse(any(c['taken'] for c in changes))

    def test_rules_are_not_added_to_what_a_person_wrote(self):
        own = self.folder / 'own.json'
        study = record()
        self.take(self.write(study), output=own)
        study['protocolSection']['eligibilityModule'] = {'eligibilityCriteria': 'Inclusion Criteria:\n\n* RAS wild-type\n* At least two prior lines of therapy\n'}

        def changes(data):
            answer = self.take(self.write(study), data=data)
            return {c['field'].split('[')[0]: (c['taken'], c['reason']) for c in answer['changed'][0]['changes'] if 'eligibility' in c['field'] and 'criteria' not in c['field']}

        found = changes(own)
        self.assertTrue(found)
        self.assertEqual(set(found.values()), {(True, None)}, found)
        self.assertEqual([b['id'] for b in json.loads(self.output.read_text(encoding='utf-8'))['biomarkers']], ['ras', 'kras', 'nras'])
        data = json.loads(own.read_text(encoding='utf-8'))
        del data['trials'][0]['origin']
        own.write_text(json.dumps(data), encoding='utf-8')
        found = changes(own)
        self.assertTrue(found)
        for taken, reason in found.values():
            self.assertFalse(taken)
            self.assertIn('has not been confirmed', reason)
        self.assertNotIn('rules', self.trial().get('eligibility', {}))
        self.assertEqual(json.loads(self.output.read_text(encoding='utf-8')).get('biomarkers', []), [])

    def test_another_disease_passes_every_verb(self):
        """And every figure: what the data set does not have is said, and nothing of the embedded one shows."""
        rate = measure('Objective response rate', [{'value': '29.6'}, {'value': '20'}], kind='PRIMARY')
        time = measure('Progression free survival', [{'value': '6.9', 'lowerLimit': '4.1', 'upperLimit': '8.7'}, {'value': '3.2'}], unit='months', param='MEDIAN')
        second = record('NCT09990002')
        second['protocolSection']['identificationModule'].update(secondaryIdInfos=[], acronym='INVENTED-2')
        studies = self.write([record(measures=[rate, time]), second])
        self.take(studies)
        data, patient = f'--data={self.output}', '--patient=lines:2'
        times, curve = self.write('time,status\n1,1\n2,0\n3,1\n', 'times.csv'), self.write('time,survival\n0,1\n2,0.8\n4,0.5\n6,0.2\n', 'curve.csv')
        calls = [
            ('list', data), ('show', 'nct09990001', data), ('pool', data), ('match', patient, data), ('check', self.output),
            ('new', f'--from={self.output}', f'--output={self.folder}/copy.json'), ('curves', times, '--unit=months'), ('cite', data), ('cite', 'nct09990001', data),
            ('reconstruct', curve, '--patients=20', f'--output={self.folder}/times-of-curve.csv'),
            ('compare', 'nct09990001:alpha', 'nct09990001:beta', data), ('import', studies, data, f'--output={self.folder}/again.json'),
            ('changes', self.output, studies), ('changes', self.output, f'{self.folder}/copy.json'),
            ('slides', f'--output={self.folder}/deck.pptx', '--figures=response,survival,scatter,patient', patient, data),
            *(('chart', figure, f'--output={self.folder}/{figure}.svg', *more, data)
              for figure, *more in (('response',), ('response', '--by=regimen'), ('survival',), ('scatter',), ('patient', patient)))]
        lacking = [('signal', data), ('curves', data), ('chart', 'curves', f'--output={self.folder}/curves.svg', data), ('chart', 'pathway', f'--output={self.folder}/pathway.svg', data)]
        verbs = {line.split()[1] for line in program.answer('--help').splitlines() if line.startswith('  regimen ') and not line.startswith('  regimen [')}
        self.assertEqual(verbs, {call[0] for call in calls + lacking})
        for call in calls:
            with self.subTest(' '.join(map(str, call[:2]))):
                status, answer, complaints = self.run_program(*call)
                self.assertEqual((status, complaints), (0, ''))
                self.assertNotIn('HER2', answer)
        for call in lacking:
            with self.subTest(call[:2]):
                status, answer, complaints = self.run_program(*call)
                self.assertEqual((status, answer), (1, ''))
                self.assertRegex(complaints, 'no pathway|None of these arms has')
        for picture in self.folder.glob('*.svg'):
            with self.subTest(picture.name):
                self.assertNotIn('HER2', picture.read_text(encoding='utf-8'))
        self.assertEqual(sorted(picture.stem for picture in self.folder.glob('*.svg')), ['patient', 'response', 'scatter', 'survival'])
        self.assertEqual((self.folder / 'copy.json').read_bytes(), self.output.read_bytes())
        self.assertEqual((self.folder / 'again.json').read_bytes(), self.output.read_bytes())

    def test_update(self):
        self.take(self.write(record()))
        before = self.output.read_bytes()
        self.assertEqual(self.take(self.write(record()), data=self.output)['same'], ['nct09990001'])
        self.assertEqual(self.output.read_bytes(), before)

        newer = record(measures=[measure('ORR', [{'value': '29.6'}, {'value': '20'}])])
        status = newer['protocolSection']['statusModule']
        status['overallStatus'] = 'COMPLETED'
        status['lastUpdatePostDateStruct']['date'] = '2025-02-03'
        answer = self.take(self.write(newer), data=self.output)
        changes = {c['field']: c for c in answer['changed'][0]['changes']}
        self.assertEqual(changes['status'], {'field': 'status', 'old': 'RECRUITING', 'new': 'COMPLETED', 'taken': True, 'reason': None})
        self.assertEqual(changes['dates.last_update.date']['new'], '2025-02-03')
        self.assertTrue(changes['arms[nct09990001:alpha].outcomes[ORR]']['taken'])
        self.assertEqual(self.trial()['arms'][0]['outcomes'][0]['responders'], 8)

        answer = self.take(self.write(record()), data=self.output)
        self.assertFalse(any(c['taken'] for c in answer['changed'][0]['changes']))
        self.assertEqual(self.trial()['status']['state'], 'COMPLETED')

    def test_published_number_is_kept(self):
        own = self.folder / 'own.json'
        self.take(self.write(record(measures=[measure('ORR', [{'value': '29.6'}, {'value': '20'}])])), output=own)
        data = json.loads(own.read_text(encoding='utf-8'))
        data['sources'].append({'id': 'paper', 'kind': 'primary', 'citation': 'A paper.'})
        del data['trials'][0]['origin']
        outcome = data['trials'][0]['arms'][0]['outcomes'][0]
        outcome.update(value=33.3, responders=9, published='33.3%', sources=[{'id': 'paper', 'place': 'Table 2'}])
        own.write_text(json.dumps(data), encoding='utf-8')

        newer = record(measures=[measure('ORR', [{'value': '29.6'}, {'value': '20'}])])
        newer['protocolSection']['identificationModule']['nctId'] = 'NCT09990009'
        newer['protocolSection']['identificationModule']['officialTitle'] = 'Another title'
        newer['protocolSection']['statusModule']['overallStatus'] = 'COMPLETED'
        answer = self.take(self.write(newer), data=own)
        changes = {c['field']: c for c in answer['changed'][0]['changes']}
        value = changes['arms[nct09990001:alpha].outcomes[ORR].value']
        self.assertEqual((value['old'], value['new'], value['taken']), (33.3, 29.6, False))
        self.assertIsNotNone(value['reason'])
        self.assertFalse(changes['title']['taken'])
        self.assertTrue(changes['status']['taken'])
        self.assertIn('NCT09990009', changes['registrations']['new'])
        trial = self.trial()
        self.assertEqual(trial['arms'][0]['outcomes'][0]['value'], 33.3)
        self.assertEqual([(r['kind'], r['about'], len(r['sources'])) for r in trial['remarks']], [('conflict', 'ORR', 2)])

        again = self.take(self.write(newer), data=self.output)
        self.assertEqual(len(self.trial()['remarks']), 1)
        self.assertEqual(again['new'], [])

    def test_known_agents_and_regimens(self):
        own = self.folder / 'own.json'
        self.take(self.write(record()), output=own)
        other = record('NCT09990005')
        module = other['protocolSection']['armsInterventionsModule']
        module['interventions'][0] = {'type': 'BIOLOGICAL', 'name': 'AM-1'}
        module['armGroups'][0]['interventionNames'] = ['Biological: AM-1']
        other['protocolSection']['identificationModule']['secondaryIdInfos'] = []
        self.assertEqual(self.take(self.write(other), data=own)['new'], ['nct09990005'])
        data = json.loads(self.output.read_text(encoding='utf-8'))
        self.assertEqual([a['id'] for a in data['agents']], ['alphamab', 'betanib'])
        self.assertEqual(data['trials'][1]['arms'][0]['regimen'], 'alphamab')

    def test_changes(self):
        own, revised = self.folder / 'own.json', self.folder / 'revised.json'
        self.take(self.write(record()), output=own)
        data = json.loads(own.read_text(encoding='utf-8'))
        self.assertEqual(json.loads(self.run_program('changes', own, own, '--format=json')[1]), {'new': [], 'changed': [], 'same': ['nct09990001'], 'gone': []})
        data['trials'][0]['status'] = {'published': 'Completed', 'state': 'COMPLETED'}
        data['trials'].append(copy.deepcopy(data['trials'][0]) | {'id': 'second', 'arms': []})
        revised.write_text(json.dumps(data), encoding='utf-8')
        answer = json.loads(self.run_program('changes', own, revised, '--format=json')[1])
        self.assertEqual((answer['new'], answer['same'], answer['gone']), (['second'], [], []))
        self.assertEqual([(c['field'], c['old'], c['new']) for c in answer['changed'][0]['changes']], [('status', 'RECRUITING', 'COMPLETED')])
        self.assertEqual(json.loads(self.run_program('changes', revised, own, '--format=json')[1])['gone'], ['second'])
        newer = record()
        newer['protocolSection']['designModule']['enrollmentInfo']['count'] = 60
        answer = json.loads(self.run_program('changes', own, self.write(newer), '--format=json')[1])
        self.assertEqual([(c['field'], c['old'], c['new']) for c in answer['changed'][0]['changes']], [('enrolment.count', 57, 60)])
        # What matters most comes first, within a trial as well.
        newer['protocolSection']['statusModule'].update(overallStatus='COMPLETED', lastUpdatePostDateStruct={'date': '2025-01-01'})
        said = self.run_program('changes', own, self.write(newer))[1]
        self.assertEqual([line.split(':')[0].strip() for line in said.splitlines() if '→' in line], ['status', 'enrolment.count', 'dates.last_update.date', 'dates.last_update.type'])

    def test_csv_of_numbers_alone(self):
        """Its only separator would be the blank in the name of the column."""
        self.assertEqual(self.take(self.write('NCT Number\r\nNCT09990001\r\nNCT09990002\r\n'))['new'], ['nct09990001', 'nct09990002'])

    def test_csv(self):
        new = ('NCT Number,Study Title,Acronym,Study Status,Conditions,Interventions,Phases,Enrollment,Study Design,Other IDs,Start Date,Last Update Posted\r\n'
               'NCT09990001,"A title, with a comma\nand a line",INVENTED,ACTIVE_NOT_RECRUITING,One|Two,DRUG: Alphamab: deluxe|OTHER: Diary,PHASE1|PHASE2,12,'
               '"Allocation: NA|Intervention Model: SINGLE_GROUP|Masking: NONE|Primary Purpose: TREATMENT",X-1|2021-009999-11,2021-03,2024-02-03\r\n'
               'NCT09990002,Second,,COMPLETED,Three,DRUG: A|DRUG: B,NA,,Allocation: RANDOMIZED|Intervention Model: PARALLEL,,2020-01-05,2024-01-01\r\n')
        self.assertEqual(self.take(self.write(new)), {'new': ['nct09990001', 'nct09990002'], 'changed': [], 'same': [], 'refused': []})
        trial = self.trial()
        self.assertEqual((trial['name'], trial['phase'], trial['status']['state'], trial['enrolment'], trial['masking']),
                         ('INVENTED', 'I/II', 'ACTIVE_NOT_RECRUITING', {'count': 12}, 'NONE'))
        self.assertEqual(trial['registrations'], ['NCT09990001', 'X-1', '2021-009999-11'])
        self.assertEqual(trial['title'], 'A title, with a comma\nand a line')
        self.assertEqual(trial['arms'][0]['label'], 'Alphamab: deluxe + Diary')
        data = json.loads(self.output.read_text(encoding='utf-8'))
        self.assertEqual([a['name'] for a in data['agents']], ['Alphamab: deluxe'])
        second = self.trial(1)
        self.assertEqual((second['phase'], second['allocation'], second['arms']), ('NA', 'randomised', []))
        self.assertEqual(second['facts'][0]['text'], 'DRUG: A|DRUG: B')

        old = ('Rank,NCT Number,Title,Status,Start Date,Phases\n1,NCT09990003,Old,"Active, not recruiting","September 20, 2018",Phase 2|Phase 3\n'
               '2,,No number,Completed,,\n')
        answer = self.take(self.write(old))
        self.assertEqual((answer['new'], [r['place'] for r in answer['refused']]), (['nct09990003'], ['line 3']))
        trial = self.trial()
        self.assertEqual((trial['status'], trial['dates']['start']['date'], trial['phase']),
                         ({'published': 'Active, not recruiting', 'state': 'ACTIVE_NOT_RECRUITING'}, '2018-09-20', 'II/III'))

    def test_ictrp(self):
        def trial(number, **more):
            values = {'TrialID': number, 'Public_title': 'Public', 'Scientific_title': 'Scientific', 'Recruitment_Status': 'Recruiting', **more}
            return '<Trial>' + ''.join(f'<{key}>{value}\n      </{key}>' for key, value in values.items()) + '</Trial>'

        text = ('<?xml version="1.0" encoding="UTF-8"?>\n<Trials_downloaded_from_ICTRP>'
                + trial('CTIS2021-009999-11-00', Date_enrollement='08/04/2024', Target_size='A:49;B:49;', Secondary_ID='NCT09990001; SP-1',
                        Phase='Human pharmacology (Phase I): no&#x0D;&lt;br&gt;Therapeutic exploratory (Phase II): yes&#x0D;&lt;br&gt;Therapeutic confirmatory - (Phase III): no',
                        Inclusion_Criteria='First&#x0D;&lt;br&gt;Second', Last_Refreshed_on='20240408')
                + trial('JPRN-UMIN000099999', Date_enrollement='April 25, 2024', Target_size='30', Phase='Phase 3', Study_design='Randomized, open')
                + trial('') + '</Trials_downloaded_from_ICTRP>')
        answer = self.take(self.write(text))
        self.assertEqual((answer['new'], [r['place'] for r in answer['refused']]), (['ctis2021-009999-11-00', 'jprn-umin000099999'], ['Trial[2]']))
        first, second = self.trial(), self.trial(1)
        self.assertEqual((first['phase'], first['dates'], first['registrations']),
                         ('II', {'start': {'date': '2024-04-08'}, 'last_update': {'date': '2024-04-08'}}, ['CTIS2021-009999-11-00', 'NCT09990001', 'SP-1']))
        self.assertNotIn('enrolment', first)
        self.assertEqual(first['facts'][0]['text'], 'A:49;B:49;')
        self.assertEqual(first['eligibility']['criteria'][0]['text'], 'First\nSecond')
        self.assertEqual((second['enrolment'], second['phase'], second['allocation'], second['dates']['start']['date']),
                         ({'count': 30}, 'III', 'randomised', '2024-04-25'))
        self.take(self.write('<Trials_downloaded_from_ICTRP><Trial>'), status=1)

        # Trials are joined by any registration, in whichever register's spelling.
        own = self.folder / 'own.json'
        self.take(self.write(record()), output=own)
        self.assertEqual([c['id'] for c in self.take(self.write(text), data=own)['changed']], ['nct09990001'])

    def test_ctis(self):
        details = {'clinicalTrialIdentifiers': {'fullTitle': 'Full', 'shortTitle': 'Short', 'secondaryIdentifyingNumbers': {'nctNumber': {'number': 'NCT09990001'}}},
                   'trialInformation': {'trialCategory': {'trialPhase': '4'},
                                        'medicalCondition': {'partIMedicalConditions': [{'medicalCondition': 'Invented disease'}]},
                                        'eligibilityCriteria': {'principalInclusionCriteria': [{'principalInclusionCriteria': 'Adults'}]}}}
        part = {'trialDetails': details, 'products': [{'productName': 'Alphamab'}]}
        for content in ({'ctNumber': '2023-509999-11-00', 'ctPublicStatusCode': 5, 'authorizedApplication': {'authorizedPartI': part}},
                        [{'ctNumber': '2023-509999-11-00', 'ctPublicStatusCode': '5', 'authorizedPartI': part}]):
            self.assertEqual(self.take(self.write(content))['new'], ['2023-509999-11-00'])
            trial = self.trial()
            self.assertEqual((trial['name'], trial['title'], trial['phase'], trial['status'], trial['registrations']),
                             ('Short', 'Full', 'II', {'published': 'Ongoing, recruitment ended', 'state': 'ACTIVE_NOT_RECRUITING'},
                              ['2023-509999-11-00', 'NCT09990001']))
            self.assertEqual((trial['populations'][0]['text'], trial['facts'][0]['text']), ('Invented disease', 'Alphamab'))
            self.assertEqual(trial['eligibility']['criteria'][0]['text'], 'Adults')

    def test_all_numbers_of_a_trial_in_ctis(self):
        numbers = {'nctNumber': {'number': 'NCT09990001'}, 'additionalRegistries': [{'number': 'isrctn12345678', 'otherRegistryName': 'ISRCTN'}]}
        self.take(self.write({'ctNumber': '2023-509999-11-00', 'authorizedApplication': {
            'eudraCt': {'isTransitioned': True, 'eudraCtCode': '2019-009999-22'},
            'authorizedPartI': {'trialDetails': {'clinicalTrialIdentifiers': {'fullTitle': 'Full', 'secondaryIdentifyingNumbers': numbers}}}}}))
        self.assertEqual(self.trial()['registrations'], ['2023-509999-11-00', 'NCT09990001', '2019-009999-22', 'ISRCTN12345678'])

    def test_former_records_of_ctis(self):
        """Until 2024 they had the number of EudraCT and the states elsewhere, and dates in another form."""
        part = {'trialDetails': {'clinicalTrialIdentifiers': {'fullTitle': 'Full', 'secondaryIdentifyingNumbers': {
            'additionalRegistries': [{'number': '75,061; 125,097', 'otherRegistryName': 'IND'}]}}}}
        self.take(self.write({'ctNumber': '2023-509999-11-00', 'ctStatus': 'Authorised, not started', 'lastUpdated': '2024-05-06',
                              'eudraCtInfo': {'eudraCtCode': '2021-009999-30', 'hasVhp': False}, 'authorizedPartI': part}))
        trial = self.trial()
        self.assertEqual((trial['registrations'], trial['status'], trial['origin']['updated']),
                         (['2023-509999-11-00', '2021-009999-30', '75,061', '125,097'],
                          {'published': 'Authorised, not started', 'state': 'NOT_YET_RECRUITING'}, '2024-05-06'))
        self.take(self.write({'ctNumber': '2023-509999-11-00', 'ctPublicStatusCode': 4, 'publishDate': '2025-08-20T03:46:14.147548867',
                              'authorizedApplication': {'authorizedPartI': part}}))
        self.assertEqual(self.trial()['dates']['last_update'], {'date': '2025-08-20'})

    def test_records_of_one_trial_in_several_registries(self):
        """They come in one file, or in several that are imported together, and are one trial."""
        ctis = {'ctNumber': '2023-509999-11-00', 'ctPublicStatusCode': 8, 'lastUpdated': '2025-01-02', 'authorizedApplication': {
            'eudraCt': {'eudraCtCode': '2021-009999-11'}, 'authorizedPartI': {'trialDetails': {
                'clinicalTrialIdentifiers': {'fullTitle': 'Another title'},
                'protocolInformation': {'studyDesign': {'periodDetails': [{'armDetails': [{'title': 'Experimental'}]}]}}}}}}
        who = ''.join(f'<Trial><TrialID>{number}</TrialID><Public_title>One</Public_title><Last_Refreshed_on>2020-01-01</Last_Refreshed_on></Trial>'
                      for number in ('EUCTR2021-009999-11-ES', 'EUCTR2021-009999-11-PL', 'CTIS2023-509999-11-00'))
        answer = self.take(self.write(record()), self.write(ctis, 'ctis'), self.write(f'<Trials_downloaded_from_ICTRP>{who}</Trials_downloaded_from_ICTRP>', 'who'))
        # It is new, and once; what the further records say of it stands apart.
        self.assertEqual((answer['new'], answer['changed'], answer['same']), (['nct09990001'], [], []))
        self.assertEqual({each['id'] for each in answer['joined']}, set(answer['new']))
        self.assertIn('registrations', {change['field'] for each in answer['joined'] for change in each['changes']})
        said = self.run_program('import', self.folder / 'file', self.folder / 'ctis', f'--output={self.output}')[1]
        self.assertIn('New (1):\n  nct09990001\nJoined from several records (1):\n  nct09990001\n    ', said)
        self.assertNotIn('Changed', said)
        self.take(self.folder / 'file', self.folder / 'ctis', self.folder / 'who')
        data = json.loads(self.output.read_text(encoding='utf-8'))
        self.assertEqual(len(data['trials']), 1)
        trial = self.trial()
        self.assertEqual(trial['registrations'], ['NCT09990001', '2021-009999-11', 'SPONSOR-7', '2023-509999-11-00', 'EUCTR2021-009999-11-ES',
                                                  'EUCTR2021-009999-11-PL', 'CTIS2023-509999-11-00'])
        # What is newer about the state of the trial is taken; what another registry calls it and its arms is not.
        self.assertEqual((trial['status']['published'], trial['title']), ('Ended', 'A Trial of Alphamab or Betanib'))
        self.assertEqual([a['label'] for a in trial['arms']], ['Alpha', 'Beta'])
        self.assertEqual([s['id'] for s in trial['sources']][:2], ['nct09990001', '2023-509999-11-00'])
        # Once more, and nothing is new; the trial of the data set is in one list, too.
        answer = self.take(self.write(record()), self.folder / 'ctis', self.folder / 'who', data=self.output)
        self.assertEqual((answer['new'], len(answer['changed']) + len(answer['same'])), ([], 1))

    def test_trials_of_one_name_in_one_import(self):
        """Without a registration in common they stay two, and it is said."""
        other = record('NCT09990009')
        other['protocolSection']['identificationModule']['orgStudyIdInfo'] = {'id': 'SPONSOR-9'}
        other['protocolSection']['identificationModule'].pop('secondaryIdInfos', None)
        said = self.run_program('import', self.write(record()), self.write(other, 'other'), f'--output={self.output}')[2]
        self.assertIn('“nct09990009” may be the trial “nct09990001”, which is imported too', said)
        self.assertEqual(len(json.loads(self.output.read_text(encoding='utf-8'))['trials']), 2)

    def test_rows_of_a_search_in_ctis(self):
        """They have fewer fields than a record, and other names for them."""
        row = {'ctNumber': '2023-509999-11-00', 'ctTitle': 'Full', 'shortTitle': 'Short', 'ctStatus': 3, 'ctPublicStatusCode': 3,
               'conditions': 'Invented disease', 'trialPhase': 'Therapeutic exploratory (Phase II)', 'sponsor': 'Nobody', 'totalNumberEnrolled': '40',
               'startDateEU': '12/06/2024', 'product': 'Alphamab', 'primaryEndPoint': 'ORR', 'gender': 'Female, Male'}
        answer = self.take(self.write({'pagination': {'totalRecords': 1}, 'data': [row]}))
        trial = self.trial()
        self.assertEqual((trial['name'], trial['title'], trial['phase'], trial['sponsor'], trial['enrolment'], trial['dates']['start']['date']),
                         ('Short', 'Full', 'II', 'Nobody', {'count': 40}, '2024-06-12'))
        self.assertEqual(([each['text'] for each in trial['populations']], [(each['topic'], each['text']) for each in trial['facts']]),
                         (['Invented disease'], [('interventions', 'Alphamab'), ('end point', 'ORR')]))
        self.assertEqual([each['reason'].split(': ', 1)[1] for each in answer['refused']], ['gender (1)'])

    def test_sponsor_and_collaborators_in_one_column(self):
        """As ClinicalTrials.gov wrote them until 2024: the sponsor is the first."""
        self.take(self.write('Rank,NCT Number,Title,Recruitment,Sponsor/Collaborators\r\n1,NCT09990001,First,Completed,Nobody|Somebody|Anybody\r\n'))
        trial = self.trial()
        self.assertEqual((trial['sponsor'], [each['text'] for each in trial['facts']]), ('Nobody', ['Collaborators: Somebody|Anybody']))

    def test_former_tables(self):
        """Of 2018 and 2020, with commas or tabs; a cell without a value may have a word for that."""
        rows = [['Rank', 'NCT Number', 'Title', 'Acronym', 'Enrollment', 'Start Date', 'Results First Posted', 'Outcome Measures'],
                ['1', 'NCT09990001', 'First', '', 'null', 'null', 'null', 'ORR|Survival'], ['2', 'NCT09990002', 'Second', 'null', '7', 'May 2018', 'June 1, 2019', '']]
        for separator in ',', '\t':
            answer = self.take(self.write('\n'.join(separator.join(f'"{cell}"' for cell in row) for row in rows)))
            self.assertEqual([r['reason'].split(': ', 1)[1] for r in answer['refused']], ['Results First Posted (1)'])
            first, second = self.trial(), self.trial(1)
            self.assertEqual([(f['text'], f['sources'][0]['place']) for f in first['facts']], [('ORR|Survival', 'Outcome measures')])
            self.assertFalse({'enrolment', 'dates'} & set(first))
            self.assertEqual((second['name'], second['enrolment'], second['dates']['start']['date']), ('Second', {'count': 7}, '2018-05'))

    def test_endless_texts(self):
        study = record()
        study['protocolSection']['identificationModule'].update(acronym='A ' * 9000, officialTitle='é' * 20000)
        module = study['protocolSection']['armsInterventionsModule']
        module['armGroups'] = [{'label': 'L' * 20000, 'interventionNames': [f'Drug: {i}{"x" * 2000} ' for i in range(9)]}]
        module['interventions'] = [{'type': 'DRUG', 'name': f'{i}{"x" * 2000}'} for i in range(9)]
        self.take(self.write(study))
        trial = self.trial()
        self.assertTrue(trial['title'].endswith('é…'))
        self.assertLess(len(trial['title']), 10000)
        self.assertTrue(trial['arms'][0]['regimen'].startswith('0xxx'))

    def test_nothing_is_dropped_silently(self):
        study = record()
        study['protocolSection']['outcomesModule'] = {'primaryOutcomes': [{'measure': 'ORR', 'timeFrame': '2 years'}], 'secondaryOutcomes': [{'measure': 'OS'}]}
        self.take(self.write(study))
        self.assertEqual([(f['topic'], f['text'], f['sources'][0]['place']) for f in self.trial()['facts']],
                         [('end point', 'ORR (2 years)', 'Primary outcomes'), ('end point', 'OS', 'Secondary outcomes')])

        table = ('NCT Number,Study Title,Study Type,Study Design,Primary Outcome Measures,Collaborators,Locations,Funder Type\r\n'
                 'NCT09990001,First,INTERVENTIONAL,Allocation: NA|Intervention Model: SINGLE_GROUP,"ORR, at week 8",Another Group,Oslo,\r\n'
                 'NCT09990002,Second,,,,,Oslo,OTHER\r\n')
        answer = self.take(self.write(table))
        self.assertEqual([(f['topic'], f['text']) for f in self.trial()['facts']],
                         [('design', 'INTERVENTIONAL'), ('design', 'Allocation: NA|Intervention Model: SINGLE_GROUP'), ('end point', 'ORR, at week 8'),
                          ('sponsor', 'Collaborators: Another Group')])
        self.assertEqual([(r['place'], r['reason'].split(': ', 1)[1]) for r in answer['refused']], [(None, 'Funder Type (1), Locations (2)')])

    def test_arms_of_ictrp(self):
        def trial(number, **more):
            return {'TrialID': number, 'Public_title': 'Public', 'Recruitment_Status': 'Recruiting', **more}

        trials = [trial('ChiCTR9900000001', Intervention='A:Alphamab;B:Betanib;', Target_size='A:49;B:49;', Ethics_Status='Approved', Primary_outcome='PFS;'),
                  trial('NCT09990002', Intervention='Drug: Alphamab;Drug: Betanib: low', Study_design='Single-arm, open', Ethics_Status='Approved'),
                  trial('NCT09990003', Intervention='Drug: Alphamab;Drug: Betanib', Study_design='Randomised'),
                  trial('JPRN-UMIN000099999', Intervention='A dose of alphamab; then rest', Target_size='A:1;')]
        markup = ''.join('<Trial>' + ''.join(f'<{k}>{v}</{k}>' for k, v in t.items()) + '</Trial>' for t in trials)
        columns = sorted({key for t in trials for key in t})
        table = io.StringIO()
        writer = csv.DictWriter(table, columns)
        writer.writerow({c: c.replace('_', ' ') for c in columns})
        writer.writerows(trials)
        for content, unread in ((f'<Trials_downloaded_from_ICTRP>{markup}</Trials_downloaded_from_ICTRP>', 'ethics_status (2)'), (table.getvalue(), 'ethics_status (2)')):
            answer = self.take(self.write(content))
            self.assertEqual(len(answer['new']), 4)
            self.assertEqual([r['reason'].split(': ', 1)[1] for r in answer['refused']], [unread])
            program.answer('check', str(self.output))
            found = json.loads(self.output.read_text(encoding='utf-8'))['trials']
            self.assertEqual([[(a['label'], a['regimen']) for a in t['arms']] for t in found],
                             [[('A', 'alphamab'), ('B', 'betanib')], [('Alphamab + Betanib: low', 'alphamab-+-betanib-low')], [], []])
            self.assertIn(('end point', 'PFS;'), [(f['topic'], f['text']) for f in found[0]['facts']])
            self.assertIn('Drug: Alphamab;Drug: Betanib', [f['text'] for f in found[2]['facts']])
            self.assertIn('A dose of alphamab; then rest', [f['text'] for f in found[3]['facts']])

    def test_nothing_that_is_given_in_ictrp(self):
        """A register's word for it is no agent."""
        markup = ''.join(f'<{k}>{v}</{k}>' for k, v in {
            'TrialID': 'ChiCTR9900000001', 'Public_title': 'Public', 'Intervention': 'A:Alphamab;B:None;C:Not applicable.;', 'Target_size': 'A:9;B:9;C:9;',
            'Study_design': 'Allocation: N/A. Intervention model: Single Group Assignment.'}.items())
        self.take(self.write(f'<Trials_downloaded_from_ICTRP><Trial>{markup}</Trial></Trials_downloaded_from_ICTRP>'))
        self.assertEqual([a['label'] for a in self.trial()['arms']], ['A', 'B', 'C'])
        self.assertEqual(self.trial()['allocation'], 'not-randomised')
        self.assertEqual([a['name'] for a in json.loads(self.output.read_text(encoding='utf-8'))['agents']], ['Alphamab'])

    def test_arms_of_ctis(self):
        details = {'clinicalTrialIdentifiers': {'fullTitle': 'Full'},
                   'trialInformation': {'endPoint': {'primaryEndPoints': [{'endPoint': 'PFS'}]}, 'trialObjective': {'mainObjective': 'To see'},
                                        'trialDuration': {'estimatedRecruitmentStartDate': '2024-01-01', 'estimatedEndDate': '2028-11-01'}},
                   'protocolInformation': {'studyDesign': {'periodDetails': [
                       {'allocationMethod': '1', 'armDetails': [{'title': 'Alpha', 'description': 'Alphamab weekly'}, {'title': 'Beta'}]},
                       {'armDetails': [{'title': 'Alpha'}]}]}}}
        part = {'trialDetails': details, 'products': [{'productName': 'Alphamab'}], 'rowSubjectCount': 10,
                'sponsors': [{'organisation': {'name': 'Invented Group'}}], 'medicalDevices': [], 'translations': ['x']}
        study = {'ctNumber': '2023-509999-11-00', 'ctPublicStatusCode': 4, 'startDateEU': '2024-02-03',
                 'authorizedApplication': {'authorizedPartI': part, 'authorizedPartsII': [{'recruitmentSubjectCount': 20}, {'recruitmentSubjectCount': 30}]}}
        answer = self.take(self.write(study))
        trial = self.trial()
        self.assertEqual([(a['label'], a['regimen']) for a in trial['arms']], [('Alpha', 'alpha'), ('Beta', 'beta')])
        self.assertEqual((trial['allocation'], trial['sponsor'], trial['enrolment']), ('randomised', 'Invented Group', {'count': 60, 'type': 'ESTIMATED'}))
        self.assertEqual(trial['dates'], {'start': {'date': '2024-02-03', 'type': 'ACTUAL'}, 'completion': {'date': '2028-11-01', 'type': 'ESTIMATED'}})
        self.assertEqual([(f['topic'], f['text']) for f in trial['facts']],
                         [('design', 'Alpha: Alphamab weekly'), ('interventions', 'Alphamab'), ('end point', 'PFS')])
        self.assertEqual([r['reason'].split(': ', 1)[1] for r in answer['refused']], ['translations (1), trialObjective (1)'])

        part['sponsors'] = [None, {'primary': ['x']}, {'primary': True, 'organisation': {'name': 'Lead Group'}}, {'primary': False, 'organisation': {'name': 'Other Group'}}]
        self.take(self.write(study))
        self.assertEqual(self.trial()['sponsor'], 'Lead Group')
        del details['protocolInformation']['studyDesign']['periodDetails'][0]['armDetails'][1]
        del study['authorizedApplication']['authorizedPartsII'][0]['recruitmentSubjectCount']
        self.take(self.write(study))
        self.assertEqual([(a['label'], a['regimen']) for a in self.trial()['arms']], [('Alpha', 'alphamab')])
        self.assertNotIn('enrolment', self.trial())

    def test_published_records(self):
        """Cuttings of real records, shortened, with their titles and words as published."""
        answer = self.take(*sorted(DATA.glob('clinicaltrials-gov.*')))
        self.assertEqual(answer['new'], ['nct06834399', 'nct06824870', 'nct05838768', 'nct05913115', 'nct02210780'])
        data = json.loads(self.output.read_text(encoding='utf-8'))
        program.answer('check', str(self.output))
        trials = {t['id']: t for t in data['trials']}
        rules = {i: [(r['text'], r.get('excluded', False)) for key in ('rules', 'conditions') for r in t.get('eligibility', {}).get(key, [])] for i, t in trials.items()}
        self.assertEqual(rules, {'nct06834399': [], 'nct06824870': [], 'nct02210780': [], 'nct05838768': [('MSI-H or mismatch repair deficient', False)],
                                 'nct05913115': [('HER2-positive', True), ('Gastroesophageal adenocarcinoma', False)]})
        placebo, dupilumab = trials['nct02210780']['arms']
        self.assertEqual([(o['endpoint'], o['responders'], o['analysed']) for o in dupilumab['outcomes']], [('SAE', 3, 97), ('OTHER-AE', 30, 97), ('DEATHS', 0, 97)])
        self.assertEqual([f['text'] for f in dupilumab['safety'][:2]],
                         ['Immune system disorders: Serum sickness-like reaction 1 of 97',
                          'Neoplasms benign, malignant and unspecified (incl cysts and polyps): Mycosis fungoides stage iv 1 of 97'])
        self.assertEqual([o['responders'] for o in placebo['outcomes']], [0, 29, 0])
        # The name of an intervention has a colon of its own, of full width.
        self.assertEqual(trials['nct06834399']['arms'][0]['label'],
                         'KN046 （PD-L1/CTLA4 BsAb） + TATE：Intra-arterial Administration of Tirapazamine followed by Transarterial Embolization')
        self.assertEqual(trials['nct06824870']['arms'], [])

    def test_references(self):
        ris = ('TY  - JOUR\r\nAU  - Müller, Anna B.\r\nAU  - Doe, J.\r\nTI  - A title\r\nJO  - J Inv\r\nPY  - 2021/03/01\r\nVL  - 7\r\nSP  - 11\r\nEP  - 19\r\n'
               'DO  - https://doi.org/10.9999/inv.1\r\nER  - \r\n\r\nTY  - JOUR\r\nER  - \r\n')
        nbib = ('\nPMID- 99999999\nTI  - A title\nDP  - 2021 Mar\nVI  - 7\nPG  - 11-19\nAU  - Muller AB\nAU  - Doe J\nTA  - J Inv\n'
                'AID - S0000 [pii]\nAID - 10.9999/inv.1 [doi]\n')
        bibtex = ('@article{key1,\n author = {M{\\"u}ller, Anna B. and Doe, J.},\n title = {{A title}},\n journal = "J Inv",\n year = 2021, volume = {7},\n'
                  ' pages = {11--19},\n doi = {10.9999/inv.1}\n}\n')
        for content, refused in ((ris, ['reference 2']), (nbib, []), (bibtex, [])):
            answer = self.take(self.write(content))
            self.assertEqual((answer['new'], [r['place'] for r in answer['refused']]), (['sources/10.9999-inv.1'], refused))
            program.answer('check', str(self.output))
            source = json.loads(self.output.read_text(encoding='utf-8'))['sources'][0]
            self.assertEqual((source['doi'], source['year'], source['title']), ('10.9999/inv.1', 2021, 'A title'))
            self.assertIn('Doe J. A title. J Inv. 2021;7:11', source['citation'])
        self.assertEqual(self.take(self.write(ris), data=self.output)['same'], ['sources/10.9999-inv.1'])

    def test_calls_at_fault(self):
        self.assertEqual(self.run_program('import', f'--output={self.output}')[0], 2)
        self.assertEqual(self.run_program('import', self.write(record()))[0], 2)
        self.assertEqual(self.run_program('changes', self.output)[0], 2)
        self.assertEqual(self.run_program('changes', self.folder / 'none', self.folder / 'none')[0], 1)
        self.assertEqual(self.run_program('import', self.folder / 'none', f'--output={self.output}')[0], 1)
        self.assertEqual(self.run_program('import', self.write(record()), f'--output={self.folder}/none/out')[0], 1)


tapmain.main()
