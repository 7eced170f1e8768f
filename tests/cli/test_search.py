# SPDX-License-Identifier: GPL-3.0-or-later
"""What people type and paste to search, and what the program makes of it."""

import gettext
import json
import os
import pathlib
import unittest

import made_up
import program
import tapmain


def find(query, *options):
    status, output, complaints = program.run('list', f'--search={query}', '--format=json', *options)
    if status:
        raise AssertionError(f'{query}: {complaints}')
    return sorted(trial['id'] for trial in json.loads(output))


def fault(query):
    status, output, complaints = program.run('list', f'--search={query}')
    if (status, output) != (2, ''):
        raise AssertionError(f'{query}: status {status}, {output}')
    return complaints


class Search(unittest.TestCase):
    def assert_same(self, query, *others, count=None):
        """Every other way to write it finds what the query finds."""
        found = find(query)
        self.assertTrue(found)
        if count is not None:
            self.assertEqual(len(found), count, query)
        for other in others:
            with self.subTest(query=other):
                self.assertEqual(find(other), found)

    def test_relations(self):
        self.assert_same('n>=30', 'n≥30', 'n ≥ 30', 'n >= 30', 'n⩾30', 'n＞＝３０', 'n ≥ 30 patients', count=7)
        self.assert_same('n>=50', 'n≥50', count=4)
        self.assert_same('orr>=30', 'orr≥30', 'orr ≥ 30 %', count=10)
        self.assert_same('orr>30', 'orr > 30', 'orr> 30', 'orr>30%', 'orr>30,0', 'orr>٣٠', 'orr＞３０', 'ORR > 30 percent', count=10)
        self.assert_same('orr<=30', 'orr≤30', 'orr ≤ 30%', 'orr≦30')
        self.assert_same('pfs>6', 'pfs > 6 months', 'pfs>6mo', 'pfs > 6 mths', 'pfs > 0.5 years')
        self.assert_same('HER2+', 'HER2⁺', 'HER2＋', 'HER2﹢')

    def test_dashes(self):
        self.assert_same('-kras', '−kras', '–kras', '—kras', '‐kras', 'NOT kras', '--kras', '!kras', '！kras', '!"kras"', '¬kras', '⁻kras',
                         '˗kras', 'ＮＯＴ kras', count=32)
        self.assertEqual(find('!(kras OR braf)'), find('-kras -braf'))
        self.assertIn('-word', fault('! kras'))
        self.assertIn('-word', fault('- kras'))

    def test_registration_of_another_length(self):
        self.assert_same('registration:UMIN00027887', 'registration:UMIN000027887', 'id:UMIN000027887', count=1)
        self.assert_same('-registration:NCT03384940', '-registration:3384940', count=38)

    def test_connectives(self):
        self.assert_same('-pertuzumab', 'NOT pertuzumab', count=32)
        self.assert_same('trastuzumab pertuzumab', 'trastuzumab AND pertuzumab', 'trastuzumab and pertuzumab',
                         'trastuzumab & pertuzumab', 'trastuzumab + pertuzumab', count=6)
        either = sorted(set(find('pertuzumab')) | set(find('tucatinib')))
        self.assertEqual(find('pertuzumab OR tucatinib'), either)
        for query in ('pertuzumab | tucatinib', 'pertuzumab|tucatinib', 'pertuzumab||tucatinib', 'pertuzumab ∨ tucatinib',
                      'pertuzumab ＯＲ tucatinib', '(pertuzumab|tucatinib)'):
            with self.subTest(query=query):
                self.assertEqual(find(query), either)
        self.assertEqual(find('phase:II|phase:III'), find('phase:II OR phase:III'))
        self.assertEqual(find('n>50|orr>40'), find('n>50 OR orr>40'))
        for query in ('phase:II|III', 'phase:"II"|III', 'phase:[II TO III]', 'class:{adc}'):
            self.assertIn('before each value', fault(query))
        self.assertEqual(find('NOT (pertuzumab OR tucatinib)'), find('-pertuzumab -tucatinib'))
        self.assertEqual(find('class:tki (pertuzumab OR tucatinib)'), sorted(set(either) & set(find('class:tki'))))
        self.assertEqual(find('"phase" OR class:tki orr>30'), sorted(set(find('"phase"')) | set(find('class:tki orr>30'))))
        for query in ('OR pertuzumab', 'pertuzumab OR', 'AND pertuzumab', 'pertuzumab AND', 'a OR OR b', 'NOT AND pertuzumab',
                      'a -AND b', 'a NOT OR b'):
            with self.subTest(query=query):
                self.assertIn('must stand', fault(query))
        self.assertIn('must be followed', fault('pertuzumab NOT'))

    def test_or_in_lower_case(self):
        self.assert_same('trastuzumab OR pertuzumab', 'trastuzumab or pertuzumab', count=25)
        self.assert_same('phase:I OR phase:II', 'phase I or II', 'phase:I OR II', 'phase I OR II', 'Phase 1 or phase 2', count=33)
        self.assert_same('(phase:I OR phase:II) trastuzumab', 'phase I or II trastuzumab', 'trastuzumab phase 1 or 2')
        self.assert_same('status:recruiting OR status:completed', 'status:recruiting or completed', 'recruiting or completed', count=18)
        self.assertEqual(find('adc or tki or mab'), find('class:adc OR class:tki OR class:mab'))
        self.assertEqual(find('NCT03384940 or NCT04744831'), ['destiny-crc01', 'destiny-crc02'])
        self.assertEqual(find('NOT (adc or tki)'), find('-class:adc -class:tki'))
        self.assertEqual(find('NOT (phase I or II)'), find('-phase:I -phase:II'))
        self.assertEqual(find('-(phase II)'), find('-phase:II'))
        self.assertEqual(find('recruiting NOT (RAS wild type)'), find('status:recruiting -ras:wt'))
        # In running text it is a word, and a quoted one too.
        self.assertLessEqual(set(find('locally advanced or metastatic colorectal')), set(find('colorectal')))
        self.assertLessEqual(set(find('trastuzumab "or" pertuzumab')), set(find('trastuzumab pertuzumab')))

    def test_plurals_and_other_words_for_fields(self):
        self.assert_same('class:adc', 'ADCs', 'antibody-drug conjugates', 'class:ADCs', 'class:"antibody-drug conjugates"')
        self.assert_same('class:tki', 'TKIs', 'tyrosine kinase inhibitors')
        self.assert_same('class:mab', 'mAbs', 'monoclonal antibody')
        self.assert_same('class:bispecific', 'bispecifics')
        self.assert_same('agent:tucatinib', 'drug:tucatinib', 'drug:Tukysa')
        self.assert_same('name:mountaineer', 'trial:mountaineer', 'title:mountaineer', 'acronym:mountaineer')
        self.assert_same('registration:NCT03384940', 'nct:03384940', count=1)
        self.assert_same('-chemotherapy', 'no chemotherapy', 'not chemotherapy')
        self.assert_same('results:none', 'no results', 'without results')
        self.assert_same('results:reported', 'has results', 'with results')
        # What ends in “s” and is no plural stays a word.
        self.assertEqual(find('mets'), [])

    def test_what_looks_like_an_operator_is_never_a_word(self):
        for query in ('>30', '≥30', 'orr≠30', 'orr!=30', 'orr≈30', 'HER2/neu>2', 'agent:-tucatinib', 'phase:(I OR II)', 'orr=>30',
                      'RAS+', 'KRAS+ tucatinib'):
            with self.subTest(query=query):
                fault(query)

    def test_identifiers(self):
        self.assert_same('NCT03384940', 'NCT:03384940', 'NCT: 03384940', 'NCT 03384940', 'NCT-03384940', '03384940', '3384940', '384940',
                         'NCT384940', 'NCT3384940', 'https://clinicaltrials.gov/study/NCT03384940',
                         'clinicaltrials.gov/study/NCT03384940', 'https://clinicaltrials.gov/ct2/show/NCT03384940?term=a&rank=1',
                         'nct03384940.', '(NCT03384940)', 'ClinicalTrials.gov NCT03384940', 'ClinicalTrials.gov Identifier: NCT03384940',
                         'registration:NCT03384940', 'registration:03384940',
                         'registration:NCT3384940', 'ID: NCT03384940', 'NCT no. 03384940', 'NCT number 03384940', count=1)
        self.assert_same('NCT03384940', '<NCT03384940>', count=1)
        self.assert_same('NCT03384940 OR NCT04744831', 'NCT03384940,NCT04744831', 'NCT03384940, NCT04744831', 'NCT03384940; NCT04744831.',
                         'NCT03384940/NCT04744831', 'NCT03384940 and NCT04744831', 'NCT03384940|NCT04744831',
                         'NCT03384940, NCT04744831, and NCT99999999', '(NCT03384940, NCT04744831)', 'nct03384940,nct04744831,nct99999999', count=2)
        self.assertEqual(find('-NCT03384940,NCT04744831'), find('-NCT03384940 -NCT04744831'))
        self.assertEqual(find('class:adc NCT03384940, NCT02693535'), ['destiny-crc01'])
        self.assert_same('UMIN00027887', 'UMIN:00027887', '27887', count=1)
        doi = '10.1200/JCO.2023.41.16_SUPPL.3501'
        self.assert_same(f'source:{doi}', f'doi:{doi}', doi, f'https://doi.org/{doi}')
        self.assertEqual(find('NCT99999999'), [])

    def test_what_a_row_says(self):
        for phase, count in (('I', 10), ('I/II', 2), ('II', 23), ('II/III', 2), ('III', 1), ('IV', 1)):
            arabic = phase.replace('III', '3').replace('II', '2').replace('IV', '4').replace('I', '1')
            self.assert_same(f'phase:{phase}', f'phase {phase}', f'Phase {phase}', f'"phase {phase}"', f'phase{phase}', f'phase {arabic}',
                             f'phase{arabic}', f'phase:{arabic}', f'Phase: {phase}', f'phase-{arabic}', f'Ph {phase}', f'ph{arabic}',
                             count=count)
        self.assertEqual(find('-phase II'), find('-phase:II'))
        self.assertEqual(find('phase II trastuzumab'), find('phase:II trastuzumab'))
        self.assertEqual(find('trastuzumab phase 2 completed'), find('trastuzumab phase:II status:completed'))

    def test_a_bare_numeral_is_a_whole_word(self):
        self.assertNotIn('mountaineer-03', find('II'))
        self.assertEqual(set(find('30')) & set(find('n>=30 -orr>0')), set())

    def test_states(self):
        self.assert_same('status:recruiting', 'recruiting', 'Recruiting', '"recruiting"', 'status: Recruiting', count=13)
        self.assert_same('status:not-yet-recruiting', 'not yet recruiting', 'Status: Not yet recruiting', count=4)
        self.assert_same('status:active-not-recruiting', 'Active, not recruiting', 'status:active not recruiting', count=8)
        self.assert_same('status:completed', 'Completed', count=5)
        self.assertEqual(set(find('not recruiting')) & set(find('recruiting')), set())

    def test_allocation(self):
        self.assertEqual(find('randomised'), ['destiny-crc02', 'mountaineer'])
        self.assert_same('randomised', 'randomized', 'allocation:randomised', 'allocation:randomized', 'allocation:RANDOMISED')
        self.assert_same('not randomised', 'non-randomized', 'not randomized', 'nonrandomised', 'nonrandomized', 'allocation:nonrandomized',
                         'allocation:not-randomised', count=1)

    def test_phases_in_words(self):
        trials = [made_up.trial(f't{number}', [made_up.arm(f't{number}', 0, 'A', [made_up.outcome(5, 20)])], phase=phase)
                  for number, phase in enumerate(('EARLY_I', 'NA', 'I', 'Ib'))]
        with made_up.file(made_up.data_set(trials)) as data:
            for query, found in (('early phase I', ['t0']), ('early phase 1', ['t0']), ('Phase Early I', ['t0']), ('phase:early', ['t0']),
                                 ('Early Phase 1 onemab', ['t0']), ('phase:"early I"', ['t0']), ('phase 0', ['t0']),
                                 ('phase not applicable', ['t1']), ('phase:"Not applicable"', ['t1']), ('phase:na', ['t1']),
                                 ('phase N/A', ['t1']), ('phase I', ['t2', 't3']), ('phase 1b', ['t3'])):
                with self.subTest(query=query):
                    self.assertEqual(find(query, data), found)

    def test_words_and_facets_agree(self):
        self.assert_same('ras:wt', 'RAS wild type', 'RAS wild-type', 'RAS: wild-type', '"RAS wild type"', 'RAS wildtype', 'ras:wild', 'ras:wildtype',
                         'RAS WT', 'wild-type RAS', 'wild type RAS', count=13)
        self.assert_same('ras:wt braf:wt', 'RAS/BRAF wild type', 'RAS/BRAF wild-type', 'RAS/BRAF WT', count=9)
        self.assert_same('ras:wt braf:wt trastuzumab', 'RAS/BRAF wild type trastuzumab', 'trastuzumab RAS/BRAF wt')
        self.assert_same('ras:mutated', 'ras:mut', 'ras:mutant', 'ras mutant', 'RAS-mutant', 'RAS mutation', 'mutant RAS', count=2)
        self.assertEqual(find('kras mutant'), find('kras:mutated'))
        self.assert_same('her2:ihc-3+', 'HER2 IHC 3+', 'HER2: IHC 3+', 'her2:"IHC 3+"', 'ERBB2 IHC3+', 'erbb2:ihc3+')
        self.assert_same('msi:mss', 'MMR:pMMR', 'msi:MSS')
        self.assert_same('class:adc', 'ADC', 'Class: ADC', 'antibody-drug conjugate', 'class:"Antibody-drug conjugate"', 'Antibody drug conjugate')
        self.assert_same('has:results', 'results:reported', 'Reports results')

    def test_unknown_values(self):
        for query, known in (('phase:5', 'I/II, II'), ('status:xyz', 'NOT_YET_RECRUITING'), ('class:xyz', 'TKI'), ('her2:foo', 'ihc-3+'),
                             ('agent:foo', 'tucatinib'), ('ras:any', 'wt, mutated'), ('allocation:foo', 'randomised'), ('has:foo', 'remarks'),
                             ('setting:foo', 'metastatic'), ('tumour:foo', 'Colorectal cancer'), ('phase:I,II', 'OR'), ('HER2-', 'ihc-3+')):
            with self.subTest(query=query):
                self.assertIn(known, fault(query))
        self.assertIn('“tucatinib”', fault('agent:tucatanib'))
        said = fault('class:xyz phase:7 "unclosed')
        for part in ('xyz', '“7”', 'unclosed'):
            self.assertIn(part, said)

    def test_spellings(self):
        self.assert_same('tumor-agnostic', 'tumour-agnostic', count=1)
        self.assert_same('tumor', 'tumour')
        self.assert_same('setting:metastatic', 'setting:Metastatic')
        self.assert_same('tumour:"solid tumours"', 'tumor:"solid tumors"', 'tumour:solid tumors')
        greek = f'--data={program.source_path("tests", "cli", "greek.json")}'
        for names in (('PI3Kα', 'PI3Kalpha', 'PI3K-alpha', 'PI3Ka', 'PI3K-α'), ('TGF-β', 'TGFβ', 'TGF-beta', 'TGFbeta', 'TGFb'),
                      ('TNFα', 'TNF-alpha', 'TNF alpha', 'TNFa')):
            for name in names:
                with self.subTest(name=name):
                    self.assertEqual(len(find(name, greek)), 1)

    def test_joined_and_apart(self):
        self.assert_same('CAR-T', 'CART', 'car t')
        self.assert_same('DESTINY-CRC01', 'DESTINY-CRC 01', 'destinycrc01', 'DESTINY CRC01', count=1)
        self.assert_same('HER2', 'HER-2', 'HER 2', 'HER2/neu', 'ERBB2', 'neu', 'ＨＥＲ２', count=39)
        self.assert_same('5.4 mg/kg', '5.4mg/kg', '5.4 mg/kg.')
        self.assert_same('HER2-positive', 'HER2+', 'HER2＋', 'ERBB2+')

    def test_names_of_everyday_use(self):
        self.assert_same('T-DXd', 'trastuzumab deruxtecan', 'fam-trastuzumab deruxtecan-nxki', 'Enhertu', 'Enhertu®', 'Enhertu™', 'ds8201', count=5)
        for name, other in (('perjeta', 'pertuzumab'), ('keytruda', 'pembrolizumab'), ('tukysa', 'tucatinib')):
            self.assertEqual(find(name), find(f'agent:{other}'), name)

    def test_a_way_on(self):
        for query, said in (('tucatanib', 'Did you mean “tucatinib”? 5 trials'), ('trastuzumap', 'Did you mean “trastuzumab”?'),
                            ('destny', 'Did you mean “destiny”?'), ('DESTNY-CRC01', 'Did you mean “DESTINY-CRC01”? 1 trial'),
                            ('MYPATHWY', 'Did you mean “MYPATHWAY”? 1 trial'), ('randomzied', 'Did you mean'), ('trastuzumap pertuzumap', 'Did you mean'),
                            ('phase:III t-dxd', 'Remove “phase:III”: 5 trials'), ('zzzz', 'Remove “zzzz”: 39 trials'),
                            ('xqz yqz wqz', 'Clear the search: 39 trials'), ('afatinib', '“afatinib” is in the data set, but no trial has it.'),
                            ('kras:mutated', 'in the data set, but no trial'), ('regimen:foo', 'No trial has “regimen:foo”.'),
                            ('phase:2a', 'No trial has “phase:2a”.'), ('V842I', 'the data set mentions it under: HER2'),
                            ('NCCN', 'Trastuzumab plus pertuzumab'), ('2.84', 'mentions it under: HER2'),
                            ('biparatopic', 'mentions it under: Zanidatamab.'), ('SEER', 'the remarks on the data set'),
                            ('"excellent clinical response"', 'mentions it under: HER2'), ('orr>99', 'No arm has “orr>99”.'), ('"xqz', 'is not closed')):
            with self.subTest(query=query):
                status, output, complaints = program.run('list', f'--search={query}', '--format=json')
                self.assertEqual((status, output.strip()), (0, '[]'))
                self.assertIn(said, complaints)
                self.assertTrue(any(way in complaints for way in ('Did you mean', 'Remove', 'Clear')), complaints)

    def test_the_language_of_the_window(self):
        for language, locale in (('de', 'de_DE'), ('tr', 'tr_TR'), ('ja', 'ja_JP'), ('ar', 'ar_EG'), ('fr', 'fr_FR'), ('zh_CN', 'zh_CN')):
            words = gettext.translation('regimen', pathlib.Path(os.environ['REGIMEN_BUILD_ROOT']) / 'po', [language])
            phase = words.gettext('Phase %s · %s') % ('II', '')
            for query, said in (('phase:II', phase), ('status:recruiting', words.pgettext('trial status', 'Recruiting')),
                                ('status:completed', words.pgettext('trial status', 'Completed').upper()),
                                ('class:adc', words.gettext('Class') + ': ADC'),
                                ('results:reported', words.gettext('Reports results')), ('status:recruiting', 'RECRUITING'),
                                ('pfs>6', 'pfs>6 ' + words.ngettext('month', 'months', 6))):
                with self.subTest(language=language, query=said):
                    env = {'LANGUAGE': language, 'LC_ALL': f'{locale}.UTF-8', 'LOCPATH': os.environ['LOCPATH']}
                    status, output, complaints = program.run('list', f'--search={said}', '--format=json', env=env)
                    self.assertEqual(status, 0, complaints)
                    self.assertEqual(sorted(trial['id'] for trial in json.loads(output)), find(query))


if __name__ == '__main__':
    tapmain.main()
