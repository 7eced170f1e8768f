/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "fuzz.h"
#include "rgm-error.h"
#include "rgm-story-edit.h"

static void
check_slide (RgmStory *story,
             guint     index)
{
  g_autoptr (GVariant) options = rgm_story_get_options (story, index);
  g_autoptr (GVariant) facets = rgm_story_get_facets (story, index);
  g_autofree char *key = rgm_story_get_key (story, index);

  g_assert_true (g_variant_is_normal_form (options));
  g_assert_true (g_variant_is_of_type (facets, G_VARIANT_TYPE ("a{sas}")));
  g_assert_nonnull (key);
}

/* A story, from any bytes: it is refused with a reason, or it is written as it will be read and written again, and
 * what is done and undone leaves nothing. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmStory) story = rgm_story_read (bytes, &error);
  g_autoptr (RgmStory) again = NULL;
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;

  if (story == NULL)
    {
      g_assert_true (g_error_matches (error, RGM_ERROR, RGM_ERROR_INPUT));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);

  once = rgm_story_write (story);
  again = rgm_story_read (once, &error);
  g_assert_no_error (error);
  twice = rgm_story_write (again);
  g_assert_true (g_bytes_equal (once, twice));

  for (guint i = 0; i < rgm_story_get_n_slides (story); i++)
    check_slide (story, i);
  if (rgm_story_get_n_slides (story) > 0)
    {
      guint last = rgm_story_get_n_slides (story) - 1;
      g_autoptr (RgmStory) copied = rgm_story_with_copy (story, last);
      g_autoptr (RgmStory) moved = rgm_story_with_move (copied, 0, last);
      g_autoptr (RgmStory) back = rgm_story_with_move (moved, last, 0);
      g_autoptr (RgmStory) same = rgm_story_without_slide (back, last);
      g_autoptr (GBytes) written = rgm_story_write (same);

      g_assert_true (g_bytes_equal (once, written));
    }

  return 0;
}
