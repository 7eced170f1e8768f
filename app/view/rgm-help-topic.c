/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-help-topic.h"

#include <string.h>

#include <gio/gio.h>

/* The elements that stand within text, and the Pango markup that shows them. */
static const struct
{
  const char *element;
  const char *tag;
} inlines[] = {
  { "gui", "b" },
  { "em", "i" },
  { "key", "tt" },
  { "input", "tt" },
  { "code", "tt" },
  { "cmd", "tt" },
  { "keyseq", NULL },
  { "link", NULL },
};

typedef struct
{
  RgmHelpTopic *topic;
  GPtrArray    *path;    /* of the elements that are open */
  GString      *text;    /* while a text is read */
  gboolean      is_sort; /* whether it is a title to sort by */
  guint         step;
  char         *id;      /* of the section or figure that is open */
} Reader;

static void
block_free (gpointer data)
{
  RgmHelpBlock *block = data;

  g_free (block->text);
  g_free (block->id);
  g_free (block);
}

static gboolean
is_inline (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      return TRUE;

  return FALSE;
}

/* The open element that is @above elements above the innermost, or "". */
static const char *
get_open (const Reader *reader,
          guint         above)
{
  return reader->path->len > above ? g_ptr_array_index (reader->path, reader->path->len - 1 - above) : "";
}

static gboolean
is_within (const Reader *reader,
           const char   *element)
{
  return g_ptr_array_find_with_equal_func (reader->path, element, g_str_equal, NULL);
}

/* Only what xgettext escapes, so that the text is the message that translators see. */
static void
append_escaped (GString    *text,
                const char *words,
                gsize       length)
{
  for (gsize i = 0; i < length; i++)
    switch (words[i])
      {
      case '&':
        g_string_append (text, "&amp;");
        break;
      case '<':
        g_string_append (text, "&lt;");
        break;
      case '>':
        g_string_append (text, "&gt;");
        break;
      default:
        g_string_append_c (text, words[i]);
      }
}

static const char *
get_attribute (const char **names,
               const char **values,
               const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

static void
open_inline (Reader      *reader,
             const char  *element,
             const char **names,
             const char **values)
{
  const char *target = get_attribute (names, values, "xref");

  if (target != NULL)
    g_string_append_printf (reader->text, "<%s xref=\"%s\">", element, target);
  else
    g_string_append_printf (reader->text, "<%s>", element);
}

static void
on_start (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  Reader *reader = data;
  RgmHelpTopic *topic = reader->topic;

  if (reader->text != NULL && is_inline (element))
    {
      open_inline (reader, element, names, values);
      g_ptr_array_add (reader->path, g_strdup (element));
      return;
    }

  if (g_str_equal (element, "page"))
    topic->id = g_strdup (get_attribute (names, values, "id"));
  else if (g_str_equal (element, "link"))
    {
      const char *guide = get_attribute (names, values, "xref");

      if (guide != NULL && g_str_has_prefix (guide, "index#"))
        topic->section = g_strdup (guide + strlen ("index#"));
    }
  else if (g_str_equal (element, "section"))
    {
      g_free (reader->id);
      reader->id = g_strdup (get_attribute (names, values, "id"));
    }
  else if (g_str_equal (element, "media"))
    {
      const char *file = get_attribute (names, values, "src");

      g_free (reader->id);
      reader->id = file != NULL ? g_path_get_basename (file) : NULL;
    }
  else if (g_str_equal (element, "steps"))
    reader->step = 0;
  else if (g_str_equal (element, "item"))
    reader->step++;
  else if (g_str_equal (element, "p") || g_str_equal (element, "title") || g_str_equal (element, "desc") ||
           g_str_equal (element, "screen"))
    {
      reader->text = g_string_new (NULL);
      reader->is_sort = g_strcmp0 (get_attribute (names, values, "type"), "sort") == 0;
    }

  g_ptr_array_add (reader->path, g_strdup (element));
}

/* What a finished text is, by the elements that contain it. */
static RgmHelpBlockKind
get_kind (const Reader *reader,
          const char   *element)
{
  if (g_str_equal (element, "screen"))
    return RGM_HELP_SCREEN;
  if (g_str_equal (element, "title"))
    return g_str_equal (get_open (reader, 1), "item") ? RGM_HELP_TERM : RGM_HELP_HEADING;
  if (is_within (reader, "media"))
    return RGM_HELP_PICTURE;
  if (is_within (reader, "td"))
    return RGM_HELP_CELL;
  if (is_within (reader, "note"))
    return RGM_HELP_NOTE;
  if (is_within (reader, "steps"))
    return RGM_HELP_STEP;
  if (is_within (reader, "terms"))
    return RGM_HELP_INDENTED;
  return is_within (reader, "list") ? RGM_HELP_ITEM : RGM_HELP_PARAGRAPH;
}

static void
take_text (Reader     *reader,
           const char *element)
{
  g_autofree char *text = g_string_free (g_steal_pointer (&reader->text), FALSE);
  RgmHelpTopic *topic = reader->topic;
  RgmHelpBlock *block;

  if (is_within (reader, "info"))
    {
      if (g_str_equal (element, "desc"))
        topic->summary = g_steal_pointer (&text);
      else if (g_str_equal (element, "title") && reader->is_sort)
        topic->sort = g_steal_pointer (&text);
      return;
    }
  if (g_str_equal (element, "title") && g_str_equal (get_open (reader, 1), "page"))
    {
      topic->title = g_steal_pointer (&text);
      return;
    }

  block = g_new0 (RgmHelpBlock, 1);
  block->kind = get_kind (reader, element);
  block->text = g_steal_pointer (&text);
  block->number = reader->step;
  if (block->kind == RGM_HELP_HEADING || block->kind == RGM_HELP_PICTURE)
    block->id = g_strdup (reader->id);
  g_ptr_array_add (topic->blocks, block);
}

static void
on_end (GMarkupParseContext  *context,
        const char           *element,
        gpointer              data,
        GError              **error)
{
  Reader *reader = data;

  if (reader->text != NULL && is_inline (element))
    g_string_append_printf (reader->text, "</%s>", element);
  else if (reader->text != NULL)
    take_text (reader, element);
  g_ptr_array_remove_index (reader->path, reader->path->len - 1);
}

static void
on_text (GMarkupParseContext  *context,
         const char           *words,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  Reader *reader = data;

  if (reader->text == NULL)
    return;
  if (g_str_equal (get_open (reader, 0), "screen"))
    g_string_append_len (reader->text, words, (gssize) length);
  else
    append_escaped (reader->text, words, length);
}

/**
 * rgm_help_topic_parse:
 * @source: a page in Mallard, of the elements that the help uses
 * @length: its length in bytes, or -1 if it is NUL-terminated
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the topic; %NULL with @error set if @source is not well-formed
 */
RgmHelpTopic *
rgm_help_topic_parse (const char  *source,
                      gssize       length,
                      GError     **error)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  g_autoptr (RgmHelpTopic) topic = g_new0 (RgmHelpTopic, 1);
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .topic = topic, .path = path };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  gboolean parsed;

  topic->blocks = g_ptr_array_new_with_free_func (block_free);
  parsed = g_markup_parse_context_parse (context, source, length, error) && g_markup_parse_context_end_parse (context, error);
  if (reader.text != NULL)
    g_string_free (reader.text, TRUE);
  g_free (reader.id);

  return parsed ? g_steal_pointer (&topic) : NULL;
}

/**
 * rgm_help_topic_load:
 * @id: the id of a topic
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the topic, of those that the program has within it; %NULL with @error set if there is none
 */
RgmHelpTopic *
rgm_help_topic_load (const char  *id,
                     GError     **error)
{
  g_autofree char *path = g_strdup_printf ("%s%s.page", RGM_HELP_PATH, id);
  g_autoptr (GBytes) source = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return source != NULL ? rgm_help_topic_parse (g_bytes_get_data (source, NULL), (gssize) g_bytes_get_size (source), error) : NULL;
}

/**
 * rgm_help_topic_find:
 * @self: a topic
 * @section: the id of a section
 *
 * Returns: (nullable): the heading of the section
 */
const RgmHelpBlock *
rgm_help_topic_find (const RgmHelpTopic *self,
                     const char         *section)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const RgmHelpBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == RGM_HELP_HEADING && g_strcmp0 (block->id, section) == 0)
        return block;
    }

  return NULL;
}

/**
 * rgm_help_link_get_topic:
 * @link: the id of a topic, or a topic and one of its sections: 'heterogeneity#model'
 * @section: (out) (nullable): the section
 *
 * Returns: (transfer full): the topic
 */
char *
rgm_help_link_get_topic (const char  *link,
                         const char **section)
{
  const char *sign = strchr (link, '#');

  *section = sign != NULL ? sign + 1 : NULL;

  return sign != NULL ? g_strndup (link, (gsize) (sign - link)) : g_strdup (link);
}

/**
 * rgm_help_link_get_title:
 * @link: as for rgm_help_link_get_topic()
 *
 * Returns: (transfer full): the title of the section, or of the topic, as plain text in the user's language
 */
char *
rgm_help_link_get_title (const char *link)
{
  const char *section;
  g_autofree char *id = rgm_help_link_get_topic (link, &section);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmHelpTopic) topic = rgm_help_topic_load (id, &error);
  const RgmHelpBlock *heading = topic != NULL && section != NULL ? rgm_help_topic_find (topic, section) : NULL;

  if (topic == NULL || (section != NULL && heading == NULL))
    {
      g_warning ("There is nothing in the help at “%s”.", link);
      return g_strdup (link);
    }

  return rgm_help_text_to_plain (g_dgettext (GETTEXT_PACKAGE, heading != NULL ? heading->text : topic->title));
}

/**
 * rgm_help_topic_free:
 * @self: (transfer full): a topic
 */
void
rgm_help_topic_free (RgmHelpTopic *self)
{
  g_free (self->id);
  g_free (self->section);
  g_free (self->sort);
  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

typedef struct
{
  GString *markup;
  guint    n_keys;  /* of a sequence of keys, so far */
} Writer;

static const char *
find_tag (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      return inlines[i].tag;

  return NULL;
}

static void
on_inline_start (GMarkupParseContext  *context,
                 const char           *element,
                 const char          **names,
                 const char          **values,
                 gpointer              data,
                 GError              **error)
{
  Writer *writer = data;
  const char *tag = find_tag (element);

  if (g_str_equal (element, "keyseq"))
    writer->n_keys = 0;
  if (g_str_equal (element, "key"))
    {
      const GSList *open = g_markup_parse_context_get_element_stack (context)->next;

      if (open != NULL && g_str_equal (open->data, "keyseq") && writer->n_keys++ > 0)
        g_string_append_c (writer->markup, '+');
    }
  if (g_str_equal (element, "link"))
    {
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">", get_attribute (names, values, "xref"));

      g_string_append (writer->markup, link);
    }
  else if (tag != NULL)
    g_string_append_printf (writer->markup, "<%s>", tag);
}

static void
on_inline_end (GMarkupParseContext  *context,
               const char           *element,
               gpointer              data,
               GError              **error)
{
  Writer *writer = data;
  const char *tag = g_str_equal (element, "link") ? "a" : find_tag (element);

  if (tag != NULL)
    g_string_append_printf (writer->markup, "</%s>", tag);
}

static void
on_inline_text (GMarkupParseContext  *context,
                const char           *words,
                gsize                 length,
                gpointer              data,
                GError              **error)
{
  Writer *writer = data;

  append_escaped (writer->markup, words, length);
}

/**
 * rgm_help_text_to_markup:
 * @text: a text with inline elements, perhaps a translation
 *
 * Returns: (transfer full): the text in Pango markup, with links to topics as they are in the source; a text that is not
 *   well-formed is shown as it is
 */
char *
rgm_help_text_to_markup (const char *text)
{
  static const GMarkupParser parser = { .start_element = on_inline_start, .end_element = on_inline_end, .text = on_inline_text };
  g_autofree char *whole = g_strdup_printf ("<p>%s</p>", text);
  g_autoptr (GString) markup = g_string_new (NULL);
  Writer writer = { .markup = markup };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &writer, NULL);

  if (g_markup_parse_context_parse (context, whole, -1, NULL) && g_markup_parse_context_end_parse (context, NULL))
    return g_strdup (markup->str);

  return g_markup_escape_text (text, -1);
}

static void
on_plain_text (GMarkupParseContext  *context,
               const char           *words,
               gsize                 length,
               gpointer              data,
               GError              **error)
{
  g_string_append_len (data, words, (gssize) length);
}

/**
 * rgm_help_text_to_plain:
 * @text: a text with inline elements
 *
 * Returns: (transfer full): its words alone
 */
char *
rgm_help_text_to_plain (const char *text)
{
  g_autofree char *whole = g_strdup_printf ("<p>%s</p>", text);
  static const GMarkupParser parser = { .text = on_plain_text };
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, plain, NULL);

  if (g_markup_parse_context_parse (context, whole, -1, NULL) && g_markup_parse_context_end_parse (context, NULL))
    return g_strdup (plain->str);

  return g_strdup (text);
}
