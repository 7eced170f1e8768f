# SPDX-License-Identifier: GPL-3.0-or-later
"""What a verb reads beside ordinary files: pipes, standard input, devices; and files that may not grow."""

import json
import os
import resource
import subprocess
import tempfile
import threading
import unittest

import program
import tapmain

DATA_SET = program.source_path('resources', 'evidence', 'her2-colorectal.json')
TIMES = b'time,status,group\n1,1,A\n2,0,A\n3,1,B\n'
# Escape, bell, delete, the control sequence introducer, what is no character, and a change of direction that isn't closed.
HARMFUL = '\x1b\x07\x7f\x9b\ufdd0\U0001fffe\u202e'
DEVICE = 'expected a file, found a device or a pipe'


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Input(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_standard_input(self):
        data = read(DATA_SET)
        for name in ('-', '/dev/stdin', '/dev/fd/0'):
            self.assertEqual(program.answer('check', name, stdin=data), f'{name}: valid, 39 trials\n')
            self.assertEqual(program.answer('list', f'--data={name}', stdin=data), program.answer('list'))
            self.assertIn('Patients: 2', program.run('curves', name, stdin=TIMES)[1])
        with open(DATA_SET, 'rb') as file:
            done = subprocess.run([os.environ['REGIMEN'], 'check', '-'], stdin=file, capture_output=True, check=True)
        self.assertIn(b'39 trials', done.stdout)

    def test_what_is_read_twice(self):
        """As a data set and then as a registry's export; and to see whether it differs from the embedded one."""
        record = read(program.source_path('tests', 'fuzz', 'corpus', 'import', 'ctis.json'))
        self.assertIn('New (1)', program.answer('changes', DATA_SET, '-', stdin=record))
        chart = self.path('chart.svg')
        program.answer('chart', 'response', '--data=-', f'--output={chart}', stdin=read(DATA_SET))
        self.assertNotIn(b'modified copy', read(chart))

    def test_named_pipe(self):
        path = self.path('pipe')
        os.mkfifo(path)

        def write():
            with open(path, 'wb') as pipe:
                pipe.write(read(DATA_SET))

        writer = threading.Thread(target=write)
        writer.start()
        self.assertEqual(program.answer('check', path), f'{path}: valid, 39 trials\n')
        writer.join()
        # Nobody is there to write.
        self.assertEqual(program.run('check', path), (1, '', f'regimen: {path}: {DEVICE}\n'))

    def test_faults_have_their_place(self):
        status, _, complaints = program.run('check', '-', stdin=b'{\n"format": "one"}')
        self.assertEqual(status, 1)
        self.assertIn('regimen: -: $.format: ', complaints)
        self.assertIn('(line 2)', complaints)

    def test_a_device_has_no_end(self):
        output = self.path('out')
        for call in (['check', '/dev/zero'], ['list', '--data=/dev/zero'], ['curves', '/dev/zero'], ['changes', DATA_SET, '/dev/zero'],
                     ['import', '/dev/zero', f'--output={output}.json'], ['reconstruct', '/dev/zero', f'--output={output}.csv'],
                     ['slides', '/dev/zero', f'--output={output}.pdf'], ['slides', '--template=/dev/zero', f'--output={output}.pptx'],
                     ['cite', '--story=/dev/zero'], ['chart', 'curves', '--times=/dev/zero', f'--output={output}.svg']):
            status, answer, complaints = program.run(*call)
            self.assertEqual(status, 1, call)
            self.assertIn(DEVICE, answer + complaints)

    def test_a_pipe_without_end(self):
        with subprocess.Popen(['yes'], stdout=subprocess.PIPE) as endless:
            done = subprocess.run([os.environ['REGIMEN'], 'check', '-'], stdin=endless.stdout, capture_output=True, check=False)
            endless.kill()
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'expected a file of at most 256 MB, found a larger one', done.stderr)

    def test_what_a_terminal_would_obey(self):
        """Whatever others' files hold of it goes, or is shown."""
        def write(name, text):
            with open(self.path(name), 'w', encoding='utf-8') as file:
                file.write(text)
            return self.path(name)

        def assert_harmless(text):
            self.assertEqual([each for each in text if each in HARMFUL], [])

        for bad in HARMFUL:
            times = write('times.csv', f'time,status,group\n1,1,Al{bad}pha\n2,0,Al{bad}pha\n')
            for form in ('text', 'csv', 'json'):
                status, answer, complaints = program.run('curves', times, f'--format={form}')
                self.assertEqual(status, 0, complaints)
                self.assertIn('Alpha', answer)
                assert_harmless(answer + complaints)
            record = json.loads(read(program.source_path('tests', 'fuzz', 'corpus', 'import', 'study.json')))
            for measure in record['resultsSection']['outcomeMeasuresModule']['outcomeMeasures']:
                measure['unitOfMeasure'] = f'mo{bad}nths of something'
            output = self.path('imported.json')
            status, answer, complaints = program.run('import', write('record.json', json.dumps(record)), f'--output={output}')
            self.assertIn('Refused', answer)
            assert_harmless(answer + complaints)
            self.assertEqual(program.run('check', output)[0], 0)
            story = {'format': 1, 'title': f'One{bad}two', 'slides': [{'title': f'Three{bad}four', 'text': f'Five{bad}six', 'note': bad}]}
            deck = self.path('deck.pdf')
            program.answer('slides', write('story.json', json.dumps(story)), f'--output={deck}')
            text = subprocess.run(['pdftotext', deck, '-'], capture_output=True, check=True).stdout.decode()
            self.assertIn('Threefour', text)

    def test_the_name_of_a_file_is_not_empty(self):
        for call in (['list', '--data='], ['new', '--output='], ['new', '--from=', '--output=x.json'], ['chart', 'response', '--output='],
                     ['chart', 'curves', '--times=', '--output=x.svg'], ['slides', '--template=', '--output=x.pptx'], ['cite', '--story='],
                     ['reconstruct', 'x.csv', '--at-risk=', '--output=y.csv']):
            status, output, complaints = program.run(*call)
            self.assertEqual((status, output), (2, ''), call)
            self.assertIn('expected a file name, found nothing', complaints)

    def test_a_file_that_may_not_grow(self):
        """What is too large for a limit leaves nothing beside the file that was there."""
        for call in (['new', '--from=builtin'], ['chart', 'response'], ['slides']):
            path = self.path('old.' + {'new': 'json', 'chart': 'png', 'slides': 'pdf'}[call[0]])
            with open(path, 'wb') as file:
                file.write(b'old')
            done = subprocess.run([os.environ['REGIMEN'], *call, f'--output={path}'], capture_output=True, check=False,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)))
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(b'could not be written', done.stderr)
            self.assertEqual(os.listdir(self.folder), [os.path.basename(path)])
            self.assertEqual(read(path), b'old')
            os.unlink(path)


if __name__ == '__main__':
    tapmain.main()
