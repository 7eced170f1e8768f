/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-eligibility-rules.h"
#include "rgm-eligibility-words.h"
#include "rgm-registry-text.h"

/* Rules from the words of a registry's criteria:
 *
 *     text ── lines ── sentences ── words of the table ── nothing in doubt ──> rules
 *
 * A sentence gives a rule only where all of it that isn't understood can't turn its sense:
 * what is missed is entered by a person, what is wrong is found by nobody. */

/* Longer sentences always have something in doubt. */
#define SENTENCE_MAX 700

/* In place of the words of the first entry; those of the others follow. They are for private use, so that no text has them. */
#define FIRST_MARK 0xe000

/* Where the words of an entry are in a sentence. */
typedef struct
{
  guint index;   /* of the entry */
  int   start;
  int   end;
  int   min;     /* lines; -1 where the words don't say */
  int   max;
} Span;

typedef struct
{
  const RgmWords *words;
  RgmTrialDraft  *draft;
  const char     *location;
  gboolean        is_exclusion;
} CriteriaReader;

static gboolean
matches (const GRegex *regex,
         const char   *text)
{
  return regex != NULL && g_regex_match (regex, text, 0, NULL);
}

static const RgmWordsEntry *
get_entry (CriteriaReader *self,
           guint           index)
{
  return g_ptr_array_index (self->words->entries, index);
}

/* ── Words ───────────────────────────────────────────────────────────────────── */

static int
read_number (GMatchInfo *match,
             const char *group)
{
  static const char *const numbers[] = { "one", "two", "three", "four", "five" };
  g_autofree char *text = g_match_info_fetch_named (match, group);

  if (text == NULL || *text == '\0')
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_ascii_strcasecmp (text, numbers[i]) == 0)
      return (int) i + 1;

  return (int) g_ascii_strtoull (text, NULL, 10);
}

static GArray *
find_spans (CriteriaReader *self,
            const char     *sentence)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < self->words->entries->len; i++)
    {
      const RgmWordsEntry *entry = get_entry (self, i);
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (entry->words, sentence, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          Span span = { .index = i, .min = -1, .max = entry->max };

          g_match_info_fetch_pos (match, 0, &span.start, &span.end);
          if (entry->list == RGM_WORDS_LINES && entry->max < 0)
            {
              span.min = read_number (match, "min");
              span.max = read_number (match, "max");
            }
          g_array_append_val (spans, span);
        }
    }

  return spans;
}

/* Of words within words only the longer ones hold, of the same ones the first entry. */
static gboolean
is_covered (const GArray *spans,
            guint         index)
{
  const Span *span = &g_array_index (spans, Span, index);

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *other = &g_array_index (spans, Span, i);
      int length = other->end - other->start;

      if (i != index && other->start < span->end && span->start < other->end &&
          (length > span->end - span->start || (length == span->end - span->start && i < index)))
        return TRUE;
    }

  return FALSE;
}

static int
compare_spans (gconstpointer one,
               gconstpointer other)
{
  return ((const Span *) one)->start - ((const Span *) other)->start;
}

static GArray *
select_spans (GArray *spans)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < spans->len; i++)
    if (!is_covered (spans, i))
      g_array_append_val (selected, g_array_index (spans, Span, i));
  g_array_sort (selected, compare_spans);

  return selected;
}

/* The sentence with a mark in place of what is understood; what one entry says twice is one
 * mark: 'MSI-H or dMMR'. */
static char *
mark_spans (const char   *sentence,
            const GArray *spans)
{
  static GRegex *repeated;
  g_autoptr (GString) text = g_string_new (NULL);
  int end = 0;

  if (g_once_init_enter (&repeated))
    g_once_init_leave (&repeated, g_regex_new ("([\\x{E000}-\\x{EFFF}])(?:[\\s,/()]*(?:or|and|and/or)?[\\s,/()]*\\1)+[)]?", G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      g_string_append_len (text, sentence + end, span->start - end);
      g_string_append_unichar (text, FIRST_MARK + span->index);
      end = span->end;
    }
  g_string_append (text, sentence + end);

  return g_regex_replace (repeated, text->str, -1, 0, "\\1", 0, NULL);
}

static char *
drop (const GRegex *regex,
      const char   *text)
{
  char *dropped = g_regex_replace_literal (regex, text, -1, 0, " ", 0, NULL);

  return dropped != NULL ? dropped : g_strdup (text);
}

/* ── Doubts ──────────────────────────────────────────────────────────────────── */

static gboolean
has_mark (const char *text,
          guint       index)
{
  char mark[7] = { 0 };

  g_unichar_to_utf8 (FIRST_MARK + index, mark);

  return strstr (text, mark) != NULL;
}

/* Whether the clause with the mark, and the beginning of the next one, leave no doubt. */
static gboolean
is_clear (CriteriaReader  *self,
          char           **clauses,
          guint            index)
{
  for (guint i = 0; clauses[i] != NULL; i++)
    {
      const char *next = clauses[i + 1];

      if (!has_mark (clauses[i], index))
        continue;
      if (matches (self->words->clause_doubts, clauses[i]))
        return FALSE;
      if (next != NULL && g_regex_match_simple ("^\\s*(?:and/or|or|but not|not|nor)\\b", next, G_REGEX_CASELESS, 0))
        return FALSE;
    }

  return TRUE;
}

/* An exclusion says nothing but the words themselves: 'Known HER2-positive tumours' is one, with a
 * condition it would be another. */
static gboolean
is_bare (CriteriaReader *self,
         const char     *marked)
{
  g_autofree char *left = drop (self->words->fillers, marked);

  for (const char *p = left; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds (CriteriaReader      *self,
       const RgmWordsEntry *entry,
       const char          *sentence,
       const char          *marked)
{
  if (self->is_exclusion && entry->of_inclusion)
    return FALSE;
  if (entry->requires != NULL && !matches (entry->requires, sentence))
    return FALSE;

  return !matches (entry->unless, sentence) && !matches (entry->left, marked);
}

/* ── Rules ───────────────────────────────────────────────────────────────────── */

static gboolean
has_rule (GPtrArray           *rules,
          const RgmWordsEntry *entry,
          gboolean             excluded)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (rule->text, entry->text) && rule->excluded == excluded)
        return TRUE;
    }

  return FALSE;
}

static void
add_rule (CriteriaReader      *self,
          const RgmWordsEntry *entry,
          const char          *sentence)
{
  GPtrArray *rules = entry->list == RGM_WORDS_RULE ? self->draft->rules : self->draft->conditions;
  g_autoptr (GPtrArray) citations = rgm_trial_draft_cite (self->draft, self->location);
  gboolean excluded = entry->excluded != self->is_exclusion;
  RgmRule fields = {
    .biomarker = entry->biomarker,
    .values = entry->values,
    .excluded = excluded,
    .incomplete = entry->incomplete,
    .proposed = TRUE,
    .text = entry->text,
    .published = sentence,
    .citations = citations,
  };

  /* To lack what is more than excluded decides nothing, and to have it neither. */
  if (excluded && entry->incomplete)
    return;
  if (!has_rule (rules, entry, excluded))
    g_ptr_array_add (rules, rgm_record_new (&rgm_rule_description, &fields));
}

static void
add_lines (CriteriaReader      *self,
           const RgmWordsEntry *entry,
           const Span          *span,
           const char          *sentence)
{
  RgmLines *lines = &self->draft->lines;
  g_autofree char *number = g_strdup_printf ("%d", span->min >= 0 ? span->min : span->max);
  g_autoptr (GString) text = g_string_new (entry->text);

  /* Two sentences are not put together: they may be about different patients. */
  if (self->draft->has_lines)
    {
      self->draft->is_lines_doubtful = self->draft->is_lines_doubtful || lines->min_prior != span->min || lines->max_prior != span->max;
      return;
    }

  g_string_replace (text, "%s", number, 0);
  self->draft->has_lines = TRUE;
  *lines = (RgmLines){
    .text = rgm_trial_draft_keep (self->draft, text->str),
    .published = rgm_trial_draft_keep (self->draft, sentence),
    .min_prior = span->min,
    .max_prior = span->max,
    .proposed = TRUE,
    .citations = rgm_trial_draft_cite (self->draft, self->location),
  };
}

static void
read_sentence (CriteriaReader *self,
               const char     *sentence)
{
  static GRegex *boundaries;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) spans = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *plain = NULL;
  g_auto (GStrv) clauses = NULL;

  if (strlen (sentence) > SENTENCE_MAX || !matches (self->words->mentions, sentence))
    return;

  if (g_once_init_enter (&boundaries))
    g_once_init_leave (&boundaries, g_regex_new ("[,;:]|\\b(?:who|that|which|whose|where)\\b|\\band (?=(?:have|has|had|is|are|must)\\b)",
                                                 G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));

  found = find_spans (self, sentence);
  spans = select_spans (found);
  if (spans->len == 0)
    return;

  marked = mark_spans (sentence, spans);
  plain = drop (self->words->harmless, marked);
  if (matches (self->words->doubts, plain) || (self->is_exclusion && !is_bare (self, plain)))
    return;

  clauses = g_regex_split (boundaries, plain, 0);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      const RgmWordsEntry *entry = get_entry (self, span->index);

      if (!is_clear (self, clauses, span->index) || !holds (self, entry, sentence, plain))
        continue;
      if (entry->list == RGM_WORDS_LINES)
        add_lines (self, entry, span, sentence);
      else
        add_rule (self, entry, sentence);
    }
}

/* ── Text ────────────────────────────────────────────────────────────────────── */

static guint
count_indent (const char *line)
{
  return (guint) strspn (line, " \t");
}

/* A line without what makes it an item of a list. */
static const char *
skip_bullet (const char *line)
{
  static GRegex *bullet;
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (g_once_init_enter (&bullet))
    g_once_init_leave (&bullet, g_regex_new ("^\\s*(?:[*•·‐–—-]+|[(]?[0-9]{1,2}(?:[.][0-9]{1,2})*[.)]|[(]?[a-zA-Z][.)])\\s*", G_REGEX_OPTIMIZE, 0, NULL));

  while (*line == ' ' || *line == '\t')
    line++;
  if (g_regex_match (bullet, line, 0, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);

  return line + end;
}

static void
read_line (CriteriaReader *self,
           const char     *line)
{
  static GRegex *ends;
  g_auto (GStrv) sentences = NULL;

  if (g_once_init_enter (&ends))
    g_once_init_leave (&ends, g_regex_new ("(?<=[^A-Z][.;])\\s+(?=[A-Z])", G_REGEX_OPTIMIZE, 0, NULL));

  sentences = g_regex_split (ends, line, 0);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autofree char *clean = rgm_registry_clean (sentences[i]);

      if (clean != NULL)
        read_sentence (self, clean);
    }
}

/* Whether the line begins criteria of the other kind in words that are no plain heading. */
static gboolean
turns (CriteriaReader *self,
       const char     *line)
{
  return g_regex_match_simple (self->is_exclusion ? "\\binclusion criteria\\b" : "\\bexclusion\\b|\\bexcluded\\b|\\bnot be (?:eligible|included)\\b|\\bineligible\\b", line, G_REGEX_CASELESS, 0);
}

/**
 * rgm_eligibility_rules_read:
 * @draft: an identified draft; its rules are added to
 * @text: (nullable): criteria, in valid UTF-8
 * @topic: (nullable): 'inclusion' or 'exclusion' if the text is only of these; %NULL where it
 *   has headings that say so
 * @location: where in the record
 *
 * Proposes the rules that the text states without doubt, each with its sentence.
 */
void
rgm_eligibility_rules_read (RgmTrialDraft *draft,
                            const char    *text,
                            const char    *topic,
                            const char    *location)
{
  CriteriaReader self = { rgm_words_get (), draft, location, g_strcmp0 (topic, "exclusion") == 0 };
  g_autofree char *plain = text != NULL ? rgm_registry_unescape (text) : NULL;
  g_auto (GStrv) lines = plain != NULL ? g_strsplit (plain, "\n", -1) : NULL;
  gboolean is_open = topic != NULL;
  int alternatives = -1; /* the indent of a line that leaves a choice of those below it */

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const char *heading = rgm_registry_find_heading (lines[i]);
      const char *line = skip_bullet (lines[i]);

      if (heading != NULL)
        {
          self.is_exclusion = g_str_equal (heading, "exclusion");
          is_open = TRUE;
          alternatives = -1;
          continue;
        }
      if (!is_open || *line == '\0')
        continue;
      if (matches (self.words->divisions, line) || turns (&self, line))
        {
          is_open = FALSE;
          continue;
        }

      if (alternatives >= 0 && (int) count_indent (lines[i]) > alternatives)
        continue;
      alternatives = -1;
      if (!self.is_exclusion && matches (self.words->alternatives, line))
        {
          /* Without an indent below it, nobody knows where the choice ends. */
          const char *next = lines[i + 1];

          alternatives = (int) count_indent (lines[i]);
          while (next != NULL && *skip_bullet (next) == '\0')
            next = lines[++i + 1];
          is_open = next != NULL && (int) count_indent (next) > alternatives;
          continue;
        }
      read_line (&self, line);
    }
}

/* ── Several rules on one thing ──────────────────────────────────────────────── */

static gboolean
implies (RgmBiomarker *biomarker,
         const char   *value,
         const char   *wanted)
{
  const RgmBiomarkerValue *this = rgm_biomarker_find_value (biomarker, value);

  if (g_str_equal (value, wanted))
    return TRUE;

  /* Implications make no loop. */
  for (guint i = 0; this != NULL && this->implies[i] != NULL; i++)
    if (implies (biomarker, this->implies[i], wanted))
      return TRUE;

  return FALSE;
}

/* Whether every value of one rule is one of the other's, or implies one. */
static gboolean
is_within (RgmBiomarker  *biomarker,
           const RgmRule *rule,
           const RgmRule *other)
{
  for (guint i = 0; rule->values[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; other->values[j] != NULL && !found; j++)
        found = implies (biomarker, rule->values[i], other->values[j]);
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static gboolean
contradicts (RgmBiomarker  *biomarker,
             const RgmRule *rule,
             const RgmRule *other)
{
  if (rule == other || !g_str_equal (rule->biomarker, other->biomarker) || (rule->excluded && other->excluded))
    return FALSE;
  if (rule->excluded != other->excluded)
    return is_within (biomarker, rule->excluded ? other : rule, rule->excluded ? rule : other);

  return !is_within (biomarker, rule, other) && !is_within (biomarker, other, rule);
}

/* Rules on one thing that do not agree are about different patients, or misread. */
static void
settle_rules (RgmTrialDraft *draft,
              GPtrArray     *rules,
              GPtrArray     *biomarkers,
              RgmRefusals   *refusals)
{
  g_autoptr (GHashTable) doubtful = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const RgmRule *rule = g_ptr_array_index (rules, i);
      RgmBiomarker *biomarker = rgm_record_find (&rgm_biomarker_description, biomarkers, rule->biomarker);

      for (guint j = 0; biomarker != NULL && j < rules->len; j++)
        if (contradicts (biomarker, rule, g_ptr_array_index (rules, j)) && g_hash_table_add (doubtful, g_strdup (rule->biomarker)))
          rgm_refusals_add (refusals, draft->place, _("the criteria contradict each other on %s; enter who may take part by hand"), biomarker->name);
    }

  for (guint i = rules->len; i-- > 0;)
    if (g_hash_table_contains (doubtful, ((const RgmRule *) g_ptr_array_index (rules, i))->biomarker))
      g_ptr_array_remove_index (rules, i);
}

/**
 * rgm_eligibility_rules_settle:
 * @draft: a draft whose criteria are read
 * @vocabulary: a data set with the biomarkers of the table of words
 * @refusals: what is taken back is added here
 *
 * Takes back the rules that do not agree with each other.
 */
void
rgm_eligibility_rules_settle (RgmTrialDraft *draft,
                              RgmDataSet    *vocabulary,
                              RgmRefusals   *refusals)
{
  settle_rules (draft, draft->rules, vocabulary->biomarkers, refusals);
  settle_rules (draft, draft->conditions, vocabulary->characteristics, refusals);

  if (draft->is_lines_doubtful)
    rgm_refusals_add (refusals, draft->place, _("the criteria contradict each other on earlier lines of treatment; enter how many by hand"));
}
