/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-edit.h"
#include "rgm-kept-texts.h"

struct _RgmKeptTexts
{
  GPtrArray *entries;   /* of KeptText, the oldest first */
};

typedef struct
{
  RgmDataSet *data_set;
  char       *path;
  char       *text;
} KeptText;

static void
kept_text_free (gpointer data)
{
  KeptText *entry = data;

  g_object_unref (entry->data_set);
  g_free (entry->path);
  g_free (entry->text);
  g_free (entry);
}

RgmKeptTexts *
rgm_kept_texts_new (void)
{
  RgmKeptTexts *self = g_new0 (RgmKeptTexts, 1);

  self->entries = g_ptr_array_new_with_free_func (kept_text_free);

  return self;
}

void
rgm_kept_texts_free (RgmKeptTexts *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

void
rgm_kept_texts_clear (RgmKeptTexts *self)
{
  g_ptr_array_set_size (self->entries, 0);
}

/**
 * rgm_kept_texts_add:
 * @self: kept texts
 * @data_set: the revision that has the field
 * @path: the path of the field, see rgm-edit.h
 * @text: what was typed into it
 */
void
rgm_kept_texts_add (RgmKeptTexts *self,
                    RgmDataSet   *data_set,
                    const char   *path,
                    const char   *text)
{
  KeptText *entry = g_new0 (KeptText, 1);

  entry->data_set = g_object_ref (data_set);
  entry->path = g_strdup (path);
  entry->text = g_strdup (text);
  g_ptr_array_add (self->entries, entry);
}

/**
 * rgm_kept_texts_take:
 * @self: kept texts
 * @data_set: the revision that is shown
 * @path: the path of a field in it
 *
 * Returns: (transfer full) (nullable): the text that was typed into the field, which is kept no longer
 */
char *
rgm_kept_texts_take (RgmKeptTexts *self,
                     RgmDataSet   *data_set,
                     const char   *path)
{
  for (guint i = self->entries->len; i > 0; i--)
    {
      KeptText *entry = g_ptr_array_index (self->entries, i - 1);
      g_autofree char *at = rgm_edit_follow (entry->data_set, entry->path, data_set);

      if (g_strcmp0 (at, path) == 0)
        {
          char *text = g_steal_pointer (&entry->text);

          g_ptr_array_remove_index (self->entries, i - 1);
          return text;
        }
    }

  return NULL;
}

/**
 * rgm_kept_texts_find:
 * @self: kept texts
 * @data_set: the revision that is shown
 * @within: (nullable): the path of a record
 *
 * Returns: (transfer full) (nullable): the path of the first field, in that record or at all, that a text is kept for
 */
char *
rgm_kept_texts_find (RgmKeptTexts *self,
                     RgmDataSet   *data_set,
                     const char   *within)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const KeptText *entry = g_ptr_array_index (self->entries, i);
      char *at = rgm_edit_follow (entry->data_set, entry->path, data_set);

      if (at != NULL && (within == NULL || (g_str_has_prefix (at, within) && strchr ("/", at[strlen (within)]) != NULL)))
        return at;
      g_free (at);
    }

  return NULL;
}
