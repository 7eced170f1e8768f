/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-change-text.h"
#include "rgm-cli-common.h"
#include "rgm-cli-input.h"
#include "rgm-error.h"
#include "rgm-import-read.h"
#include "rgm-isolate.h"
#include "rgm-json-writer.h"
#include "rgm-load.h"
#include "rgm-merge.h"
#include "rgm-store-save.h"
#include "rgm-store-write.h"

static void
write_ids (RgmJsonWriter *writer,
           const char *key,
           GPtrArray *ids)
{
  rgm_json_writer_open_array (writer, key);
  for (guint i = 0; i < ids->len; i++)
    rgm_json_writer_string (writer, g_ptr_array_index (ids, i));
  rgm_json_writer_end_array (writer);
}

static void
write_value (RgmJsonWriter *writer,
             const char *key,
             const char *value,
             gboolean is_number)
{
  rgm_json_writer_name (writer, key);
  if (value == NULL)
    rgm_json_writer_null (writer);
  else if (is_number)
    rgm_json_writer_double (writer, g_ascii_strtod (value, NULL));
  else
    rgm_json_writer_string (writer, value);
}

static void
write_changes (RgmJsonWriter *writer,
               const char *key,
               GPtrArray *changed)
{
  rgm_json_writer_open_array (writer, key);
  for (guint i = 0; i < changed->len; i++)
    {
      const RgmChangedRecord *record = g_ptr_array_index (changed, i);
      g_autoptr (GPtrArray) changes = rgm_change_text_sort (record->changes);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "id", record->id);
      rgm_json_writer_open_array (writer, "changes");
      for (guint j = 0; j < changes->len; j++)
        {
          const RgmFieldChange *change = g_ptr_array_index (changes, j);

          rgm_json_writer_begin_object (writer);
          rgm_json_writer_add_string (writer, "field", change->field);
          write_value (writer, "old", change->old_value, change->is_number);
          write_value (writer, "new", change->new_value, change->is_number);
          rgm_json_writer_add_boolean (writer, "taken", change->taken);
          write_value (writer, "reason", change->reason, FALSE);
          rgm_json_writer_end_object (writer);
        }
      rgm_json_writer_end_array (writer);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

static void
write_refusals (RgmJsonWriter *writer,
                RgmRefusals *refusals)
{
  rgm_json_writer_open_array (writer, "refused");
  for (guint i = 0; i < refusals->list->len; i++)
    {
      const RgmRefusal *refusal = g_ptr_array_index (refusals->list, i);
      g_autofree char *reason = rgm_text_strip_isolates (refusal->reason);

      rgm_json_writer_begin_object (writer);
      rgm_json_writer_add_string (writer, "file", refusal->file);
      write_value (writer, "place", refusal->place, FALSE);
      rgm_json_writer_add_string (writer, "reason", reason);
      rgm_json_writer_end_object (writer);
    }
  rgm_json_writer_end_array (writer);
}

/* One of the two is there: an import refuses, a comparison finds what is gone. */
static char *
make_json (const RgmMerge *merge,
           RgmRefusals *refusals,
           gboolean with_gone)
{
  g_autoptr (RgmJsonWriter) writer = rgm_json_writer_new ();

  rgm_json_writer_begin_object (writer);
  write_ids (writer, "new", merge->added);
  write_changes (writer, "changed", merge->changed);
  write_ids (writer, "same", merge->same);
  if (with_gone)
    write_ids (writer, "gone", merge->gone);
  if (refusals != NULL)
    write_refusals (writer, refusals);
  /* What reads the answer knows the keys before; this one comes only where there is something to say. */
  if (merge->joined->len > 0)
    write_changes (writer, "joined", merge->joined);
  rgm_json_writer_end_object (writer);

  return rgm_json_writer_finish (writer);
}

static void
append_ids (GString *text,
            const char *heading,
            GPtrArray *ids)
{
  if (ids->len == 0)
    return;

  g_string_append_printf (text, C_("heading", "%s (%u):"), heading, ids->len);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *) g_ptr_array_index (ids, i));
}

static void
append_proposed (GString    *text,
                 const char *rule,
                 gboolean    is_excluded,
                 const char *published)
{
  g_string_append (text, "    ");
  /* Translators: an eligibility criterion that the program read, and the sentence that it read. */
  rgm_text_append_printf (text, is_excluded ? _("Proposed exclusion criterion: %s, from “%s”") : _("Proposed criterion: %s, from “%s”"),
                          rule, published != NULL ? published : "");
  g_string_append_c (text, '\n');
}

/* The new trials, each with what it has on the word of the program alone. */
static void
append_added (GString        *text,
              const RgmMerge *merge)
{
  if (merge->added->len == 0)
    return;

  g_string_append_printf (text, C_("heading", "%s (%u):"), _("New"), merge->added->len);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < merge->added->len; i++)
    {
      const char *id = g_ptr_array_index (merge->added, i);
      RgmTrial *trial = merge->result != NULL ? rgm_data_set_find_trial (merge->result, id) : NULL;
      GPtrArray *lists[] = { trial != NULL ? trial->rules : NULL, trial != NULL ? trial->conditions : NULL };

      g_string_append_printf (text, "  %s\n", id);
      for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
        for (guint k = 0; lists[j] != NULL && k < lists[j]->len; k++)
          {
            const RgmRule *rule = g_ptr_array_index (lists[j], k);

            if (rule->proposed)
              append_proposed (text, rule->text, rule->excluded, rule->published);
          }
      if (trial != NULL && trial->lines != NULL && trial->lines->proposed)
        append_proposed (text, trial->lines->text, FALSE, trial->lines->published);
    }
}

static const char *
show_value (const char *value)
{
  /* Translators: in place of a value that is absent. */
  return value != NULL ? value : C_("value", "none");
}

static void
append_changes (GString *text,
                const char *heading,
                GPtrArray *changed)
{
  if (changed->len == 0)
    return;

  g_string_append_printf (text, C_("heading", "%s (%u):"), heading, changed->len);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < changed->len; i++)
    {
      const RgmChangedRecord *record = g_ptr_array_index (changed, i);
      g_autoptr (GPtrArray) changes = rgm_change_text_sort (record->changes);

      g_string_append_printf (text, "  %s\n", record->id);
      for (guint j = 0; j < changes->len; j++)
        {
          const RgmFieldChange *change = g_ptr_array_index (changes, j);

          /* Translators: the name of a field, its value before, its value afterwards. */
          rgm_text_append_printf (text, _("    %s: %s → %s"), change->field, show_value (change->old_value), show_value (change->new_value));
          g_string_append_c (text, '\n');
          if (!change->taken)
            {
              /* Translators: %s is a sentence. */
              rgm_text_append_printf (text, _("      not taken: %s"), show_value (change->reason));
              g_string_append_c (text, '\n');
            }
        }
    }
}

static char *
make_text (const RgmMerge *merge,
           RgmRefusals *refusals)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_added (text, merge);
  /* Translators: new trials that several of the imported records are about. */
  append_changes (text, _("Joined from several records"), merge->joined);
  append_changes (text, _("Changed"), merge->changed);
  append_ids (text, _("Same"), merge->same);
  append_ids (text, _("Gone"), merge->gone);

  if (refusals != NULL && refusals->list->len > 0)
    {
      g_string_append_printf (text, C_("heading", "%s (%u):"), _("Refused"), refusals->list->len);
      g_string_append_c (text, '\n');
      for (guint i = 0; i < refusals->list->len; i++)
        {
          const RgmRefusal *refusal = g_ptr_array_index (refusals->list, i);

          if (refusal->place != NULL)
            rgm_text_append_printf (text, "  %s: %s: %s\n", refusal->file, refusal->place, refusal->reason);
          else
            rgm_text_append_printf (text, "  %s: %s\n", refusal->file, refusal->reason);
        }
    }

  return g_strdup (text->str);
}

/* Nobody can be asked here. */
static void
warn_of_duplicates (const RgmMerge *merge)
{
  for (guint i = 0; i < merge->duplicates->len; i++)
    {
      const RgmLikelyDuplicate *duplicate = g_ptr_array_index (merge->duplicates, i);

      rgm_cli_complain (duplicate->is_new ? _("“%s” may be the trial “%s”, which is imported too: they have the same name and no registration in common.")
                                          : _("“%s” may be the trial “%s” of the data set: they have the same name and no registration in common."),
                        duplicate->proposed, duplicate->known);
    }
}

static int
answer (const RgmCliOptions *options,
        const RgmMerge *merge,
        RgmRefusals *refusals,
        gboolean with_gone)
{
  g_autofree char *text = options->format == RGM_CLI_JSON ? make_json (merge, refusals, with_gone) : make_text (merge, refusals);

  return rgm_cli_answer (text);
}

static void
read_file (RgmImport *import,
           const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *base = g_filename_display_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = rgm_cli_open_input (path, &error);
  g_autoptr (GBytes) bytes = file != NULL ? g_file_load_bytes (file, NULL, NULL, &error) : NULL;

  if (bytes != NULL)
    {
      rgm_import_read (import, bytes, base, NULL);
      return;
    }

  import->refusals->file = name;
  rgm_refusals_add (import->refusals, NULL, "%s", error->message);
  import->refusals->file = NULL;
}

static void
read_files (RgmImport *import,
            char **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    read_file (import, paths[i]);
}

static gboolean
check_import (const RgmCliOptions *options,
              GError **error)
{
  if (options->words[0] == NULL)
    g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected a file to import: regimen import FILE… --output=FILE"));
  else if (options->output == NULL)
    g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("Specify the file to write: --output=FILE."));
  else
    return TRUE;

  return FALSE;
}

/**
 * rgm_cli_import:
 * @options: a call
 *
 * Merges others' files into a data set, and says what is new, changed, the same and refused.
 *
 * Returns: the exit status
 */
int
rgm_cli_import (const RgmCliOptions *options)
{
  g_autoptr (RgmImport) import = rgm_import_new ();
  g_autoptr (RgmDataSet) base = NULL;
  g_autoptr (RgmDataSet) proposed = NULL;
  g_autoptr (RgmMerge) merge = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!check_import (options, &error))
    return rgm_cli_fail (error);

  if (options->data != NULL)
    {
      base = rgm_cli_load (options->data);
      if (base == NULL)
        return RGM_CLI_BAD_DATA;
    }

  read_files (import, options->words);
  proposed = rgm_import_propose (import);
  rgm_import_refuse_open (import);
  merge = rgm_merge_new (base, proposed, NULL);
  if (proposed->trials->len == 0 && proposed->sources->len == 0)
    {
      answer (options, merge, import->refusals, FALSE);
      rgm_cli_complain (_("Nothing could be imported; no file is written."));
      return RGM_CLI_BAD_DATA;
    }

  bytes = rgm_store_write_data_set (merge->result);
  output = g_file_new_for_commandline_arg (options->output);
  if (!rgm_store_save_document (bytes, output, NULL, NULL, NULL, &error))
    return rgm_cli_fail (error);

  warn_of_duplicates (merge);
  status = answer (options, merge, import->refusals, FALSE);

  return status;
}

/* Whether a file is a data set and not a registry's export: the loader knows. */
static RgmDataSet *
load_quietly (const char *path)
{
  g_autoptr (GFile) file = rgm_cli_open_input (path, NULL);

  return file != NULL ? rgm_load_file (file, NULL, NULL, NULL) : NULL;
}

/**
 * rgm_cli_changes:
 * @options: a call
 *
 * Compares two data sets, or says what a registry's file would change.
 *
 * Returns: the exit status
 */
int
rgm_cli_changes (const RgmCliOptions *options)
{
  g_autoptr (RgmDataSet) old_set = NULL;
  g_autoptr (RgmDataSet) new_set = NULL;
  g_autoptr (RgmImport) import = NULL;
  g_autoptr (RgmMerge) merge = NULL;

  if (g_strv_length (options->words) != 2)
    {
      rgm_cli_complain (_("Expected two files to compare: regimen changes OLD NEW"));
      return RGM_CLI_BAD_CALL;
    }

  old_set = rgm_cli_load (options->words[0]);
  if (old_set == NULL)
    return RGM_CLI_BAD_DATA;

  new_set = load_quietly (options->words[1]);
  if (new_set != NULL)
    {
      merge = rgm_merge_compare (old_set, new_set);
      return answer (options, merge, NULL, TRUE);
    }

  import = rgm_import_new ();
  read_files (import, options->words + 1);
  new_set = rgm_import_propose (import);
  rgm_import_refuse_open (import);
  merge = rgm_merge_new (old_set, new_set, NULL);
  if (new_set->trials->len > 0 || new_set->sources->len > 0)
    return answer (options, merge, import->refusals, TRUE);

  /* Neither a data set nor an export: say what is wrong with it as the one that it looks like. */
  for (guint i = 0; i < import->refusals->list->len; i++)
    {
      const RgmRefusal *refusal = g_ptr_array_index (import->refusals->list, i);

      rgm_cli_complain ("%s: %s%s%s", refusal->file, refusal->place != NULL ? refusal->place : "", refusal->place != NULL ? ": " : "",
                        refusal->reason);
    }

  return RGM_CLI_BAD_DATA;
}
