/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-isolate.h"
#include "rgm-refusals.h"
#include "rgm-text-flaw.h"

static void
refusal_free (gpointer data)
{
  RgmRefusal *self = data;

  g_free (self->file);
  g_free (self->place);
  g_free (self->reason);
  g_free (self);
}

RgmRefusals *
rgm_refusals_new (void)
{
  RgmRefusals *self = g_new0 (RgmRefusals, 1);

  self->list = g_ptr_array_new_with_free_func (refusal_free);
  self->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
rgm_refusals_free (RgmRefusals *self)
{
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->unread);
  g_free (self);
}

/* What is quoted of a file may hold what a terminal would obey. */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return rgm_text_escape (valid);
}

/**
 * rgm_refusals_add:
 * @self: a list
 * @place: (nullable): where in the file that is being read
 * @format: a printf format for the reason
 * @...: what goes into it
 */
void
rgm_refusals_add (RgmRefusals *self,
                  const char *place,
                  const char *format,
                  ...)
{
  RgmRefusal *refusal = g_new0 (RgmRefusal, 1);
  g_autoptr (GString) reason = g_string_new (NULL);
  va_list args;

  refusal->file = g_strdup (self->file);
  refusal->place = place != NULL ? escape (place) : NULL;
  va_start (args, format);
  rgm_text_append_vprintf (reason, format, args);
  va_end (args);
  refusal->reason = escape (reason->str);

  g_ptr_array_add (self->list, refusal);
}

/**
 * rgm_refusals_add_field:
 * @self: a list
 * @field: the name of a field of a record that has something in it and is not read
 *
 * Counts it: what is dropped is told once for a file, not for every record.
 */
void
rgm_refusals_add_field (RgmRefusals *self,
                        const char  *field)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->unread, field));

  g_hash_table_insert (self->unread, escape (field), GUINT_TO_POINTER (n + 1));
}

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  return g_utf8_collate (one, other);
}

/**
 * rgm_refusals_end_file:
 * @self: a list whose file is read
 *
 * Adds the fields that were counted.
 */
void
rgm_refusals_end_file (RgmRefusals *self)
{
  g_autoptr (GList) fields = g_list_sort (g_hash_table_get_keys (self->unread), compare_names);
  g_autoptr (GString) names = g_string_new (NULL);

  for (GList *l = fields; l != NULL; l = l->next)
    g_string_append_printf (names, "%s%s (%u)", names->len > 0 ? ", " : "", (const char *) l->data,
                            GPOINTER_TO_UINT (g_hash_table_lookup (self->unread, l->data)));

  if (names->len > 0)
    /* Translators: names of fields, each with a number: 'Ethics_Status (12), Countries (3)'. */
    rgm_refusals_add (self, NULL, _("fields that are not imported, each with the number of records that have it: %s"), names->str);
  g_hash_table_remove_all (self->unread);
}
