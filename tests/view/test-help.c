/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-figure-kinds.h"
#include "rgm-help-topic.h"
#include "rgm-selection.h"
#include "rgm-view.h"

/* The help in the source folder, every page of it. */

static GHashTable *
read_topics (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("REGIMEN_SOURCE_ROOT"), "data", "help", "C", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GHashTable *topics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) rgm_help_topic_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *file = NULL;
      g_autoptr (GError) error = NULL;
      RgmHelpTopic *topic;

      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      topic = rgm_help_topic_parse (text, -1, &error);
      g_assert_no_error (error);
      file = g_strconcat (topic->id, ".page", NULL);
      g_assert_cmpstr (file, ==, name);
      g_hash_table_insert (topics, topic->id, topic);
    }

  return topics;
}

static void
check_links (GHashTable *topics,
             const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("xref=\"([^\"#]*)#?([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *id = g_match_info_fetch (match, 1);
      g_autofree char *section = g_match_info_fetch (match, 2);
      const RgmHelpTopic *topic = g_hash_table_lookup (topics, id);

      g_assert_nonnull (topic);
      g_assert_true (*section == '\0' || rgm_help_topic_find (topic, section) != NULL);
    }
}

static void
test_links_lead_somewhere (void)
{
  g_autoptr (GHashTable) topics = read_topics ();
  const RgmHelpTopic *index = g_hash_table_lookup (topics, "index");
  GHashTableIter each;
  gpointer topic;

  g_assert_nonnull (index);
  g_hash_table_iter_init (&each, topics);
  while (g_hash_table_iter_next (&each, NULL, &topic))
    {
      const RgmHelpTopic *self = topic;

      g_assert_nonnull (self->title);
      if (self != index)
        {
          g_assert_nonnull (self->section);
          g_assert_nonnull (rgm_help_topic_find (index, self->section));
          g_assert_nonnull (self->summary);
          g_assert_nonnull (self->sort);
        }
      for (guint i = 0; i < self->blocks->len; i++)
        check_links (topics, ((const RgmHelpBlock *) g_ptr_array_index (self->blocks, i))->text);
    }
}

/* The place that a link names is there: in the source, and in the program. */
static void
check_place (GHashTable *topics,
             const char *link)
{
  const char *section;
  g_autofree char *id = rgm_help_link_get_topic (link, &section);
  const RgmHelpTopic *topic = g_hash_table_lookup (topics, id);
  g_autoptr (RgmHelpTopic) loaded = rgm_help_topic_load (id, NULL);
  g_autofree char *title = NULL;

  g_test_message ("%s", link);
  g_assert_nonnull (topic);
  g_assert_true (section == NULL || rgm_help_topic_find (topic, section) != NULL);
  g_assert_nonnull (loaded);
  title = rgm_help_link_get_title (link);
  g_assert_cmpstr (title, !=, "");
}

/* What a panel shows stands under the title of a section, which no other group of the panel has. What draws
 * the numbers of arms explains its statistics. */
static void
check_options (GHashTable          *topics,
               const RgmFigureKind *kind)
{
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = NULL;

  for (guint i = 0; i < kind->n_options; i++)
    {
      const RgmOption *option = &kind->options[i];

      g_test_message ("%s: %s", kind->id, option->key);
      g_assert_nonnull (option->topic);
      check_place (topics, option->topic);
      if (option->label == NULL)
        continue;
      g_assert_nonnull (strchr (option->topic, '#'));
      if (g_strcmp0 (option->topic, last) != 0)
        g_assert_true (g_hash_table_add (before, (gpointer) option->topic));
      last = option->topic;
    }
  g_assert_true (kind->statistics != NULL || rgm_figure_kind_find_option (kind, "arms") == NULL);
  for (guint i = 0; kind->statistics != NULL && kind->statistics[i] != NULL; i++)
    check_place (topics, kind->statistics[i]);
}

static void
test_every_option_names_its_place (void)
{
  g_autoptr (GHashTable) topics = read_topics ();
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_auto (GStrv) kinds = rgm_figure_list_kinds ();

  g_assert_nonnull (kinds[0]);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (RgmFigure) figure = rgm_figure_new (kinds[i], selection);

      check_options (topics, rgm_figure_get_kind (figure));
    }
}

static void
test_a_topic_is_read (void)
{
  static const char source[] =
    "<page xmlns='http://projectmallard.org/1.0/' id='x'><info><link type='guide' xref='index#start'/><title type='sort'>7</title>"
    "<desc>About</desc></info><title>Title</title><p>One &lt; <em>two</em> &amp; <link xref='y#z'>there</link></p>"
    "<section id='s'><title>Section</title><steps><item><p>First</p></item><item><p>Second</p></item></steps>"
    "<terms><item><title>Term</title><p>Meaning</p></item></terms><screen>a\n b</screen></section></page>";
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmHelpTopic) topic = rgm_help_topic_parse (source, -1, &error);
  static const struct
  {
    RgmHelpBlockKind kind;
    const char *text;
  } expected[] = {
    { RGM_HELP_PARAGRAPH, "One &lt; <em>two</em> &amp; <link xref=\"y#z\">there</link>" },
    { RGM_HELP_HEADING, "Section" },
    { RGM_HELP_STEP, "First" },
    { RGM_HELP_STEP, "Second" },
    { RGM_HELP_TERM, "Term" },
    { RGM_HELP_INDENTED, "Meaning" },
    { RGM_HELP_SCREEN, "a\n b" },
  };
  g_autofree char *markup = NULL;
  g_autofree char *plain = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (topic->id, ==, "x");
  g_assert_cmpstr (topic->section, ==, "start");
  g_assert_cmpstr (topic->sort, ==, "7");
  g_assert_cmpstr (topic->summary, ==, "About");
  g_assert_cmpstr (topic->title, ==, "Title");
  g_assert_cmpuint (topic->blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const RgmHelpBlock *block = g_ptr_array_index (topic->blocks, i);

      g_assert_cmpint (block->kind, ==, expected[i].kind);
      g_assert_cmpstr (block->text, ==, expected[i].text);
    }

  markup = rgm_help_text_to_markup (expected[0].text);
  plain = rgm_help_text_to_plain (expected[0].text);
  g_assert_cmpstr (markup, ==, "One &lt; <i>two</i> &amp; <a href=\"y#z\">there</a>");
  g_assert_cmpstr (plain, ==, "One < two & there");
}

static void
test_keys_are_joined (void)
{
  g_autofree char *markup = rgm_help_text_to_markup ("Press <keyseq><key>Ctrl</key><key>Z</key></keyseq> or <key>Esc</key>");

  g_assert_cmpstr (markup, ==, "Press <tt>Ctrl</tt>+<tt>Z</tt> or <tt>Esc</tt>");
}

static void
test_a_faulty_translation_is_shown_as_it_is (void)
{
  g_autofree char *markup = rgm_help_text_to_markup ("<em>open");

  g_assert_cmpstr (markup, ==, "&lt;em&gt;open");
}

static void
test_a_faulty_page_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rgm_help_topic_parse ("<page><title>", -1, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  rgm_view_init ();

  g_test_add_func ("/view/help/links", test_links_lead_somewhere);
  g_test_add_func ("/view/help/options", test_every_option_names_its_place);
  g_test_add_func ("/view/help/topic", test_a_topic_is_read);
  g_test_add_func ("/view/help/keys", test_keys_are_joined);
  g_test_add_func ("/view/help/translation", test_a_faulty_translation_is_shown_as_it_is);
  g_test_add_func ("/view/help/fault", test_a_faulty_page_is_refused);

  return g_test_run ();
}
