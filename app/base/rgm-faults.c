/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-isolate.h"

struct _RgmFaults
{
  GArray *faults;
  guint   left_out;
};

static void
rgm_fault_clear (gpointer data)
{
  RgmFault *fault = data;

  g_free (fault->path);
  g_free (fault->message);
}

/**
 * rgm_faults_new:
 *
 * Returns: (transfer full): an empty list
 */
RgmFaults *
rgm_faults_new (void)
{
  RgmFaults *self = g_new0 (RgmFaults, 1);

  self->faults = g_array_new (FALSE, FALSE, sizeof (RgmFault));
  g_array_set_clear_func (self->faults, rgm_fault_clear);

  return self;
}

/**
 * rgm_faults_free:
 * @self: (transfer full): a list
 */
void
rgm_faults_free (RgmFaults *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->faults);
  g_free (self);
}

/**
 * rgm_faults_add:
 * @self: a list
 * @path: (nullable): the JSON path of the place
 * @line: the line from 1, or 0 if unknown
 * @format: a printf format for what was expected and what was found
 *
 * Adds a fault. Past %RGM_FAULTS_MAX it is only counted, so that a broken file of
 * a million lines costs no memory.
 */
void
rgm_faults_add (RgmFaults  *self,
                const char *path,
                guint64     line,
                const char *format,
                ...)
{
  RgmFault fault;
  GString *message;
  va_list args;

  if (self->faults->len >= RGM_FAULTS_MAX)
    {
      self->left_out++;
      return;
    }

  va_start (args, format);
  fault.path = g_strdup (path);
  fault.line = line;
  message = g_string_new (NULL);
  rgm_text_append_vprintf (message, format, args);
  va_end (args);
  fault.message = g_string_free (message, FALSE);

  g_array_append_val (self->faults, fault);
}

/**
 * rgm_faults_get_size:
 * @self: a list
 *
 * Returns: how many faults are kept, at most %RGM_FAULTS_MAX
 */
guint
rgm_faults_get_size (const RgmFaults *self)
{
  return self->faults->len;
}

/**
 * rgm_faults_get_left_out:
 * @self: a list
 *
 * Returns: how many more there were than are kept
 */
guint
rgm_faults_get_left_out (const RgmFaults *self)
{
  return self->left_out;
}

/**
 * rgm_faults_get:
 * @self: a list
 * @index: below rgm_faults_get_size()
 *
 * Returns: (transfer none): the fault at @index
 */
const RgmFault *
rgm_faults_get (const RgmFaults *self,
                guint            index)
{
  g_return_val_if_fail (index < self->faults->len, NULL);

  return &g_array_index (self->faults, RgmFault, index);
}

static void
append_fault (GString        *text,
              const RgmFault *fault)
{
  if (fault->path != NULL)
    rgm_text_append_printf (text, "%s: ", fault->path);

  g_string_append (text, fault->message);

  if (fault->line > 0)
    {
      /* As text: xgettext can't see through a format macro. */
      g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, fault->line);

      g_string_append_c (text, ' ');
      /* Translators: where in a file a fault is, after its description. */
      g_string_append_printf (text, _("(line %s)"), line);
    }
}

/**
 * rgm_faults_to_text:
 * @self: a list
 * @prefix: (nullable): what stands at the head of every line, without the colon
 *
 * Each fault on a line of its own: 'prefix: path: message (line n)', and a last line
 * that counts what was left out.
 *
 * Returns: (transfer full): the text, with a line feed after each line
 */
char *
rgm_faults_to_text (const RgmFaults *self,
                    const char      *prefix)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->faults->len; i++)
    {
      if (prefix != NULL)
        rgm_text_append_printf (text, "%s: ", prefix);
      append_fault (text, &g_array_index (self->faults, RgmFault, i));
      g_string_append_c (text, '\n');
    }

  if (self->left_out > 0)
    {
      if (prefix != NULL)
        rgm_text_append_printf (text, "%s: ", prefix);
      g_string_append_printf (text,
                              ngettext ("and %u more problem", "and %u more problems", self->left_out),
                              self->left_out);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/**
 * rgm_faults_to_error:
 * @self: a list that isn't empty
 * @name: the name of the input, as a person knows it
 * @error: the return location for the error
 *
 * Sets @error to %RGM_ERROR_INPUT with the first fault, and how many there are if
 * there are more.
 */
void
rgm_faults_to_error (const RgmFaults *self,
                     const char      *name,
                     GError         **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint total = self->faults->len + self->left_out;

  g_return_if_fail (self->faults->len > 0);

  append_fault (text, &g_array_index (self->faults, RgmFault, 0));

  if (total > 1)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT,
                   ngettext ("%s: %s, and %u more problem", "%s: %s, and %u more problems", total - 1),
                   name, text->str, total - 1);
  else
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_INPUT, "%s: %s", name, text->str);
}
