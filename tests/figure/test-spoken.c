/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "evidence.h"
#include "rgm-frame.h"
#include "rgm-scene-item.h"

/* Every text of a scene is in what is spoken: a text within a mark in the mark's own sentence, any other in what is said
 * of the figure. Letter by letter they differ, as '24/53' is said '24 of 53'; so words and numbers are sought one by one. */

static gboolean
is_part (gunichar c)
{
  return g_unichar_isalnum (c) || c == '.' || g_unichar_ismark (c);
}

/* The words and numbers of a text, as a set; a full stop is part of a number only. */
static GHashTable *
take_apart (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *at = folded;

  while (*at != '\0')
    {
      const char *end;
      char *word;

      while (*at != '\0' && !is_part (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      for (end = at; *end != '\0' && is_part (g_utf8_get_char (end)); end = g_utf8_next_char (end))
        continue;
      word = g_strndup (at, (gsize) (end - at));
      while (g_str_has_suffix (word, "."))
        word[strlen (word) - 1] = '\0';
      if (*word != '\0')
        g_hash_table_add (words, word);
      else
        g_free (word);
      at = end;
    }

  return words;
}

/* What of a text isn't in what is spoken; NULL if all is. */
static char *
find_unspoken (const char *text,
               GHashTable *spoken,
               GHashTable *explained)
{
  g_autoptr (GHashTable) words = take_apart (text);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (spoken, word) &&
        /* An abbreviation is explained in the note; a number is never anybody else's. */
        (g_ascii_isdigit (*(const char *) word) || explained == NULL || !g_hash_table_contains (explained, word)))
      return g_strdup (word);

  return NULL;
}

static gboolean
is_scale (const RgmSceneGroup *group)
{
  return group->role == RGM_SCENE_ROLE_AXIS || group->role == RGM_SCENE_ROLE_GRID || group->role == RGM_SCENE_ROLE_REFERENCE;
}

static void
check_spoken (RgmFigure *figure)
{
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 1280, 0);
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  g_autofree char *description = rgm_frame_describe (frame, scene);
  g_autoptr (GString) all = g_string_new (frame->title);
  g_autoptr (GHashTable) of_figure = NULL;
  guint n_items, n_texts = 0, mark_end = 0, scale_end = 0;
  const RgmSceneItem *items = rgm_scene_get_items (scene, &n_items);
  g_autoptr (GHashTable) of_mark = NULL;

  if (frame->caveat != NULL)
    g_assert_true (g_str_has_prefix (description, frame->caveat));

  g_string_append_printf (all, "\n%s", description);
  for (guint i = 0; i < rgm_scene_get_n_marks (scene); i++)
    {
      g_assert_nonnull (rgm_scene_get_mark (scene, i)->sentence);
      g_string_append_printf (all, "\n%s", rgm_scene_get_mark (scene, i)->sentence);
    }
  /* As a missing text would be spoken. */
  g_assert_null (strstr (all->str, "(null)"));
  of_figure = take_apart (all->str);

  for (guint i = 0; i < n_items; i++)
    {
      const RgmSceneItem *item = &items[i];

      if (item->kind == RGM_SCENE_ITEM_GROUP)
        {
          const RgmSceneGroup *group = rgm_scene_get_group (scene, item->group.index);

          if (rgm_scene_role_is_mark (group->role))
            {
              g_clear_pointer (&of_mark, g_hash_table_unref);
              of_mark = take_apart (group->sentence);
              mark_end = item->group.end;
            }
          else if (is_scale (group))
            {
              scale_end = item->group.end;
            }
        }
      else if (item->kind == RGM_SCENE_ITEM_TEXT && i >= scale_end)
        {
          g_autofree char *unspoken = find_unspoken (item->text.text, i < mark_end ? of_mark : of_figure,
                                                     i < mark_end ? of_figure : NULL);

          if (unspoken != NULL)
            g_error ("%s: “%s” of “%s” isn’t spoken", rgm_figure_get_kind (figure)->id, unspoken, item->text.text);
          n_texts++;
        }
    }
  g_assert_cmpuint (n_texts, >, 20);
}

static void
test_response (void)
{
  static const char * const groups[] = { "none", "class", "regimen" };
  static const char * const models[] = { "glmm", "reml", "common" };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < G_N_ELEMENTS (models); j++)
      {
        g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);

        evidence_set_text (figure, "by", groups[i]);
        evidence_set_text (figure, "model", models[j]);
        g_assert_true (rgm_figure_set_option (figure, "published", g_variant_new_boolean (i == 0)));
        check_spoken (figure);
      }
}

static void
test_excluded (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);
  const char * const excluded[] = { "destiny-crc01", NULL };

  g_assert_true (rgm_figure_set_option (figure, "excluded", g_variant_new_strv (excluded, -1)));
  check_spoken (figure);
}

static void
test_survival (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("survival", NULL);

  check_spoken (figure);
  evidence_set_text (figure, "by", "class");
  check_spoken (figure);
}

static void
test_scatter (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("scatter", NULL);

  check_spoken (figure);
}

static void
test_pathway (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("pathway", NULL);
  const char * const agents[] = { "trastuzumab", "t-dxd", NULL };

  check_spoken (figure);
  g_assert_true (rgm_figure_set_option (figure, "agents", g_variant_new_strv (agents, -1)));
  check_spoken (figure);
}

/* The marks of a class are told from those of another without the heading. */
static void
test_class_is_spoken (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("response", NULL);
  g_autoptr (RgmScene) scene = NULL;
  g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_pooled = 0;

  evidence_set_text (figure, "by", "class");
  scene = evidence_lay_out (figure, 1280, 0);
  for (guint i = 0; i < rgm_scene_get_n_marks (scene); i++)
    {
      const RgmSceneGroup *mark = rgm_scene_get_mark (scene, i);

      n_pooled += mark->role == RGM_SCENE_ROLE_POOLED;
      g_assert_true (g_hash_table_add (sentences, (gpointer) mark->sentence));
      if (mark->role == RGM_SCENE_ROLE_POOLED)
        g_assert_false (g_str_has_prefix (mark->sentence, "Typical arm"));
    }
  g_assert_cmpuint (n_pooled, >, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/spoken/response", test_response);
  g_test_add_func ("/figure/spoken/excluded", test_excluded);
  g_test_add_func ("/figure/spoken/survival", test_survival);
  g_test_add_func ("/figure/spoken/scatter", test_scatter);
  g_test_add_func ("/figure/spoken/pathway", test_pathway);
  g_test_add_func ("/figure/spoken/class", test_class_is_spoken);

  return g_test_run ();
}
