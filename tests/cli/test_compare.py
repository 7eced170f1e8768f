# SPDX-License-Identifier: GPL-3.0-or-later
"""The verb `compare`, from outside."""

import unittest

import program
import tapmain


class Compare(unittest.TestCase):

    def test_one_trial(self):
        """DESTINY-CRC02: 31 of 82 and 11 of 40; the numbers are R's (DescTools, fisher.test)."""
        answer = program.answer_json('compare', 'destiny-crc02:t-dxd-5.4', 'destiny-crc02:t-dxd-6.4')
        self.assertEqual(answer['arms'], ['destiny-crc02:t-dxd-5.4', 'destiny-crc02:t-dxd-6.4'])
        self.assertAlmostEqual(answer['difference']['value'], 31 / 82 - 11 / 40, 12)
        self.assertIsNone(answer['reason'])
        for method in ('newcombe', 'miettinen_nurminen'):
            interval = answer['difference'][method]
            self.assertLess(interval['lower'], answer['difference']['value'])
            self.assertGreater(interval['upper'], answer['difference']['value'])
        self.assertEqual(answer['fisher']['p'] is None, answer['fisher']['reason'] is not None)

    def test_the_rates_keep_their_conflicts(self):
        arms = ('mountaineer:tucatinib-trastuzumab', 'mountaineer:tucatinib')
        text = program.answer('compare', *arms)
        remarks = program.answer_json('compare', *arms)['remarks']
        self.assertIn(remarks, text)
        self.assertIn('Conflict: Table 1 gives N as 84, the text 86', remarks)
        # One that is about both arms is said once.
        remarks = program.answer_json('compare', 'destiny-crc02:t-dxd-5.4', 'destiny-crc02:t-dxd-6.4')['remarks']
        self.assertEqual(remarks.count('Table 1 gives N as 82'), 1)

    def test_turned(self):
        one = program.answer_json('compare', 'mountaineer:tucatinib', 'mountaineer:tucatinib-trastuzumab')
        other = program.answer_json('compare', 'mountaineer:tucatinib-trastuzumab', 'mountaineer:tucatinib')
        self.assertAlmostEqual(one['difference']['value'], -other['difference']['value'], 12)
        self.assertAlmostEqual(one['difference']['newcombe']['lower'], -other['difference']['newcombe']['upper'], 12)

    def test_refused(self):
        for arms in (('destiny-crc02:t-dxd-5.4', 'mountaineer:tucatinib'), ('mountaineer:tucatinib', 'mountaineer:tucatinib'),
                     ('tapur:trastuzumab-pertuzumab', 'tapur:trastuzumab-tucatinib')):
            answer = program.answer_json('compare', *arms)
            self.assertTrue(answer['reason'])
            self.assertTrue(answer['fisher']['reason'])
            numbers = [answer['difference']['value'], answer['fisher']['p']]
            numbers += [answer['difference'][method][bound] for method in ('newcombe', 'miettinen_nurminen') for bound in ('lower', 'upper')]
            self.assertEqual(numbers, [None] * 6)
            status, output, complaints = program.run('compare', *arms)
            self.assertEqual(status, 0)
            self.assertIn(answer['reason'], output)

    def test_call(self):
        for words in ((), ('mountaineer:tucatinib',), ('mountaineer:tucatinib', 'nowhere'), ('a', 'b', 'c')):
            self.assertEqual(program.run('compare', *words)[0], 2)


tapmain.main()
