/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-document-step.h"

#define MEMBER RGM_FIELD_MEMBER
#define DESCRIPTION (&rgm_data_set_description)

/* One list of the data set before and after a step. */
typedef struct
{
  const RgmField *field;
  guint           start;
  GPtrArray      *before;
  GPtrArray      *after;
} ListPatch;

static void
patch_free (gpointer data)
{
  ListPatch *patch = data;

  g_ptr_array_unref (patch->before);
  g_ptr_array_unref (patch->after);
  g_free (patch);
}

static gpointer
share (const RgmDescription *description,
       gpointer              record)
{
  return description->is_object ? g_object_ref (record) : rgm_record_new (description, record);
}

static GPtrArray *
slice (const RgmDescription *description,
       GPtrArray            *records,
       guint                 start,
       guint                 end)
{
  GPtrArray *part = rgm_description_new_array (description, end - start);

  for (guint i = start; i < end; i++)
    g_ptr_array_add (part, share (description, g_ptr_array_index (records, i)));

  return part;
}

static gboolean
is_same (const RgmDescription *description,
         gpointer              one,
         gpointer              other)
{
  return one == other || (!description->is_object && rgm_record_equal (description, one, other));
}

static void
add_patch (GPtrArray      *patches,
           const RgmField *field,
           GPtrArray      *before,
           GPtrArray      *after)
{
  guint least = MIN (before->len, after->len);
  guint start = 0;
  guint end = 0;
  ListPatch *patch;

  while (start < least && is_same (field->element, g_ptr_array_index (before, start), g_ptr_array_index (after, start)))
    start++;
  while (end < least - start && is_same (field->element, g_ptr_array_index (before, before->len - 1 - end),
                                         g_ptr_array_index (after, after->len - 1 - end)))
    end++;
  if (start + end == before->len && start + end == after->len)
    return;

  patch = g_new (ListPatch, 1);
  patch->field = field;
  patch->start = start;
  patch->before = slice (field->element, before, start, before->len - end);
  patch->after = slice (field->element, after, start, after->len - end);
  g_ptr_array_add (patches, patch);
}

static void
set_change (RgmDocumentStep *step,
            RgmDataSet      *before,
            RgmDataSet      *after)
{
  g_ptr_array_set_size (step->patches, 0);
  g_clear_object (&step->before);
  g_clear_object (&step->after);

  for (guint i = 0; i < DESCRIPTION->n_fields; i++)
    {
      const RgmField *field = &DESCRIPTION->fields[i];

      if (field->kind == RGM_FIELD_RECORDS)
        add_patch (step->patches, field, MEMBER (before, field, GPtrArray *), MEMBER (after, field, GPtrArray *));
      else if (!rgm_field_equal (field, before, after))
        {
          g_set_object (&step->before, before);
          g_set_object (&step->after, after);
        }
    }
}

static GPtrArray *
splice (const ListPatch *patch,
        GPtrArray   *records,
        guint        n_removed,
        GPtrArray   *added)
{
  const RgmDescription *element = patch->field->element;
  GPtrArray *spliced = rgm_description_new_array (element, records->len - n_removed + added->len);

  for (guint i = 0; i < patch->start; i++)
    g_ptr_array_add (spliced, share (element, g_ptr_array_index (records, i)));
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add (spliced, share (element, g_ptr_array_index (added, i)));
  for (guint i = patch->start + n_removed; i < records->len; i++)
    g_ptr_array_add (spliced, share (element, g_ptr_array_index (records, i)));

  return spliced;
}

/**
 * rgm_document_step_new:
 * @name: what was done
 * @key: (nullable): steps in a row with the same key are one
 * @before: the revision before it
 * @after: the revision after it
 * @texts_before: what is typed and can't be stored, see rgm-typed-texts.h, before it
 * @texts_after: the same after it
 */
RgmDocumentStep *
rgm_document_step_new (const char *name,
                       const char *key,
                       RgmDataSet *before,
                       RgmDataSet *after,
                       GVariant   *texts_before,
                       GVariant   *texts_after)
{
  RgmDocumentStep *self = g_new0 (RgmDocumentStep, 1);

  self->name = g_strdup (name);
  self->key = g_strdup (key);
  self->patches = g_ptr_array_new_with_free_func (patch_free);
  self->texts_before = g_variant_ref (texts_before);
  self->texts_after = g_variant_ref (texts_after);
  set_change (self, before, after);

  return self;
}

void
rgm_document_step_free (RgmDocumentStep *self)
{
  g_free (self->name);
  g_free (self->key);
  g_ptr_array_unref (self->patches);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_variant_unref (self->texts_before);
  g_variant_unref (self->texts_after);
  g_free (self);
}

/**
 * rgm_document_step_extend:
 * @self: a step
 * @key: its key from now on
 * @now: the revision after it
 * @after: the revision after it from now on
 * @texts_after: what is typed and can't be stored after it from now on
 */
void
rgm_document_step_extend (RgmDocumentStep *self,
                          const char      *key,
                          RgmDataSet      *now,
                          RgmDataSet      *after,
                          GVariant        *texts_after)
{
  g_autoptr (RgmDataSet) before = rgm_document_step_take (self, now, TRUE);

  set_change (self, before, after);
  if (!g_str_equal (self->key, key))
    {
      g_free (self->key);
      self->key = g_strdup (key);
    }
  g_variant_ref (texts_after);
  g_variant_unref (self->texts_after);
  self->texts_after = texts_after;
}

/* Whether it changed the data set. */
gboolean
rgm_document_step_is_change (const RgmDocumentStep *self)
{
  return self->patches->len > 0 || self->before != NULL;
}

/* Whether it leads to where it began, as when a field has again what it had. */
gboolean
rgm_document_step_is_nothing (const RgmDocumentStep *self)
{
  return !rgm_document_step_is_change (self) && g_variant_equal (self->texts_before, self->texts_after);
}

/**
 * rgm_document_step_take:
 * @self: a step
 * @data_set: the revision after it, or before it
 * @is_back: which of them
 *
 * Returns: (transfer full): the revision on the other side
 */
RgmDataSet *
rgm_document_step_take (const RgmDocumentStep *self,
                        RgmDataSet            *data_set,
                        gboolean               is_back)
{
  RgmDataSet *whole = is_back ? self->before : self->after;
  g_autoptr (GPtrArray) made = NULL;
  RgmDataSet fields;

  if (whole != NULL)
    return g_object_ref (whole);
  if (self->patches->len == 0)
    return g_object_ref (data_set);

  made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  fields = *data_set;
  for (guint i = 0; i < self->patches->len; i++)
    {
      const ListPatch *patch = g_ptr_array_index (self->patches, i);
      GPtrArray **member = &MEMBER (&fields, patch->field, GPtrArray *);

      *member = is_back ? splice (patch, *member, patch->after->len, patch->before)
                        : splice (patch, *member, patch->before->len, patch->after);
      g_ptr_array_add (made, *member);
    }

  return rgm_record_new (DESCRIPTION, &fields);
}
