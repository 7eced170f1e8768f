/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include "rgm-json-writer.h"
#include "rgm-reference-list.h"
#include "rgm-source.h"

static const RgmEnumTerm formats[] = {
  RGM_ENUM_TERM (RGM_REFERENCE_RIS, "ris", NULL),
  RGM_ENUM_TERM (RGM_REFERENCE_BIBTEX, "bibtex", NULL),
  RGM_ENUM_TERM (RGM_REFERENCE_CSL_JSON, "csl-json", NULL),
};

RGM_DEFINE_ENUM (RgmReferenceFormat, rgm_reference_format, NULL, formats)

/* An author in Vancouver style: family name and initials. */
typedef struct
{
  char *family;
  char *given;
} ReferenceAuthor;

/* The fields of a reference. A citation is a single text; fields that can't be extracted without
 * doubt are left out, and the note holds the whole citation. */
typedef struct
{
  const RgmSource *source;
  GArray          *authors;
  char            *journal;
  char            *volume;
  char            *first_page;
  char            *last_page;
} Reference;

static void
clear_author (gpointer data)
{
  ReferenceAuthor *self = data;

  g_free (self->family);
  g_free (self->given);
}

static void
reference_clear (Reference *self)
{
  g_array_unref (self->authors);
  g_free (self->journal);
  g_free (self->volume);
  g_free (self->first_page);
  g_free (self->last_page);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reference, reference_clear)

/* 'Siegel RL, Giaquinto AN, et al': every part must be a name. */
static void
find_authors (Reference  *self,
              const char *names)
{
  g_auto (GStrv) each = g_strsplit (names, ", ", -1);
  g_autoptr (GRegex) regex = g_regex_new ("^(\\p{Lu}?[\\p{L}'’ -]*\\p{L}) (\\p{Lu}(?:-?\\p{Lu}){0,3})$", 0, 0, NULL);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      ReferenceAuthor author;

      if (g_str_equal (each[i], "et al") && each[i + 1] == NULL && i > 0)
        break;
      if (!g_regex_match (regex, each[i], 0, &match))
        {
          g_array_set_size (self->authors, 0);
          return;
        }
      author = (ReferenceAuthor) { g_match_info_fetch (match, 1), g_match_info_fetch (match, 2) };
      g_array_append_val (self->authors, author);
    }
}

/* 'CA Cancer J Clin. 2024;1:38.' */
static void
find_journal (Reference  *self,
              const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("^([^;:]+?)\\. ([0-9]{4});([^:;]+):([A-Za-z]*[0-9]+[A-Za-z]?)(?:[–-]([A-Za-z]*[0-9]+[A-Za-z]?))?\\.?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return;

  self->journal = g_match_info_fetch (match, 1);
  self->volume = g_match_info_fetch (match, 3);
  self->first_page = g_match_info_fetch (match, 4);
  self->last_page = g_match_info_fetch (match, 5);
  if (self->last_page != NULL && *self->last_page == '\0')
    g_clear_pointer (&self->last_page, g_free);

  /* '1133–45' means up to 1145. */
  if (self->last_page != NULL && strlen (self->last_page) < strlen (self->first_page) &&
      self->first_page[strspn (self->first_page, "0123456789")] == '\0' && self->last_page[strspn (self->last_page, "0123456789")] == '\0')
    {
      char *whole = g_strdup (self->first_page);

      memcpy (whole + strlen (whole) - strlen (self->last_page), self->last_page, strlen (self->last_page));
      g_free (self->last_page);
      self->last_page = whole;
    }
}

static void
reference_init (Reference       *self,
                const RgmSource *source)
{
  const char *title = source->title != NULL ? strstr (source->citation, source->title) : NULL;

  memset (self, 0, sizeof *self);
  self->source = source;
  self->authors = g_array_new (FALSE, FALSE, sizeof (ReferenceAuthor));
  g_array_set_clear_func (self->authors, clear_author);
  if (title == NULL)
    return;

  if (title > source->citation + 2)
    {
      g_autofree char *names = g_strndup (source->citation, (gsize) (title - source->citation));

      g_strchomp (names);
      if (g_str_has_suffix (names, "."))
        names[strlen (names) - 1] = '\0';
      find_authors (self, names);
    }

  title += strlen (source->title);
  while (*title != '\0' && strchr (".?! ", *title) != NULL)
    title++;
  find_journal (self, title);
}

static const char *
get_title (const Reference *self)
{
  return self->source->title != NULL ? self->source->title : self->source->citation;
}

/* A line of RIS; values can't span lines. */
static void
append_ris (GString    *text,
            const char *tag,
            const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL)
    return;

  line = g_strdelimit (g_strdup (value), "\r\n", ' ');
  g_string_append_printf (text, "%s  - %s\r\n", tag, line);
}

static void
write_ris (GString         *text,
           const Reference *self)
{
  const RgmSource *source = self->source;
  g_autofree char *year = source->year > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, source->year) : NULL;

  append_ris (text, "TY", self->journal != NULL ? "JOUR" : "GEN");
  append_ris (text, "ID", source->id);
  for (guint i = 0; i < self->authors->len; i++)
    {
      const ReferenceAuthor *author = &g_array_index (self->authors, ReferenceAuthor, i);
      g_autofree char *name = g_strdup_printf ("%s, %s", author->family, author->given);

      append_ris (text, "AU", name);
    }
  append_ris (text, "TI", get_title (self));
  append_ris (text, "JO", self->journal);
  append_ris (text, "PY", year);
  append_ris (text, "VL", self->volume);
  append_ris (text, "SP", self->first_page);
  append_ris (text, "EP", self->last_page);
  append_ris (text, "DO", source->doi);
  append_ris (text, "UR", source->url);
  append_ris (text, "N1", source->citation);
  g_string_append (text, "ER  - \r\n\r\n");
}

static char *
escape_bibtex (const char *value)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '\\':
        g_string_append (escaped, "\\textbackslash{}");
        break;
      case '~':
        g_string_append (escaped, "\\textasciitilde{}");
        break;
      case '^':
        g_string_append (escaped, "\\textasciicircum{}");
        break;
      case '{':
      case '}':
      case '%':
      case '&':
      case '#':
      case '_':
      case '$':
        g_string_append_printf (escaped, "\\%c", *p);
        break;
      default:
        g_string_append_c (escaped, *p);
        break;
      }

  return g_string_free (escaped, FALSE);
}

static void
append_bibtex (GString    *text,
               const char *name,
               const char *value,
               gboolean    is_title)
{
  g_autofree char *escaped = value != NULL ? escape_bibtex (value) : NULL;

  if (escaped != NULL)
    g_string_append_printf (text, is_title ? ",\n  %s = {{%s}}" : ",\n  %s = {%s}", name, escaped);
}

static void
write_bibtex (GString         *text,
              const Reference *self)
{
  const RgmSource *source = self->source;
  g_autofree char *year = source->year > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, source->year) : NULL;
  g_autofree char *pages = self->last_page != NULL ? g_strdup_printf ("%s--%s", self->first_page, self->last_page) : g_strdup (self->first_page);
  g_autoptr (GString) authors = g_string_new (NULL);

  for (guint i = 0; i < self->authors->len; i++)
    {
      const ReferenceAuthor *author = &g_array_index (self->authors, ReferenceAuthor, i);

      g_string_append_printf (authors, "%s%s, %s", i > 0 ? " and " : "", author->family, author->given);
    }

  g_string_append_printf (text, "@%s{%s", self->journal != NULL ? "article" : "misc", source->id);
  append_bibtex (text, "author", authors->len > 0 ? authors->str : NULL, FALSE);
  append_bibtex (text, "title", get_title (self), TRUE);
  append_bibtex (text, "journal", self->journal, FALSE);
  append_bibtex (text, "year", year, FALSE);
  append_bibtex (text, "volume", self->volume, FALSE);
  append_bibtex (text, "pages", pages, FALSE);
  /* Both are verbatim fields. */
  if (source->doi != NULL)
    g_string_append_printf (text, ",\n  doi = {%s}", source->doi);
  if (source->url != NULL)
    g_string_append_printf (text, ",\n  url = {%s}", source->url);
  append_bibtex (text, "note", source->citation, FALSE);
  g_string_append (text, "\n}\n\n");
}

static void
add_member (RgmJsonWriter *writer,
            const char    *name,
            const char    *value)
{
  if (value != NULL)
    rgm_json_writer_add_string (writer, name, value);
}

static void
write_csl (RgmJsonWriter   *writer,
           const Reference *self)
{
  const RgmSource *source = self->source;
  g_autofree char *pages = self->last_page != NULL ? g_strdup_printf ("%s-%s", self->first_page, self->last_page) : g_strdup (self->first_page);

  rgm_json_writer_begin_object (writer);
  add_member (writer, "id", source->id);
  add_member (writer, "type", self->journal != NULL ? "article-journal" : "document");
  add_member (writer, "title", get_title (self));
  if (self->authors->len > 0)
    {
      rgm_json_writer_open_array (writer, "author");
      for (guint i = 0; i < self->authors->len; i++)
        {
          const ReferenceAuthor *author = &g_array_index (self->authors, ReferenceAuthor, i);

          rgm_json_writer_begin_object (writer);
          add_member (writer, "family", author->family);
          add_member (writer, "given", author->given);
          rgm_json_writer_end_object (writer);
        }
      rgm_json_writer_end_array (writer);
    }
  add_member (writer, "container-title", self->journal);
  if (source->year > 0)
    {
      rgm_json_writer_open_object (writer, "issued");
      rgm_json_writer_open_array (writer, "date-parts");
      rgm_json_writer_begin_array (writer);
      rgm_json_writer_int (writer, source->year);
      rgm_json_writer_end_array (writer);
      rgm_json_writer_end_array (writer);
      rgm_json_writer_end_object (writer);
    }
  add_member (writer, "volume", self->volume);
  add_member (writer, "page", pages);
  add_member (writer, "DOI", source->doi);
  add_member (writer, "URL", source->url);
  add_member (writer, "note", source->citation);
  rgm_json_writer_end_object (writer);
}

/**
 * rgm_reference_list_write:
 * @sources: (element-type RgmSource): publications
 * @format: a format
 *
 * Returns: (transfer full): the sources in that format, in UTF-8
 */
char *
rgm_reference_list_write (GPtrArray          *sources,
                          RgmReferenceFormat  format)
{
  g_autoptr (RgmJsonWriter) writer = format == RGM_REFERENCE_CSL_JSON ? rgm_json_writer_new () : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (writer != NULL)
    rgm_json_writer_begin_array (writer);

  for (guint i = 0; i < sources->len; i++)
    {
      g_auto (Reference) reference;

      reference_init (&reference, g_ptr_array_index (sources, i));
      if (format == RGM_REFERENCE_RIS)
        write_ris (text, &reference);
      else if (format == RGM_REFERENCE_BIBTEX)
        write_bibtex (text, &reference);
      else
        write_csl (writer, &reference);
    }

  if (writer == NULL)
    return g_strdup (text->str);

  rgm_json_writer_end_array (writer);

  return rgm_json_writer_finish (writer);
}

static void
add_source (GPtrArray *sources,
            RgmSource *source)
{
  if (source != NULL && !g_ptr_array_find (sources, source, NULL))
    g_ptr_array_add (sources, source);
}

static void
add_citations (GPtrArray  *sources,
               RgmDataSet *data_set,
               GPtrArray  *citations)
{
  for (guint i = 0; i < citations->len; i++)
    add_source (sources, rgm_data_set_find_source (data_set, ((const RgmCitationRef *) g_ptr_array_index (citations, i))->source));
}

/**
 * rgm_reference_list_add_trial:
 * @sources: (element-type RgmSource): the list to extend; duplicates are skipped
 * @data_set: a data set
 * @trial: one of its trials
 *
 * Adds the papers that report the trial, its registrations, and the sources of its numbers.
 */
void
rgm_reference_list_add_trial (GPtrArray  *sources,
                              RgmDataSet *data_set,
                              RgmTrial   *trial)
{
  for (guint i = 0; i < trial->references->len; i++)
    add_source (sources, g_ptr_array_index (trial->references, i));
  add_citations (sources, data_set, trial->citations);

  for (guint i = 0; i < trial->arms->len; i++)
    {
      RgmArm *arm = g_ptr_array_index (trial->arms, i);

      for (guint j = 0; j < arm->outcomes->len; j++)
        add_citations (sources, data_set, ((RgmOutcome *) g_ptr_array_index (arm->outcomes, j))->citations);
    }
}
