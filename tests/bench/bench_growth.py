# SPDX-License-Identifier: GPL-3.0-or-later
"""How the time of whole processes grows when what they are given doubles: the exponent is 1 where it doubles with it.

    python3 tests/bench/bench_growth.py REGIMEN [NAME]

The time is the processor's, the least of several runs, less what the program takes for next to nothing. An exponent of more
than LIMIT ends the program with status 1.
"""

import copy
import json
import math
import os
import subprocess
import sys
import tempfile

LIMIT = 1.2
TURNS = 3
# Below this many milliseconds more, the larger of two says nothing of how it grows: the sizes are doubled.
LEAST = 150
MOST_DOUBLINGS = 7

CITATION = [{'id': 's', 'place': 'p'}]
MATCH = 'b1:wt'


def outcome(endpoint, i):
    return {'endpoint': endpoint, 'state': 'reported', 'value': 10 + i % 60, 'unit': '%', 'responders': 10 + i % 60, 'analysed': 100,
            'sources': CITATION}


def arm(trial, i, n_outcomes=1, **more):
    return {'id': f't{trial}:a{i}', 'label': f'Arm {i}', 'regimen': f'r{i % 20}', 'n': 100,
            'outcomes': [outcome('ORR' if j == 0 else f'e{j}', i + j) for j in range(n_outcomes)], 'sources': CITATION, **more}


def trial(i, n_arms=1, n_outcomes=1, **more):
    return {'id': f't{i}', 'name': f'Trial {i}', 'registrations': [f'NCT{i:08}'], 'title': f'A study of regimen {i % 20} in {i % 97} places',
            'phase': 'II', 'classes': ['mAb'], 'status': {'published': 'Said', 'state': 'COMPLETED'},
            'populations': [{'text': 'Metastatic disease', 'sources': CITATION}],
            'eligibility': {'rules': [{'biomarker': 'b1', 'values': ['wt' if i % 2 else 'mutated'], 'text': 'B1', 'sources': CITATION}]},
            'arms': [arm(i, j, n_outcomes) for j in range(n_arms)], 'sources': CITATION, **more}


def biomarker(i, **more):
    return {'id': f'b{i}', 'name': f'GENE{i}', 'facet': True,
            'values': [{'id': 'wt', 'name': 'wild-type'}, {'id': 'mutated', 'name': 'mutated'}], **more}


def data(n_trials=2, n_agents=20, n_classes=0, n_endpoints=0, **more):
    made = {
        'format': 1, 'id': 'made', 'title': 'Made up', 'description': 'Nothing in it is true.', 'as_of': '2024-01-01',
        'licence': {'name': 'CC0', 'url': 'https://example.org/', 'credit': 'Nobody.'},
        'sources': [{'id': 's', 'kind': 'review', 'citation': 'Nobody.'}],
        'classes': [{'id': 'mAb', 'name': 'Antibody', 'mark': 'square'}] +
                   [{'id': f'c{i}', 'name': f'Class {i}', 'mark': 'circle'} for i in range(n_classes)],
        'endpoints': [{'id': 'ORR', 'name': 'Response', 'kind': 'rate', 'domain': 'efficacy'}] +
                     [{'id': f'e{i + 1}', 'name': f'Endpoint {i + 1}', 'kind': 'rate', 'domain': 'efficacy'} for i in range(n_endpoints)],
        'agents': [{'id': f'a{i}', 'name': f'Agent{i}mab', 'synonyms': [f'X-{i}'], 'class': 'mAb', 'sources': []} for i in range(n_agents)],
        'regimens': [{'id': f'r{i}', 'name': f'Regimen {i}', 'agents': [f'a{i % n_agents}', f'a{(i + 1) % n_agents}']}
                     for i in range(max(20, n_agents))],
        'biomarkers': [biomarker(0), biomarker(1)], 'trials': [trial(i) for i in range(n_trials)], 'pathway': None, 'remarks': [],
    }
    made.update(more)
    return made


def with_rules(n):
    rules = [{'biomarker': f'b{i}', 'values': ['wt'], 'text': f'GENE{i} wild-type', 'sources': CITATION} for i in range(n)]
    return data(biomarkers=[biomarker(i) for i in range(n)], trials=[trial(0, eligibility={'rules': rules}), trial(1)])


def with_alternatives(n):
    """Two rules of each word."""
    rules = [{'biomarker': f'b{i}', 'values': ['wt'], 'alternative': f'word {i // 2}', 'text': f'GENE{i} wild-type', 'sources': CITATION}
             for i in range(n)]
    return data(biomarkers=[biomarker(i) for i in range(n)], trials=[trial(0, eligibility={'rules': rules})])


def with_parts(n):
    """Each whole has as many parts as it may have."""
    most = 100
    wholes = [biomarker(n + i, parts=[f'b{j}' for j in range(i * most, min((i + 1) * most, n))]) for i in range((n + most - 1) // most)]
    rules = [{'biomarker': each['id'], 'values': ['wt'], 'text': each['name'], 'sources': CITATION} for each in wholes]
    for each in wholes:
        each['values'][0]['every'] = True
    return data(biomarkers=[biomarker(i) for i in range(n)] + wholes, trials=[trial(0, eligibility={'rules': rules})])


def node(name, kind='protein', compartment='cytoplasm'):
    return {'id': name, 'name': name, 'kind': kind, 'compartment': compartment, 'sources': CITATION}


def edge(one, other, kind='activates'):
    return {'id': f'{one}--{other}', 'from': one, 'to': other, 'kind': kind, 'sources': CITATION}


def with_pathway(nodes, edges, pathways):
    return data(pathway={'compartments': {'outside': 'Outside', 'membrane': 'Membrane', 'cytoplasm': 'Cytoplasm', 'nucleus': 'Nucleus'},
                         'caveat': {'text': 'Nothing in it is true.', 'sources': CITATION}, 'nodes': nodes, 'edges': edges, 'pathways': pathways,
                         'conditions': [], 'alterations': [],
                         'actions': [{'agent': 'a1', 'node': 'n1', 'kind': 'inhibits', 'sources': CITATION}], 'effects': [], 'elsewhere': []})


def with_nodes(n):
    nodes = [node(f'n{i}') for i in range(n)]
    nodes[0]['kind'] = 'ligand'
    nodes[-1]['kind'] = 'outcome'
    return with_pathway(nodes, [edge(f'n{i}', f'n{i + 1}') for i in range(n - 1)], [])


def with_lanes(n):
    """Receptors with ligands of their own, and a lane below each with a node beside its first."""
    nodes = [node('end', 'outcome', 'nucleus')]
    edges, pathways = [], []
    for i in range(n):
        nodes += [node(f'l{i}', 'ligand', 'outside'), node(f'r{i}', 'receptor', 'membrane'), node(f'n{i}'), node(f'm{i}'), node(f's{i}')]
        edges += [edge(f'l{i}', f'r{i}'), edge(f'r{i}', f'n{i}'), edge(f'n{i}', f'm{i}'), edge(f's{i}', f'n{i}', 'inhibits'), edge(f'm{i}', 'end')]
        pathways.append({'id': f'p{i}', 'name': f'Pathway {i}', 'nodes': [f'n{i}', f'm{i}']})
    return with_pathway(nodes, edges, pathways)


def remarks(n):
    return [{'kind': 'caution', 'about': 'references', 'text': f'Remark number {i}.', 'sources': CITATION} for i in range(n)]


def changed(made):
    """Another revision: every trial has another title."""
    other = copy.deepcopy(made)
    for each in other['trials']:
        each['title'] += ', again'
    return other


def times_of(n):
    return 'time,status,group\n' + ''.join(f'{(i * 7919) % 100003 / 100:.2f},{i % 3 > 0:d},{"AB"[i % 2]}\n' for i in range(n))


def curve_of(n):
    return 'time,survival\n' + ''.join(f'{i / n * 30:.4f},{1 - 0.8 * i / n:.6f}\n' for i in range(n + 1))


# Each with what it makes of a number, the arguments with the names of files in it, and the number to begin with.
ROWS = [
    ('check of trials', lambda n: [data(n)], 'check 0', 500),
    ('list of trials', lambda n: [data(n)], 'list --data=0 --search=regimen', 500),
    ('table of trials and arms', lambda n: [data(n)], 'list --data=0 --each-arm --format=csv', 500),
    ('match of trials', lambda n: [data(n)], f'match --data=0 --patient={MATCH}', 500),
    ('match of trials as JSON', lambda n: [data(n)], f'match --data=0 --patient={MATCH} --format=json', 500),
    ('changes of trials', lambda n: [data(n), changed(data(n))], 'changes 0 1', 500),
    ('references of trials', lambda n: [data(n)], 'cite --data=0', 500),
    ('copy of trials', lambda n: [data(n)], 'new --from=0 --output=OUT.json', 500),
    ('search over agents', lambda n: [data(n_agents=n)], 'list --data=0 --search=agent:a1', 500),
    ('page of arms', lambda n: [data(trials=[trial(0, n)])], 'show t0 --data=0', 200),
    ('pool of arms', lambda n: [data(trials=[trial(0, n)])], 'pool --data=0', 200),
    ('chart of arms to SVG', lambda n: [data(trials=[trial(0, n)])], 'chart response --data=0 -o OUT.svg', 200),
    ('chart of arms to pages of PDF', lambda n: [data(trials=[trial(0, n)])], 'chart response --data=0 -o OUT.pdf', 200),
    ('slides of arms', lambda n: [data(trials=[trial(0, n)])], 'slides --data=0 --figures=response --tables -o OUT.pptx', 100),
    ('page of outcomes', lambda n: [data(n_endpoints=n, trials=[trial(0, 1, n)])], 'show t0 --data=0', 5000),
    ('chart of classes', lambda n: [data(n_classes=n, trials=[trial(0, arms=[arm(0, i, **{'class': f'c{i}'}) for i in range(n)])])],
     'chart response --data=0 -o OUT.svg', 100),
    ('match of biomarkers with rules', lambda n: [with_rules(n)], f'match --data=0 --patient={MATCH}', 200),
    ('match of alternatives', lambda n: [with_alternatives(n)], f'match --data=0 --patient={MATCH}', 200),
    ('match of parts of a biomarker', lambda n: [with_parts(n)], f'match --data=0 --patient={MATCH}', 200),
    ('search over biomarkers', lambda n: [with_rules(n)], f'list --data=0 --search={MATCH}', 200),
    ('pathway of nodes', lambda n: [with_nodes(n)], 'chart pathway --data=0 -o OUT.svg', 50),
    ('pathway of lanes', lambda n: [with_lanes(n)], 'chart pathway --data=0 -o OUT.svg', 50),
    ('signal through nodes', lambda n: [with_nodes(n)], 'signal --data=0 --agents=a1', 50),
    ('page of remarks', lambda n: [data(trials=[trial(0, remarks=remarks(n))])], 'show t0 --data=0', 500),
    ('check of remarks', lambda n: [data(remarks=remarks(n))], 'check 0', 500),
    ('curves of patients', lambda n: [times_of(n)], 'curves 0 --unit=months', 2000),
    ('chart of curves', lambda n: [times_of(n)], 'chart curves --times=0 --unit=months -o OUT.svg', 2000),
    ('reconstruction of points', lambda n: [curve_of(n)], 'reconstruct 0 --patients=500 -o OUT.csv', 500),
]


class Failure(Exception):
    pass


def took(command, folder):
    """Milliseconds of the processor."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with process.stderr:
        said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failure(f'{" ".join(command)}: {said.decode()[:400]}')
    return 1000 * (usage.ru_utime + usage.ru_stime)


def least_time(regimen, make, arguments, n):
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for i, content in enumerate(make(n)):
            names[str(i)] = f'{i}.csv' if isinstance(content, str) else f'{i}.json'
            with open(os.path.join(folder, names[str(i)]), 'w', encoding='utf-8') as file:
                file.write(content if isinstance(content, str) else json.dumps(content))
        command = [regimen]
        for word in arguments.split():
            head, equals, tail = word.rpartition('=')
            command.append(head + equals + names.get(tail, tail))
        return min(took(command, folder) for _ in range(TURNS))


def measure(regimen, name, make, arguments, n):
    """Whether it grows as it may. The size is doubled until the time is worth being compared."""
    nothing = least_time(regimen, make, arguments, 2)
    times = [least_time(regimen, make, arguments, n) - nothing]
    for _ in range(MOST_DOUBLINGS):
        n *= 2
        times.append(least_time(regimen, make, arguments, n) - nothing)
        if times[-1] >= LEAST:
            break
    exponent = math.log2(max(times[-1], 1) / max(times[-2], 1))
    print(json.dumps({'name': f'growth, {name}, {n:,}', 'ours': exponent, 'reference': None, 'ratio': None, 'unit': ''}), flush=True)
    print(f'{name}: {n // 2} in {times[-2]:.0f} ms, {n} in {times[-1]:.0f} ms', file=sys.stderr)
    return exponent <= LIMIT


def main():
    regimen = os.path.abspath(sys.argv[1])
    good = True
    for name, make, arguments, n in ROWS:
        if sys.argv[2:] and sys.argv[2] not in name:
            continue
        try:
            good = measure(regimen, name, make, arguments, n) and good
        except Failure as failure:
            print(failure, file=sys.stderr)
            good = False
    sys.exit(0 if good else 1)


if __name__ == '__main__':
    main()
