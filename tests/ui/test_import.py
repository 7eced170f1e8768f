# SPDX-License-Identifier: GPL-3.0-or-later
"""Others' files in the window: opened, reviewed, taken. The records are invented."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import pyatspi

import desktop
import tapmain

EVERY = 'Trials, 39 trials'


def measure(title, value, kind='SECONDARY', group='Alpha'):
    return {'type': kind, 'title': title, 'reportingStatus': 'POSTED', 'paramType': 'NUMBER', 'dispersionType': '95% Confidence Interval',
            'unitOfMeasure': 'percentage of participants', 'groups': [{'id': 'OG000', 'title': group}],
            'denoms': [{'units': 'Participants', 'counts': [{'groupId': 'OG000', 'value': '27'}]}],
            'classes': [{'categories': [{'measurements': [{'groupId': 'OG000', 'value': value}]}]}]}


def record(number, name, measures=(), status='RECRUITING', update='2026-02-03'):
    return {
        'protocolSection': {
            'identificationModule': {'nctId': number, 'acronym': name, 'officialTitle': f'A Trial of {name}'},
            'statusModule': {'overallStatus': status, 'startDateStruct': {'date': '2021-03'}, 'lastUpdatePostDateStruct': {'date': update}},
            'designModule': {'phases': ['PHASE2'], 'enrollmentInfo': {'count': 57, 'type': 'ESTIMATED'}},
            'armsInterventionsModule': {
                'armGroups': [{'label': 'Alpha', 'interventionNames': ['Drug: Alphamab']}, {'label': 'Beta', 'interventionNames': ['Drug: Betanib']}],
                'interventions': [{'type': 'DRUG', 'name': 'Alphamab'}, {'type': 'DRUG', 'name': 'Betanib'}]}},
        'resultsSection': {'outcomeMeasuresModule': {'outcomeMeasures': list(measures)}}}


# One is new and has two measures of response, one is known by its registration, one by its name only.
RECORDS = [
    record('NCT09990001', 'INVENTED-1', [measure('Objective response rate by central review', '29.6'),
                                         measure('Objective response rate', '33.3', 'PRIMARY')]),
    record('NCT03384940', 'DS8201-A-J203', status='TERMINATED'),
    record('NCT09990002', 'TAPUR'),
    {'protocolSection': {}},
]


def picture(program, name):
    if 'REGIMEN_PICTURES' in os.environ:
        program.picture(f'{os.environ["REGIMEN_PICTURES"]}/{name}.png')


class Import(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / 'records.json'
        self.file.write_text(json.dumps(RECORDS), encoding='utf-8')

    def test_review_and_take(self):
        with desktop.Program(str(self.file)) as program:
            program.find(None, 'Review the import')
            # The primary measure is the answer that is shown, and the duplicate is asked about.
            program.find(None, lambda name: 'INVENTED-1' in name and 'which measure' in name)
            program.find(None, lambda name: 'TAPUR' in name and 'the same trial as in the data set' in name)
            program.find('check box', 'INVENTED-1', pyatspi.STATE_CHECKED)
            box = program.find('check box', 'TAPUR', pyatspi.STATE_CHECKED)
            picture(program, 'review')
            program.tab_to('check box', 'TAPUR')
            program.key('space')
            desktop.wait_for('the tick to go', lambda: not box.getState().contains(pyatspi.STATE_CHECKED))
            program.press(program.find('push button', desktop.labelled('Import')))
            program.find(None, '2 trials were imported.')
            program.find('list', 'Trials, 40 trials')
            # One step takes all of it back, and then there is nothing to save.
            program.key('ctrl+z')
            program.find('list', EVERY)

    def test_records_of_one_name_are_asked_about(self):
        """They are two trials, until a person says that they are one."""
        self.file.write_text(json.dumps([record('NCT09990001', 'INVENTED-1'), record('NCT09990002', 'INVENTED-1')]), encoding='utf-8')
        with desktop.Program(str(self.file)) as program:
            program.find(None, 'Review the import')
            program.find('label', 'New (2)')
            program.find(None, lambda name: 'Are both records of “INVENTED-1” about the same trial?' in name)
            picture(program, 'one-name')
            program.press(program.find('push button', desktop.labelled('Import')))
            program.find('list', 'Trials, 41 trials')
            program.key('ctrl+z')
            program.find('list', EVERY)

    def test_a_data_set_is_merged_by_the_same_review(self):
        other = os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], 'resources', 'examples', 'neuroblastoma.json')
        with open(other, encoding='utf-8') as file:
            trials = json.load(file)['trials']
        with desktop.Program(env=desktop.WITH_FOREIGN_LEAKS) as program:
            program.find('list', EVERY)
            program.key('F10')
            program.find('menu item', lambda name: 'Import…' in name)
            program.key('i')
            program.find('push button', desktop.labelled('Import'), within=program.find(None, 'Import'))
            program.type(other)
            program.key('Return')
            review = program.find(None, 'Review the import')
            program.find('check box', trials[0]['name'], pyatspi.STATE_CHECKED)
            picture(program, 'merge')
            program.press(program.find('push button', desktop.labelled('Import'), within=review))
            program.find('list', f'Trials, {39 + len(trials)} trials')
            program.key('ctrl+z')
            program.find('list', EVERY)

    def test_proposed_criteria(self):
        study = record('NCT09990003', 'INVENTED-3')
        study['protocolSection']['eligibilityModule'] = {'eligibilityCriteria': 'Inclusion Criteria:\n\n* RAS wild-type in plasma\n* PIK3CA or BRAF mutated\n'}
        self.file.write_text(json.dumps([study]), encoding='utf-8')
        with desktop.Program(str(self.file)) as program:
            program.find(None, 'Review the import')
            # With the sentence that it is read from, before it is taken; marked afterwards.
            program.find(None, lambda name: 'Proposed criterion: RAS wild-type, from “RAS wild-type in plasma”' in name)
            picture(program, 'proposed')
            program.press(program.find('push button', desktop.labelled('Import')))
            program.find(None, '1 trial was imported.')
            program.find('list', 'Trials, 40 trials')
            program.key('ctrl+z')
            program.find('list', EVERY)

    def test_cancel_takes_nothing(self):
        with desktop.Program(str(self.file)) as program:
            program.find(None, 'Review the import')
            program.key('Escape')
            program.wait_gone(None, 'Review the import')
            program.find('list', EVERY)

    def test_refused_by_name(self):
        path = self.folder / 'page.json'
        path.write_text('<html><body>Error 500</body></html>', encoding='utf-8')
        with desktop.Program(str(path)) as program:
            program.find(None, lambda name: 'page.json' in name and 'could not be opened' in name)
            program.find('list', lambda name: name.endswith('1 problem'))

    def test_pasted_records(self):
        with desktop.Program() as program:
            program.find('list', EVERY)
            subprocess.run(['xclip', '-selection', 'clipboard'], input=json.dumps(RECORDS[0]), text=True, check=True)
            program.key('ctrl+shift+v')
            program.find('check box', 'INVENTED-1')
            program.press(program.find('push button', desktop.labelled('Import')))
            program.find('list', 'Trials, 40 trials')
            program.key('ctrl+z')
            program.find('list', EVERY)


if __name__ == '__main__':
    tapmain.main()
