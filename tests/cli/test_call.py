# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls at fault, and what is the same for every verb."""

import os
import subprocess
import unittest

import program
import tapmain


class Call(unittest.TestCase):

    def assert_call_at_fault(self, *arguments, says):
        status, output, complaints = program.run(*arguments)
        self.assertEqual(status, 2, complaints)
        self.assertEqual(output, '')
        self.assertTrue(complaints.startswith('regimen: '), complaints)
        self.assertIn(says, complaints)

    def test_version_names_the_program(self):
        self.assertRegex(program.answer('--version'), r'^regimen \d+\.\d+\.\d+\n$')

    def test_help_names_every_verb(self):
        text = program.answer('--help')
        for verb in ('list', 'show', 'pool', 'chart', 'signal', 'check'):
            self.assertIn(f'regimen {verb}', text)

    def test_a_verb_has_help_of_its_own(self):
        text = program.answer('list', '--help')
        self.assertIn('--search', text)
        self.assertNotIn('--knapp-hartung', text)

    def test_an_unknown_verb_is_said_with_a_near_one(self):
        self.assert_call_at_fault('lst', says='list')

    def test_an_unknown_option_is_said(self):
        self.assert_call_at_fault('list', '--nothing', says='--nothing')
        self.assert_call_at_fault('--nothing', says='--nothing')

    def test_an_option_of_another_verb_is_unknown(self):
        self.assert_call_at_fault('list', '--model=glmm', says='--model')
        self.assert_call_at_fault('check', '--data=x', says='--data')

    def test_a_value_that_is_none_of_the_choices_is_said(self):
        self.assert_call_at_fault('list', '--format=jsn', says='json')
        self.assert_call_at_fault('show', 'tapur', '--format=csv', says='csv')
        self.assert_call_at_fault('list', '--sort=colour', says='colour')
        self.assert_call_at_fault('pool', '--model=glm', says='glmm')
        self.assert_call_at_fault('pool', '--by=trial', says='trial')
        self.assert_call_at_fault('pool', '--interval=wald', says='wald')
        for level in ('0.5', '1', '95', '0x1p-1', 'nan', '', ' 0.95', '0,95', '0.95x'):
            self.assert_call_at_fault('pool', f'--level={level}', says='--level')
        for size in ('0x5', '5', '5x', '1e3x5', '-5x5', '5x5x5', '99999x5'):
            self.assert_call_at_fault('chart', 'response', '--output=x.svg', f'--size={size}', says='--size')

    def test_a_list_of_ids_has_no_gaps(self):
        self.assert_call_at_fault('pool', '--arms=', says='--arms')
        self.assert_call_at_fault('pool', '--arms=a,,b', says='--arms')

    def test_bytes_that_are_no_text_are_said(self):
        self.assert_call_at_fault('list', b'--search=\xff', says='UTF-8')

    def test_a_word_too_many_is_said(self):
        self.assert_call_at_fault('list', 'tapur', says='tapur')

    def test_an_answer_that_cannot_be_written_is_a_fault(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([os.environ['REGIMEN'], 'list'], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'regimen: ', done.stderr)

    def test_the_answer_is_the_same_in_every_locale(self):
        first = program.answer('list', '--format=json')
        for locale in ('C', 'de_DE.UTF-8', 'tr_TR.UTF-8'):
            self.assertEqual(program.answer('list', '--format=json', env={'LC_ALL': locale, 'LOCPATH': os.environ['LOCPATH']}), first)

    def test_a_search_of_other_letters_works_in_every_locale(self):
        for locale in ('C', 'C.UTF-8'):
            self.assertEqual(program.run('list', '--search=ızmür', env={'LC_ALL': locale})[0], 0)

    def test_the_help_names_every_kind_of_figure(self):
        kinds = program.run('chart', 'none-of-them', '--output=x.svg')[2].split('Available figures: ')[1].rstrip('.\n')
        self.assertIn('curves', kinds)
        self.assertIn(kinds, program.answer('slides', '--help', env={'COLUMNS': '1000'}))

    def test_an_option_without_a_value_refuses_one(self):
        for option in ('--knapp-hartung=no', '--knapp-hartung=0', '--leave-one-out=false'):
            status, output, complaints = program.run('pool', '--model=reml', option)
            self.assertEqual((status, output), (2, ''), option)
            self.assertIn('takes no value', complaints)

    def test_empty_file_name(self):
        for call in (['check', ''], ['changes', '', ''], ['import', '', '--output=x.json'], ['curves', ''],
                     ['reconstruct', '', '--output=x.csv'], ['slides', '', '--output=x.pptx']):
            self.assert_call_at_fault(*call, says='"": file not found')

    def test_a_verb_after_dashes_is_not_what_was_meant(self):
        status, output, complaints = program.run('--', 'list')
        self.assertEqual((status, output), (2, ''))
        self.assertNotIn('Did you mean', complaints)


if __name__ == '__main__':
    tapmain.main()
