/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of a trial's lists of rules an entry is for. */
typedef enum
{
  RGM_WORDS_RULE,
  RGM_WORDS_CONDITION,
  RGM_WORDS_LINES,
  RGM_WORDS_N_LISTS,
} RgmWordsList;

/**
 * RgmWordsEntry:
 * @list: what it is a rule on
 * @biomarker: the id of a biomarker or a characteristic; %NULL for lines
 * @values: the ids of its values
 * @text: the rule in a few words; '%s' in it is a number of lines
 * @excluded: whether the words say that the values are excluded
 * @incomplete: whether the words ask for more than the values say
 * @of_inclusion: whether it is only a rule where it stands among the inclusion criteria
 * @max: the greatest number of prior lines that the words mean; -1 where they say the number
 * @words: what means it; the groups 'min' and 'max' are numbers of lines
 * @requires: (nullable): what the sentence has to have as well
 * @unless: (nullable): what it must not have
 * @left: (nullable): what must not be left of it without the words
 *
 * Words that mean a rule.
 */
typedef struct
{
  RgmWordsList  list;
  char         *biomarker;
  char        **values;
  char         *text;
  gboolean      excluded;
  gboolean      incomplete;
  gboolean      of_inclusion;
  int           max;
  GRegex       *words;
  GRegex       *requires;
  GRegex       *unless;
  GRegex       *left;
} RgmWordsEntry;

/**
 * RgmWords:
 * @entries: (element-type RgmWordsEntry): what means a rule
 * @mentions: what a sentence has that any entry could match
 * @doubts: what leaves a whole sentence in doubt
 * @clause_doubts: what leaves a clause in doubt
 * @harmless: what looks like a doubt and is none
 * @alternatives: a line of which one of the lines below it is enough
 * @divisions: a line below which all is about some of the patients
 * @fillers: what may surround an exclusion
 *
 * What the words of registries' criteria mean.
 */
typedef struct
{
  GPtrArray *entries;
  GRegex    *mentions;
  GRegex    *doubts;
  GRegex    *clause_doubts;
  GRegex    *harmless;
  GRegex    *alternatives;
  GRegex    *divisions;
  GRegex    *fillers;
} RgmWords;

const RgmWords *rgm_words_get (void);

G_END_DECLS
