# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a person at a shell calls it: no display, no session bus, no home folder."""

import json
import os
import subprocess


def run(*arguments, env=None, stdin=b'', timeout=60):
    """Calls the program; gives its status, its output and its complaints as text."""
    surroundings = {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', 'HOME': '/nonexistent',
                    'G_DEBUG': 'fatal-warnings', **(env or {})}
    for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'):
        if name in os.environ:
            surroundings[name] = os.environ[name]
    done = subprocess.run([os.environ['REGIMEN'], *arguments], env=surroundings, input=stdin,
                          capture_output=True, timeout=timeout)
    output, complaints = done.stdout.decode(), done.stderr.decode()
    # As C's library prints a text that is missing.
    assert '(null)' not in output + complaints, f'{arguments}: a text is missing: {output + complaints}'
    return done.returncode, output, complaints


def answer(*arguments, **options):
    """The answer to a call that must be a good one."""
    status, output, complaints = run(*arguments, **options)
    assert status == 0, f'{arguments}: status {status}, {complaints}'
    assert complaints == '', complaints
    return output


def answer_json(*arguments, **options):
    def refuse(word):
        raise ValueError(f'{word} is no JSON')
    return json.loads(answer(*arguments, '--format=json', **options), parse_constant=refuse)


def source_path(*parts):
    return os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], *parts)
