#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every benchmark of a build folder and prints one table: ours, the reference, their ratio, and the aim where there is one.

    python3 tests/bench/bench.py BUILD [--compare FILE] [--only NAME]

A benchmark is a program that meson knows as one; it prints a line of JSON for each comparison: {"name", "ours", "reference", "ratio", "unit"}.
The results are written to BUILD/bench.json, which --compare takes later to show what changed.
"""

import argparse
import json
import os
import platform
import subprocess
import sys

# The most that is aimed at: of the ratio to the reference, or of ours in the unit.
AIMS = {
    'load the review, time': ('ratio', 1),
    'load 10,000 trials, time': ('ratio', 0.45),
    'load the review, memory': ('ratio', 1.5),
    'load 10,000 trials, memory': ('ratio', 1.5),
    'keystroke over 100,000 trials, median': ('ours', 2),
    'keystroke over 100,000 trials, 99th percentile': ('ours', 4),
    'index of 100,000 trials': ('ours', 1000),
    'index of 100,000 trials, memory': ('ours', 60),
    'matching 100,000 trials, 99th percentile': ('ours', 50),
    'step of editing 500 trials, 5,000 results': ('ours', 16),
    'step of editing 500 trials, the agent of all': ('ours', 16),
    'step of editing, exponent when doubled': ('ours', 1.1),
    'undo in 500 trials, 5,000 results': ('ours', 16),
    'undo, exponent when doubled': ('ours', 1.1),
    'import of 1,178 records of 60 MB, time': ('ours', 6000),
    'import of 1,178 records of 60 MB, memory': ('ours', 600),
    'import, exponent when doubled': ('ours', 1.2),
    'survival of 100,000 patients': ('ours', 100),
    'survival of 5,000,000 patients': ('ours', 3000),
    "a presenter's step to the next slide, longest": ('ours', 100),
    'start to content': ('ratio', 1.5),
    'frames before the content': ('ours', 0),
    'start to first window': ('ratio', 1.3),
    'memory of the first window, private': ('ratio', 1.25),
    'regimen list, beside python3 -c pass': ('ratio', 15 / 13),
    'regimen chart to SVG, beside python3 -c pass': ('ratio', 35 / 13),
    'scrolling 100,000 trials, a frame, 99th percentile': ('ours', 1000 / 60),
    **{f'{figure} of {arms} arms, a frame': ('ours', 1000 / 60) for figure in ('response', 'survival') for arms in (15, 200, 5000)},
    **{f'{figure} of {arms} arms, a click on an option': ('ours', most) for figure in ('response', 'survival')
       for arms, most in ((15, 8), (200, 16))},
}


def benchmarks(build):
    listed = subprocess.run(['meson', 'introspect', '--benchmarks', build], check=True, capture_output=True).stdout
    return json.loads(listed)


def run(benchmark):
    """The results of one program, and whether it ended well."""
    done = subprocess.run(benchmark['cmd'], env={**os.environ, **benchmark.get('env', {})}, cwd=benchmark.get('workdir') or None,
                          stdout=subprocess.PIPE, timeout=benchmark.get('timeout') or 600)
    results = [json.loads(line) for line in done.stdout.decode().splitlines() if line.startswith('{')]
    return results, done.returncode == 0 and bool(results)


def figure(number):
    return '–' if number is None else f'{number:.3g}' if abs(number) < 1000 else f'{number:,.0f}'


def aim_of(result):
    if result['name'].startswith('growth, '):
        return f"≤ 1.2 {'kept' if result['ours'] <= 1.2 else 'MISSED'}"
    if result['name'] not in AIMS:
        return ''
    key, most = AIMS[result['name']]
    kept = result[key] is not None and result[key] <= most
    return f"≤ {figure(most)}{'×' if key == 'ratio' else ' ' + result['unit']} {'kept' if kept else 'MISSED'}"


def table(rows, heads):
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    for row in [heads, *rows]:
        print('  '.join(cell.ljust(width) if i in (0, len(heads) - 1) else cell.rjust(width)
                        for i, (cell, width) in enumerate(zip(row, widths))).rstrip())


def change(now, before):
    if not now or not before:
        return '–'
    return f'{100 * (now / before - 1):+.0f}%'


def main():
    parser = argparse.ArgumentParser(description='Timings beside their references.')
    parser.add_argument('build')
    parser.add_argument('--compare', metavar='FILE', help='results of an earlier run')
    parser.add_argument('--only', metavar='NAME', help='only the benchmark of this name')
    options = parser.parse_args()

    before = {}
    if options.compare:
        with open(options.compare, encoding='utf-8') as stream:
            before = {result['name']: result for result in json.load(stream)['results']}

    results, failed = [], []
    for benchmark in benchmarks(options.build):
        if options.only and benchmark['name'] != options.only:
            continue
        if not os.path.exists(benchmark['cmd'][0]):
            print(f"bench: {benchmark['name']} isn't built: ninja -C {options.build} {os.path.relpath(benchmark['cmd'][0], options.build)}",
                  file=sys.stderr)
            failed.append(benchmark['name'])
            continue
        told, ended_well = run(benchmark)
        results += told
        if not ended_well:
            failed.append(benchmark['name'])

    rows = []
    for result in results:
        row = [result['name'], figure(result['ours']), figure(result['reference']), result['unit'], figure(result['ratio'])]
        if options.compare:
            old = before.get(result['name'], {})
            row += [change(result['ours'], old.get('ours')), change(result['ratio'], old.get('ratio'))]
        rows.append(row + [aim_of(result)])
    heads = ['', 'ours', 'reference', 'unit', 'ratio'] + (['ours since', 'ratio since'] if options.compare else []) + ['aim']
    table(rows, heads)
    for name in [] if options.only else sorted(set(before) - {result['name'] for result in results}):
        print(f'no longer measured: {name}')

    path = os.path.join(options.build, 'bench.json')
    with open(path, 'w', encoding='utf-8') as stream:
        json.dump({'machine': platform.processor() or platform.machine(), 'processors': os.cpu_count(), 'results': results}, stream, indent=2)
        stream.write('\n')
    print(f'written to {path}')
    if failed:
        sys.exit('bench: these failed: ' + ', '.join(failed))


if __name__ == '__main__':
    main()
