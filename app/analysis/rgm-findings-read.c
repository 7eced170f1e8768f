/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-did-you-mean.h"
#include "rgm-error.h"
#include "rgm-findings-private.h"
#include "rgm-punctuation.h"

#define LINES "lines"

static RgmBiomarker *
get_marker (const RgmFindings *self,
            guint              marker)
{
  return g_ptr_array_index (self->markers, marker);
}

/* Letters without case, blanks and the hyphens that join words: "IHC 3+" and "ihc-3+" are one. */
static char *
squeeze (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *squeezed = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean joins = *at == '-' && g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (at)));

      if (character == 0x2212)
        g_string_append_c (squeezed, '-');
      else if (!joins && !g_unichar_isspace (character))
        g_string_append_unichar (squeezed, character);
    }

  return g_string_free (squeezed, FALSE);
}

static gboolean
means (const char *text,
       const char *word)
{
  g_autofree char *squeezed = squeeze (word);

  return g_str_equal (text, squeezed);
}

static guint
find_marker (const RgmFindings *self,
             const char        *word)
{
  g_autofree char *squeezed = squeeze (word);

  for (guint i = 0; i < self->markers->len; i++)
    {
      RgmBiomarker *marker = get_marker (self, i);

      if (means (squeezed, marker->id) || means (squeezed, marker->name))
        return i;
      for (guint j = 0; marker->synonyms[j] != NULL; j++)
        if (means (squeezed, marker->synonyms[j]))
          return i;
    }

  return G_MAXUINT;
}

static guint
find_value (RgmBiomarker *marker,
            const char   *word)
{
  g_autofree char *squeezed = squeeze (word);

  for (guint i = 0; i < marker->values->len; i++)
    {
      const RgmBiomarkerValue *value = g_ptr_array_index (marker->values, i);

      if (means (squeezed, value->id) || means (squeezed, value->name))
        return i;
      for (guint j = 0; value->synonyms[j] != NULL; j++)
        if (means (squeezed, value->synonyms[j]))
          return i;
    }

  return G_MAXUINT;
}

static void
complain_of_marker (const RgmFindings  *self,
                    const char         *word,
                    GError            **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *list = NULL;
  const char *similar;

  for (guint i = 0; i < self->markers->len; i++)
    g_ptr_array_add (known, (gpointer) get_marker (self, i)->id);
  g_ptr_array_add (known, (gpointer) LINES);
  g_ptr_array_add (known, NULL);
  list = rgm_join_words ((char **) known->pdata);
  similar = rgm_did_you_mean (word, (const char *const *) known->pdata);

  if (similar != NULL)
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no finding “%s”. Did you mean “%s”? Available findings: %s."), word, similar, list);
  else
    rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("There is no finding “%s”. Available findings: %s."), word, list);
}

static void
complain_of_value (RgmBiomarker  *marker,
                   const char    *word,
                   GError       **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < marker->values->len; i++)
    g_ptr_array_add (known, (gpointer) ((RgmBiomarkerValue *) g_ptr_array_index (marker->values, i))->id);
  g_ptr_array_add (known, NULL);
  list = rgm_join_words ((char **) known->pdata);

  /* Translators: what is tested, a value that it cannot have, and those that it can have. */
  rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("%s has no value “%s”. Possible values: %s."), marker->name, word, list);
}

static gboolean
read_lines (RgmFindings  *self,
            const char   *word,
            GError      **error)
{
  guint64 lines;

  if (!g_ascii_string_to_unsigned (word, 10, 0, 100, &lines, NULL))
    {
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected a whole number of earlier lines of therapy, found “%s”."), word);
      return FALSE;
    }
  if (self->lines >= 0 && self->lines != (gint64) lines)
    {
      g_set_error (error, RGM_ERROR, RGM_ERROR_CALL, _("The findings on earlier lines of therapy contradict each other: %d, %d."),
                   (int) self->lines, (int) lines);
      return FALSE;
    }
  self->lines = (gint64) lines;

  return TRUE;
}

static gboolean
read_value (RgmFindings  *self,
            guint         marker,
            const char   *word,
            gboolean      is_absent,
            GError      **error)
{
  guint value = find_value (get_marker (self, marker), word);
  GPtrArray *entered = g_ptr_array_index (self->entered, marker);
  g_autofree char *shown = NULL;
  gboolean changed = FALSE;

  if (value == G_MAXUINT)
    {
      complain_of_value (get_marker (self, marker), word, error);
      return FALSE;
    }

  shown = g_strconcat (is_absent ? "-" : "", ((RgmBiomarkerValue *) g_ptr_array_index (get_marker (self, marker)->values, value))->id, NULL);
  if (!g_ptr_array_find_with_equal_func (entered, shown, g_str_equal, NULL))
    g_ptr_array_add (entered, g_steal_pointer (&shown));

  return rgm_findings_set (self, marker, value, is_absent ? RGM_ANSWER_NO : RGM_ANSWER_YES, &changed, error);
}

/* 'her2:ihc-3+', '-her2:mutated', 'tumour:colorectal cancer'; the quotes are gone. */
static gboolean
read_fact (RgmFindings  *self,
           const char   *fact,
           GError      **error)
{
  gboolean is_absent = *fact == '-';
  const char *start = is_absent ? fact + 1 : fact;
  gsize length = strcspn (start, ":=");
  g_autofree char *word = g_strndup (start, length);
  g_auto (GStrv) values = NULL;
  guint marker;

  if (start[length] == '\0' || length == 0)
    {
      /* Translators: 'her2:ihc-3+' is what a program reads and stays as it is. */
      rgm_error_set (error, RGM_ERROR, RGM_ERROR_CALL, _("Expected a finding such as her2:ihc-3+, found “%s”."), fact);
      return FALSE;
    }

  if (g_ascii_strcasecmp (word, LINES) == 0 && !is_absent)
    return read_lines (self, start + length + 1, error);

  marker = find_marker (self, word);
  if (marker == G_MAXUINT)
    {
      complain_of_marker (self, word, error);
      return FALSE;
    }

  if (find_value (get_marker (self, marker), start + length + 1) != G_MAXUINT)
    return read_value (self, marker, start + length + 1, is_absent, error);

  values = g_strsplit (start + length + 1, ",", -1);
  for (guint i = 0; values[i] != NULL; i++)
    if (!read_value (self, marker, g_strstrip (values[i]), is_absent, error))
      return FALSE;

  return TRUE;
}

/*< private >
 * rgm_findings_read:
 * @self: findings in the making
 * @text: facts, with blanks between them; a blank within quotes is part of a value
 * @error: return location for a #GError
 *
 * Returns: whether all of them were understood
 */
gboolean
rgm_findings_read (RgmFindings  *self,
                   const char   *text,
                   GError      **error)
{
  g_autoptr (GString) fact = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_quote = character == '"' || character == 0x201C || character == 0x201D || character == 0x201E;

      if (character == 0 || (!is_quoted && g_unichar_isspace (character)))
        {
          if (fact->len > 0 && !read_fact (self, fact->str, error))
            return FALSE;
          g_string_truncate (fact, 0);
          if (character == 0)
            return TRUE;
        }
      else if (is_quote)
        {
          is_quoted = !is_quoted;
        }
      else
        {
          g_string_append_unichar (fact, character);
        }
    }
}
