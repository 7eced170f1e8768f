/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-edit.h"
#include "rgm-typed-texts.h"

static GVariant *
end_texts (GVariantBuilder *builder)
{
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/* None. */
GVariant *
rgm_typed_texts_new (void)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (RGM_TYPED_TEXTS));

  return end_texts (&builder);
}

/**
 * rgm_typed_texts_set:
 * @texts: texts
 * @path: the path of a field
 * @text: (nullable): what is typed there; %NULL for nothing that can't be stored
 *
 * Returns: (transfer full): the texts with that one
 */
GVariant *
rgm_typed_texts_set (GVariant   *texts,
                     const char *path,
                     const char *text)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (RGM_TYPED_TEXTS));
  GVariantIter iter;
  const char *each_path, *each;

  g_variant_iter_init (&iter, texts);
  while (g_variant_iter_next (&iter, "{&s&s}", &each_path, &each))
    if (!g_str_equal (each_path, path))
      g_variant_builder_add (&builder, "{ss}", each_path, each);
  if (text != NULL)
    g_variant_builder_add (&builder, "{ss}", path, text);

  return end_texts (&builder);
}

/**
 * rgm_typed_texts_follow:
 * @texts: texts
 * @data_set: the revision that they were typed into
 * @revision: another revision
 *
 * Returns: (transfer full): those whose fields are in the other revision, by their paths there
 */
GVariant *
rgm_typed_texts_follow (GVariant   *texts,
                        RgmDataSet *data_set,
                        RgmDataSet *revision)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (RGM_TYPED_TEXTS));
  GVariantIter iter;
  const char *path, *text;

  g_variant_iter_init (&iter, texts);
  while (g_variant_iter_next (&iter, "{&s&s}", &path, &text))
    {
      g_autofree char *at = rgm_edit_follow (data_set, path, revision);

      if (at != NULL)
        g_variant_builder_add (&builder, "{ss}", at, text);
    }

  return end_texts (&builder);
}
