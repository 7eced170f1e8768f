/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <gio/gio.h>

#include "rgm-eligibility-words.h"
#include "rgm-json-value.h"

/* The table of words is a resource, so that nothing about a disease or a gene is code. It is
 * the program's own: a fault in it is one of the program, which a test would find. */

GResource *rgm_import_words_get_resource (void);

typedef struct
{
  JsonObject *names;
} WordsReader;

/* A pattern with what the names in it stand for, which may have names themselves. */
static char *
expand (WordsReader *self,
        const char  *pattern)
{
  g_autoptr (GList) names = json_object_get_members (self->names);
  GString *text = g_string_new (pattern);
  gsize before;

  do
    {
      before = text->len;
      for (GList *l = names; l != NULL; l = l->next)
        {
          g_autofree char *name = g_strdup_printf ("{%s}", (const char *) l->data);

          g_string_replace (text, name, rgm_json_get_text (self->names, l->data), 0);
        }
    }
  while (text->len != before);

  return g_string_free (text, FALSE);
}

static GRegex *
read_pattern (WordsReader *self,
              JsonObject  *object,
              const char  *key)
{
  const char *pattern = rgm_json_get_text (object, key);
  g_autofree char *expanded = pattern != NULL ? expand (self, pattern) : NULL;
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  if (expanded == NULL)
    return NULL;

  regex = g_regex_new (expanded, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
  if (regex == NULL)
    g_error ("%s: %s", key, error->message);

  return regex;
}

static char **
read_values (JsonObject *object)
{
  JsonArray *array = rgm_json_get_array (object, "values");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < rgm_json_length (array); i++)
    g_strv_builder_add (builder, rgm_json_text_at (array, i));

  return g_strv_builder_end (builder);
}

static void
read_list (WordsReader  *self,
           RgmWords     *words,
           JsonObject   *table,
           const char   *key,
           RgmWordsList  list)
{
  JsonArray *array = rgm_json_get_array (table, key);

  for (guint i = 0; i < rgm_json_length (array); i++)
    {
      JsonObject *object = rgm_json_object_at (array, i);
      RgmWordsEntry *entry = g_new0 (RgmWordsEntry, 1);

      entry->list = list;
      entry->biomarker = g_strdup (rgm_json_get_text (object, "biomarker"));
      entry->values = read_values (object);
      entry->text = g_strdup (rgm_json_get_text (object, "text"));
      entry->excluded = json_object_get_boolean_member_with_default (object, "excluded", FALSE);
      entry->incomplete = json_object_get_boolean_member_with_default (object, "incomplete", FALSE);
      entry->of_inclusion = rgm_json_get_text (object, "only") != NULL;
      entry->max = (int) json_object_get_int_member_with_default (object, "max", -1);
      entry->words = read_pattern (self, object, "words");
      entry->requires = read_pattern (self, object, "requires");
      entry->unless = read_pattern (self, object, "unless");
      entry->left = read_pattern (self, object, "left");
      g_ptr_array_add (words->entries, entry);
    }
}

static RgmWords *
words_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (rgm_import_words_get_resource (), RGM_RESOURCE_PREFIX "/import/eligibility-words.json",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  RgmWords *words = g_new0 (RgmWords, 1);
  WordsReader reader;
  JsonObject *table;

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);

  table = json_node_get_object (json_parser_get_root (parser));
  reader.names = rgm_json_get_object (table, "names");
  words->entries = g_ptr_array_new ();
  words->mentions = read_pattern (&reader, table, "mentions");
  words->doubts = read_pattern (&reader, table, "doubts");
  words->clause_doubts = read_pattern (&reader, table, "clause_doubts");
  words->harmless = read_pattern (&reader, table, "harmless");
  words->alternatives = read_pattern (&reader, table, "alternatives");
  words->divisions = read_pattern (&reader, table, "divisions");
  words->fillers = read_pattern (&reader, table, "fillers");
  read_list (&reader, words, table, "rules", RGM_WORDS_RULE);
  read_list (&reader, words, table, "conditions", RGM_WORDS_CONDITION);
  read_list (&reader, words, table, "lines", RGM_WORDS_LINES);

  return words;
}

/**
 * rgm_words_get:
 *
 * Returns: (transfer none): the table of words, which is read once
 */
const RgmWords *
rgm_words_get (void)
{
  static RgmWords *words;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, words_read ());

  return words;
}
