/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>

#include "../search/made-data.h"
#include "fuzz.h"
#include "rgm-document.h"
#include "rgm-doubts.h"
#include "rgm-edit.h"
#include "rgm-error.h"
#include "rgm-printed.h"
#include "rgm-store-write.h"

/* Commands of the editor, one a line, its words separated by tabs:
 *
 *     set PATH TEXT              texts PATH TEXT…           remove PATH            undo
 *     add PATH POSITION FROM     put PATH FROM              move PATH BY           redo
 *     duplicate PATH             printed ENDPOINT N TEXT
 *
 * FROM is the path of a record, which is added again or put in the place of another one. */

#define MOST_COMMANDS 16

static RgmDataSet *
get_data_set (void)
{
  static RgmDataSet *data_set;

  if (data_set == NULL)
    data_set = make_data_set (1, 2);

  return data_set;
}

static void
check_sentence (const char *text)
{
  g_assert_true (text != NULL && *text != '\0');
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_doubts (GPtrArray *doubts)
{
  for (guint i = 0; i < doubts->len; i++)
    check_sentence (((RgmDoubt *) g_ptr_array_index (doubts, i))->text);
  g_ptr_array_unref (doubts);
}

/* What is typed as papers print it. */
static void
parse_printed (char **words)
{
  const RgmEndpoint *endpoint = rgm_data_set_find_endpoint (get_data_set (), words[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmPrinted) printed = NULL;

  if (endpoint == NULL)
    return;

  printed = rgm_printed_parse (words[3], endpoint, g_ascii_strtoll (words[2], NULL, 10), &error);
  g_assert_true ((printed != NULL) == (error == NULL));
  if (printed == NULL)
    check_sentence (error->message);
  else
    g_assert_true (g_utf8_validate (printed->understood != NULL ? printed->understood : "", -1, NULL));
}

/* A record of the kind that the list has. */
static RgmDataSet *
add (RgmDataSet  *data_set,
     char       **words,
     GError     **error)
{
  const RgmDescription *of_list, *of_record;
  const RgmField *list, *none;
  gconstpointer record = rgm_edit_find (data_set, words[3], &of_record, &none);

  if (record == NULL || none != NULL || rgm_edit_find (data_set, words[1], &of_list, &list) == NULL || list == NULL ||
      list->kind != RGM_FIELD_RECORDS || list->element != of_record)
    return g_object_ref (data_set);

  return rgm_edit_add (data_set, words[1], record, (int) CLAMP (g_ascii_strtoll (words[2], NULL, 10), -1, 1000), error);
}

/* A record of the same kind and with the same id. */
static RgmDataSet *
put (RgmDataSet  *data_set,
     char       **words,
     GError     **error)
{
  const RgmDescription *of_old, *of_new;
  const RgmField *old_field, *new_field;
  gconstpointer old = rgm_edit_find (data_set, words[1], &of_old, &old_field);
  gconstpointer new = rgm_edit_find (data_set, words[2], &of_new, &new_field);

  if (old == NULL || new == NULL || old_field != NULL || new_field != NULL || of_old != of_new || *words[1] == '\0' ||
      g_strcmp0 (rgm_record_get_id (of_old, old), rgm_record_get_id (of_new, new)) != 0)
    return g_object_ref (data_set);

  return rgm_edit_set_record (data_set, words[1], new, error);
}

static RgmDataSet *
duplicate (RgmDataSet  *data_set,
           const char  *path,
           GError     **error)
{
  g_autofree char *copy = NULL;
  RgmDataSet *revision = rgm_edit_duplicate (data_set, path, &copy, error);

  if (revision != NULL)
    g_assert_nonnull (rgm_edit_find (revision, copy, NULL, NULL));

  return revision;
}

static RgmDataSet *
run_command (RgmDataSet  *data_set,
             char       **words,
             GError     **error)
{
  guint n = g_strv_length (words);

  if (n == 3 && g_str_equal (words[0], "set"))
    return rgm_edit_set_text (data_set, words[1], words[2], error);
  if (n >= 2 && g_str_equal (words[0], "texts"))
    return rgm_edit_set_texts (data_set, words[1], (const char *const *) words + 2, error);
  if (n == 4 && g_str_equal (words[0], "add"))
    return add (data_set, words, error);
  if (n == 3 && g_str_equal (words[0], "put"))
    return put (data_set, words, error);
  if (n == 2 && g_str_equal (words[0], "remove"))
    return rgm_edit_remove (data_set, words[1], error);
  if (n == 3 && g_str_equal (words[0], "move"))
    return rgm_edit_move (data_set, words[1], (int) CLAMP (g_ascii_strtoll (words[2], NULL, 10), -1000, 1000), error);
  if (n == 2 && g_str_equal (words[0], "duplicate"))
    return duplicate (data_set, words[1], error);
  if (n == 4 && g_str_equal (words[0], "printed"))
    parse_printed (words);

  return g_object_ref (data_set);
}

/* What was made can be saved, and is read as it was saved. */
static void
check_revision (RgmDataSet *revision)
{
  g_autoptr (GBytes) document = rgm_store_write_data_set (revision);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) loaded = rgm_load_bytes (document, "DOCUMENT", NULL, NULL, &error);

  g_assert_no_error (error);
  again = rgm_store_write_data_set (loaded);
  g_assert_true (g_bytes_equal (document, again));

  check_doubts (rgm_doubts_find_in_data_set (revision));
  for (guint i = 0; i < revision->trials->len; i++)
    check_doubts (rgm_doubts_find_in_trial (revision, g_ptr_array_index (revision->trials, i)));
}

static void
do_line (RgmDocument *document,
         const char  *line)
{
  g_auto (GStrv) words = g_strsplit (line, "\t", 16);
  RgmDataSet *before = rgm_document_get_data_set (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) revision = NULL;

  if (words[0] == NULL)
    return;
  if (g_str_equal (words[0], "undo") || g_str_equal (words[0], "redo"))
    {
      if (*words[0] == 'u')
        rgm_document_undo (document);
      else
        rgm_document_redo (document);
      return;
    }

  revision = run_command (before, words, &error);
  g_assert_true ((revision != NULL) == (error == NULL));
  if (revision == NULL)
    {
      g_assert_cmpint (error->domain, ==, RGM_ERROR);
      check_sentence (error->message);
    }
  else if (revision != before)
    {
      check_revision (revision);
      rgm_document_apply (document, revision, "Edit", NULL);
    }
}

/* Each command makes a data set that can be saved and read, or says why it makes none, and undoing all leads back to the first one,
 * which nothing has changed. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static GBytes *first;
  g_autofree char *given = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (given, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST_COMMANDS + 1);
  g_autoptr (RgmDocument) document = rgm_document_new (get_data_set (), NULL, NULL);
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) last = NULL;

  if (first == NULL)
    first = rgm_store_write_data_set (get_data_set ());
  for (guint i = 0; i < MOST_COMMANDS && lines[i] != NULL; i++)
    do_line (document, lines[i]);
  while (rgm_document_undo (document))
    ;
  undone = rgm_store_write_data_set (rgm_document_get_data_set (document));
  g_assert_true (g_bytes_equal (first, undone));
  last = rgm_store_write_data_set (get_data_set ());
  g_assert_true (g_bytes_equal (first, last));

  return 0;
}
