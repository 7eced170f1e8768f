# SPDX-License-Identifier: GPL-3.0-or-later
"""The embedded data set against its source.

tests/reference/evidence/ holds the article's tables and figures, typed a second time. Every cell is looked for twice: in the JSON document itself, and in
what the program says of it.
"""

import csv
import json
import re
import unittest

import program
import tapmain


def table(name):
    with open(program.source_path('tests', 'reference', 'evidence', name + '.csv'), encoding='utf-8', newline='') as lines:
        return list(csv.DictReader(lines))


with open(program.source_path('resources', 'evidence', 'her2-colorectal.json'), encoding='utf-8') as stream:
    DATA = json.load(stream)

TRIALS = {trial['id']: trial for trial in DATA['trials']}
REGIMENS = {regimen['id']: regimen for regimen in DATA['regimens']}
AGENTS = {agent['id']: agent for agent in DATA['agents']}
SHOWN = {trial['id']: trial for trial in program.answer_json('list')}

TABLE_1 = table('table1')
TABLE_2 = table('table2')
TEXT = table('text-outcomes')
FOOTNOTES = {(note['table'], note['letter']): note['text'] for note in table('footnotes')}

CLASSES_OF_GROUP = {
    'Monoclonal antibody (mAb)': 'mAb',
    'Antibody drug conjugates (ADC)': 'ADC',
    'Tyrosine kinase inhibitor (TKI)-containing regimens': 'TKI',
}
CLASSES_OF_AGENT = {
    'mAb': {'mAb'},
    'mAb and TKI': {'mAb', 'TKI'},
    'TKI and mAb': {'mAb', 'TKI'},
    'TKI plus mAb': {'mAb', 'TKI'},
    'TKI': {'TKI'},
    'ADC': {'ADC'},
    'Bispecific Ab': {'bispecific'},
    'ADC, immune stimulating': {'ADC', 'immunotherapy'},
    'HER2 targeting immunotherapy': {'immunotherapy'},
    'ADC with HER targeting immunotherapy': {'ADC', 'immunotherapy'},
}
STATES = {
    'Completed': 'COMPLETED',
    'Recruiting': 'RECRUITING',
    'Not yet recruiting': 'NOT_YET_RECRUITING',
    'Active, not recruiting': 'ACTIVE_NOT_RECRUITING',
    'Unknown': 'UNKNOWN',
    'Unknown (was active, not recruiting)': 'UNKNOWN',
    # Of two words that exclude one another the first, and a remark says so.
    'Recently withdrawn, completed': 'WITHDRAWN',
}

# What a cell says of one patient group in the words of another.
REGIMEN_OF_CELL = {
    'Tucatinib with or without trastuzumab': ['Tucatinib plus trastuzumab', 'Tucatinib alone'],
    'Trastuzumab plus pertuzumab or trastuzumab plus tucatinib': ['Trastuzumab plus pertuzumab', 'Trastuzumab plus tucatinib'],
    'Neratinib plus trastuzumab or neratinib plus cetuximab': ['Neratinib plus trastuzumab', 'Neratinib plus cetuximab'],
}


def trial_of(row):
    """The one trial that a row is about: by its name, or else by its registration, which two trials may share."""
    named = [trial for trial in DATA['trials'] if row['study'] and trial['name'] == row['study']]
    if not named:
        named = [trial for trial in DATA['trials'] if row['registration'] in trial['registrations']]
    assert len(named) == 1, row
    return named[0]


def row_name(row):
    return row['study'] or row['registration']


def place_1(row):
    return f'Table 1, {row_name(row)}'


def place_2(row):
    if row['study'] == 'TAPUR':  # it stands there twice
        return f"Table 2, TAPUR ({row['group']})"
    return f'Table 2, {row_name(row)}'


def places(thing):
    return [source['place'] for source in thing['sources'] if source['id'] == 'review']


def numbers(cell):
    """A cell's figure, bounds and unit as a reader takes them: '4.1 (2.7 to 5.6) months'."""
    found = re.fullmatch(r'([\d.]+) \(([\d.]+) to ([\d.]+)\) (months|weeks)', cell)
    if found:
        return float(found[1]), float(found[2]), float(found[3]), found[4]
    found = re.fullmatch(r'([\d.]+)%', cell)
    assert found, cell
    return float(found[1]), None, None, '%'


def cells_of_arms(row, column):
    """What a cell says of each arm: 'Tucatinib plus trastuzumab: 38.1%, Tucatinib alone: 3.3%'."""
    labels = REGIMEN_OF_CELL.get(row['regimen'])
    if labels is None:
        return {None: row[column]}
    parts = re.findall(r'(\w[\w ]*): (.*?)(?:, (?=\w[\w ]*: )|$)', row[column])
    return {label[0].upper() + label[1:]: cell for label, cell in parts}


def possible_counts(rate, decimals, n):
    """The counts of n that, as a percentage, round to the rate; halves either way."""
    return [x for x in range(n + 1) if abs(100 * x / n - rate) <= 0.5 * 10 ** -decimals + 1e-9]


def decimals(published):
    found = re.search(r'\d+(?:\.(\d+))?%', published)
    return len(found[1] or '')


def all_outcomes():
    for trial in DATA['trials']:
        for arm in trial['arms']:
            for outcome in arm.get('outcomes', []):
                yield trial, arm, None, outcome
            for subgroup in arm.get('subgroups', []):
                for outcome in subgroup['outcomes']:
                    yield trial, arm, subgroup, outcome


def each_row(rows):
    """A test of each row, with the trial that it is about in the document and as the program shows it."""
    def decorate(check):
        def test(self):
            for row in rows:
                with self.subTest(row=row_name(row), group=row['group']):
                    trial = trial_of(row)
                    check(self, row, trial, SHOWN[trial['id']])
        test.__name__ = check.__name__
        test.__doc__ = check.__doc__
        return test
    return decorate


class Table1(unittest.TestCase):

    def arm(self, row, trial, label=None):
        """The arm that a row's figures are of."""
        arms = [arm for arm in trial['arms'] if place_1(row) in places(arm)]
        if label is not None:
            arms = [arm for arm in arms if arm['label'] == label]
        self.assertEqual(len(arms), 1, row_name(row))
        return arms[0]

    def arms(self, row, trial):
        return [self.arm(row, trial, label) for label in REGIMEN_OF_CELL.get(row['regimen'], [None])]

    @each_row(TABLE_1)
    def test_study_registration_and_group(self, row, trial, shown):
        self.assertEqual(trial['registrations'], [row['registration']])
        self.assertEqual(shown['registrations'], [row['registration']])
        self.assertIn(place_1(row), places(trial))
        if row['study'] and trial['name'] != row['study']:  # a study called by its paper
            self.assertIn(row['study'], ' '.join(fact['text'] for fact in trial['facts'] if fact['topic'] == 'name'))
        kind = CLASSES_OF_GROUP[row['group']]
        self.assertEqual(shown['classes'], [kind])
        for arm in self.arms(row, trial):
            self.assertEqual(arm['class'], kind)

    @each_row(TABLE_1)
    def test_regimen(self, row, trial, shown):
        wanted = REGIMEN_OF_CELL.get(row['regimen'])
        labels = [arm['label'] for arm in self.arms(row, trial)]
        if wanted is not None:
            self.assertEqual(labels, wanted)
        else:
            self.assertEqual(REGIMENS[self.arm(row, trial)['regimen']]['name'], row['regimen'])
        for label in labels:
            self.assertIn(label, [arm['label'] for arm in shown['arms']])

    @each_row(TABLE_1)
    def test_phase_and_status(self, row, trial, shown):
        for said in (trial, shown):
            self.assertEqual(said['phase'], row['phase'])
            self.assertEqual(said['status'], {'published': row['status'], 'state': STATES[row['status']]})

    @each_row(TABLE_1)
    def test_n_is_that_of_the_row_s_first_arm(self, row, trial, shown):
        arm = self.arms(row, trial)[0]
        self.assertEqual(arm['n'], int(row['n']))
        self.assertEqual(next(said['n'] for said in shown['arms'] if said['id'] == arm['id']), int(row['n']))

    @each_row(TABLE_1)
    def test_eligibility_as_published(self, row, trial, shown):
        first = trial['populations'][0]
        self.assertEqual(first['text'], row['eligibility'])
        self.assertIn(place_1(row), places(first))
        self.assertEqual(shown['population'], row['eligibility'])

    @each_row(TABLE_1)
    def test_footnote_of_a_study(self, row, trial, shown):
        if row['footnote'].startswith('study:'):
            note = FOOTNOTES['1', row['footnote'].split(':')[1]]
            self.assertIn(note, [population['text'] for population in trial['populations']])

    @each_row(TABLE_1)
    def test_reference(self, row, trial, _):
        self.assertIn('ref-' + row['references'], trial['references'])
        source = next(source for source in DATA['sources'] if source['id'] == 'ref-' + row['references'])
        self.assertEqual(source['number'], int(row['references']))
        self.assertEqual(source['kind'], 'primary')
        self.assertTrue(source['doi'])

    def figure(self, row, trial, shown, column, endpoint):
        notes = dict(note.split(':') for note in row['footnote'].split())
        for label, cell in cells_of_arms(row, column).items():
            arm = self.arm(row, trial, label)
            self.assertIsNotNone(arm)
            if (column, notes.get(column)) == ('pfs', 'd'):  # the footnote makes it another endpoint
                endpoint = 'TTR'
            [outcome] = [outcome for outcome in arm['outcomes'] if outcome['endpoint'] == endpoint]
            [told] = [outcome for said in shown['arms'] if said['id'] == arm['id']
                      for outcome in said['outcomes'] if outcome['endpoint'] == endpoint]
            self.assertEqual(outcome['published'], cell)
            self.assertEqual(told['published'], cell)
            self.assertIn(place_1(row), places(outcome))
            self.assertEqual([place['place'] for place in told['sources'] if place['id'] == 'review'], places(outcome))
            if column in notes:
                self.assertIn(f'Table 1, footnote {notes[column]}', places(outcome))
            if cell in ('NR', 'Not reached'):
                state = 'not-reported' if cell == 'NR' else 'not-reached'
                self.assertEqual((outcome['state'], told['state']), (state, state))
                self.assertNotIn('value', outcome)
                self.assertEqual((told['value'], told['lower'], told['upper'], told['months']), (None, None, None, None))
                continue
            value, lower, upper, unit = numbers(cell)
            for said in (outcome, told):
                self.assertEqual((said['state'], said['value'], said['unit']), ('reported', value, unit))
                self.assertEqual(said.get('relation') or '=', '=')
                if lower is not None:
                    self.assertEqual((said['lower'], said['upper'], said['level']), (lower, upper, 0.95))
            if lower is not None:
                self.assertEqual((told['lower_state'], told['upper_state']), ('reported', 'reported'))
                factor = 7 / 30.4375 if unit == 'weeks' else 1
                for key, figure in (('value', value), ('lower', lower), ('upper', upper)):
                    self.assertAlmostEqual(told['months'][key], figure * factor, places=12)

    @each_row(TABLE_1)
    def test_response(self, row, trial, shown):
        self.figure(row, trial, shown, 'orr', 'ORR')

    @each_row(TABLE_1)
    def test_progression_free_survival(self, row, trial, shown):
        self.figure(row, trial, shown, 'pfs', 'PFS')

    @each_row(TABLE_1)
    def test_overall_survival(self, row, trial, shown):
        self.figure(row, trial, shown, 'os', 'OS')

    def test_footnotes(self):
        mypathway = TRIALS['mypathway']
        self.assertIn((FOOTNOTES['1', 'b'], ['Table 1, footnote b']),
                      [(population['text'], places(population)) for population in mypathway['populations']])
        self.assertEqual(FOOTNOTES['1', 'c'], 'Patients who received 5.4 mg/kg T-DXd dose')
        self.assertEqual([arm['dose'] for arm in TRIALS['destiny-crc02']['arms']
                          if 'Table 1, footnote c' in places(arm)], ['5.4 mg/kg'])
        self.assertEqual((FOOTNOTES['1', 'a'], FOOTNOTES['2', 'a']), ('Status accurate as of 18 November 2024',) * 2)
        self.assertEqual(DATA['as_of'], '2024-11-18')

    def test_a_time_to_recurrence_is_never_progression_free_survival(self):
        [arm] = TRIALS['nct04513223']['arms']
        states = {outcome['endpoint']: outcome['state'] for outcome in arm['outcomes']}
        self.assertEqual(states, {'ORR': 'reported', 'PFS': 'not-reported', 'OS': 'not-reported', 'TTR': 'reported'})
        found = [trial['id'] for trial in program.answer_json('list', '--search=pfs>0')]
        self.assertNotIn('nct04513223', found)
        self.assertIn('mypathway', found)


class Table2(unittest.TestCase):

    @each_row(TABLE_2)
    def test_every_cell(self, row, trial, shown):
        self.assertEqual(trial['registrations'], [row['registration']])
        self.assertIn(place_2(row), places(trial))
        self.assertEqual((trial['phase'], shown['phase']), (row['phase'],) * 2)
        self.assertEqual(trial['status'], {'published': row['status'], 'state': STATES[row['status']]})
        self.assertEqual(shown['status'], trial['status'])
        self.assertEqual(set(shown['classes']), CLASSES_OF_AGENT[row['agent']])
        self.assertIn((row['profile'], True),
                      [(population['text'], place_2(row) in places(population)) for population in trial['populations']])
        for label in REGIMEN_OF_CELL.get(row['regimen'], [row['regimen']]):
            arms = [arm for arm in trial['arms'] if arm['label'] == label]
            self.assertEqual(len(arms), 1, label)
            self.assertIn(place_2(row), places(arms[0]))
            self.assertIn(label, [arm['label'] for arm in shown['arms']])
        if len(CLASSES_OF_AGENT[row['agent']]) == 1:
            [kind] = CLASSES_OF_AGENT[row['agent']]
            self.assertEqual({arm['class'] for arm in trial['arms']}, {kind})

    @each_row(TABLE_2)
    def test_titles_as_published(self, row, trial, shown):
        if row['title'].startswith('TAPUR: '):  # the trial's second entry, whose title differs
            [remark] = [remark for remark in trial['remarks'] if remark['about'] == 'title']
            self.assertEqual(remark['kind'], 'conflict')
            self.assertIn(row['title'][:72], remark['text'])
            return
        self.assertEqual((trial['title'], shown['title']), (row['title'],) * 2)

    @each_row(TABLE_2)
    def test_the_profile_of_a_trial_that_only_this_table_has_is_shown_first(self, row, trial, shown):
        if row['study'] != 'TAPUR':
            self.assertEqual(shown['population'], row['profile'])

    @each_row(TABLE_2)
    def test_the_altered_gene_of_a_group_is_said(self, row, trial, _):
        values = {value for rule in trial['eligibility']['rules'] if rule['biomarker'] == 'her2' for value in rule['values']}
        if 'mutated' in row['group'].lower() and 'DASH' != row['study']:  # its own entry asks for no mutation
            self.assertIn('mutated', values)
        if row['group'] == 'Mutated HER2':
            self.assertEqual(values, {'mutated'})

    def test_no_figure_is_made_up(self):
        in_table_1 = {trial_of(row)['id'] for row in TABLE_1}
        in_text = {row['study'].lower() for row in TEXT}
        for trial in (trial_of(row) for row in TABLE_2):
            shown = SHOWN[trial['id']]
            if trial['id'] not in in_table_1 | in_text:
                self.assertFalse(shown['reported'])
                for arm in trial['arms']:
                    self.assertNotIn('n', arm)
                    self.assertEqual([outcome for outcome in arm.get('outcomes', []) if outcome['state'] == 'reported'], [])


class Text(unittest.TestCase):
    """Each figure that the text gives, and the trial or regimen that it is of."""

    def home(self, row):
        if not row['study']:
            [regimen] = [regimen for regimen in DATA['regimens'] if regimen['name'] == row['regimen']]
            return regimen, regimen, None
        [trial] = [trial for trial in DATA['trials'] if trial['name'] == row['study']]
        arms = [arm for arm in trial['arms'] if REGIMENS[arm['regimen']]['name'] == row['regimen']]
        if row['arm']:
            arms = [arm for arm in arms if arm['dose'] == row['arm']]
        self.assertEqual(len(arms), 1)
        if row['subgroup']:
            [subgroup] = [group for group in arms[0]['subgroups'] if group['label'] == row['subgroup']]
            return trial, arms[0], subgroup
        return trial, arms[0], None

    def test_each_figure(self):
        self.assertEqual(len(TEXT), 29)
        for row in TEXT:
            with self.subTest(study=row['study'] or row['regimen'], endpoint=row['endpoint'], subgroup=row['subgroup']):
                trial, arm, subgroup = self.home(row)
                [outcome] = [outcome for outcome in (subgroup or arm)['outcomes'] if outcome['endpoint'] == row['endpoint']]
                self.assertIn(row['section'], places(outcome))
                self.assertEqual((outcome['state'], outcome['unit']), ('reported', row['unit']))
                self.assertEqual(outcome.get('relation', '='), row['relation'])
                for key in ('value', 'lower', 'upper', 'count'):  # the words hold what was typed beside them
                    self.assertIn(row[key], re.findall(r'[\d.]*\d', row['published'].replace('one', '1')) + [''])
                if row['value']:
                    self.assertEqual(outcome['value'], float(row['value']))
                for bound in ('lower', 'upper', 'level'):
                    if row[bound]:
                        self.assertEqual(outcome[bound], float(row[bound]))
                if row['count']:
                    self.assertEqual(outcome['responders'], int(row['count']))
                    self.assertNotIn('responders', outcome.get('derived', []))
                if row['patients']:
                    self.patients(int(row['patients']), trial, arm, subgroup)
                if row['study']:
                    self.told(row, trial, arm, subgroup)

    def patients(self, n, trial, arm, subgroup):
        if (subgroup or arm)['n'] != n:  # the table has another number: both are kept
            texts = [remark['text'] for remark in trial['remarks'] if remark['kind'] == 'conflict' and remark.get('about') == 'n']
            self.assertTrue(any(re.search(rf'\b{n}\b', text) and re.search(rf"\b{arm['n']}\b", text) for text in texts), texts)

    def told(self, row, trial, arm, subgroup):
        [said] = [said for said in SHOWN[trial['id']]['arms'] if said['id'] == arm['id']]
        if subgroup:
            [said] = [group for group in said['subgroups'] if group['label'] == row['subgroup']]
            self.assertEqual(said['n'], int(row['patients']) if row['patients'] else None)
        [told] = [outcome for outcome in said['outcomes'] if outcome['endpoint'] == row['endpoint']]
        for key in ('value', 'lower', 'upper', 'level'):
            if row[key]:
                self.assertEqual(told[key], float(row[key]))
        self.assertIn(row['section'], [place['place'] for place in told['sources']])

    def test_no_reported_figure_lacks_its_transcription(self):
        """The other way round: every figure of the data set stands in a table or in the text's list."""
        typed = set()
        for row in TABLE_1:
            for column, endpoint in (('orr', 'ORR'), ('pfs', 'PFS'), ('os', 'OS')):
                endpoint = 'TTR' if (column, row['footnote']) == ('pfs', 'pfs:d') else endpoint
                for label, cell in cells_of_arms(row, column).items():
                    typed.add((trial_of(row)['id'], cell if label is None else label, endpoint))
        typed = {(trial, endpoint) for trial, _, endpoint in typed}
        subgroups = set()
        for row in TEXT:
            if row['study']:
                trial, arm, subgroup = self.home(row)
                (subgroups if subgroup else typed).add((trial['id'], row['endpoint']))
        for trial, arm, subgroup, outcome in all_outcomes():
            if outcome['state'] == 'reported':
                self.assertIn((trial['id'], outcome['endpoint']), subgroups if subgroup else typed)


class NumbersOfTheText(unittest.TestCase):
    """Each number that the running text prints stands in the data set, at the section that prints it."""

    def said_at(self, section):
        texts, numbers = [], set()

        def collect(thing):
            for key in ('text', 'published', 'dose', 'indication', 'date', 'selectivity', 'mechanism', 'endpoint'):
                if isinstance(thing.get(key), str):
                    texts.append(thing[key])
            texts.extend(thing.get('notes') or [])
            numbers.update(thing[key] for key in ('value', 'lower', 'upper', 'n', 'responders', 'analysed', 'min_prior')
                           if isinstance(thing.get(key), (int, float)))

        def walk(thing):
            if isinstance(thing, dict):
                if any(source['id'] == 'review' and source['place'] == section for source in thing.get('sources', []) if 'place' in source):
                    collect(thing)
                for value in thing.values():
                    walk(value)
            elif isinstance(thing, list):
                for value in thing:
                    walk(value)
        walk(DATA)
        return ' '.join(texts), numbers

    def test_each_number(self):
        rows = table('text-numbers')
        self.assertEqual(len(rows), 106)
        missing = []
        for section in sorted({row['section'] for row in rows}):
            text, numbers = self.said_at(section)
            for row in rows:
                number = row['number']
                plain = number.rstrip('%')
                if row['section'] == section and not (
                        re.search(rf'(?<![\d.]){re.escape(number)}(?!\d|\.\d)', text, re.IGNORECASE) or
                        re.fullmatch(r'[\d.]+', plain) and float(plain) in numbers):
                    missing.append((section, number, row['about']))
        self.assertEqual(missing, [])


class Counts(unittest.TestCase):
    """A count is printed, or is the only one that gives the rate."""

    def test_derived_counts(self):
        held = 0
        for trial, arm, subgroup, outcome in all_outcomes():
            with self.subTest(trial=trial['id'], arm=arm['id'], endpoint=outcome['endpoint']):
                if 'responders' in outcome.get('derived', []):
                    self.assertEqual(outcome['analysed'], (subgroup or arm)['n'])
                    self.assertEqual(possible_counts(outcome['value'], decimals(outcome['published']), outcome['analysed']),
                                     [outcome['responders']])
                    held += 1
                elif outcome.get('responders') is not None:
                    digits = decimals(outcome['published']) if '%' in outcome['published'] else 1
                    self.assertIn(outcome['responders'], possible_counts(outcome['value'], digits, outcome['analysed']))
        self.assertEqual(held, 14)

    def test_a_percentage_without_its_patients_has_no_count(self):
        for trial, arm, subgroup, outcome in all_outcomes():
            if outcome['unit'] == '%' and (subgroup or arm).get('n') is None:
                self.assertNotIn('responders', outcome)
                self.assertNotIn('analysed', outcome)
        for regimen in DATA['regimens']:
            for outcome in regimen.get('outcomes', []):
                self.assertNotIn('responders', outcome)

    def test_a_subgroup_is_no_arm(self):
        labels = {(trial['id'], group['label']) for trial in DATA['trials'] for arm in trial['arms'] for group in arm.get('subgroups', [])}
        self.assertEqual(labels, {('destiny-crc02', 'RAS-mutated'), ('destiny-crc02', 'RAS wild-type'),
                                  ('her2-fuscc-g', 'RAS wild-type'), ('nct04380012', 'RAS and BRAF wild-type')})
        for trial in SHOWN.values():
            for arm in trial['arms']:
                self.assertNotRegex(arm['label'], 'wild-type|mutated')

    def test_the_swapped_subgroups(self):
        """As printed, 39.7% and 28.6% of 82 patients with 31 responders leave one split, and it is the other way round."""
        splits = [(n, x) for n in range(1, 82) for x in range(32)
                  if abs(100 * x / n - 39.7) < 0.05 and 31 - x <= 82 - n and abs(100 * (31 - x) / (82 - n) - 28.6) < 0.05]
        self.assertEqual(splits, [(68, 27)])


class Whole(unittest.TestCase):
    """What the data set must hold beside the tables."""

    def test_head(self):
        self.assertEqual(DATA['format'], 1)
        self.assertTrue(DATA['title'])
        self.assertEqual(DATA['licence']['name'], 'CC BY 4.0')
        self.assertIn('Benli', DATA['licence']['credit'])
        review = DATA['sources'][0]
        self.assertEqual((review['id'], review['licence'], review['year']), ('review', 'CC BY 4.0', 2025))

    def test_groups_of_table_2(self):
        self.assertEqual({group: len([row for row in TABLE_2 if row['group'] == group]) for group in (row['group'] for row in TABLE_2)},
                         {'HER2 amplification/overexpression': 20, 'HER2 amplification/overexpression or mutated HER2': 6,
                          'Mutated HER2': 1})

    def test_39_trials(self):
        self.assertEqual((len(TABLE_1), len(TABLE_2)), (13, 27))
        ids = {trial_of(row)['id'] for row in TABLE_1} | {trial_of(row)['id'] for row in TABLE_2}
        self.assertEqual(len(ids), 38)  # TAPUR stands in both tables, twice in the second
        self.assertEqual(set(TRIALS) - ids, {'nct04934514'})
        self.assertEqual(len(TRIALS), 39)
        self.assertEqual(set(SHOWN), set(TRIALS))

    def test_a_registration_is_no_key(self):
        self.assertEqual(TRIALS['heracles-a']['registrations'], TRIALS['heracles-b']['registrations'])

    def test_design_where_the_source_says_it(self):
        said = {trial['id']: trial['allocation'] for trial in DATA['trials'] if trial.get('allocation')}
        self.assertEqual(said, {'destiny-crc02': 'randomised', 'mountaineer': 'randomised', 'nct03185988': 'not-randomised'})
        self.assertEqual({id: trial['allocation'] for id, trial in SHOWN.items() if trial['allocation'] is not None}, said)

    def test_lines_of_therapy(self):
        lines = {trial['id']: (trial['eligibility']['lines'].get('min_prior'), trial['eligibility']['lines'].get('max_prior'))
                 for trial in DATA['trials'] if trial['eligibility'].get('lines')}
        self.assertEqual(lines, {
            'destiny-crc01': (2, None), 'her2-fuscc-g': (2, None), 'heracles-a': (None, None), 'heracles-b': (None, None),
            'mountaineer': (None, None), 'mountaineer-03': (0, 0), 'drup': (None, None), 'nct05985707': (0, 0),
            'nct05350917': (None, None), 'nct04934514': (None, None)})

    def test_every_place_is_in_a_source_and_every_fact_has_one(self):
        ids = {source['id'] for source in DATA['sources']}
        sections = {'Abstract', 'Introduction', 'HER2 as an oncogenic driver in colorectal cancer',
                    'HER2 as a predictive biomarker for resistance to anti-EGFR therapies in mCRC',
                    'Emerging anti-HER2 therapies for HER2-positive CRC', 'HER2-targeting antibodies', 'Antibody drug conjugates',
                    'Tyrosine kinase inhibitor-containing regimens', 'HER2-targeting immunotherapy',
                    'Conclusion remarks and future perspectives', 'Title page', 'Declarations', 'Funding', 'Title page, note on equal contribution',
                    'Table 1, column heading', 'Table 1, legend', 'Table 1, title', 'Table 2, title', 'Fig. 1', 'Fig. 2', 'References'}
        rows = {place_1(row) for row in TABLE_1} | {place_2(row) for row in TABLE_2}
        notes = {f'Table {table}, footnote {letter}' for table, letter in FOOTNOTES}
        strange = set()

        def walk(thing):
            if isinstance(thing, dict):
                for key, value in thing.items():
                    if key == 'sources' and thing is not DATA:
                        self.assertTrue(value, thing)
                        for source in value:
                            self.assertIn(source['id'], ids)
                            if source['id'] == 'review' and source['place'] not in sections | rows | notes:
                                strange.add(source['place'])
                    else:
                        walk(value)
            elif isinstance(thing, list):
                for value in thing:
                    walk(value)
        walk({key: value for key, value in DATA.items() if key not in ('sources', 'pathway')})
        self.assertEqual(strange, set())

    def test_references(self):
        numbers = [source['number'] for source in DATA['sources'] if source['id'] not in ('review', 'product-names')]
        self.assertEqual(sorted(numbers), list(range(1, 100)))
        self.assertEqual({source['id'] for source in DATA['sources'] if not source.get('doi')}, {'review', 'product-names', 'ref-63', 'ref-73'})
        by_number = {source.get('number'): source for source in DATA['sources']}
        for row in table('references'):
            with self.subTest(number=row['number']):
                source = by_number[int(row['number'])]
                self.assertEqual(source['id'], 'ref-' + row['number'])
                self.assertEqual((source.get('doi', ''), str(source['year'])), (row['doi'], row['year']))
                self.assertTrue(source['citation'].startswith(row['first_author']))

    def test_tapur_s_weeks_stay_weeks(self):
        arm = TRIALS['tapur']['arms'][0]
        self.assertEqual({outcome['endpoint']: outcome['unit'] for outcome in arm['outcomes']},
                         {'ORR': '%', 'PFS': 'weeks', 'OS': 'weeks'})

    def test_safety_where_it_is_reported(self):
        rates = {(trial['id'], outcome['endpoint']) for trial, _, _, outcome in all_outcomes() if outcome['endpoint'] in ('TEAE-G3', 'DLT')}
        self.assertEqual(rates, {('her2-fuscc-g', 'TEAE-G3'), ('nct04934514', 'DLT')})
        words = {trial['id'] for trial in DATA['trials'] if trial.get('safety') or any(arm.get('safety') for arm in trial['arms'])}
        self.assertEqual(words, {'heracles-b', 'nct04513223', 'nct04380012', 'her2-fuscc-g', 'nct03457896', 'nct04934514'})

    def test_safety_where_it_is_not_reported_is_said(self):
        self.assertIn('The source reports no safety data.', program.answer('show', 'mypathway'))
        self.assertNotIn('The source reports no safety data.', program.answer('show', 'her2-fuscc-g'))

    def test_missed_end_point(self):
        facts = [fact for fact in TRIALS['heracles-b']['facts'] if fact['topic'] == 'end point']
        self.assertEqual(len(facts), 1)
        self.assertEqual(places(facts[0]), ['Antibody drug conjugates'])


class Agents(unittest.TestCase):

    def test_every_agent(self):
        self.assertEqual(set(AGENTS), {
            'trastuzumab', 'pertuzumab', 'zanidatamab', 'kn026', 'kn046', 'iah0968', 't-dm1', 't-dxd', 'trastuzumab-rezetecan',
            'disitamab-vedotin', 'xmt-2056', 'sbt6050', 'bdc-1001', 'ace1702', 'ct-0508', 'her2-car-t', 'caadvec', 'tucatinib',
            'lapatinib', 'pyrotinib', 'neratinib', 'afatinib', 'elvn-002', 'cetuximab', 'panitumumab', 'braf-inhibitor', 'met-inhibitor',
            'irinotecan', 'capecitabine', 'cisplatin', 'capeox', 'mfolfox6', 'folfiri', 'mxeliri', 'miris', 'tas-102', 'chemotherapy',
            'cyclophosphamide', 'fludarabine', 'camrelizumab', 'pembrolizumab', 'tislelizumab', 'nivolumab', 'cemiplimab',
            'bevacizumab', 'fruquintinib', 'ceralasertib'})

    def test_synonyms(self):
        for id, words in {
            'trastuzumab': ['Herceptin'], 'zanidatamab': ['ZW25', 'ZW/25'], 't-dm1': ['ado-trastuzumab emtansine', 'Kadcyla'],
            't-dxd': ['trastuzumab deruxtecan', 'fam-trastuzumab deruxtecan', 'DS-8201', 'DS-8201a', 'Enhertu'],
            'trastuzumab-rezetecan': ['SHR-A1811'], 'disitamab-vedotin': ['RC48', 'RC48-ADC'], 'sbt6050': ['pertuzumab zovotolimod'],
            'tucatinib': ['Tukysa', 'MK-7119'], 'neratinib': ['Nerlynx', 'HKI-272'], 'ceralasertib': ['AZD6738'],
            'capeox': ['XELOX'], 'pembrolizumab': ['pemrolizumab'], 'ct-0508': ['CarM'],
        }.items():
            with self.subTest(agent=id):
                self.assertLessEqual(set(words), set(AGENTS[id]['synonyms']))

    # Every name that the review prints, typed from it; what else an agent is called has a source of its own.
    NAMES_IN_THE_REVIEW = {
        'Herceptin', 'ZW25', 'ZW/25', 'ado-trastuzumab emtansine', 'trastuzumab emtansine', 'Kadcyla', 'T-DMI', 'trastuzumab deruxtecan',
        'fam-trastuzumab deruxtecan', 'DS-8201', 'DS-8201a', 'Enhertu', 'SHR-A1811', 'RC48', 'RC48-ADC', 'pertuzumab zovotolimod', 'CAR macrophages',
        'CarM', 'CAR VST', 'HER2 CAR T', 'binary oncolytic/helper-dependent adenovirus', 'Tukysa', 'MK-7119', 'pyrotinib maleate', 'Nerlynx',
        'HKI-272', 'XELOX', 'oxaliplatin and capecitabine', 'pemrolizumab', 'AZD6738'}

    def test_a_name_that_the_review_does_not_print_is_marked(self):
        marked = 0
        for id, record in (AGENTS | REGIMENS).items():
            added = [source['place'] for source in record['sources'] if source['id'] == 'product-names']
            others = [name for name in record.get('synonyms', []) if name not in self.NAMES_IN_THE_REVIEW]
            self.assertEqual(added, ['Names: ' + ', '.join(others)] if others else [], id)
            marked += len(others)
        self.assertGreater(marked, 50)

    def test_everyday_names_find_the_agent_s_trials(self):
        for name, id in (('perjeta', 'pertuzumab'), ('keytruda', 'pembrolizumab'), ('ONT-380', 'tucatinib'), ('lonsurf', 'tas-102'),
                         ('xeloda', 'capecitabine'), ('avastin', 'bevacizumab'), ('tykerb', 'lapatinib')):
            with self.subTest(name=name):
                found = {trial['id'] for trial in program.answer_json('list', f'--search={name}')}
                self.assertEqual(found, {trial['id'] for trial in DATA['trials'] for arm in trial['arms'] if id in REGIMENS[arm['regimen']]['agents']})

    def test_a_product_of_two_agents_finds_their_regimen(self):
        both = {trial['id'] for trial in DATA['trials'] for arm in trial['arms'] if arm['regimen'] == 'trastuzumab-pertuzumab'}
        self.assertGreater(len(both), 2)
        for query in ('Phesgo', 'phesgo®', 'regimen:phesgo', '"pertuzumab, trastuzumab and hyaluronidase-zzxf"'):
            with self.subTest(query=query):
                self.assertEqual({trial['id'] for trial in program.answer_json('list', f'--search={query}')}, both)

    def test_a_test_by_another_name_finds_the_same_trials(self):
        for words in (('IHC 2+/ISH+', 'IHC 2+/FISH+', 'IHC2+/SISH+', 'IHC 2+ / FISH+', 'IHC 2+ and CISH+'),
                      ('her2:ihc-2+-ish+', 'HER2 IHC 2+/FISH+', 'her2:"IHC 2+/FISH+"')):
            found = [sorted(trial['id'] for trial in program.answer_json('list', f'--search={word}')) for word in words]
            self.assertGreater(len(found[0]), 10)
            for query, ids in zip(words[1:], found[1:]):
                with self.subTest(query=query):
                    self.assertEqual(ids, found[0])

    def test_synonyms_find_the_same_trials(self):
        for words in (('T-DXd', 'enhertu', 'DS8201', 'ds-8201a', 'trastuzumab deruxtecan'), ('tukysa', 'MK-7119', 'agent:tucatinib'),
                      ('RC48', 'agent:disitamab-vedotin')):
            with self.subTest(words=words):
                found = [sorted(trial['id'] for trial in program.answer_json('list', f'--search={word}')) for word in words]
                self.assertTrue(found[0])
                for ids in found[1:]:
                    self.assertEqual(ids, found[0])

    def test_domains(self):
        domains = {id: {target.get('domain') for target in AGENTS[id]['targets']} for id in ('trastuzumab', 'pertuzumab', 'zanidatamab')}
        self.assertEqual(domains, {'trastuzumab': {'IV'}, 'pertuzumab': {'II'}, 'zanidatamab': {'II', 'IV'}})

    def test_payloads_and_linkers(self):
        for id, payload, linker in (
                ('t-dm1', 'DM1', 'MCC'), ('t-dxd', 'DX-8951f', 'maleimide peptide'), ('trastuzumab-rezetecan', 'SHR9265', 'cleavable'),
                ('disitamab-vedotin', 'MMAE', 'cleavable'), ('xmt-2056', 'STING', None), ('sbt6050', 'TLR8', None),
                ('bdc-1001', 'TLR7/8', 'non-cleavable')):
            with self.subTest(agent=id):
                self.assertIn(payload, AGENTS[id]['payload'])
                if linker:
                    self.assertIn(linker, AGENTS[id]['linker'])
                else:
                    self.assertNotIn('linker', AGENTS[id])
        for id, agent in AGENTS.items():
            self.assertEqual('payload' in agent, agent.get('class') == 'ADC', id)

    def test_selectivity(self):
        self.assertIn('50-fold', AGENTS['tucatinib']['selectivity'])
        self.assertIn('100-fold', AGENTS['elvn-002']['selectivity'])

    def test_regulatory_steps(self):
        steps = {(step['kind'], step.get('date'), step['body']) for id in ('trastuzumab', 't-dxd', 'pyrotinib')
                 for step in AGENTS[id]['regulatory']}
        self.assertEqual(steps, {('approval', '1998', 'FDA'), ('designation', '2023-08', 'FDA'), ('guideline', None, 'NCCN'),
                                 ('approval', None, 'Not named in the source')})
        self.assertEqual(len([step for step in AGENTS['t-dxd']['regulatory'] if step['kind'] == 'designation']), 2)
        [step] = REGIMENS['tucatinib-trastuzumab']['regulatory']
        self.assertEqual((step['kind'], step['date'], step['body']), ('approval', '2023-01', 'FDA'))

    def test_guideline_s_three_regimens(self):
        named = {id for id, regimen in REGIMENS.items() for step in regimen.get('regulatory', []) if step['body'] == 'NCCN'}
        self.assertEqual(named, {'t-dxd', 'trastuzumab-lapatinib', 'trastuzumab-pertuzumab'})

    def test_every_regimen_and_agent_is_used_or_described(self):
        used = {arm['regimen'] for trial in DATA['trials'] for arm in trial['arms']}
        self.assertEqual(used, set(REGIMENS))
        in_regimens = {agent for regimen in DATA['regimens'] for agent in regimen['agents']}
        for id in set(AGENTS) - in_regimens:
            self.assertTrue(AGENTS[id].get('facts'), id)


class Biomarkers(unittest.TestCase):

    def facts(self, topic):
        return ' '.join(fact['text'] for marker in DATA['biomarkers'] for fact in marker.get('facts', []) if fact['topic'] == topic)

    def test_structured_eligibility(self):
        self.assertLessEqual({'her2', 'ras', 'kras', 'nras', 'braf', 'pik3ca', 'msi'}, {marker['id'] for marker in DATA['biomarkers']})

        def rules(id):
            return {rule['biomarker']: set(rule['values']) for rule in TRIALS[id]['eligibility']['rules']}
        self.assertEqual(rules('destiny-crc01'), {'her2': {'ihc-3+', 'ihc-2+-ish+'}, 'ras': {'wt'}, 'braf': {'wt'}})
        self.assertEqual(rules('nct03457896')['pik3ca'], {'wt'})
        self.assertEqual(rules('nct05356897')['pik3ca'], {'mutated'})
        self.assertEqual(rules('unicorn')['msi'], {'mss'})
        self.assertIn('amplified-ngs', rules('nct06328738')['her2'])
        self.assertEqual(rules('nct05661357')['her2'], {'ihc-1+', 'ihc-2+', 'ihc-3+', 'mutated'})

    def test_what_is_not_said_is_unknown(self):
        for id in ('tapur', 'drup'):
            self.assertNotIn('ras', [rule['biomarker'] for rule in TRIALS[id]['eligibility']['rules']])
            self.assertNotIn('kras', [rule['biomarker'] for rule in TRIALS[id]['eligibility']['rules']])
        for value in ('wt', 'mutated'):
            self.assertNotIn('tapur', [trial['id'] for trial in program.answer_json('list', f'--search=ras:{value}')])

    def test_settings(self):
        resectable = {id for id, trial in TRIALS.items() if 'resectable' in trial['eligibility'].get('settings', [])}
        self.assertEqual(resectable, {'unicorn'})

    def test_prevalences_and_prognosis(self):
        for figure in ('2–4%', '4%', '20–30%', '37 of 99', '27.3%', '51.8%'):
            self.assertIn(figure, self.facts('prevalence'))
        self.assertIn('2.84', self.facts('prognosis'))

    def test_mutations(self):
        for name in ('V841I', 'S310F', 'L755S', 'V777L', 'I655V', 'V842I', 'L866M', 'G776S'):
            self.assertIn(name, self.facts('mutation'))
        self.assertIn('L726L', ' '.join(fact['text'] for agent in DATA['agents'] for fact in agent.get('facts', [])))
        for place in ('extracellular', 'transmembrane', 'cytoplasmic'):
            self.assertIn(place, self.facts('mutation'))

    def test_resistance(self):
        for word in ('MET', 'BRAF', 'del16'):
            self.assertIn(word, self.facts('resistance') + json.dumps(TRIALS['mypathway']['facts']))


class Conflicts(unittest.TestCase):

    def test_each_contradiction_is_a_remark_that_quotes_it(self):
        rows = table('conflicts')
        self.assertGreater(len(rows), 60)
        for row in rows:
            with self.subTest(**row):
                remarks = TRIALS[row['trial']]['remarks'] if row['trial'] else DATA['remarks']
                about = [remark for remark in remarks if remark['kind'] == 'conflict' and remark.get('about') == row['about']]
                quotes = row['quotes'].lower().split('|')
                self.assertTrue(any(all(quote in remark['text'].lower() for quote in quotes) for remark in about),
                                [remark['text'] for remark in about])

    def test_every_remark_has_places_and_reaches_the_reader(self):
        for id, trial in TRIALS.items():
            texts = [remark['text'] for remark in SHOWN[id]['remarks']]
            for remark in trial.get('remarks', []):
                self.assertTrue(remark['sources'])
                self.assertIn(remark['text'], texts)

    def test_a_contradiction_has_the_places_of_both_sides(self):
        """Two places, or one row or list that holds both."""
        one = {(trial['id'], remark['about']) for trial in DATA['trials'] for remark in trial.get('remarks', [])
               if remark['kind'] == 'conflict' and len(remark['sources']) < 2}
        self.assertEqual(one, {('nct05333809', 'population'), ('nct05985707', 'regimen'),  # title against profile of one row
                               ('triumph', 'registration')})  # an identifier that cannot be one


if __name__ == '__main__':
    tapmain.main()
