/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-matcher.h"
#include "rgm-query-signs.h"
#include "rgm-search-fields.h"
#include "rgm-search-key.h"
#include "rgm-search-lines.h"
#include "rgm-search-states.h"
#include "rgm-search-vocabulary.h"
#include "rgm-term-text.h"
#include "rgm-text-normalise.h"
#include "rgm-value-text.h"
#include "rgm-vocabulary.h"

#define PHASE "phase"

struct _RgmSearchVocabulary
{
  GPtrArray  *values;
  /* Keyed by field and id, as the data set writes it; by field and normalised name; and by normalised phrase. */
  GHashTable *by_id;
  GHashTable *by_key;
  GHashTable *phrases;
};

static void
value_free (gpointer data)
{
  RgmSearchValue *value = data;

  g_free (value->field);
  g_free (value->id);
  g_free (value);
}

/* ── Keys ────────────────────────────────────────────────────────────────────── */

static const char *const number_words[] = { "one", "two", "three", "four", NULL };

/* '2a' and 'IIa' are one phase, as are '1/2', 'one/two' and 'I/II'; 'I/II' isn't 'III'. */
static char *
make_phase_key (const char *text)
{
  static const char *const romans[] = { "i", "ii", "iii", "iv" };
  g_autofree char *whole = rgm_text_normalise_whole (text);
  g_auto (GStrv) words = g_strsplit (whole, " ", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      g_string_append (key, i > 0 ? " " : "");
      if (word[0] >= '1' && word[0] <= '4' && (word[1] == '\0' || (g_ascii_isalpha (word[1]) && word[2] == '\0')))
        g_string_append (key, romans[*word++ - '1']);
      for (guint j = 0; number_words[j] != NULL; j++)
        if (g_str_equal (word, number_words[j]))
          word = romans[j];
      g_string_append (key, word);
    }

  return g_string_free (key, FALSE);
}

static char *
make_value_key (const char *field,
                const char *text)
{
  g_autofree char *key = g_str_equal (field, PHASE) ? make_phase_key (text) : rgm_search_key_new (text, "");

  return key[0] != '\0' ? g_strconcat (field, "\001", key, NULL) : NULL;
}

/* ── Making ──────────────────────────────────────────────────────────────────── */

/* The first value with a name keeps it. */
static void
take_key (GHashTable           *table,
          char                 *key,
          const RgmSearchValue *value)
{
  if (key != NULL && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, key, (gpointer) value);
  else
    g_free (key);
}

static void
add_alias (RgmSearchVocabulary  *self,
           const RgmSearchValue *value,
           const char           *alias)
{
  take_key (self->by_key, make_value_key (value->field, alias), value);
}

static void
add_phrase (RgmSearchVocabulary  *self,
            const RgmSearchValue *value,
            const char           *phrase)
{
  char *key = rgm_search_key_new (phrase, "");

  if (key[0] == '\0')
    g_clear_pointer (&key, g_free);
  take_key (self->phrases, key, value);
}

/**
 * rgm_search_vocabulary_add:
 * @self: a vocabulary
 * @field: a field with a closed list of values
 * @id: one of its values, as the data set writes it
 * @is_listed: whether it appears in lists of the field's values
 *
 * Returns: (transfer none): the value
 */
const RgmSearchValue *
rgm_search_vocabulary_add (RgmSearchVocabulary *self,
                           const char          *field,
                           const char          *id,
                           gboolean             is_listed)
{
  const RgmSearchValue *known = rgm_search_vocabulary_get (self, field, id);
  RgmSearchValue *value;

  if (known != NULL)
    return known;

  value = g_new0 (RgmSearchValue, 1);
  value->number = self->values->len;
  value->field = g_strdup (field);
  value->id = g_strdup (id);
  value->is_listed = is_listed;
  g_ptr_array_add (self->values, value);
  g_hash_table_insert (self->by_id, g_strconcat (field, "\001", id, NULL), value);
  add_alias (self, value, id);

  return value;
}

/* Adds another name for a value that also denotes it without the field. */
static void
add_name (RgmSearchVocabulary  *self,
          const RgmSearchValue *value,
          const char           *name)
{
  add_alias (self, value, name);
  add_phrase (self, value, name);
}

/* 'Phase II' as the list's rows show it, in Roman or Arabic numerals or in English words, joined or apart. */
static void
add_phase_phrases (RgmSearchVocabulary  *self,
                   const RgmSearchValue *value,
                   const char           *nick)
{
  /* Translators: a trial's phase and status: 'Phase II · Completed'. */
  const char *format = _("Phase %s · %s");
  const char *const formats[] = { format, "Phase %s · %s", "Ph %s · %s" };
  static const char *const romans[] = { "III", "II", "IV", "I" };
  static const char *const digits[] = { "3", "2", "4", "1" };
  g_autoptr (GString) arabic = g_string_new (nick);
  g_autoptr (GString) spoken = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    g_string_replace (arabic, romans[i], digits[i], 0);
  spoken = g_string_new (arabic->str);
  for (guint i = 0; number_words[i] != NULL; i++)
    {
      const char digit[] = { (char) ('1' + i), '\0' };

      g_string_replace (spoken, digit, number_words[i], 0);
    }

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *const names[] = { nick, arabic->str, spoken->str };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_auto (GStrv) pieces = g_strsplit (formats[i], "%s", 3);
          g_autofree char *phrase = NULL;
          g_autofree char *joined = NULL;

          if (g_strv_length (pieces) != 3)
            continue;
          phrase = g_strconcat (pieces[0], names[j], pieces[1], NULL);
          joined = g_strconcat (g_strchomp (pieces[0]), names[j], g_strstrip (pieces[1]), NULL);
          take_key (self->phrases, rgm_search_key_new (phrase, " "), value);
          take_key (self->phrases, rgm_search_key_new (joined, " "), value);
        }
    }
}

/* Phases that have words for a numeral, in the order in which registries and people write them: 'Phase: Not applicable', 'early phase 1'. */
static void
add_phase_words (RgmSearchVocabulary *self)
{
  static const struct
  {
    RgmPhase    phase;
    const char *name;
  } names[] = {
    { RGM_PHASE_EARLY_I, "early" }, { RGM_PHASE_EARLY_I, "early phase I" }, { RGM_PHASE_EARLY_I, "early phase 1" },
    { RGM_PHASE_EARLY_I, "phase early I" }, { RGM_PHASE_EARLY_I, "phase early 1" }, { RGM_PHASE_EARLY_I, "phase 0" },
    { RGM_PHASE_NOT_APPLICABLE, "phase not applicable" }, { RGM_PHASE_NOT_APPLICABLE, "phase N/A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const RgmSearchValue *value = rgm_search_vocabulary_get (self, PHASE, rgm_enum_get_nick (RGM_TYPE_PHASE, names[i].phase));

      add_alias (self, value, names[i].name);
      if (strchr (names[i].name, ' ') != NULL)
        take_key (self->phrases, rgm_search_key_new (names[i].name, " "), value);
    }
  for (int phase = RGM_PHASE_EARLY_I; phase <= RGM_PHASE_NOT_APPLICABLE; phase += RGM_PHASE_NOT_APPLICABLE - RGM_PHASE_EARLY_I)
    add_phase_phrases (self, rgm_search_vocabulary_get (self, PHASE, rgm_enum_get_nick (RGM_TYPE_PHASE, phase)),
                       rgm_enum_get_label (RGM_TYPE_PHASE, phase));
}

static void
add_enums (RgmSearchVocabulary *self)
{
  const char *const *phases = rgm_enum_get_nicks (RGM_TYPE_PHASE);
  const char *const *states = rgm_enum_get_nicks (RGM_TYPE_REGISTRY_STATE);

  for (guint i = 0; phases[i] != NULL; i++)
    {
      const RgmSearchValue *value = rgm_search_vocabulary_add (self, PHASE, phases[i], TRUE);

      add_alias (self, value, rgm_enum_get_label (RGM_TYPE_PHASE, rgm_enum_find (RGM_TYPE_PHASE, phases[i])));
      add_phase_phrases (self, value, phases[i]);
    }
  add_phase_words (self);

  for (guint i = 0; states[i] != NULL; i++)
    {
      const RgmSearchValue *value = rgm_search_vocabulary_add (self, "status", states[i], TRUE);

      add_phrase (self, value, states[i]);
      add_name (self, value, rgm_enum_get_label (RGM_TYPE_REGISTRY_STATE, rgm_enum_find (RGM_TYPE_REGISTRY_STATE, states[i])));
    }

  for (RgmAllocation i = RGM_ALLOCATION_RANDOMISED; i <= RGM_ALLOCATION_NOT_RANDOMISED; i++)
    {
      const char *nick = rgm_enum_get_nick (RGM_TYPE_ALLOCATION, i);
      const RgmSearchValue *value = rgm_search_vocabulary_add (self, "allocation", nick, TRUE);

      add_phrase (self, value, nick);
      add_name (self, value, rgm_value_text_allocation (i));
      if (i == RGM_ALLOCATION_NOT_RANDOMISED)
        add_name (self, value, "nonrandomised");
    }
}

static void
add_classes (RgmSearchVocabulary *self,
             RgmDataSet          *data_set)
{
  GPtrArray *classes = data_set->classes;

  for (guint i = 0; i < classes->len; i++)
    {
      const RgmClass *each = g_ptr_array_index (classes, i);
      const RgmSearchValue *value = rgm_search_vocabulary_add (self, "class", each->id, TRUE);

      add_phrase (self, value, each->id);
      add_name (self, value, each->name);
      add_name (self, value, rgm_term (each->name));
    }
}

static void
add_agents (RgmSearchVocabulary *self,
            RgmDataSet          *data_set)
{
  GListModel *agents = rgm_data_set_get_agents (data_set);
  guint n = g_list_model_get_n_items (agents);

  /* Ids first, since the name of one agent may be a synonym of another. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (RgmAgent) agent = g_list_model_get_item (agents, i);
        const RgmSearchValue *value = rgm_search_vocabulary_add (self, "agent", agent->id, TRUE);
        char **synonyms = agent->synonyms;

        if (pass == 0)
          continue;
        add_alias (self, value, agent->name);
        for (guint j = 0; synonyms[j] != NULL; j++)
          add_alias (self, value, synonyms[j]);
      }
}

/* Whether a value's name says more than a text would be searched for: two results, 'IHC 2+/FISH+', or that one is negative, 'ISH−'. */
static gboolean
names_results (const char *name)
{
  guint n_signs = 0;
  gboolean is_negative = FALSE;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      char sign = rgm_query_get_sign (at);

      if (at == name || (sign != '+' && sign != '-') || g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (at))))
        continue;
      n_signs++;
      is_negative = sign == '-';
    }

  return n_signs > 1 || is_negative;
}

/* A name that denotes a value, and denotes it without the field's name too where no text could be meant. */
static void
add_biomarker_name (RgmSearchVocabulary  *self,
                    const RgmSearchValue *value,
                    const char           *name)
{
  add_alias (self, value, name);
  if (names_results (name))
    add_phrase (self, value, name);
}

/* A value by its label on the page, by each alternative in that label, and with its field's name before it, as in running text, or
   after it: 'wild-type RAS'. */
static void
add_biomarker_value (RgmSearchVocabulary     *self,
                     RgmBiomarker            *biomarker,
                     const RgmBiomarkerValue *each)
{
  const char *id = biomarker->id;
  g_autofree char *field = rgm_text_normalise (id);
  const RgmSearchValue *value = rgm_search_vocabulary_add (self, field, each->id, TRUE);
  char **synonyms = biomarker->synonyms;
  g_auto (GStrv) names = g_strsplit (each->name, " or ", -1);
  g_autoptr (GPtrArray) bases = g_ptr_array_new ();

  g_ptr_array_add (bases, (gpointer) id);
  g_ptr_array_add (bases, (gpointer) biomarker->name);
  for (guint i = 0; synonyms[i] != NULL; i++)
    g_ptr_array_add (bases, synonyms[i]);

  add_biomarker_name (self, value, each->id);
  add_biomarker_name (self, value, each->name);
  for (guint i = 0; names[i] != NULL; i++)
    add_biomarker_name (self, value, names[i]);
  for (guint i = 0; each->synonyms[i] != NULL; i++)
    add_biomarker_name (self, value, each->synonyms[i]);
  for (guint i = 0; i < bases->len; i++)
    {
      g_autofree char *phrase = g_strconcat (g_ptr_array_index (bases, i), " ", each->name, NULL);
      g_autofree char *turned = g_strconcat (each->name, " ", g_ptr_array_index (bases, i), NULL);

      add_phrase (self, value, phrase);
      add_phrase (self, value, turned);
      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *part = g_strconcat (g_ptr_array_index (bases, i), " ", names[j], NULL);

          add_phrase (self, value, part);
        }
      for (guint j = 0; each->synonyms[j] != NULL; j++)
        {
          g_autofree char *other = g_strconcat (g_ptr_array_index (bases, i), " ", each->synonyms[j], NULL);

          add_phrase (self, value, other);
        }
    }
}

static void
add_biomarkers (RgmSearchVocabulary *self,
                RgmDataSet          *data_set)
{
  GListModel *biomarkers = rgm_data_set_get_biomarkers (data_set);

  for (guint i = 0; i < g_list_model_get_n_items (biomarkers); i++)
    {
      g_autoptr (RgmBiomarker) biomarker = g_list_model_get_item (biomarkers, i);
      GPtrArray *values = biomarker->values;

      for (guint j = 0; j < values->len; j++)
        add_biomarker_value (self, biomarker, g_ptr_array_index (values, j));
    }
}

static void
add_line (const char *id,
          const char *name,
          gpointer    data)
{
  add_name (data, rgm_search_vocabulary_add (data, RGM_SEARCH_LINE, id, TRUE), name);
}

static void
add_state (const char *id,
           const char *name,
           gpointer    data)
{
  add_name (data, rgm_search_vocabulary_add (data, RGM_SEARCH_HAS, id, FALSE), name);
}

/* Properties of trials: results, remarks, endpoints. */
static void
add_contents (RgmSearchVocabulary *self,
              RgmDataSet          *data_set)
{
  GPtrArray *endpoints = data_set->endpoints;
  const RgmSearchValue *reported = rgm_search_vocabulary_add (self, "results", "reported", TRUE);
  const RgmSearchValue *none = rgm_search_vocabulary_add (self, "results", "none", TRUE);

  add_name (self, reported, _("Reports results"));
  add_phrase (self, reported, "Reports results");
  add_phrase (self, reported, "has results");
  add_phrase (self, reported, "with results");
  add_name (self, none, _("Reports none yet"));
  add_phrase (self, none, "Reports none yet");
  add_phrase (self, none, "no results");
  add_phrase (self, none, "without results");

  for (int answer = RGM_ANSWER_YES; answer >= RGM_ANSWER_NO; answer--)
    rgm_search_vocabulary_add (self, RGM_SEARCH_FITS, rgm_answer_to_nick ((RgmAnswer) answer), TRUE);

  rgm_search_vocabulary_add (self, RGM_SEARCH_IS, RGM_SEARCH_BOOKMARKED, TRUE);
  rgm_search_vocabulary_add (self, RGM_SEARCH_IS, RGM_SEARCH_NOTED, TRUE);

  rgm_search_vocabulary_add (self, RGM_SEARCH_HAS, "results", TRUE);
  rgm_search_vocabulary_add (self, RGM_SEARCH_HAS, "remarks", TRUE);
  for (guint i = 0; i < endpoints->len; i++)
    {
      const RgmEndpoint *endpoint = g_ptr_array_index (endpoints, i);
      const RgmSearchValue *value = rgm_search_vocabulary_add (self, RGM_SEARCH_HAS, endpoint->id, TRUE);
      g_auto (GStrv) names = rgm_search_list_endpoint_names (endpoint);

      add_phrase (self, value, endpoint->id);
      for (guint j = 0; names[j] != NULL; j++)
        add_name (self, value, names[j]);
      rgm_search_states_list_names (endpoint, add_state, self);
    }
}

/**
 * rgm_search_vocabulary_new:
 * @data_set: a data set
 *
 * Returns: (transfer full): the values that its trials can have, named in the data set's language and the user's
 */
RgmSearchVocabulary *
rgm_search_vocabulary_new (RgmDataSet *data_set)
{
  RgmSearchVocabulary *self = g_new0 (RgmSearchVocabulary, 1);

  self->values = g_ptr_array_new_with_free_func (value_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_enums (self);
  add_classes (self, data_set);
  add_agents (self, data_set);
  add_biomarkers (self, data_set);
  add_contents (self, data_set);
  rgm_search_lines_list_names (add_line, self);

  return self;
}

void
rgm_search_vocabulary_free (RgmSearchVocabulary *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->phrases);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* ── Looking up ──────────────────────────────────────────────────────────────── */

/* Shorter words that end in 's' are rarely plurals. */
#define PLURAL_LENGTH 4

/* What a key stands for, or the singular of one that stands for nothing: 'ADCs', 'antibody-drug conjugates'. */
static const RgmSearchValue *
look_up (GHashTable *values,
         char       *key)
{
  gsize length = strlen (key);
  const RgmSearchValue *value = g_hash_table_lookup (values, key);

  if (value == NULL && length >= PLURAL_LENGTH && key[length - 1] == 's')
    {
      key[length - 1] = '\0';
      value = g_hash_table_lookup (values, key);
    }

  return value;
}

/**
 * rgm_search_vocabulary_get:
 * @self: a vocabulary
 * @field: a field
 * @id: one of its values, as the data set writes it
 *
 * Returns: (transfer none) (nullable): the value
 */
const RgmSearchValue *
rgm_search_vocabulary_get (const RgmSearchVocabulary *self,
                           const char                *field,
                           const char                *id)
{
  g_autofree char *key = g_strconcat (field, "\001", id, NULL);

  return g_hash_table_lookup (self->by_id, key);
}

/**
 * rgm_search_vocabulary_find:
 * @self: a vocabulary
 * @field: a field
 * @text: a value of it, as it was typed
 *
 * Returns: (transfer none) (nullable): the value
 */
const RgmSearchValue *
rgm_search_vocabulary_find (const RgmSearchVocabulary *self,
                            const char                *field,
                            const char                *text)
{
  g_autofree char *key = make_value_key (field, text);

  return key != NULL ? look_up (self->by_key, key) : NULL;
}

/**
 * rgm_search_vocabulary_find_phrase:
 * @self: a vocabulary
 * @text: words as they were typed
 *
 * Returns: (transfer none) (nullable): the value that they denote: 'phase 2', 'not yet recruiting', 'KRAS mutant'
 */
const RgmSearchValue *
rgm_search_vocabulary_find_phrase (const RgmSearchVocabulary *self,
                                   const char                *text)
{
  g_autofree char *apart = rgm_search_key_new (text, " ");
  g_autofree char *joined = rgm_search_key_new (text, "");
  const RgmSearchValue *value = look_up (self->phrases, apart);

  return value != NULL ? value : look_up (self->phrases, joined);
}

/**
 * rgm_search_vocabulary_find_prefix:
 * @self: a vocabulary
 * @field: a field
 * @text: the beginning of a value of it
 *
 * Returns: (transfer none) (nullable): a value that begins with @text
 */
const RgmSearchValue *
rgm_search_vocabulary_find_prefix (const RgmSearchVocabulary *self,
                                   const char                *field,
                                   const char                *text)
{
  g_autofree char *start = make_value_key (field, text);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->by_key);
  while (start != NULL && g_hash_table_iter_next (&iter, &key, &value))
    if (g_str_has_prefix (key, start))
      return value;

  return NULL;
}

/**
 * rgm_search_vocabulary_list:
 * @self: a vocabulary
 * @field: a field
 *
 * Returns: (transfer container) (element-type RgmSearchValue): its listed values, in order
 */
GPtrArray *
rgm_search_vocabulary_list (const RgmSearchVocabulary *self,
                            const char                *field)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->values->len; i++)
    {
      RgmSearchValue *value = g_ptr_array_index (self->values, i);

      if (value->is_listed && g_str_equal (value->field, field))
        g_ptr_array_add (list, value);
    }

  return list;
}

guint
rgm_search_vocabulary_count (const RgmSearchVocabulary *self)
{
  return self->values->len;
}
