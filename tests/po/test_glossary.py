# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language has one word for each of the field's terms: the one that po/glossary.csv gives it.

A column holds the beginnings of words that translate the term, separated by bars; an asterisk stands for the rest of a
word. A message with the term has to have one of them in its translation, in any case and form.
"""

import ast
import csv
import os
import re
import subprocess
import unicodedata
import unittest

import tapmain

PO = os.path.join(os.environ['REGIMEN_SOURCE_ROOT'], 'po')


def fold(text):
    """In small letters, without marks of Arabic vowels, mnemonics and markup, so that forms of a word are alike."""
    text = unicodedata.normalize('NFC', text).replace('İ', 'i').replace('I', 'ı' if 'ğ' in text else 'I').casefold()
    text = re.sub('[\u064b-\u0652\u0640]', '', text)
    return re.sub(r'<[^>]*>|_', '', text).replace('’', "'")


def pattern(stems):
    choices = [re.escape(fold(stem)).replace(r'\*', r'\w*').replace(r'\ ', r'\s+') for stem in stems.split('|')]
    return re.compile('|'.join(choices))


def messages(language):
    """The messages of a language, each with its translations: more than one where it has plurals."""
    text = subprocess.run(['msgattrib', '--no-obsolete', '--translated', '--no-wrap', os.path.join(PO, f'{language}.po')],
                          check=True, capture_output=True, text=True).stdout
    for block in text.split('\n\n'):
        parts = re.findall(r'^(msgid_plural|msgid|msgstr(?:\[\d\])?) ((?:".*"\n?)+)', block, re.MULTILINE)
        values = [(kind, ''.join(ast.literal_eval(line) for line in lines.strip().splitlines())) for kind, lines in parts]
        source = ' '.join(value for kind, value in values if kind.startswith('msgid'))
        if source:
            yield source, [value for kind, value in values if kind.startswith('msgstr')]


class Glossary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(os.path.join(PO, 'glossary.csv'), encoding='utf-8', newline='') as file:
            cls.rows = list(csv.DictReader(file))
        with open(os.path.join(PO, 'LINGUAS'), encoding='utf-8') as file:
            cls.languages = [line.strip() for line in file if line.strip() and not line.startswith('#')]

    def test_every_language_has_every_term(self):
        for row in self.rows:
            self.assertEqual(sorted(key for key in row if key != 'term'), sorted(self.languages))
            for language in self.languages:
                self.assertTrue(row[language], f'{language}: {row["term"]}')

    def test_translations_keep_to_the_glossary(self):
        for language in self.languages:
            terms = [(row['term'], re.compile(rf'\b{row["term"]}s?\b', re.IGNORECASE), pattern(row[language])) for row in self.rows]
            for source, translations in messages(language):
                for term, wanted, allowed in terms:
                    if not wanted.search(re.sub(r'--\S+', '', source)):
                        continue
                    for translation in translations:
                        # A word of the command line is itself in every language.
                        if not allowed.search(fold(translation)) and not re.search(rf'\b{term}\b', translation):
                            with self.subTest(language=language, term=term):
                                self.fail(f'{source!r} is {translation!r}')


if __name__ == '__main__':
    tapmain.main()
