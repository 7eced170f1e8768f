# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to a person's files when the disk, the folder or the machine gives out."""

import os
import random
import resource
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import program
import tapmain

NOBODY = 65534
OLD = b'what was there before\n'
SAMPLE = program.source_path('tests', 'load', 'sample.json')
# Everything that a verb writes, by the name of its file.
PATIENTS = program.source_path('tests', 'reference', 'patients', 'CONCUR_2A.csv')
CURVE = program.source_path('tests', 'fuzz', 'corpus', 'curves', 'digitize-it.csv')
RECORDS = program.source_path('tests', 'import', 'data', 'clinicaltrials-gov.json')
WRITERS = {
    'deck.pptx': ['slides', '--figures=response'],
    'deck.odp': ['slides', '--figures=response'],
    'deck.pdf': ['slides', '--figures=response'],
    'deck.zip': ['slides', '--figures=response'],
    'patient.svg': ['chart', 'patient', '--patient=her2:ihc-3+'],
    'curves.svg': ['chart', 'curves', '--times=' + PATIENTS, '--unit=months'],
    'imported.json': ['import', RECORDS],
    'new.json': ['new', '--from=builtin'],
    'times.csv': ['reconstruct', CURVE, '--patients=40'],
}
CHARTS = ['response.svg', 'response.pdf', 'response.png', 'response.fodg', 'survival.svg', 'scatter.svg', 'pathway.svg']


def call(*arguments, before=None):
    """Status and complaints of a call; @before runs in the child."""
    surroundings = {**os.environ, 'LC_ALL': 'C.UTF-8', 'HOME': '/nonexistent'}
    done = subprocess.run([os.environ['REGIMEN'], *arguments], env=surroundings, stdin=subprocess.DEVNULL,
                          capture_output=True, preexec_fn=before, timeout=60, check=False)
    return done.returncode, done.stderr.decode()


def fill_up():
    """From here on no file grows beyond a block, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))


def become_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


class Faults(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        os.chmod(self.folder, 0o755)

    def path(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, 'wb') as file:
                file.write(content)
        return path

    def assert_only(self, content):
        """The folder holds these files with these bytes, and nothing half done beside them."""
        self.assertEqual(sorted(os.listdir(self.folder)), sorted(content))
        for name, expected in content.items():
            with open(os.path.join(self.folder, name), 'rb') as file:
                self.assertEqual(file.read(), expected, name)

    def test_a_full_disk_leaves_what_was_there(self):
        for chart in CHARTS:
            with self.subTest(chart):
                path = self.path(chart, OLD)
                status, complaints = call('chart', chart.split('.')[0], '-o', path, before=fill_up)
                self.assertEqual(status, 1, complaints)
                self.assertIn(chart, complaints)
                self.assert_only({chart: OLD})
                os.unlink(path)

    def test_a_full_disk_leaves_what_a_link_leads_to(self):
        self.path('real.svg', OLD)
        os.symlink('real.svg', self.path('link.svg'))
        status, complaints = call('chart', 'response', '-o', self.path('link.svg'), before=fill_up)
        self.assertEqual(status, 1, complaints)
        self.assertIn('link.svg', complaints)
        self.assert_only({'real.svg': OLD, 'link.svg': OLD})

    def test_a_full_disk_leaves_no_half_a_file(self):
        for chart in CHARTS:
            with self.subTest(chart):
                status, complaints = call('chart', chart.split('.')[0], '-o', self.path(chart), before=fill_up)
                self.assertEqual(status, 1, complaints)
                self.assert_only({})

    def test_a_full_disk_leaves_a_data_set_without_a_backup(self):
        path = self.path('mine.json', OLD)
        status, complaints = call('new', '--from=builtin', '-o', path, before=fill_up)
        self.assertEqual(status, 1, complaints)
        self.assertIn('mine.json', complaints)
        self.assert_only({'mine.json': OLD})

    def test_a_full_disk_leaves_whatever_a_verb_would_replace(self):
        for name, arguments in WRITERS.items():
            with self.subTest(name):
                path = self.path(name, OLD)
                status, complaints = call(*arguments, '-o', path, before=fill_up)
                self.assertEqual(status, 1, complaints)
                self.assertIn(name, complaints)
                self.assert_only({name: OLD})
                self.assertEqual(call(*arguments, '-o', path)[0], 0)
                for each in os.listdir(self.folder):
                    os.unlink(self.path(each))

    def test_a_folder_that_has_gone_is_named(self):
        for name, arguments in WRITERS.items():
            with self.subTest(name):
                path = os.path.join(self.folder, 'gone', name)
                status, complaints = call(*arguments, '-o', path)
                self.assertEqual(status, 1, complaints)
                self.assertIn(os.path.join('gone', name), complaints)
                self.assert_only({})

    def test_output_that_is_full_is_a_fault(self):
        with open('/dev/full', 'wb') as full:
            for arguments in (['list'], ['list', '--each-arm', '--format=csv'], ['pool', '--format=json'], ['show', 'destiny-crc01'],
                              ['cite', 'destiny-crc01', '--format=bibtex'], ['match', '--patient=her2:ihc-3+'], ['curves', PATIENTS, '--unit=months'],
                              ['signal', '--agents=cetuximab'], ['--help']):
                with self.subTest(arguments):
                    done = subprocess.run([os.environ['REGIMEN'], *arguments], stdout=full, stderr=subprocess.PIPE,
                                          stdin=subprocess.DEVNULL, check=False, timeout=60)
                    self.assertEqual(done.returncode, 1)
                    self.assertTrue(done.stderr.startswith(b'regimen: '), done.stderr)

    def test_a_folder_that_cant_be_written_is_named(self):
        path = self.path('response.svg', OLD)
        os.chmod(path, 0o644)
        os.chmod(self.folder, 0o555)
        try:
            for name in ('response.svg', 'another.svg'):
                status, complaints = call('chart', 'response', '-o', os.path.join(self.folder, name), before=become_nobody)
                self.assertEqual(status, 1, complaints)
                self.assertIn(name, complaints)
        finally:
            os.chmod(self.folder, 0o755)
        self.assert_only({'response.svg': OLD})

    def test_a_file_of_ones_own_is_asked_for_by_its_name(self):
        path = self.path('mine.json', b'{}')
        os.chmod(path, 0o000)
        status, complaints = call('check', path, before=become_nobody)
        self.assertEqual(status, 1, complaints)
        self.assertIn('mine.json', complaints)

    def kill(self, name, *arguments, check=lambda content: None):
        """Kills a verb that replaces a file at many moments: the old file is there, or the new one."""
        path = self.path(name)
        begin = time.monotonic()
        self.assertEqual(call(*arguments, '-o', path), (0, ''))
        took = time.monotonic() - begin
        with open(path, 'rb') as file:
            new = file.read()
        chance = random.Random(7)
        seen = set()
        kills = 0
        while kills < 40 or len(seen) < 2 and kills < 200:
            kills += 1
            if kills % 40 == 0:
                took *= 2  # the machine has more to do than it had when the time was taken
            self.path(name, OLD)
            child = subprocess.Popen([os.environ['REGIMEN'], *arguments, '-o', path], stdin=subprocess.DEVNULL,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 1.3 * took))
            child.kill()
            child.wait()
            with open(path, 'rb') as file:
                content = file.read()
            self.assertIn(content, (OLD, new))
            check(content)
            seen.add(content == new)
        self.assertEqual(seen, {False, True}, 'no kill came before the save, or none after it')

    def test_a_killed_save_leaves_the_old_file_or_the_new_one(self):
        self.kill('response.svg', 'chart', 'response')

    def test_a_killed_save_of_a_data_set_leaves_what_was_there_as_its_backup(self):
        backup = self.path('mine.json~')

        def check(content):
            if content != OLD:
                with open(backup, 'rb') as file:
                    self.assertEqual(file.read(), OLD)
            if os.path.exists(backup):
                os.unlink(backup)

        self.kill('mine.json', 'new', '--from=builtin', check=check)

    def test_a_file_that_changes_while_it_is_read(self):
        with open(SAMPLE, 'rb') as file:
            good = file.read()
        path = self.path('changing.json', good)
        done = threading.Event()

        def write():
            while not done.is_set():
                with open(path, 'r+b') as file:
                    file.write(good[:len(good) // 3])
                    file.flush()
                    file.truncate()
                    file.write(good[len(good) // 3:])

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for _ in range(25):
                status, complaints = call('check', path)
                self.assertIn(status, (0, 1), complaints)
                if status == 1:
                    self.assertIn('changing.json', complaints)
        finally:
            done.set()
            writer.join()
        self.assertEqual(call('check', path)[0], 0)

    def test_a_file_that_ends_too_soon(self):
        with open(SAMPLE, 'rb') as file:
            good = file.read()
        path = self.path('pipe.json')
        os.mkfifo(path)
        writer = threading.Thread(target=lambda: self.path('pipe.json', good[:len(good) // 2]))
        writer.start()
        status, complaints = call('check', path)
        if writer.is_alive():  # a pipe that isn't read at all is as good an answer
            with open(path, 'rb') as file:
                file.read()
        writer.join()
        self.assertEqual(status, 1)
        self.assertIn('pipe.json', complaints)


if __name__ == '__main__':
    tapmain.main()
