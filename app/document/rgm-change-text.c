/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-change-text.h"
#include "rgm-enum.h"
#include "rgm-isolate.h"
#include "rgm-punctuation.h"
#include "rgm-registry.h"
#include "rgm-term-text.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

/* What differs between two records in words, and what of it matters. */

/* The most characters of a value: the criteria of a trial fill pages. */
#define VALUE_LENGTH 280
/* The most fields that a summary names. */
#define SUMMARY_FIELDS 3

typedef struct
{
  const char *prefix;
  const char *name;
} FieldName;

/* In the order in which they matter: results, then the status and the numbers and dates that
 * plans depend on. */
static const FieldName names[] = {
  { "arms[", NULL },
  { "status", N_("Status") },
  { "enrolment", N_("Enrolment") },
  { "dates.primary_completion", N_("Primary completion") },
  { "dates.completion", N_("Completion") },
  { "dates.start", N_("Start") },
  { "eligibility.criteria", N_("Eligibility criteria") },
  { "eligibility", N_("Eligibility") },
  { "populations", N_("Population") },
  { "phase", N_("Phase") },
  { "allocation", N_("Allocation") },
  { "masking", N_("Masking") },
  { "title", N_("Title") },
  { "name", N_("Name") },
  { "acronym", N_("Acronym") },
  { "sponsor", N_("Sponsor") },
  { "registrations", N_("Registrations") },
  { "classes", N_("Classes") },
  { "safety", N_("Safety") },
  { "facts", N_("Further facts") },
  { "remarks", N_("Remarks") },
  { "references", N_("References") },
  { "sources", N_("Sources") },
  { "dates.last_update", N_("Last update") },
  { "origin", N_("Origin") },
};

static guint
find_name (const char *field)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (field, names[i].prefix))
      break;

  return i;
}

/* 'arms[a:b].outcomes[ORR]': what is in the brackets after a word. */
static char *
get_key (const char *field,
         const char *word)
{
  const char *start = strstr (field, word);
  const char *end;

  if (start == NULL)
    return NULL;
  start += strlen (word);
  end = strchr (start, ']');

  return end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
}

/* How much a change of a field or of a unit matters, see #RgmFieldChange: 0 for results, more for what matters less. */
static guint
get_rank (const char *field)
{
  guint position = find_name (field);

  /* An arm that is new or gone matters, and results matter most. */
  if (position == 0)
    return strstr (field, ".outcomes[") != NULL || strstr (field, ".safety") != NULL ? 0 : 1;

  return position + 1;
}

static int
compare_changes (gconstpointer one,
                 gconstpointer other)
{
  guint rank = get_rank ((*(const RgmFieldChange *const *) one)->field);
  guint other_rank = get_rank ((*(const RgmFieldChange *const *) other)->field);

  return rank < other_rank ? -1 : rank > other_rank;
}

/**
 * rgm_change_text_sort:
 * @changes: (element-type RgmFieldChange): changes of one record
 *
 * Returns: (transfer container) (element-type RgmFieldChange): the changes, what matters most first
 */
GPtrArray *
rgm_change_text_sort (GPtrArray *changes)
{
  GPtrArray *sorted = g_ptr_array_sized_new (changes->len);

  g_ptr_array_extend (sorted, changes, NULL, NULL);
  g_ptr_array_sort (sorted, compare_changes);

  return sorted;
}

/**
 * rgm_change_text_rank_all:
 * @changes: (element-type RgmFieldChange): changes of one record
 *
 * Returns: the rank of the one that matters most
 */
guint
rgm_change_text_rank_all (GPtrArray *changes)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < changes->len; i++)
    least = MIN (least, get_rank (((RgmFieldChange *) g_ptr_array_index (changes, i))->field));

  return least;
}

/**
 * rgm_change_text_field:
 * @data_set: (nullable): the data set that names arms and endpoints
 * @field: the path of a field or of a unit
 *
 * Returns: (transfer full): its name for people
 */
char *
rgm_change_text_field (RgmDataSet *data_set,
                       const char *field)
{
  guint position = find_name (field);
  g_autofree char *id = NULL;
  g_autofree char *endpoint = NULL;
  const char *label;
  RgmArm *arm;

  if (position == G_N_ELEMENTS (names))
    return g_strdup (field);
  if (names[position].name != NULL)
    return g_strdup (_(names[position].name));

  id = get_key (field, "arms[");
  if (id == NULL)
    return g_strdup (field);
  endpoint = get_key (field, ".outcomes[");
  arm = id != NULL && data_set != NULL ? rgm_data_set_find_arm (data_set, id, NULL) : NULL;
  label = arm != NULL ? arm->label : strchr (id, ':') != NULL ? strchr (id, ':') + 1 : id;
  if (endpoint != NULL)
    /* Translators: an endpoint and the arm that it is of. */
    return rgm_text_printf (C_("change", "%s, %s"), data_set != NULL ? rgm_term_endpoint (data_set, endpoint) : endpoint, label);

  return rgm_text_printf (C_("change", "Arm: %s"), label);
}

static char *
show_value (const RgmFieldChange *change,
            const char           *value)
{
  g_autofree char *cut = NULL;

  if (value == NULL)
    /* Translators: in place of a value that is absent. */
    return g_strdup (C_("value", "none"));

  if (g_str_has_suffix (change->field, "status") && rgm_enum_find (RGM_TYPE_REGISTRY_STATE, value) >= 0)
    return g_strdup (rgm_value_text_status (value));
  if (g_str_has_suffix (change->field, ".type") && rgm_enum_find (RGM_TYPE_CERTAINTY, value) >= 0)
    return g_strdup (rgm_enum_find (RGM_TYPE_CERTAINTY, value) == RGM_CERTAINTY_ACTUAL ? C_("certainty", "actual") : C_("certainty", "estimated"));

  if (g_utf8_strlen (value, -1) <= VALUE_LENGTH)
    return g_strdup (value);
  cut = g_utf8_substring (value, 0, VALUE_LENGTH);

  return g_strconcat (g_strchomp (cut), "…", NULL);
}

/**
 * rgm_change_text_values:
 * @changes: (element-type RgmFieldChange): changes of one record
 * @unit: (nullable): the unit whose values are wanted; %NULL for all
 *
 * Returns: (transfer full): the values before and afterwards
 */
char *
rgm_change_text_values (GPtrArray  *changes,
                        const char *unit)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const RgmFieldChange *change = g_ptr_array_index (changes, i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (unit != NULL && g_strcmp0 (change->unit, unit) != 0)
        continue;

      before = show_value (change, change->old_value);
      after = show_value (change, change->new_value);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a value before and afterwards. */
      g_string_append_printf (text, C_("change", "%s → %s"), before, after);
    }

  return g_strdup (text->str);
}

static int
compare_units (gconstpointer one,
               gconstpointer other)
{
  guint rank = get_rank (*(const char *const *) one), other_rank = get_rank (*(const char *const *) other);

  return rank < other_rank ? -1 : rank > other_rank;
}

/**
 * rgm_change_text_summary:
 * @data_set: (nullable): the data set that names arms and endpoints
 * @changes: (element-type RgmFieldChange): changes of one record
 *
 * Returns: (transfer full): the fields that changed, what matters most first
 */
char *
rgm_change_text_summary (RgmDataSet *data_set,
                         GPtrArray  *changes)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint left = 0;

  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (fields, ((RgmFieldChange *) g_ptr_array_index (changes, i))->field);
  g_ptr_array_sort (fields, compare_units);

  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *name = rgm_change_text_field (data_set, g_ptr_array_index (fields, i));

      if (g_ptr_array_find_with_equal_func (words, name, g_str_equal, NULL))
        continue;
      if (words->len < SUMMARY_FIELDS)
        g_ptr_array_add (words, g_steal_pointer (&name));
      else
        left++;
    }
  if (left > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u more", "%u more", left), left));
  g_ptr_array_add (words, NULL);

  return rgm_join_phrases ((char **) words->pdata);
}
