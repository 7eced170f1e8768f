/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-agent.h"
#include "rgm-biomarker.h"
#include "rgm-mentions.h"
#include "rgm-punctuation.h"
#include "rgm-regimen.h"
#include "rgm-remark.h"
#include "rgm-text-normalise.h"
#include "rgm-values.h"

/* What a data set holds beside its trials is no trial to be found; but a reader who searches for it is told where it is. */

/* More places don't help. */
#define PLACES_MAX 4

/* A bit for each word. */
#define WORDS_MAX 64

/* A term that is looked for in one text after the other. @seen: which of its words the current text has. */
typedef struct
{
  const RgmTerm *term;
  GPtrArray     *places;
  guint          n_words;
  guint64        seen;
  gboolean       has_joined;
} Seeker;

static gboolean
matches (const char *word,
         const char *typed)
{
  gboolean is_whole = typed[strspn (typed, "0123456789.")] == '\0';

  return is_whole ? g_str_equal (word, typed) : g_str_has_prefix (word, typed);
}

static void
look_at_word (const RgmWord *word,
              gpointer       data)
{
  Seeker *seeker = data;

  for (guint i = 0; i < seeker->n_words; i++)
    if (matches (word->folded, seeker->term->words[i]))
      seeker->seen |= G_GUINT64_CONSTANT (1) << i;
  if (seeker->term->joined != NULL && matches (word->folded, seeker->term->joined))
    seeker->has_joined = TRUE;
}

static gboolean
is_in_text (Seeker     *seeker,
            const char *text)
{
  if (text == NULL)
    return FALSE;

  if (seeker->term->kind == RGM_TERM_PHRASE)
    {
      g_autofree char *whole = rgm_text_normalise_whole (text);

      return strstr (whole, seeker->term->value) != NULL;
    }

  seeker->seen = 0;
  seeker->has_joined = FALSE;
  rgm_text_normalise_words (text, look_at_word, seeker);

  return seeker->has_joined || (seeker->n_words > 0 && seeker->seen == (G_GUINT64_CONSTANT (1) << seeker->n_words) - 1);
}

static gboolean
is_in_facts (Seeker          *seeker,
             const GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    if (is_in_text (seeker, ((const RgmFact *) g_ptr_array_index (facts, i))->text))
      return TRUE;

  return FALSE;
}

static gboolean
is_in_steps (Seeker          *seeker,
             const GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const RgmRegulatoryStep *step = g_ptr_array_index (steps, i);

      if (is_in_text (seeker, step->body) || is_in_text (seeker, step->indication))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_remarks (Seeker          *seeker,
               const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    if (is_in_text (seeker, ((const RgmRemark *) g_ptr_array_index (remarks, i))->text))
      return TRUE;

  return FALSE;
}

static gboolean
is_in_words (Seeker  *seeker,
             char   **texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    if (is_in_text (seeker, texts[i]))
      return TRUE;

  return FALSE;
}

static void
put_place (Seeker     *seeker,
           gboolean    is_in,
           const char *place)
{
  if (!is_in || seeker->places->len == PLACES_MAX)
    return;
  /* A regimen may have the name of its agent. */
  for (guint i = 0; i < seeker->places->len; i++)
    if (g_str_equal (g_ptr_array_index (seeker->places, i), place))
      return;
  g_ptr_array_add (seeker->places, g_strdup (place));
}

static void
look_everywhere (Seeker     *seeker,
                 RgmDataSet *data_set)
{
  for (guint i = 0; i < data_set->biomarkers->len; i++)
    {
      const RgmBiomarker *biomarker = g_ptr_array_index (data_set->biomarkers, i);

      put_place (seeker, is_in_text (seeker, biomarker->name) || is_in_words (seeker, biomarker->synonyms) || is_in_facts (seeker, biomarker->facts),
                 biomarker->name);
    }
  for (guint i = 0; i < data_set->agents->len; i++)
    {
      const RgmAgent *agent = g_ptr_array_index (data_set->agents, i);

      put_place (seeker, is_in_text (seeker, agent->mechanism) || is_in_facts (seeker, agent->facts) || is_in_steps (seeker, agent->regulatory),
                 agent->name);
    }
  for (guint i = 0; i < data_set->regimens->len; i++)
    {
      const RgmRegimen *regimen = g_ptr_array_index (data_set->regimens, i);

      put_place (seeker, is_in_steps (seeker, regimen->regulatory), regimen->name);
    }
  /* Translators: a place in a list of places where a word is mentioned. */
  put_place (seeker, is_in_remarks (seeker, data_set->remarks), _("the remarks on the data set"));
}

/**
 * rgm_mentions_find:
 * @data_set: a data set
 * @term: a word or phrase that no trial has
 *
 * Returns: (transfer full) (nullable): the names of the biomarkers, agents and regimens whose facts mention it, as a list in words;
 *   %NULL where nothing does
 */
char *
rgm_mentions_find (RgmDataSet    *data_set,
                   const RgmTerm *term)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  Seeker seeker = { .term = term, .places = places };

  if (term->kind != RGM_TERM_WORD && term->kind != RGM_TERM_PHRASE)
    return NULL;
  seeker.n_words = term->kind == RGM_TERM_WORD && term->words != NULL ? g_strv_length (term->words) : 0;
  if (seeker.n_words >= WORDS_MAX)
    return NULL;

  look_everywhere (&seeker, data_set);
  if (places->len == 0)
    return NULL;
  g_ptr_array_add (places, NULL);

  return rgm_join_words ((char **) places->pdata);
}
