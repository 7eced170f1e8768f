#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results of a run of `meson test`, point by point.

    count-results.py [--suite NAME]... [--no-suite NAME]... [--cut] BUILD-FOLDER

Three of Meson's files are held against each other, because none of them is enough:

  meson-info/intro-tests.json    which tests there are: one that left no result failed
  meson-logs/testlog.json        how each test ended: a crash or a time-out stands only here
  meson-logs/testlog.junit.xml   the TAP points inside each test

With --cut the run was stopped before its end: each test that it did not come to, or stopped, counts as skipped once.

The last line is 'N passed, N failed, N skipped'. The exit status is 0 only if something
passed and nothing failed.
"""

import argparse
import collections
import dataclasses
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

OUTPUT_LINES = 60
REASON_LINES = 40


@dataclasses.dataclass
class Tally:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    complaints: list = dataclasses.field(default_factory=list)

    def fail(self, name, reason, record=None, points=1):
        self.failed += points
        self.complaints.append((name, reason, record))

    def __str__(self):
        return f'{self.passed} passed, {self.failed} failed, {self.skipped} skipped'


def bare_suites(test):
    """Suites without the project's name: 'regimen:pure' is 'pure'."""
    return [suite.partition(':')[2] for suite in test['suite']]


def wanted(test, suites, without):
    own = set(bare_suites(test))
    return not own & set(without) and (not suites or bool(own & set(suites)))


def log_names(test):
    """The names that Meson may have logged a test under."""
    project = test['suite'][0].partition(':')[0]
    suites = '+'.join(bare_suites(test))
    return {test['name'], f'{project}:{suites} / {test["name"]}', f'{project} / {test["name"]}'}


def read_records(path):
    return [json.loads(line) for line in path.read_text(encoding='utf-8').splitlines() if line.strip()]


def read_points(path):
    """A test's name in the log -> its TAP points, each 'passed', 'failed' or 'skipped'."""
    points = {}
    for suite in ElementTree.parse(path).getroot().iter('testsuite'):
        project, dot, name = suite.get('name').partition('.')
        if not dot:
            continue  # tests without points: testlog.json knows more about them
        for case in suite.iter('testcase'):
            kinds = {child.tag for child in case}
            if kinds & {'failure', 'error'}:
                state = 'failed'
            elif 'skipped' in kinds:
                state = 'skipped'
            else:
                state = 'passed'
            points.setdefault(name, []).append((case.get('name'), state))
    return points


def ending(record):
    return f'ended as {record["result"]} (status {record["returncode"]})'


def count_tap(tally, name, record, points):
    states = [state for _, state in points]
    bad = [point for point, state in points if state == 'failed']
    tally.passed += states.count('passed')
    tally.skipped += states.count('skipped')
    if bad:
        tally.fail(name, 'failed: ' + '; '.join(bad), record, len(bad))

    plan = re.search(r'^1\.\.(\d+)(.*)$', record.get('stdout') or '', re.MULTILINE)
    accounted_for = record['result'] in ('OK', 'SKIP') or (bad and record['result'] in ('FAIL', 'ERROR'))
    if not accounted_for:
        tally.fail(name, ending(record), record)
    elif plan is None:
        tally.fail(name, 'ended without a TAP plan, so what it left out is unknown', record)
    elif int(plan[1]) != len(points):
        tally.fail(name, f'planned {plan[1]} points and had {len(points)}', record)
    elif not points and 'skip' in plan[2].lower():
        tally.skipped += 1
    elif not points:
        tally.fail(name, 'has no point', record)


def count_plain(tally, name, record):
    if record['result'] == 'OK':
        tally.passed += 1
    elif record['result'] == 'SKIP':
        tally.skipped += 1
    else:
        tally.fail(name, ending(record), record)


def count(build, suites=(), without=(), cut=False):
    build = pathlib.Path(build)
    tally = Tally()
    tests = json.loads((build / 'meson-info' / 'intro-tests.json').read_text(encoding='utf-8'))
    tests = [test for test in tests if wanted(test, suites, without)]

    try:
        records = read_records(build / 'meson-logs' / 'testlog.json')
        points = read_points(build / 'meson-logs' / 'testlog.junit.xml')
    except (OSError, ValueError, ElementTree.ParseError) as error:
        for test in tests:
            tally.fail(test['name'], f'left no result: {error}')
        return tally

    names = collections.Counter(test['name'] for test in tests)
    for name, times in names.items():
        if times > 1:
            tally.fail(name, f'is the name of {times} tests, so their results can\'t be told apart')

    for test in tests:
        name = test['name']
        if names[name] > 1:
            continue
        own = [record for record in records if record['name'] in log_names(test)]
        if cut and (not own or own[-1]['result'] == 'INTERRUPT'):
            tally.skipped += 1
        elif not own:
            tally.fail(name, 'left no result')
        elif test['protocol'] == 'tap':
            count_tap(tally, name, own[-1], points.get(own[-1]['name'], []))
        else:
            count_plain(tally, name, own[-1])
    return tally


def reasons(record):
    """What a test says of each of its failed points: the comments that follow it."""
    lines = []
    failed = False
    for line in (record.get('stdout') or '').splitlines():
        if re.match(r'(not )?ok\b', line):
            failed = line.startswith('not ok')
        if failed:
            lines.append(line)
    return lines[:REASON_LINES]


def tail(record):
    text = (record.get('stdout') or '') + (record.get('stderr') or '')
    # The accessibility bus complains whenever a program ends that it was talking to.
    lines = [line for line in text.splitlines() if line and 'dbind-WARNING' not in line]
    return lines[-OUTPUT_LINES:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--suite', action='append', default=[])
    parser.add_argument('--no-suite', action='append', default=[])
    parser.add_argument('--cut', action='store_true')
    parser.add_argument('build')
    arguments = parser.parse_args()

    tally = count(arguments.build, arguments.suite, arguments.no_suite, arguments.cut)
    for name, reason, record in tally.complaints:
        print(f'\n{name}: {reason}')
        for line in [*reasons(record), *tail(record)] if record else []:
            print(f'    {line}')
    if tally.passed + tally.failed + tally.skipped == 0:
        print('no test was run')
    if tally.complaints:
        print()
    print(tally)
    return 0 if tally.passed > 0 and tally.failed == 0 else 1


if __name__ == '__main__':
    sys.exit(main())
