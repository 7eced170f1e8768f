# SPDX-License-Identifier: GPL-3.0-or-later
"""Slides as PPTX, ODP, PDF and archives, and the checker that they are held against."""

import hashlib
import json
import os
import random
import re
import struct
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

import deckcheck
import made_up
import program
import tapmain

from deckcheck import A, P

CAVEAT = 'not randomised against each other'
DRAW = deckcheck.DRAW
SVG = '{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
PRESENTATION = '{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}'


class Case(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, *options):
        path = self.path(name)
        status, output, complaints = program.run('slides', f'--output={path}', *options)
        self.assertEqual((status, output, complaints), (0, '', ''))
        return path

    def parts(self, path, pattern):
        with zipfile.ZipFile(path) as archive:
            names = sorted((name for name in archive.namelist() if re.fullmatch(pattern, name)), key=lambda name: (len(name), name))
            return [ElementTree.fromstring(archive.read(name)) for name in names]

    def slides(self, path):
        return self.parts(path, r'ppt/slides/slide\d+\.xml')

    def texts(self, root):
        return [''.join(each.text or '' for each in body.iter(A + 't')) for body in root.iter(P + 'txBody')]


class Files(Case):

    def test_the_same_slides_are_the_same_bytes(self):
        for ending in ('pptx', 'odp', 'zip'):
            with open(self.write(f'a.{ending}'), 'rb') as first, open(self.write(f'b.{ending}'), 'rb') as second:
                self.assertEqual(first.read(), second.read())

    def test_nothing_is_to_be_repaired(self):
        for size in ('16:9', '4:3', 'a4'):
            for theme in ('light', 'dark', 'print'):
                options = (f'--size={size}', f'--theme={theme}', '--figures=response,survival,scatter,pathway')
                self.assertEqual(deckcheck.check_pptx(self.write('a.pptx', *options)), [])
                self.assertEqual(deckcheck.check_odp(self.write('a.odp', *options)), [])

    def test_sizes(self):
        for size, width, height in (('16:9', 12192000, 6858000), ('4:3', 9144000, 6858000), ('a4', 10692003, 7560056)):
            root, = self.parts(self.write('a.pptx', f'--size={size}'), 'ppt/presentation.xml')
            found = root.find(P + 'sldSz')
            self.assertEqual((int(found.get('cx')), int(found.get('cy'))), (width, height))

    def test_an_archive_has_a_file_for_each_figure(self):
        with zipfile.ZipFile(self.write('a.zip')) as archive:
            self.assertEqual(archive.namelist(), ['01-response.svg', '02-survival.svg', '03-pathway.svg'])
            self.assertIn(CAVEAT, archive.read('01-response.svg').decode())
        with zipfile.ZipFile(self.write('b.zip', '--images=png', '--figures=survival')) as archive:
            self.assertEqual(archive.namelist(), ['01-survival.png'])
            width, height = struct.unpack('>II', archive.read('01-survival.png')[16:24])
            self.assertEqual(width, 1920)
            self.assertGreaterEqual(height, 1080)

    def test_calls_at_fault(self):
        for arguments, says in ((('--output=a.ppt',), '.pptx'), ((), '--output'),
                                (('--output=a.pptx', '--figures=respose'), 'Did you mean “response”?'),
                                (('--output=a.pptx', '--figures=curves'), 'curves'),
                                (('--output=a.pptx', '--size=16x9'), '--size'),
                                (('--output=a.pptx', '--search=orr:>'), '')):
            status, output, complaints = program.run('slides', *(each.replace('=a.', f'={self.folder}/a.') for each in arguments))
            self.assertEqual((status, output), (2, ''), arguments)
            self.assertIn(says, complaints)
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_folder_that_is_missing(self):
        status, _, complaints = program.run('slides', '--output=' + self.path('none/a.pptx'))
        self.assertEqual(status, 1)
        self.assertIn('none', complaints)


class Slides(Case):

    def test_the_caveat_is_on_every_slide_and_in_the_notes(self):
        path = self.write('a.pptx', '--figures=response,survival')
        slides, notes = self.slides(path), self.parts(path, r'ppt/notesSlides/notesSlide\d+\.xml')
        self.assertEqual(len(slides), len(notes))
        for slide, note in zip(slides, notes):
            self.assertIn(CAVEAT, ' '.join(self.texts(slide)))
            self.assertIn(CAVEAT, ' '.join(self.texts(note)))
        self.assertIn('Clopper–Pearson', ' '.join(self.texts(notes[0])))
        self.assertNotIn('Clopper–Pearson', ' '.join(self.texts(slides[0])))

    def test_a_title_is_a_title(self):
        for slide in self.slides(self.write('a.pptx')):
            titles = [each for each in slide.iter(P + 'sp') if each.find(f'.//{P}ph') is not None]
            self.assertEqual([each.find(f'.//{P}ph').get('type') for each in titles], ['title'])

    def test_type_is_large_enough(self):
        """Where a chart has pages, nothing is below 14 points but sources, which have 10; the
        diagram, which has none, keeps to 9, which is 18 pixels of 1,080."""
        for slide in self.slides(self.write('a.pptx', '--figures=response,survival')):
            sizes = {int(each.get('sz')) for each in slide.iter(A + 'rPr')}
            self.assertEqual({each for each in sizes if each < 1400}, {1000})
        for slide in self.slides(self.write('b.pptx', '--figures=pathway')):
            self.assertGreaterEqual(min(int(each.get('sz')) for each in slide.iter(A + 'rPr')), 900)

    def test_each_mark_says_its_sentence(self):
        path = self.write('a.pptx', '--figures=response')
        with zipfile.ZipFile(self.write('a.zip', '--figures=response')) as archive:
            figure = ElementTree.fromstring(archive.read('01-response.svg'))
        rows = [each.get('aria-label') for each in figure.iter() if each.get('class') in ('row', 'pooled')]
        groups = [each.find(f'{P}nvGrpSpPr/{P}cNvPr').get('descr') for slide in self.slides(path)
                  for each in slide.iter(P + 'grpSp')]
        self.assertGreater(len(rows), 15)
        for row in rows:
            self.assertEqual(groups.count(row), 1, row)
        shapes = [each.find(f'{P}nvSpPr/{P}cNvPr').get('descr') for slide in self.slides(path) for each in slide.iter(P + 'sp')] + \
                 [each.find(f'{P}nvCxnSpPr/{P}cNvPr').get('descr') for slide in self.slides(path) for each in slide.iter(P + 'cxnSp')]
        for row in rows:
            self.assertEqual(shapes.count(row), 1, row)

    def test_classes_have_colours_of_the_theme(self):
        slide = self.slides(self.write('a.pptx', '--figures=response'))[0]
        names = {each.get('val') for each in slide.iter(A + 'schemeClr')}
        self.assertLessEqual({'tx1', 'tx2', 'accent1', 'accent3', 'accent4'}, names)

    def test_no_shape_takes_the_style_of_a_template(self):
        for slide in self.slides(self.write('a.pptx')):
            for shape in slide.iter(P + 'spPr'):
                self.assertTrue(shape.find(A + 'noFill') is not None or shape.find(A + 'solidFill') is not None)
                self.assertIsNotNone(shape.find(A + 'ln'))
            for run in slide.iter(A + 'rPr'):
                self.assertEqual((run.get('i'), run.get('b') in ('0', '1')), ('0', True))
                self.assertEqual(run.find(A + 'latin').get('typeface'), '+mn-lt')

    def test_both_formats_have_the_same_words(self):
        pptx, odp = self.write('a.pptx'), self.write('a.odp')
        content, = self.parts(odp, 'content.xml')
        pages = list(content.iter(DRAW + 'page'))
        slides = self.slides(pptx)
        self.assertEqual(len(pages), len(slides))
        for page, slide in zip(pages, slides):
            page.remove(page.find(PRESENTATION + 'notes'))
            self.assertEqual([''.join(each.itertext()) for each in page.iter(TEXT + 'p')],
                             [''.join(each.text or '' for each in paragraph.iter(A + 't')) for paragraph in slide.iter(A + 'p')
                              if paragraph.find(A + 'r') is not None])

    def test_odp_says_each_sentence_first_in_its_group(self):
        content, = self.parts(self.write('a.odp', '--figures=response'), 'content.xml')
        described = [each for each in content.iter(DRAW + 'g') if each.find(SVG + 'desc') is not None]
        self.assertGreater(len(described), 15)
        for group in described:
            self.assertEqual([each.tag for each in group][:2], [SVG + 'title', SVG + 'desc'])

    def test_search(self):
        few = self.texts(self.slides(self.write('a.pptx', '--figures=response', '--search=class:adc'))[0])
        self.assertIn('DESTINY-CRC01', ' '.join(few))
        self.assertNotIn('MYPATHWAY', ' '.join(few))

    def test_two_hundred_arms(self):
        trials = [made_up.trial(f't{number}', [made_up.arm(f't{number}', 0, 'A', [made_up.outcome(number % 20, 20)], 20)])
                  for number in range(200)]
        data = self.path('many.json')
        with open(data, 'w', encoding='utf-8') as file:
            json.dump(made_up.data_set(trials), file)
        slides = self.slides(self.write('a.pptx', '--figures=response', f'--data={data}'))
        counts = [len(list(slide.iter(P + 'cNvPr'))) for slide in slides]
        self.assertLess(sum(counts), 3000)
        words = ' '.join(' '.join(self.texts(slide)) for slide in slides)
        for number in range(200):
            self.assertIn(f'T{number}', words)

    def test_what_a_name_holds_cannot_break_a_file(self):
        made = made_up.data_set([made_up.trial('t', [made_up.arm('t', 0, 'A', [made_up.outcome(3, 20)], 20)])])
        made['trials'][0]['name'] = '<A> & "B" \U0001f600 研究 دراسة'
        data = self.path('odd.json')
        with open(data, 'w', encoding='utf-8') as file:
            json.dump(made, file)
        status, _, complaints = program.run('slides', '--output=' + self.path('a.pptx'), '--figures=response', f'--data={data}')
        self.assertEqual((status, complaints), (0, ''))
        self.assertEqual(deckcheck.check_pptx(self.path('a.pptx')), [])
        self.assertIn('<A> & "B"', ' '.join(self.texts(self.slides(self.path('a.pptx'))[0])))

    def test_arabic_is_mirrored(self):
        if not os.path.isdir(os.path.join(os.environ['LOCPATH'], 'ar_EG.UTF-8')):
            self.skipTest('ar_EG.UTF-8 can’t be made here')
        path = self.path('ar.pptx')
        self.assertEqual(program.run('slides', f'--output={path}', env={'LC_ALL': 'ar_EG.UTF-8', 'LOCPATH': os.environ['LOCPATH']})[0], 0)
        self.assertEqual(deckcheck.check_pptx(path), [])
        for slide in self.slides(path):
            title = next(each for each in slide.iter(P + 'sp') if each.find(f'.//{P}ph') is not None)
            self.assertEqual(title.find(f'.//{A}pPr').get('algn'), 'r')


class Tables(Case):

    def tables(self, path):
        return [(slide, table) for slide in self.slides(path) for table in slide.iter(A + 'tbl')]

    def test_each_chart_is_followed_by_its_table(self):
        path = self.write('a.pptx', '--tables', '--figures=survival')
        self.assertEqual(deckcheck.check_pptx(path), [])
        rows = [[''.join(cell.itertext()) for cell in row.iter(A + 'tc')] for _, table in self.tables(path) for row in table.iter(A + 'tr')]
        self.assertEqual(rows[0][:3], ['Trial', 'Arm', 'Class'])
        row = next(each for each in rows if each[0] == 'HERACLES-B')
        self.assertIn('4.1', row)
        # the caveat stays beside the numbers, and the sources
        for slide, _ in self.tables(path):
            words = ' '.join(self.texts(slide))
            self.assertIn(CAVEAT, words)
            self.assertIn('Evidence as of', words)
        # slides without a table come first
        self.assertEqual(list(self.slides(path)[0].iter(A + 'tbl')), [])

    def test_a_long_remark_stands_across_the_table(self):
        path = self.write('a.pptx', '--tables', '--figures=response')
        spans = [(cell, row) for _, table in self.tables(path) for row in table.iter(A + 'tr') for cell in row.iter(A + 'tc')
                 if cell.get('gridSpan')]
        self.assertGreater(len(spans), 3)
        for cell, row in spans:
            self.assertEqual(int(cell.get('gridSpan')), len(row.findall(A + 'tc')))
            self.assertEqual([each.get('hMerge') for each in row.findall(A + 'tc')[1:]], ['1'] * (len(row.findall(A + 'tc')) - 1))
        self.assertTrue(any('The count is based on' in ''.join(cell.itertext()) for cell, _ in spans))

    def test_odp_has_the_same_cells(self):
        content, = self.parts(self.write('a.odp', '--tables', '--figures=response'), 'content.xml')
        here = [''.join(each.itertext()) for each in content.iter(deckcheck.TABLE + 'table-cell')]
        there = [''.join(cell.itertext()) for _, table in self.tables(self.write('a.pptx', '--tables', '--figures=response'))
                 for cell in table.iter(A + 'tc') if not cell.get('hMerge')]
        self.assertEqual(here, there)

    def test_a_table_has_a_grid_that_its_frame_fits(self):
        for slide, table in self.tables(self.write('a.pptx', '--tables')):
            frame = next(each for each in slide.iter(P + 'graphicFrame'))
            extent = frame.find(f'{P}xfrm/{A}ext')
            widths = sum(int(each.get('w')) for each in table.iter(A + 'gridCol'))
            heights = sum(int(each.get('h')) for each in table.iter(A + 'tr'))
            self.assertAlmostEqual(widths, int(extent.get('cx')), delta=100)
            self.assertAlmostEqual(heights, int(extent.get('cy')), delta=200)
            self.assertLess(int(frame.find(f'{P}xfrm/{A}off').get('y')) + heights, 6858000)


class Links(Case):

    def addresses(self, path, part):
        with zipfile.ZipFile(path) as archive:
            root = ElementTree.fromstring(archive.read(deckcheck.relations_of(part)))
        return {each.get('Id'): each.get('Target') for each in root if each.get('TargetMode') == 'External'}

    def test_a_trial_leads_to_its_registration(self):
        path = self.write('a.pptx', '--figures=response', '--search=DESTINY-CRC01')
        addresses = self.addresses(path, 'ppt/slides/slide1.xml')
        linked = {addresses[each.find(f'{P}nvSpPr/{P}cNvPr/{A}hlinkClick').get(deckcheck.R + 'id')]: ''.join(each.itertext())
                  for each in self.slides(path)[0].iter(P + 'sp') if each.find(f'{P}nvSpPr/{P}cNvPr/{A}hlinkClick') is not None}
        self.assertIn('DESTINY-CRC01', linked['https://clinicaltrials.gov/study/NCT03384940'])

    def test_notes_lead_to_papers(self):
        path = self.write('a.pptx', '--figures=response', '--search=DESTINY-CRC01')
        addresses = self.addresses(path, 'ppt/notesSlides/notesSlide1.xml')
        self.assertIn('https://doi.org/10.1038/s41467-023-38032-4', addresses.values())
        notes, = self.parts(path, r'ppt/notesSlides/notesSlide1\.xml')
        for run in notes.iter(A + 'r'):
            link = run.find(f'{A}rPr/{A}hlinkClick')
            if link is not None:
                self.assertEqual(addresses[link.get(deckcheck.R + 'id')], run.find(A + 't').text)

    def test_odp_has_the_same_links(self):
        path = self.write('a.pptx', '--figures=response')
        count = len(list(self.slides(path)))
        here = {target for number in range(1, count + 1) for part in ('slides/slide', 'notesSlides/notesSlide')
                for target in self.addresses(path, f'ppt/{part}{number}.xml').values()}
        content, = self.parts(self.write('a.odp', '--figures=response'), 'content.xml')
        there = {each.get('{http://www.w3.org/1999/xlink}href') for each in content.iter() if each.tag in (DRAW + 'a', TEXT + 'a')}
        self.assertEqual(here, there)


class Paper(Case):

    def pages(self, *options):
        """The sizes of a PDF's pages, and its structure, as another program reads them: its objects may be compressed."""
        path = self.write('a.pdf', *options)
        info, structure = (subprocess.run(['pdfinfo', *asked, path], capture_output=True, text=True, check=True).stdout
                           for asked in (('-l', '9999'), ('-struct',)))
        return [(float(width), float(height)) for width, height in re.findall(r'^Page +\d+ size: +([\d.]+) x ([\d.]+)', info, re.M)], structure

    def test_slides_and_handouts(self):
        slides, _ = self.pages()
        self.assertEqual(set(slides), {(960.0, 540.0)})
        for pages, least in (('1', len(slides)), ('2', -(-len(slides) // 2)), ('3', -(-len(slides) // 3)), ('6', -(-len(slides) // 6))):
            sheets, structure = self.pages('--handout=' + pages)
            self.assertEqual(len(sheets), least, pages)
            self.assertEqual({round(width) for width, _ in sheets}, {595})
            self.assertRegex(structure, r'\bH1\b')
        sheets, _ = self.pages('--handout=notes')
        self.assertGreaterEqual(len(sheets), len(slides))

    def test_pages_of_tables(self):
        self.assertGreater(len(self.pages('--tables')[0]), len(self.pages()[0]))

    def test_only_a_pdf_has_pages(self):
        status, _, complaints = program.run('slides', '--output=' + self.path('a.pptx'), '--handout=2')
        self.assertEqual(status, 2)
        self.assertIn('.pdf', complaints)
        self.assertFalse(os.path.exists(self.path('a.pptx')))

    def test_the_method_stands_on_slides_that_have_it(self):
        for slide in self.slides(self.write('a.pptx', '--figures=response', '--method')):
            self.assertIn('Clopper–Pearson', ' '.join(self.texts(slide)))
            self.assertIn(CAVEAT, ' '.join(self.texts(slide)))


class Template(Case):
    """A presentation of the user's: its masters, fonts and colours are the slides'."""

    def template(self, name='template.pptx', **changes):
        """Our own slides with another look: parts by name, each with what to replace."""
        good, made = self.write('plain.pptx', '--figures=survival'), self.path(name)
        with zipfile.ZipFile(good) as source, zipfile.ZipFile(made, 'w') as target:
            for entry in source.infolist():
                content = source.read(entry.filename).decode()
                for old, new in changes.get(entry.filename.replace('/', '_').replace('.', '_').strip('[]_'), ()):
                    self.assertIsNotNone(re.search(old, content), (entry.filename, old))
                    content = re.sub(old, new, content)
                target.writestr(entry.filename, content)
        return made

    LOOK = dict(
        ppt_theme_theme1_xml=((r'<a:accent1>.*?</a:accent1>', '<a:accent1><a:srgbClr val="123456"/></a:accent1>'),
                              (r'typeface="Arial"', 'typeface="Liberation Serif"')),
        ppt_slideLayouts_slideLayout1_xml=((r'x="304800" y="228600"', 'x="600000" y="500000"'),),
        ppt_presentation_xml=((r'sldSz cx="12192000"', 'sldSz cx="9144000"'),))

    def test_slides_have_the_look_of_the_template(self):
        template = self.template(**self.LOOK)
        path = self.write('a.pptx', f'--template={template}', '--figures=response', '--tables')
        self.assertEqual(deckcheck.check_pptx(path), [])
        theme, = self.parts(path, 'ppt/theme/theme1.xml')
        self.assertIn('123456', {each.get('val') for each in theme.iter(A + 'srgbClr')})
        root, = self.parts(path, 'ppt/presentation.xml')
        self.assertEqual(root.find(P + 'sldSz').get('cx'), '9144000')
        for slide in self.slides(path):
            title = next(each for each in slide.iter(P + 'sp') if each.find(f'.//{P}ph') is not None)
            # the title's place and look are the layout's
            self.assertEqual(len(title.find(P + 'spPr')), 0)
            self.assertEqual(''.join(title.itertext()), 'Objective response rate by arm')
            self.assertIn(CAVEAT, ' '.join(self.texts(slide)))
            for offset in slide.iter(A + 'off'):
                if offset.get('y') != '0':
                    self.assertGreaterEqual(int(offset.get('y')), 500000 + 457200)

    def test_slides_of_the_template_are_left_out(self):
        path = self.write('a.pptx', f'--template={self.template()}', '--figures=response')
        for slide in self.slides(path):
            self.assertIn('Objective response rate by arm', self.texts(slide))
        self.assertNotIn('Progression-free', ' '.join(' '.join(self.texts(slide)) for slide in self.slides(path)))

    def test_the_same_template_gives_the_same_bytes(self):
        template = self.template(**self.LOOK)
        with open(self.write('a.pptx', f'--template={template}'), 'rb') as first, \
                open(self.write('b.pptx', f'--template={template}'), 'rb') as second:
            self.assertEqual(first.read(), second.read())

    def test_a_dark_template_has_light_text(self):
        template = self.template(ppt_theme_theme1_xml=((r'<a:lt1>.*?</a:lt1>', '<a:lt1><a:srgbClr val="101820"/></a:lt1>'),))
        slide = self.slides(self.write('a.pptx', f'--template={template}', '--figures=response'))[0]
        dark = self.slides(self.write('b.pptx', '--theme=dark', '--figures=response'))[0]
        here, there = ({each.get('val') for each in root.iter(A + 'srgbClr')} for root in (slide, dark))
        self.assertLessEqual(here, there)

    def refuse(self, path, says):
        status, output, complaints = program.run('slides', '--output=' + self.path('out.pptx'), f'--template={path}')
        self.assertEqual((status, output), (1, ''), complaints)
        self.assertIn(os.path.basename(path), complaints)
        self.assertIn(says, complaints)
        self.assertFalse(os.path.exists(self.path('out.pptx')))

    def test_what_is_no_template_is_refused(self):
        text = self.path('text.pptx')
        with open(text, 'w', encoding='utf-8') as file:
            file.write('no archive')
        self.refuse(text, 'ZIP')
        self.refuse(self.path('none.pptx'), 'none.pptx')
        self.refuse(self.write('document.odp'), 'not a PowerPoint presentation')
        self.refuse(self.template('size.pptx', ppt_presentation_xml=((r'<p:sldSz[^>]*>', ''),)), 'size')
        self.refuse(self.template('master.pptx', ppt_presentation_xml=((r'<p:sldMasterIdLst>.*?</p:sldMasterIdLst>', ''),)), 'no master')
        self.refuse(self.template('layout.pptx', ppt_slideLayouts_slideLayout1_xml=((r'type="title"', 'type="body"'),)), 'no layout')
        self.refuse(self.template('broken.pptx', ppt_slideMasters_slideMaster1_xml=((r'</p:cSld>', ''),)), 'slideMaster1.xml')
        self.refuse(self.template('leads.pptx', ppt_slideLayouts__rels_slideLayout1_xml_rels=(
            (r'</Relationships>', '<Relationship Id="rId9" Type="x/slide" Target="../slides/slide1.xml"/></Relationships>'),)), 'slide1.xml')

    def test_calls_at_fault(self):
        template = self.template()
        for arguments in (('--output=' + self.path('a.odp'),), ('--output=' + self.path('a.pptx'), '--size=4:3'),
                          ('--output=' + self.path('a.pptx'), '--theme=dark')):
            self.assertEqual(program.run('slides', f'--template={template}', *arguments)[0], 2)

    def test_damage_is_refused_or_does_no_harm(self):
        """Bytes of a template are changed at random: the program answers, and doesn't crash."""
        with open(self.template(**self.LOOK), 'rb') as file:
            good = file.read()
        chance = random.Random(7)
        path = self.path('damaged.pptx')
        for _ in range(60):
            bad = bytearray(good)
            kind = chance.randrange(3)
            if kind == 0:
                for _ in range(chance.randrange(1, 6)):
                    bad[chance.randrange(len(bad))] = chance.randrange(256)
            elif kind == 1:
                # in the directory at the end, where all the offsets are
                for _ in range(chance.randrange(1, 4)):
                    bad[-chance.randrange(1, 2000)] = chance.choice((0, 1, 0x7f, 0x80, 0xff))
            else:
                del bad[chance.randrange(len(bad)):]
            with open(path, 'wb') as file:
                file.write(bad)
            status, _, complaints = program.run('slides', '--output=' + self.path('out.pptx'), '--figures=survival', f'--template={path}')
            self.assertIn(status, (0, 1), complaints)
            self.assertEqual(status == 0, complaints == '')


class Stories(Case):

    def story(self, *slides, **more):
        path = self.path('story.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'format': 1, 'title': 'On stage', 'slides': slides, **more}, file)
        return path

    def call(self, story, *options):
        path = self.path('story.pptx')
        status, output, complaints = program.run('slides', story, f'--output={path}', *options)
        self.assertEqual((status, output), (0, ''))
        self.assertEqual(deckcheck.check_pptx(path), [])
        return path, complaints

    def test_slides_are_the_storys(self):
        path, complaints = self.call(self.story(
            {'title': 'First words', 'text': 'What is asked'},
            {'figure': 'response', 'options': {'by': 'class'}, 'search': 'class:adc', 'title': 'Conjugates', 'note': 'Say this'}))
        self.assertEqual(complaints, '')
        slides, notes = self.slides(path), self.parts(path, r'ppt/notesSlides/notesSlide\d+\.xml')
        self.assertEqual(self.texts(slides[0]), ['First words', 'What is asked'])
        words = ' '.join(self.texts(slides[1]))
        self.assertIn('Conjugates', words)
        self.assertIn('DESTINY-CRC01', words)
        self.assertNotIn('MYPATHWAY', words)
        self.assertIn(CAVEAT, words)
        self.assertIn('Say this', ' '.join(self.texts(notes[1])))

    def test_what_cannot_be_shown_has_its_place(self):
        path, complaints = self.call(self.story({'figure': 'hologram', 'title': 'Future'},
                                                {'figure': 'response', 'options': {'arms': ['gone:1']}}))
        self.assertIn('hologram', complaints)
        self.assertIn('gone:1', complaints)
        slides = self.slides(path)
        self.assertEqual(len(slides), 2)
        self.assertIn('Future', self.texts(slides[0]))
        self.assertIn('hologram', ' '.join(self.texts(slides[0])))
        self.assertIn('gone:1', ' '.join(self.texts(slides[1])))
        path, complaints = self.call(self.story({'figure': 'response'}, data_set={'id': 'moon', 'as_of': None}))
        self.assertIn('moon', ' '.join(self.texts(self.slides(path)[0])))

    def test_a_pinned_slide_shows_the_data_that_the_story_holds(self):
        data = json.dumps(made_up.of_counts(('A', 5, 20)))
        pin = hashlib.sha256(data.encode()).hexdigest()
        story = self.story({'figure': 'response', 'revision': pin}, {'figure': 'response'}, {'figure': 'response', 'revision': '0' * 64},
                           revisions={pin: {'id': 'made-up', 'as_of': '2024-01-01', 'data': data}})
        path, complaints = self.call(story)
        slides, notes = self.slides(path), self.parts(path, r'ppt/notesSlides/notesSlide\d+\.xml')
        self.assertIn('5/20', self.texts(slides[0]))
        self.assertIn('pinned to the data as of 2024-01-01', ' '.join(self.texts(notes[0])))
        self.assertNotIn('5/20', ' '.join(' '.join(self.texts(each)) for each in slides[1:]))
        self.assertIn('does not hold', ' '.join(self.texts(slides[-1])))
        self.assertIn('does not hold', complaints)

    def test_faults(self):
        story = self.story({'figure': 3})
        output = '--output=' + self.path('a.pptx')
        for arguments, status, says in (((story, output), 1, '$.slides[0].figure'), ((self.path('none'), output), 1, 'none'),
                                        ((story, output, '--figures=response'), 2, '--figures'),
                                        ((story, story, output), 2, 'one story')):
            found, _, complaints = program.run('slides', *arguments)
            self.assertEqual(found, status, complaints)
            self.assertIn(says, complaints)
        self.assertFalse(os.path.exists(self.path('a.pptx')))


class Checker(Case):
    """A good file, spoiled in one place at a time."""

    def spoil(self, part, old, new, kind='pptx'):
        good, bad = self.write('good.' + kind, '--figures=survival'), self.path('bad.' + kind)
        with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, 'w') as target:
            for entry in source.infolist():
                content = source.read(entry.filename).decode()
                if entry.filename == part:
                    self.assertIsNotNone(re.search(old, content), part)
                    content = re.sub(old, new, content, count=1)
                info = zipfile.ZipInfo(entry.filename, deckcheck.FIRST_DAY)
                info.compress_type = entry.compress_type
                target.writestr(info, content)
        return deckcheck.check_pptx(bad) if kind == 'pptx' else deckcheck.check_odp(bad)

    def test_faults_are_found(self):
        slide, master = 'ppt/slides/slide1.xml', 'ppt/slideMasters/slideMaster1.xml'
        for part, old, new, says in (
                (slide, 'cNvPr id="3"', 'cNvPr id="2"', 'twice'),
                ('[Content_Types].xml', '</Types>', '<Override PartName="/ppt/none.xml" ContentType="x"/></Types>', 'missing'),
                (master, 'id="2147483649"', 'id="2147483648"', 'clash'),
                (master, '<a:effectLst/>', '', 'effectLst'),
                ('ppt/theme/theme1.xml', '<a:fillStyleLst><a:solidFill>.*?</a:solidFill>', '<a:fillStyleLst>', 'three'),
                (slide, '<p:txBody>.*?</p:txBody>', '', 'txBody'),
                (slide, r'cx="\d+"', 'cx="-5"', 'cx='),
                (slide, r'x="\d+"', 'x="1.5"', 'x='),
                (slide, '</p:spTree>', '<a:tbl><a:tblGrid><a:gridCol/></a:tblGrid><a:tr/></a:tbl></p:spTree>', 'cells'),
                ('ppt/presentation.xml', 'id="256"', 'id="255"', 'slide id'),
                ('ppt/presentation.xml', 'r:id="rId4"', 'r:id="rId99"', 'unknown'),
                ('ppt/_rels/presentation.xml.rels', 'slides/slide1.xml', 'slides/slide77.xml', 'missing')):
            self.assertIn(says, ' '.join(self.spoil(part, old, new)), (part, new))
        self.assertIn('unknown', ' '.join(self.spoil('content.xml', r'draw:style-name="s\d+"', 'draw:style-name="s999"', 'odp')))
        self.assertIn('manifest', ' '.join(self.spoil('META-INF/manifest.xml', 'styles.xml', 'style.xml', 'odp')))


if __name__ == '__main__':
    tapmain.main()
