# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures written to files."""

import os
import re
import struct
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import program
import tapmain

SVG = '{http://www.w3.org/2000/svg}'
CAVEAT = 'not randomised against each other'


class Chart(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, figure, name, *options):
        path = self.path(name)
        status, output, complaints = program.run('chart', figure, f'--output={path}', *options)
        self.assertEqual((status, output, complaints), (0, '', ''))
        return path

    def read_svg(self, figure, *options):
        return ElementTree.parse(self.write(figure, 'figure.svg', *options)).getroot()

    def test_a_figure_is_mirrored_where_one_reads_from_the_right(self):
        if not os.path.isdir(os.path.join(os.environ['LOCPATH'], 'ar_EG.UTF-8')):
            self.skipTest('ar_EG.UTF-8 can’t be made here')
        places = {}
        for locale in ('C.UTF-8', 'ar_EG.UTF-8'):
            path = self.path(f'{locale}.svg')
            self.assertEqual(program.run('chart', 'response', f'--output={path}', env={'LC_ALL': locale, 'LOCPATH': os.environ['LOCPATH']})[0], 0)
            root = ElementTree.parse(path).getroot()
            name = next(text for text in root.iter(SVG + 'text') if ''.join(text.itertext()).startswith('MYPATHWAY'))
            places[locale] = float(name.get('x')) / float(root.get('viewBox').split()[2])
        self.assertLess(places['C.UTF-8'], 0.2)
        self.assertGreater(places['ar_EG.UTF-8'], 0.8)

    def texts_of(self, root):
        return [''.join(text.itertext()) for text in root.iter(SVG + 'text')]

    def all_text_of(self, root):
        # A sentence is set on several lines.
        return ' '.join(' '.join(self.texts_of(root)).split())

    def assert_fault(self, *arguments, says, status=2):
        found, output, complaints = program.run('chart', *arguments)
        self.assertEqual(found, status, complaints)
        self.assertEqual(output, '')
        self.assertIn(says, complaints)


class Survival(Chart):

    def test_svg_has_live_text_and_sentences(self):
        root = self.read_svg('survival')
        texts = self.texts_of(root)
        self.assertIn('MOUNTAINEER', texts)
        self.assertIn('not reached', texts)
        self.assertIn('4.7 [3.7–6.1]', [' '.join(text.split()) for text in texts])
        titles = [title.text for title in root.iter(SVG + 'title')]
        self.assertIn('HERACLES-A, Trastuzumab plus lapatinib: Progression-free survival 4.7\u00a0months, '
                      '95% CI 3.7 to 6.1; Overall survival 10.0\u00a0months, 95% CI 7.9 to 15.8.', titles)

    def test_weeks_are_converted_for_the_axis_and_said(self):
        root = self.read_svg('survival', '--arms=tapur:trastuzumab-pertuzumab')
        self.assertIn('4.0 [2.6–6.3]', [' '.join(text.split()) for text in self.texts_of(root)])
        self.assertIn('1 month being 30.4375 days', self.all_text_of(root))

    def test_another_time_is_not_progression_free_survival(self):
        text = self.all_text_of(self.read_svg('survival', '--search=NCT04513223'))
        self.assertIn('another endpoint, which isn’t drawn: Time to recurrence 2.9', text)

    def test_arms_of_one_trial_need_no_caveat(self):
        self.assertIn(CAVEAT, self.all_text_of(self.read_svg('survival')))
        self.assertNotIn(CAVEAT, self.all_text_of(self.read_svg('survival', '--search=mountaineer')))

    def test_trials_without_a_median_are_counted(self):
        listed = program.answer('list', '--format=csv').strip().splitlines()[1:]
        text = self.all_text_of(self.read_svg('survival'))
        counted = int(re.search(r'(\d+) trials of the selection report no median', text).group(1))
        self.assertEqual(counted + 13, len(listed))

    def test_sort_orders_the_arms_by_their_own_median(self):
        texts = self.texts_of(self.read_svg('survival', '--sort=-pfs'))
        names = [text for text in texts if text in ('MOUNTAINEER', 'HER2-FUSCC-G', 'DESTINY-CRC01', 'NCT04380012')]
        self.assertEqual(names, ['MOUNTAINEER', 'HER2-FUSCC-G', 'DESTINY-CRC01', 'NCT04380012', 'MOUNTAINEER'])

    def test_classes_are_headings(self):
        texts = self.texts_of(self.read_svg('survival', '--by=class'))
        self.assertEqual(texts.count('Tyrosine kinase inhibitor'), 2)


class Response(Chart):

    def test_svg_has_live_text_and_sentences(self):
        root = self.read_svg('response')
        texts = [' '.join(text.split()) for text in self.texts_of(root)]
        self.assertIn('45.3 [31.6–59.6]', texts)
        self.assertIn('190/579', texts)

        # A rate without counts has no more decimals than the source prints.
        self.assertIn('33', texts)
        titles = [title.text for title in root.iter(SVG + 'title')]
        self.assertIn('DESTINY-CRC01, T-DXd: 24 of 53 responded, 45.3%, 95% interval 31.6 to 59.6.', titles)
        text = self.all_text_of(root)
        self.assertIn(CAVEAT, text)
        self.assertIn('Evidence as of 18 November 2024', text)

    def test_the_pooled_rate_is_that_of_the_verb_pool(self):
        for model in ('glmm', 'reml', 'dl', 'pm', 'common'):
            pooled = program.answer_json('pool', f'--model={model}')['overall']
            numbers = [f'{pooled[name] * 100:.1f}' for name in ('estimate', 'lower', 'upper')]
            texts = [' '.join(text.split()) for text in self.texts_of(self.read_svg('response', f'--model={model}'))]
            self.assertIn('{} [{}–{}]'.format(*numbers), texts)

    def test_intervals_are_those_of_the_verb_pool(self):
        for interval in ('clopper-pearson', 'wilson', 'agresti-coull', 'jeffreys'):
            root = self.read_svg('response', f'--interval={interval}')
            texts = [' '.join(text.split()) for text in self.texts_of(root)]
            for arm in program.answer_json('pool', f'--interval={interval}')['arms']:
                numbers = [f'{arm[name] * 100:.1f}' for name in ('estimate', 'lower', 'upper')]
                self.assertIn('{} [{}–{}]'.format(*numbers), texts)

    def test_fewer_than_three_arms_have_no_pooled_rate(self):
        self.assertNotIn('Typical arm', self.texts_of(self.read_svg('response', '--search=DESTINY-CRC02')))
        self.assertIn('Typical arm', self.texts_of(self.read_svg('response', '--search=DESTINY')))

    def test_groups(self):
        texts = self.texts_of(self.read_svg('response', '--by=class', '--size=960x700'))
        self.assertEqual(texts.count('Typical arm'), 3)
        self.assertIn('Typical arm, of all', texts)

    def test_usual_sizes_hold_the_figure(self):
        for options in (('--size=1920x1080',), ('--size=1920x1080', '--by=class'), ('--size=1280x800', '--by=class'), ('--size=1240x1754',)):
            self.write('response', 'figure.png', *options)
        path = self.write('response', 'figure.pdf')
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()
        self.assertIn('24/53', text)
        info = subprocess.run(['pdfinfo', path], capture_output=True, check=True).stdout.decode()
        self.assertRegex(info, r'Pages:\s+1\n')


class Files(Chart):

    def test_pdf_has_live_text(self):
        path = self.write('survival', 'figure.pdf')
        text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()
        self.assertIn('MOUNTAINEER', text)
        self.assertIn(CAVEAT, ' '.join(text.split()))
        info = subprocess.run(['pdfinfo', path], capture_output=True, check=True).stdout.decode()
        self.assertRegex(info, r'Page size:\s+841\.89 x 595\.28 pts')
        self.assertRegex(info, r'Title:\s+Progression-free and overall survival by arm')

    def test_pdf_goes_on_on_other_pages(self):
        path = self.write('survival', 'figure.pdf', '--size=400x300')
        info = subprocess.run(['pdfinfo', path], capture_output=True, check=True).stdout.decode()
        pages = int(re.search(r'Pages:\s+(\d+)', info).group(1))
        self.assertGreater(pages, 1)
        text = subprocess.run(['pdftotext', path, '-'], capture_output=True, check=True).stdout.decode()
        self.assertEqual(text.count('Separate trials'), pages)

    def size_of_png(self, path):
        with open(path, 'rb') as file:
            head = file.read(24)
        self.assertEqual(head[:8], b'\x89PNG\r\n\x1a\n')
        return struct.unpack('>II', head[16:24])

    def test_png_has_the_size_that_was_asked_for(self):
        self.assertEqual(self.size_of_png(self.write('survival', 'a.png')), (1920, 1080))
        for width, height in ((1920, 1080), (1280, 800), (3840, 2160), (1001, 1403)):
            path = self.write('survival', 'b.png', f'--size={width}x{height}')
            self.assertEqual(self.size_of_png(path), (width, height))

    def test_svg_has_the_size_that_was_asked_for(self):
        root = self.read_svg('survival', '--size=960x540')
        self.assertEqual(root.get('viewBox'), '0 0 960 540')

    def test_no_type_is_smaller_than_can_be_read_on_a_slide(self):
        root = self.read_svg('survival', '--size=960x540')
        sizes = [float(text.get('font-size')) for text in root.iter(SVG + 'text')]
        self.assertGreater(len(sizes), 50)
        self.assertGreaterEqual(min(sizes), 9)

    def test_a_picture_that_is_too_small_is_refused_and_not_written(self):
        path = self.path('small.png')
        self.assert_fault('survival', f'--output={path}', '--size=400x300', says='height of')
        self.assertFalse(os.path.exists(path))

    def test_themes_differ(self):
        light = self.write('survival', 'light.svg', '--theme=light')
        dark = self.write('survival', 'dark.svg', '--theme=dark')
        with open(light, 'rb') as one, open(dark, 'rb') as other:
            self.assertNotEqual(one.read(), other.read())

    def test_a_file_that_was_there_stays_where_writing_fails(self):
        path = self.path('kept.svg')
        with open(path, 'w') as file:
            file.write('kept')
        self.assert_fault('survival', f'--output={path}', '--search=orr>x', says='--search')
        with open(path) as file:
            self.assertEqual(file.read(), 'kept')

    def test_a_place_that_cannot_be_written_is_named(self):
        path = self.path('nowhere/figure.svg')
        self.assert_fault('survival', f'--output={path}', says='nowhere/figure.svg')

    def test_nothing_found_is_a_figure_that_says_so(self):
        text = self.all_text_of(self.read_svg('survival', '--search=nosuchtrial'))
        self.assertIn('No arm of the selection reports a median.', text)


class Calls(Chart):

    def test_a_figure_is_named(self):
        output = '--output=' + self.path('a.svg')
        self.assert_fault(output, says='response, survival')
        self.assert_fault('survivl', output, says='“survival”')
        self.assert_fault('survival', 'response', output, says='response')

    def test_an_output_is_named_by_its_ending(self):
        self.assert_fault('survival', says='--output')
        self.assert_fault('survival', '--output=' + self.path('a.gif'), says='.png')
        self.write('survival', 'UPPER.SVG')

    def test_an_option_that_means_nothing_is_not_passed_over(self):
        output = '--output=' + self.path('a.svg')
        self.assert_fault('survival', output, '--model=glmm', says='--model')
        self.assert_fault('survival', output, '--agents=x', says='--agents')

    def test_an_unknown_arm_is_named(self):
        self.assert_fault('survival', '--output=' + self.path('a.svg'), '--arms=nosuch', says='nosuch')


class Pathway(Chart):

    def test_says_what_is_on_and_what_not_to_conclude(self):
        root = self.read_svg('pathway', '--agents=trastuzumab,tucatinib', '--alterations=her2-amplification')
        text = self.all_text_of(root)
        self.assertIn('The pathway under trastuzumab plus tucatinib', text)
        self.assertIn('Off: MAPK, PI3K/AKT, JAK/STAT, PLC/PKC.', text)
        self.assertIn('A teaching model of published statements, not a prediction for a patient.', text)
        self.assertIn('A blocked signal is not a response.', text)
        titles = [title.text for title in root.iter(SVG + 'title')]
        self.assertIn('ERK is off, blocked by trastuzumab, tucatinib.', titles)

    def test_fits_a_slide_with_all_names(self):
        root = self.read_svg('pathway', '--size=960x540')
        texts = self.texts_of(root)
        for name in ('Trastuzumab rezetecan', 'HER2-specific CAR T cells', 'Panitumumab', 'PTEN', 'IV'):
            self.assertIn(name, texts)
        sizes = [float(text.get('font-size')) for text in root.iter(SVG + 'text') if text.get('font-size')]
        self.assertGreater(len(sizes), 50)
        self.assertGreaterEqual(min(sizes), 9)

    def test_faults(self):
        self.assert_fault('pathway', f'--output={self.path("a.svg")}', '--agents=tucatinip', says='“tucatinib”')
        self.assert_fault('pathway', f'--output={self.path("a.svg")}', '--alterations=her2-lo', says='“her2-low”')
        self.assert_fault('pathway', f'--output={self.path("a.svg")}', '--search=x', says='--search')


if __name__ == '__main__':
    tapmain.main()
