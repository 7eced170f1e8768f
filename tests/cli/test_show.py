# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `show`, from outside."""

import unittest

import program
import tapmain


class Show(unittest.TestCase):

    def test_json_is_the_element_of_the_list(self):
        for trial in program.answer_json('list'):
            self.assertEqual(program.answer_json('show', trial['id']), trial)

    def test_a_trial_is_found_by_id_name_and_registration(self):
        for word in ('destiny-crc01', 'DESTINY-CRC01', 'Destiny-CRC01', 'NCT03384940'):
            self.assertEqual(program.answer_json('show', word)['id'], 'destiny-crc01')

    def test_a_registration_of_two_trials_is_no_key(self):
        shared = program.answer_json('show', 'heracles-a')['registrations'][0]
        status, output, complaints = program.run('show', shared)
        self.assertEqual((status, output), (2, ''))
        self.assertIn('heracles-a', complaints)
        self.assertIn('heracles-b', complaints)

    def test_an_unknown_trial_is_said_with_a_near_one(self):
        status, output, complaints = program.run('show', 'destiny-crc1')
        self.assertEqual((status, output), (2, ''))
        self.assertIn('destiny-crc01', complaints)

    def test_one_trial_is_expected(self):
        self.assertEqual(program.run('show')[0], 2)
        self.assertEqual(program.run('show', 'tapur', 'drup')[0], 2)

    def test_text_has_figures_with_their_places(self):
        text = program.answer('show', 'destiny-crc01')
        line = next(line for line in text.splitlines() if 'Objective response rate' in line)
        for part in ('45.3%', '24 of 53', '31.6', '59.6', 'Table 1, DESTINY-CRC01'):
            self.assertIn(part, line)

    def test_weeks_stay_weeks_and_are_told_in_months(self):
        trial = program.answer_json('show', 'tapur')
        pfs = next(outcome for arm in trial['arms'] for outcome in arm['outcomes']
                   if outcome['endpoint'] == 'PFS' and outcome['state'] == 'reported')
        self.assertEqual(pfs['unit'], 'weeks')
        self.assertAlmostEqual(pfs['months']['value'], pfs['value'] * 7 / 30.4375, places=12)


if __name__ == '__main__':
    tapmain.main()
