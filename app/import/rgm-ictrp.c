/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-csv.h"
#include "rgm-eligibility-rules.h"
#include "rgm-ictrp.h"

/* The exports, XML and CSV, of the WHO's International Clinical Trials Registry Platform: a list of
 * trials, each with elements of text. Names of elements have changed their case over the
 * years, and texts have markup of their own. */

typedef struct
{
  RgmImport  *import;
  GHashTable *values;    /* of the trial that is being read; by element, in lower case */
  GString    *text;      /* of the element that is being read */
  guint       depth;
  guint       n_trials;
} Ictrp;

static const char *
get (Ictrp      *self,
     const char *element)
{
  return g_hash_table_lookup (self->values, element);
}

static void
read_date (Ictrp         *self,
           RgmTrialDraft *draft,
           RgmStudyDate  *date,
           const char    *element)
{
  if (!rgm_trial_draft_set_date (draft, date, get (self, element), NULL))
    rgm_refusals_add (self->import->refusals, draft->place, _("%s: expected a date such as 2024-03-15, found “%s”"), element, get (self, element));
}

static void
add_secondary_ids (RgmTrialDraft *draft,
                   const char    *ids)
{
  g_auto (GStrv) each = g_strsplit (ids != NULL ? ids : "", ";", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (g_ascii_strcasecmp (g_strstrip (each[i]), "nil known") != 0 && g_ascii_strcasecmp (each[i], "none") != 0)
      rgm_trial_draft_add_registration (draft, each[i]);
}

static void
set_allocation (RgmTrialDraft *draft,
                const char    *design)
{
  if (design == NULL)
    return;
  if (g_regex_match_simple ("\\b(non[- ]?randomi[sz]ed|not randomi[sz]ed|randomi[sz]ed: no|single[- ]arm|allocation: *n/?a)\\b", design, G_REGEX_CASELESS, 0))
    rgm_trial_draft_set_allocation (draft, "non-randomized");
  else if (g_regex_match_simple ("\\brandomi[sz]ed( controlled trial)?\\b", design, G_REGEX_CASELESS, 0) &&
           !g_regex_match_simple ("\\brandomi[sz]ed: *$", design, G_REGEX_CASELESS, 0))
    rgm_trial_draft_set_allocation (draft, "randomized");
}

static void
set_criteria (Ictrp         *self,
              RgmTrialDraft *draft)
{
  const char *least = get (self, "inclusion_agemin");
  const char *greatest = get (self, "inclusion_agemax");
  g_autofree char *age = least != NULL || greatest != NULL
                           ? g_strdup_printf (_("%s to %s"), least != NULL ? least : "–", greatest != NULL ? greatest : "–") : NULL;

  rgm_trial_draft_set_criteria (draft, get (self, "inclusion_criteria"), _("Inclusion criteria"));
  rgm_trial_draft_add_fact (draft, draft->criteria, "exclusion", get (self, "exclusion_criteria"), _("Exclusion criteria"));
  rgm_eligibility_rules_read (draft, get (self, "inclusion_criteria"), "inclusion", _("Inclusion criteria"));
  rgm_eligibility_rules_read (draft, get (self, "exclusion_criteria"), "exclusion", _("Exclusion criteria"));
  rgm_trial_draft_add_fact (draft, draft->criteria, "sex", get (self, "inclusion_gender"), _("Eligibility: sex"));
  rgm_trial_draft_add_fact (draft, draft->criteria, "age", age, _("Eligibility: age"));
}

/* 'A:49;B:49;': what comes of a text in labelled parts, or NULL. */
static GPtrArray *
split_groups (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ";\n", -1);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char **pair;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      pair = g_strsplit (parts[i], ":", 2);
      g_ptr_array_add (pairs, pair);
      if (pair[1] == NULL || *g_strstrip (pair[0]) == '\0' || *g_strstrip (pair[1]) == '\0')
        return NULL;
    }

  return pairs->len > 0 ? g_steal_pointer (&pairs) : NULL;
}

/* What registers write where an arm is given nothing. */
static gboolean
is_nothing (const char *intervention)
{
  return g_regex_match_simple ("^(?:no|none|nil|null|n/?a|not applicable|not available|no (?:intervention|treatment)|without intervention)\\W*$",
                               intervention, G_REGEX_CASELESS, 0);
}

/* Where the sizes have the labels of the interventions, each label is an arm. */
static gboolean
read_labelled_arms (RgmTrialDraft *draft,
                    const char    *interventions,
                    const char    *sizes)
{
  g_autoptr (GPtrArray) given = split_groups (interventions);
  g_autoptr (GPtrArray) counted = split_groups (sizes);

  if (given == NULL || counted == NULL || given->len != counted->len)
    return FALSE;
  for (guint i = 0; i < given->len; i++)
    if (g_ascii_strcasecmp (((char **) g_ptr_array_index (given, i))[0], ((char **) g_ptr_array_index (counted, i))[0]) != 0)
      return FALSE;

  for (guint i = 0; i < given->len; i++)
    {
      char **pair = g_ptr_array_index (given, i);
      const char *label = rgm_trial_draft_keep (draft, pair[0]);
      const char *name = rgm_trial_draft_keep (draft, pair[1]);
      guint index = draft->interventions->len;
      RgmDraftArm *arm;

      if (label == NULL || name == NULL)
        continue;
      arm = rgm_trial_draft_add_arm (draft, label);
      if (is_nothing (name))
        continue;
      rgm_trial_draft_add_intervention (draft, NULL, name);
      g_array_append_val (arm->interventions, index);
    }

  return TRUE;
}

static gboolean
is_single (const char *design)
{
  return design != NULL && g_regex_match_simple ("\\bsingle[- ](?:arm|group)\\b", design, G_REGEX_CASELESS, 0);
}

/* 'Drug: A;Drug: B' is ClinicalTrials.gov's list, other registries write what they like. */
static void
read_interventions (Ictrp         *self,
                    RgmTrialDraft *draft)
{
  static const char types[] = "^\\s*(?:(?:drug|biological|device|procedure|radiation|behavioral|genetic|other|dietary supplement|diagnostic test|combination product):[^;]*(?:;\\s*|$))+$";
  const char *text = get (self, "intervention");

  if (text == NULL || read_labelled_arms (draft, text, get (self, "target_size")))
    return;
  if (g_regex_match_simple (types, text, G_REGEX_CASELESS, 0))
    rgm_trial_draft_read_interventions (draft, text, ";", is_single (get (self, "study_design")));
  else
    rgm_trial_draft_add_fact (draft, draft->facts, "interventions", text, _("Interventions"));
}

static void
add_statement (Ictrp         *self,
               RgmTrialDraft *draft,
               const char    *topic,
               const char    *element,
               const char    *location)
{
  rgm_trial_draft_add_fact (draft, draft->facts, topic, get (self, element), location);
}

/* What has no field of its own. */
static void
add_statements (Ictrp         *self,
                RgmTrialDraft *draft)
{
  add_statement (self, draft, "design", "study_type", _("Study type"));
  add_statement (self, draft, "design", "study_design", _("Study design"));
  add_statement (self, draft, "end point", "primary_outcome", _("Primary outcomes"));
  add_statement (self, draft, "end point", "secondary_outcome", _("Secondary outcomes"));
  add_statement (self, draft, "sponsor", "secondary_sponsor", _("Secondary sponsor"));
  add_statement (self, draft, "sponsor", "source_support", _("Source of support"));
  add_statement (self, draft, "countries", "countries", _("Countries"));
  add_statement (self, draft, "results", "results_url_link", _("Results"));
}

/* Counts what a trial has in elements that are none of those. */
static void
count_unread (Ictrp *self)
{
  static const char *const read[] = {
    "trialid", "source_register", "acronym", "scientific_title", "public_title", "primary_sponsor", "web_address", "secondary_id", "recruitment_status", "phase",
    "study_design", "study_type", "target_size", "date_enrollement", "results_date_completed", "last_refreshed_on", "condition", "intervention",
    "inclusion_agemin", "inclusion_agemax", "inclusion_gender", "inclusion_criteria", "exclusion_criteria", "primary_outcome", "secondary_outcome",
    "secondary_sponsor", "source_support", "countries", "results_url_link", NULL
  };
  GHashTableIter iter;
  gpointer element;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &element, NULL))
    if (!g_strv_contains (read, element))
      rgm_refusals_add_field (self->import->refusals, element);
}

static void
take_trial (Ictrp      *self,
            const char *place)
{
  const char *registry = get (self, "source_register");
  g_autoptr (RgmTrialDraft) draft = rgm_trial_draft_new ("WHO ICTRP", place);
  const char *size = get (self, "target_size");

  rgm_trial_draft_add_registration (draft, get (self, "trialid"));
  if (!rgm_trial_draft_identify (draft))
    {
      rgm_refusals_add (self->import->refusals, place, _("expected the number of a trial in “TrialID”, found none"));
      return;
    }

  if (registry != NULL)
    draft->registry = rgm_trial_draft_keep (draft, registry);
  draft->fields.acronym = rgm_trial_draft_keep (draft, get (self, "acronym"));
  draft->fields.title = rgm_trial_draft_keep (draft, get (self, "scientific_title"));
  draft->fields.name = draft->fields.acronym;
  if (draft->fields.name == NULL)
    draft->fields.name = rgm_trial_draft_keep (draft, get (self, "public_title"));
  if (draft->fields.name == NULL)
    draft->fields.name = draft->fields.title;
  draft->fields.sponsor = rgm_trial_draft_keep (draft, get (self, "primary_sponsor"));
  if (get (self, "web_address") != NULL && g_regex_match_simple ("^https?://\\S+$", get (self, "web_address"), 0, 0))
    draft->url = rgm_trial_draft_keep (draft, get (self, "web_address"));

  add_secondary_ids (draft, get (self, "secondary_id"));
  rgm_trial_draft_set_status (draft, get (self, "recruitment_status"));
  rgm_trial_draft_set_phase (draft, get (self, "phase"));
  set_allocation (draft, get (self, "study_design"));
  rgm_trial_draft_set_enrolment (draft, size, NULL);
  if (draft->fields.enrolment == NULL)
    rgm_trial_draft_add_fact (draft, draft->facts, "enrolment", size, _("Target size"));
  read_date (self, draft, &draft->start, "date_enrollement");
  read_date (self, draft, &draft->completion, "results_date_completed");
  read_date (self, draft, &draft->last_update, "last_refreshed_on");
  rgm_trial_draft_add_fact (draft, draft->populations, NULL, get (self, "condition"), _("Conditions"));
  read_interventions (self, draft);
  set_criteria (self, draft);
  add_statements (self, draft);
  count_unread (self);

  rgm_import_take_draft (self->import, g_steal_pointer (&draft));
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Ictrp *self = data;

  self->depth++;
  if (self->depth == 2)
    g_hash_table_remove_all (self->values);
  if (self->depth == 3)
    g_string_truncate (self->text, 0);
}

/* Texts have breaks written as markup, and end in blanks. */
static char *
tidy (const char *text)
{
  g_autoptr (GRegex) breaks = g_regex_new ("<br */?>|</?p>", G_REGEX_CASELESS, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (breaks, text, -1, 0, "\n", 0, NULL);

  return plain != NULL ? g_strdup (g_strstrip (plain)) : g_strdup ("");
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Ictrp *self = data;

  self->depth--;
  if (self->depth == 2)
    {
      g_autofree char *text = tidy (self->text->str);

      if (*text != '\0')
        g_hash_table_insert (self->values, g_ascii_strdown (element, -1), g_steal_pointer (&text));
    }
  else if (self->depth == 1)
    {
      g_autofree char *place = g_strdup_printf ("Trial[%u]", self->n_trials++);

      take_trial (self, place);
    }
}

static void
take_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  Ictrp *self = data;

  if (self->depth == 3)
    g_string_append_len (self->text, text, (gssize) length);
}

/**
 * rgm_ictrp_read:
 * @self: an import
 * @text: (array length=length): a file with the element Trials_downloaded_from_ICTRP
 * @length: its bytes
 *
 * Reads all trials up to the first fault of the markup.
 */
void
rgm_ictrp_read (RgmImport  *self,
                const char *text,
                gsize       length)
{
  static const GMarkupParser parser = { start_element, end_element, take_text, NULL, NULL };
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Ictrp ictrp = { .import = self, .values = values, .text = content };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &ictrp, NULL);

  if (!g_markup_parse_context_parse (context, text, (gssize) length, &error) || !g_markup_parse_context_end_parse (context, &error))
    rgm_refusals_add (self->refusals, NULL, "%s", error->message);
  else if (ictrp.n_trials == 0)
    rgm_refusals_add (self->refusals, NULL, _("expected trials, found an export without any"));
}

/**
 * rgm_ictrp_is_header:
 * @text: (array length=length): the beginning of a file
 * @length: its bytes
 *
 * Returns: whether its first line has the columns of the platform's CSV export
 */
gboolean
rgm_ictrp_is_header (const char *text,
                     gsize       length)
{
  const char *end = memchr (text, '\n', length);
  g_autofree char *line = g_ascii_strdown (text, (gssize) (end != NULL ? (gsize) (end - text) : length));

  return g_regex_match_simple ("(?:^|[,;\t\"])trialid(?:[,;\t\"\r]|$)", line, G_REGEX_RAW, 0);
}

/* A column has the name of the element, with blanks in place of what joins its words. */
static char *
make_element (const char *column)
{
  g_autofree char *name = g_ascii_strdown (column, -1);

  g_strdelimit (g_strstrip (name), " ", '_');

  return g_steal_pointer (&name);
}

/**
 * rgm_ictrp_read_csv:
 * @self: an import
 * @text: (array length=length): a file that rgm_ictrp_is_header() knows
 * @length: its bytes
 */
void
rgm_ictrp_read_csv (RgmImport  *self,
                    const char *text,
                    gsize       length)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmCsv) csv = rgm_csv_parse (text, length, &error);
  Ictrp ictrp = { .import = self, .values = values };

  if (csv == NULL)
    {
      rgm_refusals_add (self->refusals, NULL, "%s", error->message);
      return;
    }

  if (rgm_csv_get_n_rows (csv) < 2)
    rgm_refusals_add (self->refusals, NULL, _("expected trials, found an export without any"));
  for (guint row = 1; row < rgm_csv_get_n_rows (csv); row++)
    {
      g_autofree char *place = g_strdup_printf (_("line %u"), rgm_csv_get_line (csv, row));

      g_hash_table_remove_all (values);
      for (guint i = 0; i < MIN (rgm_csv_get_n_cells (csv, 0), rgm_csv_get_n_cells (csv, row)); i++)
        {
          g_autofree char *cell = tidy (rgm_csv_get_cell (csv, row, i));

          if (*cell != '\0')
            g_hash_table_insert (values, make_element (rgm_csv_get_cell (csv, 0, i)), g_steal_pointer (&cell));
        }
      take_trial (&ictrp, place);
    }
}
