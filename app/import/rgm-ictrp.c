/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-eligibility-rules.h"
#include "rgm-ictrp.h"

/* The XML export of the WHO's International Clinical Trials Registry Platform: a list of
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
  if (g_regex_match_simple ("\\b(non[- ]?randomi[sz]ed|not randomi[sz]ed|randomi[sz]ed: no|single[- ]arm)\\b", design, G_REGEX_CASELESS, 0))
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

static void
take_trial (Ictrp *self)
{
  g_autofree char *place = g_strdup_printf ("Trial[%u]", self->n_trials++);
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
  rgm_trial_draft_add_fact (draft, draft->facts, "interventions", get (self, "intervention"), _("Interventions"));
  set_criteria (self, draft);

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
    take_trial (self);
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
