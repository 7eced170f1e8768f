# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is lost or changed on the way into the model: a data set that is loaded and written down again is the same."""

import json
import os
import subprocess
import unittest

import program
import tapmain

# What a key says where it is left out.
DEFAULTS = {'relation': '=', 'excluded': False, 'facet': False, 'every': False}


def saying(value):
    """A document without what says nothing: nulls, empty lists, defaults."""
    if isinstance(value, dict):
        kept = {key: saying(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each is not None and each != [] and DEFAULTS.get(key, None) != each}
    if isinstance(value, list):
        return [saying(each) for each in value]
    return value


def expected(document):
    """What the model adds by itself: a trial is of its arms' classes too, and has an eligibility."""
    document = saying(document)
    document.pop('pathway', None)
    for trial in document.get('trials', []):
        trial.setdefault('eligibility', {})
        classes = trial.pop('classes', [])
        classes += [arm['class'] for arm in trial.get('arms', []) if 'class' in arm and arm['class'] not in classes]
        if classes:
            trial['classes'] = list(dict.fromkeys(classes))
    return document


class RoundTrip(unittest.TestCase):

    maxDiff = 4000

    def check(self, *path):
        with open(program.source_path(*path), encoding='utf-8') as stream:
            document = json.load(stream)
        written = subprocess.run([os.environ['RGM_DUMP'], program.source_path(*path)], check=True, capture_output=True).stdout
        told, wanted = saying(json.loads(written)), expected(document)
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
