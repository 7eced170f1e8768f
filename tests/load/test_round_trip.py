# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is lost or changed on the way into the model: a data set that is loaded and written down again is the same."""

import json
import os
import subprocess
import unittest

import program
import tapmain

def saying(value):
    """A document without what says nothing: nulls, empty lists, false, and the relation that is meant where none is given."""
    if isinstance(value, dict):
        kept = {key: saying(each) for key, each in value.items()}
        return {key: each for key, each in kept.items()
                if each is not None and each is not False and each != [] and (key, each) != ('relation', '=')}
    if isinstance(value, list):
        return [saying(each) for each in value]
    return value


class RoundTrip(unittest.TestCase):

    maxDiff = 4000

    def check(self, *path):
        with open(program.source_path(*path), encoding='utf-8') as stream:
            document = json.load(stream)
        written = subprocess.run([os.environ['RGM_DUMP'], program.source_path(*path)], check=True, capture_output=True).stdout
        told, wanted = saying(json.loads(written)), saying(document)
        self.assertEqual(list(sorted(told)), list(sorted(wanted)))
        for key in wanted:
            if isinstance(wanted[key], list):
                self.assertEqual(len(told[key]), len(wanted[key]), key)
                for one, other in zip(told[key], wanted[key]):
                    self.assertEqual(one, other)
            else:
                self.assertEqual(told[key], wanted[key])

    def test_every_key(self):
        self.check('tests', 'load', 'sample.json')

    def test_the_embedded_data_set(self):
        self.check('resources', 'evidence', 'her2-colorectal.json')


if __name__ == '__main__':
    tapmain.main()
