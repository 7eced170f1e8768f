/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-figure-text.h"
#include "rgm-format.h"
#include "rgm-isolate.h"
#include "rgm-number-remarks.h"
#include "rgm-punctuation.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"
#include "rgm-figure-arms.h"
#include "rgm-class-series.h"

/* With more sources than this below a figure, the rest is counted, and named with the table. */
#define MAX_SOURCES 3

/* How many trials the arms (RgmFigureArm) are of. */
guint
rgm_figure_count_trials (const GArray *arms)
{
  g_autoptr (GHashTable) trials = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < arms->len; i++)
    g_hash_table_add (trials, g_array_index (arms, RgmFigureArm, i).trial);

  return g_hash_table_size (trials);
}

/* What not to conclude from these arms (RgmFigureArm); NULL where they are of one trial. */
char *
rgm_figure_text_caveat (const GArray *arms)
{
  if (rgm_figure_count_trials (arms) < 2)
    return NULL;

  return g_strdup (_("Separate trials, not randomised against each other; populations, assays, lines of therapy "
                     "and follow-up differ."));
}

/* What these lists (GPtrArray of RgmCitationRef) cite: each source once, in their order; at most @most of them, and the rest in
 * @more, which is NULL where there is no rest. */
char *
rgm_figure_text_citations (RgmDataSet  *data_set,
                           GPtrArray   *lists,
                           guint        most,
                           char       **more)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *date = NULL;
  guint n = 0;

  if (data_set == NULL)
    return NULL;

  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *places = g_ptr_array_index (lists, i);

      for (guint j = 0; j < places->len; j++)
        {
          const RgmCitationRef *place = g_ptr_array_index (places, j);
          RgmSource *source = rgm_data_set_find_source (data_set, place->source);

          if (source != NULL && g_hash_table_add (seen, (gpointer) place->source))
            rgm_add_sentence (++n > most ? rest : list, source->citation);
        }
    }

  if (n == 0)
    return NULL;
  if (n > most)
    {
      /* Translators: of sources; below the table, all of them are named. */
      rgm_add_sentence_printf (list, ngettext ("And %u more, listed with the table.", "And %u more, listed with the table.", n - most), n - most);
      /* Translators: %s are one or more citations, each with its full stop. */
      *more = rgm_text_printf (_("More sources: %s"), rest->str);
    }

  if (!g_date_valid (&data_set->as_of))
    /* Translators: %s are one or more citations, each with its full stop. */
    return rgm_text_printf (_("Source: %s"), list->str);

  date = rgm_format_date (&data_set->as_of);
  /* Translators: the first %s is a date, the second are one or more citations, each with its full stop. */
  return g_strdup_printf (_("Evidence as of %s. Source: %s"), date, list->str);
}

/* Says in a frame what these lists (GPtrArray of RgmCitationRef) cite. */
void
rgm_figure_text_cite (RgmFrame   *frame,
                      RgmDataSet *data_set,
                      GPtrArray  *lists)
{
  char *more = NULL;

  frame->sources = rgm_figure_text_citations (data_set, lists, MAX_SOURCES, &more);
  frame->more_sources = more;
}

/* Says in a frame where these outcomes are from. */
void
rgm_figure_text_cite_outcomes (RgmFrame   *frame,
                               RgmDataSet *data_set,
                               GPtrArray  *outcomes)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  guint n_without = 0;

  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);

      g_ptr_array_add (lists, outcome->citations);
      n_without += outcome->citations->len == 0 ? 1 : 0;
    }

  rgm_figure_text_cite (frame, data_set, lists);
  if (n_without > 0)
    {
      g_autofree char *sources = (char *) frame->sources;
      g_autoptr (GString) text = g_string_new (sources);

      rgm_add_sentence_printf (text, ngettext ("%u number has no stated source.", "%u numbers have no stated source.", n_without), n_without);
      frame->sources = g_string_free (g_steal_pointer (&text), FALSE);
    }
}

/* What a note says of columns of numbers that a narrow place has no room for. */
const char *
rgm_figure_text_left_out (void)
{
  return _("Not all columns fit here; the table has all of them.");
}

/* The arm with what is seen of it by its place and colour: the heading that it stands below, and its class. */
char *
rgm_figure_name_arm (RgmDataSet         *data_set,
                     const RgmFigureArm *arm)
{
  g_autofree char *name = rgm_value_text_arm (arm->trial, arm->arm);
  const char *class = arm->arm->class_id != NULL ? rgm_term_class (data_set, arm->arm->class_id) : NULL;
  GString *text = g_string_new (name);

  if (arm->group_name != NULL && g_strcmp0 (arm->group_name, class) != 0 && g_strcmp0 (arm->group_name, arm->arm->label) != 0)
    rgm_add_word (text, arm->group_name);
  rgm_add_word (text, class);

  return g_string_free (text, FALSE);
}

/* What stands below a trial's name: the arm's label, unless the heading over it says so. */
const char *
rgm_figure_get_detail (const RgmFigureArm *arm)
{
  const char *label = arm->arm->label;

  return g_strcmp0 (label, arm->group_name) != 0 ? label : NULL;
}

/* The sign, if the arm's numbers carry a conflict or a caution, after a text about the arm. */
char *
rgm_figure_mark_text (const char         *text,
                      const RgmFigureArm *arm,
                      const char * const *endpoints)
{
  g_autoptr (GPtrArray) remarks = rgm_number_remarks_find (arm->trial, arm->arm, endpoints);

  if (remarks->len == 0)
    return g_strdup (text);

  return text != NULL ? g_strconcat (text, RGM_SIGN_SPACE RGM_REMARK_SIGN, NULL) : g_strdup (RGM_REMARK_SIGN);
}

/* The sentence on an arm, with the conflicts and cautions that its numbers carry. */
char *
rgm_figure_add_remarks (const char         *sentence,
                        const RgmFigureArm *arm,
                        const char * const *endpoints)
{
  g_autofree char *remarks = rgm_number_remarks_text (arm->trial, arm->arm, endpoints);

  return remarks != NULL ? rgm_join_sentences (sentence, remarks) : g_strdup (sentence);
}

/* A figure of so few arms has room for so many remarks in full, where they have no short form. */
#define MAX_ARMS_NOTED 8
#define MAX_NOTED 2

/* Whose number a remark is about: the trial's name tells where no other arm of it is shown. */
static char *
get_owner (const GArray       *arms,
           const RgmFigureArm *arm,
           RgmRemark          *remark)
{
  guint shown = 0;

  for (guint i = 0; i < arms->len; i++)
    if (g_array_index (arms, RgmFigureArm, i).trial == arm->trial)
      shown++;

  return remark->arm != NULL && shown > 1 ? rgm_value_text_arm (arm->trial, arm->arm) : g_strdup (arm->trial->name);
}

/* The conflicts and cautions that concern the arms, each once, after the name of the trial or arm: in their short form
 * or, up to @n_in_full, as they are; without either, the sign at the arm refers to the trial. All of it is the data
 * set's, in its language, and so is what joins it: a translated list of it would read both ways. */
static char *
list_remarks (const GArray       *arms,
              const char * const *endpoints,
              guint               n_in_full)
{
  GString *list = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint in_full = 0;

  for (guint i = 0; i < arms->len; i++)
    {
      const RgmFigureArm *arm = &g_array_index (arms, RgmFigureArm, i);
      g_autoptr (GPtrArray) remarks = rgm_number_remarks_find (arm->trial, arm->arm, endpoints);

      for (guint j = 0; j < remarks->len; j++)
        {
          RgmRemark *remark = g_ptr_array_index (remarks, j);
          g_autofree char *owner = get_owner (arms, arm, remark);

          if (!g_hash_table_add (seen, remark) || (remark->summary == NULL && in_full++ >= n_in_full))
            continue;
          g_string_append_printf (list, "%s%s: %s", list->len > 0 ? "; " : "", owner,
                                  remark->summary != NULL ? remark->summary : remark->text);
        }
    }
  if (list->len > 0 && !g_str_has_suffix (list->str, "."))
    g_string_append_c (list, '.');

  return g_string_free (list, FALSE);
}

/* Explains the sign at some of these arms (RgmFigureArm) in the note, and gives the remarks. */
void
rgm_figure_text_remarks (RgmFrame           *frame,
                         const GArray       *arms,
                         const char * const *endpoints)
{
  g_autofree char *note = (char *) frame->note;
  g_autofree char *remarks = NULL;
  GString *text = g_string_new (note);
  gboolean any = FALSE;

  for (guint i = 0; i < arms->len && !any; i++)
    {
      const RgmFigureArm *arm = &g_array_index (arms, RgmFigureArm, i);
      g_autoptr (GPtrArray) found = rgm_number_remarks_find (arm->trial, arm->arm, endpoints);

      any = found->len > 0;
    }

  if (any)
    {
      rgm_add_sentence (text, _("† The source contradicts itself on this number, or caution is needed; see the trial."));
      remarks = list_remarks (arms, endpoints, arms->len <= MAX_ARMS_NOTED ? MAX_NOTED : 0);
    }
  frame->remarks = remarks != NULL && *remarks != '\0' ? g_steal_pointer (&remarks) : NULL;
  frame->note = g_string_free (text, text->len == 0);
}

/* What the classes of these arms (RgmFigureArm) look like, in the data set's order:
 * of RgmLegendEntry, whose labels are the data set's or constant. */
GArray *
rgm_figure_get_legend (RgmDataSet   *data_set,
                       const GArray *arms)
{
  GArray *legend = g_array_new (FALSE, FALSE, sizeof (RgmLegendEntry));
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean other = FALSE;
  GPtrArray *classes;

  for (guint i = 0; i < arms->len; i++)
    {
      const char *id = g_array_index (arms, RgmFigureArm, i).arm->class_id;

      if (id != NULL && rgm_data_set_find_class (data_set, id) != NULL)
        g_hash_table_add (present, (gpointer) id);
      else
        other = TRUE;
    }

  classes = data_set != NULL ? data_set->classes : NULL;
  for (guint i = 0; classes != NULL && i < classes->len; i++)
    {
      const RgmClass *shown = g_ptr_array_index (classes, i);
      const RgmLegendEntry entry = { RGM_LEGEND_SERIES, rgm_class_series (data_set, shown->id), rgm_term (shown->name) };

      if (g_hash_table_contains (present, shown->id))
        g_array_append_val (legend, entry);
    }
  if (other)
    {
      const RgmLegendEntry entry = { RGM_LEGEND_SERIES, RGM_SERIES_GREY_CROSS, C_("class", "Other") };

      g_array_append_val (legend, entry);
    }

  return legend;
}
