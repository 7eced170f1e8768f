# SPDX-License-Identifier: GPL-3.0-or-later
"""Is the count right, and does everything that goes wrong make it fail?

First on made-up logs, then on what Meson itself writes for a small made-up project.
"""

import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
from xml.sax.saxutils import quoteattr

import tapmain

SCRIPT = pathlib.Path(__file__).with_name('count-results.py')

spec = importlib.util.spec_from_file_location('count_results', SCRIPT)
count_results = importlib.util.module_from_spec(spec)
spec.loader.exec_module(count_results)

STATES = {'passed': '', 'failed': '<failure />', 'error': '<error />', 'skipped': '<skipped />'}


class MadeUp(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.build = pathlib.Path(folder.name)
        (self.build / 'meson-info').mkdir()
        (self.build / 'meson-logs').mkdir()
        self.tests = []
        self.records = []
        self.suites = []

    def declare(self, name, suite='pure', protocol='tap'):
        self.tests.append({'name': name, 'suite': [f'made-up:{suite}'], 'protocol': protocol})

    def add(self, name, points=(), result='OK', plan=None, returncode=0, suite='pure', protocol='tap', stdout=None):
        """One test as Meson logs it; `plan` is its TAP plan where it isn't just the points."""
        self.declare(name, suite, protocol)
        if stdout is None:
            stdout = f'1..{len(points) if plan is None else plan}\n'
        logged = f'made-up:{suite} / {name}'
        self.records.append({'name': logged, 'stdout': stdout, 'result': result, 'returncode': returncode})
        if points:
            cases = ''.join(f'<testcase name={quoteattr(f"{i} /{name}")}>{STATES[state]}</testcase>'
                            for i, state in enumerate(points, 1))
            self.suites.append(f'<testsuite name="made-up.{logged}">{cases}</testsuite>')

    def write(self):
        (self.build / 'meson-info' / 'intro-tests.json').write_text(json.dumps(self.tests))
        (self.build / 'meson-logs' / 'testlog.json').write_text(
            ''.join(json.dumps(record) + '\n' for record in self.records))
        (self.build / 'meson-logs' / 'testlog.junit.xml').write_text(
            f'<testsuites>{"".join(self.suites)}</testsuites>')

    def run_script(self, *arguments):
        return subprocess.run([sys.executable, SCRIPT, *arguments, self.build],
                              capture_output=True, text=True, check=False)

    def assert_count(self, passed, failed, skipped, *arguments):
        self.write()
        done = self.run_script(*arguments)
        self.assertEqual(done.stdout.splitlines()[-1], f'{passed} passed, {failed} failed, {skipped} skipped',
                         done.stdout + done.stderr)
        self.assertEqual(done.returncode, 0 if passed and not failed else 1)
        return done.stdout

    def test_points_are_counted(self):
        self.add('one', ['passed', 'passed', 'skipped'])
        self.add('two', ['passed'])
        self.add('three', protocol='exitcode', stdout='')
        self.assert_count(4, 0, 1)

    def test_a_run_that_was_cut(self):
        self.add('one', ['passed', 'passed'])
        self.add('stopped', result='INTERRUPT', returncode=-15, stdout='')
        self.add('bad', ['passed', 'failed'], result='ERROR', returncode=1)
        self.add('crashed', result='FAIL', returncode=-11, stdout='')
        self.declare('never')
        self.assert_count(3, 4, 0)
        self.assert_count(3, 2, 2, '--cut')

    def test_a_failing_point(self):
        self.add('one', ['passed', 'failed', 'failed'], result='ERROR', returncode=1)
        self.add('two', ['passed'])
        self.assertIn('failed: 2 /one; 3 /one', self.assert_count(2, 2, 0))

    def test_why_a_point_failed_is_shown_whatever_follows(self):
        stdout = 'ok 1 - a\nnot ok 2 - b\n# 3 != 4\n' + ''.join(f'ok {i} - c\n# more\n' for i in range(3, 100)) + '1..99\n'
        self.add('one', ['passed', 'failed', *['passed'] * 97], result='FAIL', stdout=stdout)
        self.assertIn('# 3 != 4', self.assert_count(98, 1, 0))

    def test_a_point_in_error(self):
        self.add('one', ['passed', 'error'], result='FAIL')
        self.assert_count(1, 1, 0)

    def test_a_crash_after_passing_points(self):
        self.add('one', ['passed', 'passed'], plan=5, result='ERROR', returncode=-11)
        self.assertIn('ended as ERROR (status -11)', self.assert_count(2, 1, 0))

    def test_a_crash_after_a_failing_point(self):
        self.add('one', ['passed', 'failed'], plan=5, result='ERROR', returncode=-6)
        self.assertIn('planned 5 points and had 2', self.assert_count(1, 2, 0))

    def test_a_crash_at_the_end(self):
        """All points pass, then a leak report or a crash on the way out."""
        self.add('one', ['passed', 'passed'], result='ERROR', returncode=23)
        self.assert_count(2, 1, 0)

    def test_a_crash_before_any_point(self):
        self.add('one', result='ERROR', returncode=-11, stdout='')
        self.add('two', ['passed'])
        self.assert_count(1, 1, 0)

    def test_a_hang(self):
        self.add('one', ['passed', 'passed'], plan=3, result='TIMEOUT', returncode=-15)
        self.assert_count(2, 1, 0)

    def test_a_hang_after_a_failing_point(self):
        self.add('one', ['failed'], plan=3, result='TIMEOUT', returncode=-15)
        self.assert_count(0, 2, 0)

    def test_a_hang_without_points(self):
        self.add('one', result='TIMEOUT', returncode=-15, protocol='exitcode', stdout='')
        self.add('two', ['passed'])
        self.assert_count(1, 1, 0)

    def test_a_test_without_a_result(self):
        self.add('one', ['passed'])
        self.declare('two')
        self.assertIn('two: left no result', self.assert_count(1, 1, 0))

    def test_a_test_that_says_nothing(self):
        """Meson takes silence for a skipped test; it isn't one."""
        self.add('one', result='SKIP', stdout='')
        self.add('two', ['passed'])
        self.assert_count(1, 1, 0)

    def test_points_without_a_plan(self):
        self.add('one', ['passed', 'passed'], stdout='ok 1\nok 2\n')
        self.assert_count(2, 1, 0)

    def test_a_test_that_skips_itself(self):
        self.add('one', result='SKIP', stdout='1..0 # SKIP no display\n')
        self.add('two', result='SKIP', returncode=77, protocol='exitcode', stdout='')
        self.add('three', ['passed'])
        self.assert_count(1, 0, 2)

    def test_an_empty_plan(self):
        self.add('one', result='SKIP', stdout='1..0\n')
        self.add('two', ['passed'])
        self.assert_count(1, 1, 0)

    def test_no_test_at_all(self):
        self.assertIn('no test was run', self.assert_count(0, 0, 0))

    def test_only_skipped_tests(self):
        self.add('one', ['skipped'])
        self.assert_count(0, 0, 1)

    def test_two_tests_of_one_name(self):
        self.add('one', ['passed'])
        self.add('one', ['passed'], suite='data')
        self.add('two', ['passed'])
        self.assertIn('one: is the name of 2 tests', self.assert_count(1, 1, 0))

    def test_suites_are_left_out_and_chosen(self):
        self.add('one', ['passed'])
        self.declare('two', suite='slow')
        self.assert_count(1, 0, 0, '--no-suite', 'slow')
        self.assert_count(1, 0, 0, '--suite', 'pure')
        self.assert_count(0, 1, 0, '--suite', 'slow')

    def test_no_logs(self):
        self.add('one', ['passed'])
        self.write()
        for name in ('testlog.json', 'testlog.junit.xml'):
            with self.subTest(name):
                self.write()
                (self.build / 'meson-logs' / name).unlink()
                done = self.run_script()
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stdout.splitlines()[-1], '0 passed, 1 failed, 0 skipped')

    def test_logs_cut_short(self):
        self.add('one', ['passed'])
        for name in ('testlog.json', 'testlog.junit.xml'):
            with self.subTest(name):
                self.write()
                path = self.build / 'meson-logs' / name
                path.write_text(path.read_text()[:-15])
                done = self.run_script()
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stdout.splitlines()[-1], '0 passed, 1 failed, 0 skipped')


class Real(unittest.TestCase):
    """What this Meson writes for tests that end in each way."""

    TESTS = {
        'good': 'echo 1..2; echo ok 1; echo "ok 2 # SKIP not here"',
        'bad': 'echo 1..2; echo ok 1; echo not ok 2; exit 1',
        'crash': 'echo 1..3; echo ok 1; kill -SEGV $$',
        'hang': 'echo 1..2; echo ok 1; exec sleep 60',
        'bail': 'echo 1..2; echo ok 1; echo "Bail out! no more"; exit 1',
        'short': 'echo 1..3; echo ok 1',
        'silent': 'true',
    }

    def test_what_meson_writes(self):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder)
            build = source / 'build'
            lines = ["project('made-up', meson_version: '>= 1.0.0')", "sh = find_program('sh')"]
            for name, script in self.TESTS.items():
                (source / f'{name}.sh').write_text(script + '\n')
                lines.append(f"test('{name}', sh, args: files('{name}.sh'), protocol: 'tap', "
                             "suite: 'pure', timeout: 2)")
            lines.append("test('plain', sh, args: ['-c', 'exit 0'], suite: 'pure')")
            lines.append("test('plain-hang', sh, args: ['-c', 'exec sleep 60'], suite: 'pure', timeout: 1)")
            lines.append("test('never', sh, args: ['-c', 'exit 0'], suite: 'slow')")
            (source / 'meson.build').write_text('\n'.join(lines) + '\n')

            meson = os.environ.get('MESON', 'meson')
            environment = {key: value for key, value in os.environ.items() if not key.startswith('MESON')}
            subprocess.run([meson, 'setup', build, source], check=True, capture_output=True, env=environment)
            subprocess.run([meson, 'test', '-C', build, '--no-suite', 'slow'],
                           check=False, capture_output=True, env=environment)

            tally = count_results.count(build, without=['slow'])
            self.assertEqual(sorted({name for name, _, _ in tally.complaints}),
                             ['bad', 'bail', 'crash', 'hang', 'plain-hang', 'short', 'silent'],
                             [complaint[:2] for complaint in tally.complaints])
            self.assertEqual(str(tally), '7 passed, 7 failed, 1 skipped')

            everything = count_results.count(build)
            self.assertIn(('never', 'left no result', None), everything.complaints)


if __name__ == '__main__':
    tapmain.main()
