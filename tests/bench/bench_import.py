#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the records of a registry take to be imported, how much memory they need, and how the time grows when there are twice as many.

    python3 tests/bench/bench_import.py REGIMEN

The records are made up, as many and as large as those that ClinicalTrials.gov has of colorectal cancer with HER2. The time is the
processor's of the whole process.
"""

import json
import math
import os
import subprocess
import sys
import tempfile

N = 1178
BYTES = 60_000_000
GROUPS = [{'id': f'OG00{i}', 'title': f'Arm {i}'} for i in range(3)]


def events(n, kind):
    return [{'term': f'{kind} event {i}', 'organSystem': 'General disorders', 'sourceVocabulary': 'MedDRA (20.0)',
             'assessmentType': 'SYSTEMATIC_ASSESSMENT',
             'stats': [{'groupId': f'EG00{j}', 'numEvents': i % 7, 'numAffected': i % 5, 'numAtRisk': 100} for j in range(3)]}
            for i in range(n)]


def measure(i, n):
    return {'type': 'PRIMARY' if i == 0 else 'SECONDARY', 'title': ('Objective response rate', 'Overall survival')[i] if i < 2 else f'Measure {i}',
            'description': 'What is said of how it was measured. ' * 8, 'timeFrame': 'Up to 5 years', 'reportingStatus': 'POSTED',
            'paramType': 'NUMBER' if i != 1 else 'MEDIAN', 'unitOfMeasure': 'percentage of participants' if i != 1 else 'months',
            'groups': GROUPS, 'denoms': [{'units': 'Participants', 'counts': [{'groupId': g['id'], 'value': '100'} for g in GROUPS]}],
            'classes': [{'categories': [{'measurements': [{'groupId': g['id'], 'value': str(10 + (n + j) % 40)}
                                                          for j, g in enumerate(GROUPS)]}]}]}


def record(n):
    return {
        'protocolSection': {
            'identificationModule': {'nctId': f'NCT{n:08}', 'briefTitle': f'A made-up study {n}', 'officialTitle': f'A made-up study of agent {n % 50} {n}'},
            'statusModule': {'overallStatus': 'COMPLETED', 'startDateStruct': {'date': '2014-08-05', 'type': 'ACTUAL'}},
            'descriptionModule': {'briefSummary': 'What the study is for. ' * 40, 'detailedDescription': 'What is done in it. ' * 100},
            'conditionsModule': {'conditions': ['Colorectal cancer']},
            'designModule': {'studyType': 'INTERVENTIONAL', 'phases': ['PHASE2'], 'enrollmentInfo': {'count': 300, 'type': 'ACTUAL'}},
            'armsInterventionsModule': {
                'armGroups': [{'label': g['title'], 'type': 'EXPERIMENTAL', 'interventionNames': [f'Drug: Agent {n % 50}']} for g in GROUPS],
                'interventions': [{'type': 'DRUG', 'name': f'Agent {n % 50}'}]},
            'eligibilityModule': {'eligibilityCriteria': 'Inclusion Criteria:\n\n* HER2-positive colorectal cancer\n* RAS wild-type\n'
                                                         + ''.join(f'* Criterion {i} of those that the study names\n' for i in range(40))},
            'contactsLocationsModule': {'locations': [{'facility': f'Hospital {i}', 'city': f'City {i}', 'zip': f'{i:05}', 'country': 'Germany',
                                                       'geoPoint': {'lat': 50 + i / 100, 'lon': 8 + i / 100}} for i in range(60)]},
        },
        'resultsSection': {
            'outcomeMeasuresModule': {'outcomeMeasures': [measure(i, n) for i in range(8)]},
            'adverseEventsModule': {'frequencyThreshold': '5', 'timeFrame': 'Up to 5 years',
                                    'eventGroups': [{'id': f'EG00{j}', 'title': g['title'], 'seriousNumAffected': 3, 'seriousNumAtRisk': 100}
                                                    for j, g in enumerate(GROUPS)],
                                    'seriousEvents': events(20, 'Serious'), 'otherEvents': events(50, 'Other')},
        },
    }


def fill(one, size):
    """Up to the size: real ones are as long by their descriptions and adverse events."""
    missing = size - len(json.dumps(one))
    if missing > 0:
        one['protocolSection']['descriptionModule']['detailedDescription'] += 'And more of it. ' * (missing // 16)
    return one


def took(regimen, n):
    """Milliseconds of the processor, MiB at the most, and bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'records.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump([fill(record(i), BYTES // N) for i in range(n)], file)
        size = os.path.getsize(path)
        process = subprocess.Popen([regimen, 'import', path, '-o', os.path.join(folder, 'out.json')], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        with open(os.path.join(folder, 'out.json'), encoding='utf-8') as file:
            trials = json.load(file)['trials']
        if len(trials) != n or not any(arm['outcomes'] for arm in trials[0]['arms']):
            sys.exit(f'bench_import: {len(trials)} trials of {n} records, or one without its results')
        return 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024, size


def say(name, ours, unit):
    print(json.dumps({'name': name, 'ours': ours, 'reference': None, 'ratio': None, 'unit': unit}), flush=True)


def main():
    regimen = os.path.abspath(sys.argv[1])
    time, memory, size = took(regimen, N)
    twice, _, _ = took(regimen, 2 * N)
    print(f'{N:,} records of {size / 1e6:.0f} MB', file=sys.stderr)
    say('import of 1,178 records of 60 MB, time', time, 'ms')
    say('import of 1,178 records of 60 MB, memory', memory, 'MiB')
    say('import, exponent when doubled', math.log2(twice / time), '')


if __name__ == '__main__':
    main()
