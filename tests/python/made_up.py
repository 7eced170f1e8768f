# SPDX-License-Identifier: GPL-3.0-or-later
"""Data sets made up for a test: trials with arms of known counts."""

import contextlib
import json
import os
import tempfile

PLACE = [{'id': 's', 'place': 'Table'}]


def outcome(responders, analysed, **more):
    """An objective response without published words."""
    return {'endpoint': 'ORR', 'state': 'reported', 'value': 100 * responders / analysed, 'unit': '%',
            'responders': responders, 'analysed': analysed, 'sources': PLACE, **more}


def median(endpoint, value=None, lower=None, upper=None, **more):
    """A median in months without published words; without a value it isn't reached. A bound is a number or a state."""
    made = {'endpoint': endpoint, 'unit': 'months', 'sources': PLACE, **more}
    made.update({'state': 'not-reached'} if value is None else {'state': 'reported', 'value': value})
    for name, bound in (('lower', lower), ('upper', upper)):
        if bound is not None:
            made[name] = {'state': bound} if isinstance(bound, str) else bound
    return made


def of_outcomes(*outcomes):
    """A data set of trials with an arm each, which has the outcomes."""
    return data_set([trial(f't{number}', [arm(f't{number}', 0, 'A', each, 20)]) for number, each in enumerate(outcomes)])


def arm(trial, number, group, outcomes, n=None):
    made = {'id': f'{trial}:{number}', 'label': 'Onemab', 'class': group, 'regimen': 'onemab', 'outcomes': outcomes,
            'subgroups': [], 'safety': [], 'sources': PLACE}
    return made if n is None else {**made, 'n': n}


def trial(name, arms, **more):
    return {'id': name, 'name': name.upper(), 'registrations': [], 'phase': 'II', 'classes': sorted({each['class'] for each in arms}),
            'status': {'published': 'Completed', 'state': 'COMPLETED'}, 'populations': [], 'arms': arms, 'sources': PLACE, **more}


def data_set(trials):
    groups = sorted({each['class'] for one in trials for each in one['arms']})
    marks = ['square', 'circle', 'triangle', 'diamond']
    return {'format': 1, 'id': 'made-up', 'title': 'Made up', 'as_of': '2024-01-01',
            'licence': {'name': 'CC0 1.0', 'url': 'https://example.org/cc0', 'credit': 'Nobody'},
            'sources': [{'id': 's', 'kind': 'review', 'citation': 'Nobody. Nothing. 2024.'}],
            'classes': [{'id': group, 'name': f'Class {group}', 'mark': mark} for group, mark in zip(groups, marks)],
            'endpoints': [{'id': 'ORR', 'name': 'Objective response rate', 'kind': 'rate', 'domain': 'efficacy'},
                          {'id': 'PFS', 'name': 'Progression-free survival', 'kind': 'time', 'domain': 'efficacy'},
                          {'id': 'OS', 'name': 'Overall survival', 'kind': 'time', 'domain': 'efficacy'}],
            'agents': [{'id': 'onemab', 'name': 'Onemab', 'class': groups[0], 'sources': []}],
            'regimens': [{'id': 'onemab', 'name': 'Onemab', 'agents': ['onemab']}], 'biomarkers': [], 'trials': trials}


def of_counts(*counts):
    """A data set of trials with an arm each: (group, responders, patients)."""
    return data_set([trial(f't{number}', [arm(f't{number}', 0, group, [outcome(x, n)], n)])
                     for number, (group, x, n) in enumerate(counts)])


@contextlib.contextmanager
def file(content):
    """The option that names a file with the content, while it is there."""
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, 'made-up.json')
        with open(name, 'w', encoding='utf-8') as stream:
            json.dump(content, stream)
        yield f'--data={name}'
