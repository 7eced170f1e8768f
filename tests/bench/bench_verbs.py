# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole processes, from their start to their end as a shell waits for them: verbs beside the least that Python takes, and beside R's metafor.

    python3 tests/bench/bench_verbs.py REGIMEN
"""

import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

FOLDER = os.path.dirname(os.path.abspath(__file__))
# The two take turns, so that what else the machine does meets both.
TURNS = 21
TURNS_OF_R = 3


def took(command):
    begin = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return 1000 * (time.monotonic() - begin)


def compare(name, ours, reference, turns):
    """A line of JSON: the medians in milliseconds. The first turn meets cold caches and isn't counted."""
    times = [(took(ours), took(reference)) for _ in range(turns + 1)][1:]
    ours, reference = (statistics.median(column) for column in zip(*times))
    print(json.dumps({'name': name, 'ours': ours, 'reference': reference, 'ratio': ours / reference, 'unit': 'ms'}), flush=True)


def write_arms(regimen, path):
    """What R pools: the arms that we pool."""
    answer = json.loads(subprocess.run([regimen, 'pool', '--format=json'], check=True, capture_output=True).stdout)
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file)
        writer.writerow(('arm', 'responders', 'n'))
        writer.writerows((arm['id'], arm['responders'], arm['n']) for arm in answer['arms'])


def main():
    regimen = sys.argv[1]
    python = ['/usr/bin/python3', '-c', 'pass']
    with tempfile.TemporaryDirectory() as folder:
        charts = {kind: os.path.join(folder, f'chart.{kind}') for kind in ('svg', 'png', 'pdf')}
        compare('regimen list, beside python3 -c pass', [regimen, 'list'], python, TURNS)
        compare('regimen chart to SVG, beside python3 -c pass', [regimen, 'chart', 'response', '-o', charts['svg']], python, TURNS)
        if shutil.which('Rscript') is None:
            sys.exit('bench_verbs: Rscript is missing')
        arms = os.path.join(folder, 'arms.csv')
        write_arms(regimen, arms)
        script = ['Rscript', os.path.join(FOLDER, 'verbs.R'), arms]
        compare('regimen pool, beside metafor', [regimen, 'pool'], script, TURNS_OF_R)
        for kind, path in charts.items():
            compare(f'regimen chart to {kind.upper()}, beside metafor', [regimen, 'chart', 'response', '-o', path],
                    [*script, os.path.join(folder, f'r.{kind}')], TURNS_OF_R)


if __name__ == '__main__':
    main()
