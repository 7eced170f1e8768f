# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that is dragged onto the window from another program."""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile
import time
import unittest

import desktop
import tapmain

SOURCE = os.environ['REGIMEN_SOURCE_ROOT']
EVERY = 'Trials, 39 trials'
# The program stands at the corner, the window to drag from beside it.
WIDTH, HEIGHT, BESIDE = 1000, 700, 1300
STEPS = 20


def pointer(*arguments):
    subprocess.run(['xdotool', *map(str, arguments)], check=True)


class Drop(unittest.TestCase):

    @contextlib.contextmanager
    def drag(self, program, *uris):
        program.find('list', EVERY)
        program.resize(WIDTH, HEIGHT)
        with subprocess.Popen([os.environ['DRAG_SOURCE'], *uris]) as source:
            try:
                window = desktop.wait_for('what is dragged', lambda: subprocess.run(
                    ['xdotool', 'search', '--onlyvisible', '--name', '^Drag source$'], capture_output=True, text=True,
                    check=False).stdout.split())[-1]
                pointer('windowmove', '--sync', window, BESIDE, 100)
                pointer('mousemove', '--window', window, 100, 70, 'mousedown', 1)
                for step in range(1, STEPS + 1):
                    pointer('mousemove', BESIDE + 100 + (WIDTH // 2 - BESIDE - 100) * step // STEPS, 170 + 10 * step)
                    time.sleep(0.03)
                time.sleep(0.3)
                pointer('mouseup', 1)
                yield
            finally:
                source.terminate()

    def test_a_file_is_opened(self):
        path = os.path.join(SOURCE, 'tests', 'load', 'sample.json')
        with desktop.Program() as program:
            with self.drag(program, pathlib.Path(path).as_uri()):
                program.find('list', 'Trials, 2 trials')

    def test_several_files_are_imported_in_one_review(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, name in (('NCT09990001', 'INVENTED-1'), ('NCT09990002', 'INVENTED-2')):
                path = pathlib.Path(folder) / f'{number}.json'
                path.write_text(json.dumps({'protocolSection': {
                    'identificationModule': {'nctId': number, 'acronym': name, 'officialTitle': f'A Trial of {name}'},
                    'statusModule': {'overallStatus': 'RECRUITING'}}}), encoding='utf-8')
                paths.append(path.as_uri())
            with desktop.Program() as program, self.drag(program, *paths):
                review = program.find(None, 'Review the import')
                for name in ('INVENTED-1', 'INVENTED-2'):
                    program.find('check box', name, desktop.pyatspi.STATE_CHECKED, within=review)

    def test_a_patients_record_is_reviewed_beside_the_data_set(self):
        for name in ('mcode-bundle.json', 'phenopacket.json'):
            path = os.path.join(SOURCE, 'tests', 'import', 'records', name)
            with self.subTest(record=name), desktop.Program() as program:
                with self.drag(program, pathlib.Path(path).as_uri()):
                    program.find('push button', desktop.labelled('Use findings'))
                    program.find('check box', lambda name: name.startswith('Tumour: '))
                    program.key('Escape')
                    program.find('list', EVERY)

    def test_one_that_is_gone_is_told_and_leaves_what_was_open(self):
        with tempfile.TemporaryDirectory() as folder, desktop.Program() as program:
            with self.drag(program, pathlib.Path(folder, 'gone.json').as_uri()):
                program.find(None, lambda name: 'gone.json' in name and 'opened' in name)
                program.key('Escape')
                program.find('list', EVERY)


if __name__ == '__main__':
    tapmain.main()
