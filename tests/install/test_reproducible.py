# SPDX-License-Identifier: GPL-3.0-or-later
"""Two builds of the same source, in other folders and at other times, install the same bytes."""

import filecmp
import os
import shutil
import subprocess
import tempfile
import unittest

import tapmain

SOURCE = os.environ['REGIMEN_SOURCE_ROOT']


def copy_source(folder):
    shutil.copytree(SOURCE, os.path.join(folder, 'source'), ignore=shutil.ignore_patterns('.git', '_build*', '__pycache__'))


def build(folder):
    """Builds the copy of the source there as a package is built, and gives what is installed."""
    source, built, root = (os.path.join(folder, name) for name in ('source', 'built', 'root'))
    # A cache of compiled files would give the second build those of the first.
    env = {**os.environ, 'CCACHE_DISABLE': '1'}
    subprocess.run(['meson', 'setup', '-Dbuildtype=release', built, source], check=True, stdout=subprocess.DEVNULL, env=env)
    subprocess.run(['ninja', '-C', built, '--quiet'], check=True, stdout=subprocess.DEVNULL, env=env)
    subprocess.run(['meson', 'install', '-C', built, '--no-rebuild', '--destdir', root], check=True, stdout=subprocess.DEVNULL, env=env)
    return root


class Reproducible(unittest.TestCase):

    def test_two_builds_are_alike(self):
        with tempfile.TemporaryDirectory() as short, tempfile.TemporaryDirectory(suffix='-in-a-folder-of-a-longer-name') as long:
            # Both before the first is built: meanwhile somebody may work on it.
            for each in (short, long):
                copy_source(each)
            one, other = build(short), build(long)
            found = []
            for folder, _, names in os.walk(one):
                for name in names:
                    path = os.path.relpath(os.path.join(folder, name), one)
                    found.append(path)
                    self.assertTrue(filecmp.cmp(os.path.join(one, path), os.path.join(other, path), shallow=False), path)
                    with open(os.path.join(other, path), 'rb') as file:
                        self.assertNotIn(long.encode(), file.read(), path)
            self.assertTrue(any(path.endswith('bin/regimen') for path in found))
            self.assertEqual(len(found), sum(len(names) for _, _, names in os.walk(other)))


if __name__ == '__main__':
    tapmain.main()
