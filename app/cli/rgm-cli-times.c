/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-cli-times.h"
#include "rgm-cli-input.h"

#include "rgm-error.h"
#include "rgm-isolate.h"
#include "rgm-patient-times.h"
#include "rgm-punctuation.h"

static char *
group_name (const RgmPatientTimes *times,
            guint                  group,
            const char            *file,
            gboolean               alone)
{
  g_autofree char *base = g_path_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  const char *own = times->groups->len > 0 ? g_ptr_array_index (times->groups, group) : NULL;

  if (own == NULL)
    return alone ? g_strdup (_("All patients")) : g_steal_pointer (&name);

  return alone ? g_strdup (own) : g_strdup_printf ("%s: %s", name, own);
}

static gboolean
read_file (RgmPatientGroups     *self,
           GPtrArray            *remarks,
           const RgmCliOptions  *options,
           const char           *file,
           gboolean              alone,
           GError              **error)
{
  const RgmPatientTimesOptions columns = { options->time, options->status, options->event, options->group };
  g_autofree char *name = g_filename_display_name (file);
  g_autoptr (GFile) source = rgm_cli_open_input (file, error);
  g_autoptr (RgmCsv) csv = source != NULL ? rgm_csv_load (source, error) : NULL;
  g_autoptr (RgmPatientTimes) times = csv != NULL ? rgm_patient_times_read (csv, &columns, NULL, error) : NULL;
  guint first = self->names->len;

  if (times == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }

  if (self->unit == NULL)
    self->unit = g_strdup (times->unit);
  for (guint i = 0; i < times->remarks->len; i++)
    g_ptr_array_add (remarks, g_strdup (g_ptr_array_index (times->remarks, i)));
  for (guint g = 0; g < MAX (times->groups->len, 1); g++)
    {
      g_autofree char *group = group_name (times, g, file, alone);

      rgm_patient_groups_add_name (self, group, rgm_times_origin_from_nick (options->reconstructed != NULL ? options->reconstructed
                                                                                                           : rgm_patient_times_get_origin (times, g)));
    }
  for (guint i = 0; i < times->patients->len; i++)
    {
      const RgmPatientTime *patient = &g_array_index (times->patients, RgmPatientTime, i);
      RgmFollowUp follow_up = { patient->time, patient->event };
      gsize group = first + patient->group;

      g_array_append_val (self->patients, follow_up);
      g_array_append_val (self->groups, group);
    }

  return TRUE;
}

/* A group all of whose rows lack something has no patients and is left out. */
static void
drop_empty_groups (RgmPatientGroups *self,
                   GPtrArray        *remarks)
{
  g_autoptr (GPtrArray) dropped = rgm_patient_groups_drop_empty (self);

  for (guint i = 0; i < dropped->len; i++)
    g_ptr_array_add (remarks, rgm_text_printf (_("The group “%s” was omitted: no patient in it has both a time and a status."),
                                               (const char *) g_ptr_array_index (dropped, i)));
}

static void
settle_unit (RgmPatientGroups *self,
             GPtrArray        *remarks,
             const char       *wanted)
{
  g_autofree char *found = g_steal_pointer (&self->unit);

  if (wanted == NULL && found == NULL)
    g_ptr_array_add (remarks, g_strdup (_("The file does not state the unit of the times; months are assumed. Specify another unit with --unit=UNIT.")));
  else if (wanted != NULL && found != NULL && !g_str_equal (wanted, found))
    g_ptr_array_add (remarks, rgm_text_printf (_("The name of the time column suggests %s, but --unit specifies %s. No times were converted."), found, wanted));

  self->unit = g_strdup (wanted != NULL ? wanted : found != NULL ? found : "months");
}

/* The names of the files, without their folders. */
static char *
name_files (char **files)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (files[i]);
      g_autofree char *name = g_filename_display_name (base);

      rgm_add_word (names, name);
    }

  return g_strdup (names->str);
}

/**
 * rgm_cli_read_times:
 * @options: a call: its columns, its unit, and where the times come from
 * @files: (array zero-terminated=1): the files, at least one
 * @remarks: (out) (transfer full) (element-type utf8): what a person should know of how they were
 *   understood
 * @error: the return location for an error of %RGM_ERROR
 *
 * Reads patients' times.
 *
 * Returns: (transfer full) (nullable): the groups of all files, or %NULL with @error set
 */
RgmPatientGroups *
rgm_cli_read_times (const RgmCliOptions  *options,
                    char                **files,
                    GPtrArray           **remarks,
                    GError              **error)
{
  g_autoptr (RgmPatientGroups) self = rgm_patient_groups_new ();
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  gboolean alone = files[1] == NULL;

  for (guint i = 0; files[i] != NULL; i++)
    if (!read_file (self, told, options, files[i], alone, error))
      return NULL;
  drop_empty_groups (self, told);
  settle_unit (self, told, options->unit);
  self->source = name_files (files);
  if (!alone)
    self->why_no_tests = g_strdup (_("The groups come from several files and may not be arms of the same trial, so they are not tested against each other."));
  *remarks = g_steal_pointer (&told);

  return g_steal_pointer (&self);
}

/**
 * rgm_cli_find_reference:
 * @options: a call
 * @groups: groups
 * @reference: (out): the group that the call compares with, the first where it names none
 * @error: the return location for an error of %RGM_ERROR_CALL
 *
 * Returns: whether there is such a group
 */
gboolean
rgm_cli_find_reference (const RgmCliOptions     *options,
                        const RgmPatientGroups  *groups,
                        gsize                   *reference,
                        GError                 **error)
{
  g_autoptr (GString) all = NULL;

  *reference = 0;
  if (options->reference == NULL || rgm_patient_groups_find (groups, options->reference, reference))
    return TRUE;

  all = g_string_new (NULL);
  for (guint i = 0; i < groups->names->len; i++)
    rgm_add_word (all, g_ptr_array_index (groups->names, i));
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("--reference: there is no group “%s”. The groups are %s."), options->reference, all->str);

  return FALSE;
}
