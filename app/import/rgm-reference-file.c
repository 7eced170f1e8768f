/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-punctuation.h"
#include "rgm-reference-file.h"
#include "rgm-registry-text.h"
#include "rgm-source.h"
#include "rgm-vocabulary.h"

/* How much of a line that isn't understood is shown. */
#define SHOWN_CHARACTERS 60

/* References as programs for them and PubMed export them: RIS, NBIB and BibTeX. A
 * reference is its fields by name, here in the names of BibTeX; authors are joined. */

typedef struct
{
  RgmImport  *import;
  GHashTable *fields;
  guint       n_references;
  GPtrArray  *notes;        /* NULL where nobody reads them */
  GHashTable *left_out;     /* names of fields that nothing is taken from */
} ReferenceFile;

typedef struct
{
  const char *tag;
  const char *field;
} ReferenceTag;

static const ReferenceTag ris_tags[] = {
  { "ID", "key" }, { "AU", "author" }, { "A1", "author" }, { "TI", "title" }, { "T1", "title" }, { "JO", "journal" }, { "JF", "journal" },
  { "T2", "journal" }, { "JA", "journal" }, { "PY", "year" }, { "Y1", "year" }, { "VL", "volume" }, { "SP", "pages" }, { "EP", "last" },
  { "DO", "doi" }, { "UR", "url" },
};

static const ReferenceTag nbib_tags[] = {
  { "PMID", "pmid" }, { "AU", "author" }, { "TI", "title" }, { "TA", "journal" }, { "JT", "journal" }, { "DP", "year" }, { "VI", "volume" },
  { "PG", "pages" }, { "AID", "doi" }, { "LID", "doi" },
};

RgmReferenceFileKind
rgm_reference_file_recognise (const char *text)
{
  if (g_regex_match_simple ("^\\s*TY  ?- ", text, 0, 0))
    return RGM_REFERENCE_FILE_RIS;
  if (g_regex_match_simple ("^\\s*PMID *- ", text, 0, 0))
    return RGM_REFERENCE_FILE_NBIB;
  if (g_regex_match_simple ("^(\\s*%[^\\n]*\\n)*\\s*@[A-Za-z]+\\s*\\{", text, 0, 0))
    return RGM_REFERENCE_FILE_BIBTEX;

  return RGM_REFERENCE_FILE_NONE;
}

/* ── What isn't understood ───────────────────────────────────────────────────── */

static void
note (ReferenceFile *self,
      char          *sentence)
{
  if (self->notes != NULL)
    g_ptr_array_add (self->notes, sentence);
  else
    g_free (sentence);
}

/* Lines count from 1. */
static void
note_line (ReferenceFile *self,
           guint          line,
           const char    *text)
{
  g_autofree char *found = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), SHOWN_CHARACTERS));

  note (self, rgm_text_printf (_("Line %u is not understood: “%s”."), line, g_strstrip (found)));
}

static void
leave_out (ReferenceFile *self,
           const char    *name)
{
  g_hash_table_add (self->left_out, g_strdup (name));
}

static void
note_left_out (ReferenceFile *self)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->left_out), (GCompareFunc) strcmp);
  g_autoptr (GString) list = g_string_new (NULL);

  for (GList *l = names; l != NULL; l = l->next)
    rgm_add_word (list, l->data);
  if (names != NULL)
    /* Translators: names of fields in a file of references, such as AB or KW. */
    note (self, rgm_text_printf (_("Nothing is taken from: %s."), list->str));
}

static guint
count_lines (const char *from,
             const char *to)
{
  guint n = 1;

  for (const char *p = from; p < to; p++)
    n += *p == '\n';

  return n;
}

/* ── Fields ──────────────────────────────────────────────────────────────────── */

static const char *
get (ReferenceFile *self,
     const char    *field)
{
  return g_hash_table_lookup (self->fields, field);
}

/* The first of several values counts, but all authors do. */
static void
put (ReferenceFile *self,
     const char    *field,
     const char    *value)
{
  g_autofree char *clean = rgm_registry_clean (value);
  const char *known = get (self, field);

  if (clean == NULL)
    return;
  g_strdelimit (clean, "\n\t", ' ');

  if (known == NULL)
    g_hash_table_insert (self->fields, g_strdup (field), g_steal_pointer (&clean));
  else if (g_str_equal (field, "author"))
    g_hash_table_insert (self->fields, g_strdup (field), g_strdup_printf ("%s, %s", known, clean));
}

/* 'Siegel, Rebecca L.' as 'Siegel RL'. */
static char *
shorten_author (const char *name)
{
  const char *comma = strchr (name, ',');
  g_autoptr (GString) author = NULL;
  gboolean starts = TRUE;

  if (comma == NULL)
    return g_strdup (name);

  author = g_string_new_len (name, comma - name);
  g_string_append_c (author, ' ');
  for (const char *p = comma + 1; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) && (starts || g_unichar_isupper (c)))
        g_string_append_unichar (author, g_unichar_toupper (c));
      starts = !g_unichar_isalpha (c);
    }

  return g_strchomp (g_strdup (author->str));
}

static gint64
find_year (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(1[6-9][0-9]{2}|2[01][0-9]{2})\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL;

  if (text == NULL || !g_regex_match (regex, text, 0, &match))
    return -1;

  year = g_match_info_fetch (match, 1);

  return (gint64) g_ascii_strtoull (year, NULL, 10);
}

/* A bracket at the end belongs to the text around it, unless the DOI opens it. */
static gboolean
ends_in_text (const char *doi,
              gsize       length)
{
  static const char brackets[] = "()[]{}";
  const char *closing = strchr (brackets, doi[length - 1]);
  int n_open = 0;

  if (closing == NULL)
    return strchr (".,;:'", doi[length - 1]) != NULL;
  if ((closing - brackets) % 2 == 0)
    return TRUE;

  for (gsize i = 0; i < length; i++)
    n_open += (doi[i] == closing[-1]) - (doi[i] == *closing);

  return n_open < 0;
}

/**
 * rgm_reference_file_find_doi:
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (nullable): the first DOI in it, without the punctuation after it
 */
char *
rgm_reference_file_find_doi (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(10\\.[0-9]{4,9}/[^\\s\"<>]+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *doi = text != NULL && g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
  gsize length = doi != NULL ? strlen (doi) : 0;

  while (length > 0 && ends_in_text (doi, length))
    doi[--length] = '\0';

  return length > 0 && doi[length - 1] != '/' ? g_steal_pointer (&doi) : NULL;
}

static char *
make_citation (ReferenceFile *self,
               gint64         year)
{
  GString *citation = g_string_new (NULL);
  const char *title = get (self, "title");

  if (get (self, "author") != NULL)
    g_string_append_printf (citation, "%s. ", get (self, "author"));
  g_string_append (citation, title);
  if (!g_str_has_suffix (title, ".") && !g_str_has_suffix (title, "?"))
    g_string_append_c (citation, '.');
  if (get (self, "journal") != NULL)
    g_string_append_printf (citation, " %s.", get (self, "journal"));
  if (year > 0)
    g_string_append_printf (citation, " %" G_GINT64_FORMAT, year);
  if (get (self, "volume") != NULL)
    g_string_append_printf (citation, ";%s", get (self, "volume"));
  if (get (self, "pages") != NULL)
    g_string_append_printf (citation, ":%s", get (self, "pages"));
  if (get (self, "last") != NULL)
    g_string_append_printf (citation, "–%s", get (self, "last"));
  if (!g_str_has_suffix (citation->str, "."))
    g_string_append_c (citation, '.');

  return g_string_free (citation, FALSE);
}

static void
take_reference (ReferenceFile *self)
{
  g_autofree char *place = g_strdup_printf (_("reference %u"), ++self->n_references);
  g_autofree char *doi = rgm_reference_file_find_doi (get (self, "doi"));
  g_autofree char *id = NULL;
  g_autofree char *citation = NULL;
  g_autofree char *url = NULL;
  g_autofree char *title = NULL;
  gint64 year = find_year (get (self, "year"));
  const char *name = doi;
  RgmSource fields = { .number = -1 };

  if (get (self, "title") == NULL)
    {
      rgm_refusals_add (self->import->refusals, place, _("expected a reference with a title, found none"));
      return;
    }

  if (name == NULL && get (self, "pmid") != NULL)
    {
      url = g_strdup_printf ("https://pubmed.ncbi.nlm.nih.gov/%s/", get (self, "pmid"));
      name = url + strlen ("https://");
    }
  if (name == NULL)
    name = get (self, "key") != NULL ? get (self, "key") : get (self, "title");
  id = rgm_registry_make_id (name);
  citation = make_citation (self, year);
  if (id == NULL || g_utf8_strlen (citation, -1) > RGM_TEXT_MAX)
    {
      rgm_refusals_add (self->import->refusals, place, _("expected a reference of usual length with a DOI, a key or a title in Latin letters"));
      return;
    }

  if (url == NULL && get (self, "url") != NULL && g_regex_match_simple ("^https?://\\S+$", get (self, "url"), 0, 0))
    url = g_strdup (get (self, "url"));
  title = g_strdup (get (self, "title"));
  if (g_str_has_suffix (title, "."))
    title[strlen (title) - 1] = '\0';

  fields.id = id;
  fields.kind = rgm_enum_get_nick (RGM_TYPE_SOURCE_KIND, RGM_SOURCE_REFERENCE);
  fields.citation = citation;
  fields.title = *title != '\0' ? title : NULL;
  fields.year = year;
  fields.doi = doi;
  fields.url = url;
  g_ptr_array_add (self->import->sources, rgm_record_new (&rgm_source_description, &fields));
}

static const char *
find_field (const ReferenceTag *tags,
            gsize               n_tags,
            const char         *tag)
{
  for (gsize i = 0; i < n_tags; i++)
    if (g_str_equal (tags[i].tag, tag))
      return tags[i].field;

  return NULL;
}

/* Whether a field has what it is for. */
static void
check_value (ReferenceFile *self,
             const char    *field,
             const char    *value,
             guint          line)
{
  g_autofree char *doi = rgm_reference_file_find_doi (value);

  if (*value == '\0')
    return;
  if (g_str_equal (field, "year") && find_year (value) < 0)
    note (self, rgm_text_printf (_("Line %u: there is no year in “%s”."), line, value));
  if (g_str_equal (field, "doi") && doi == NULL)
    note (self, rgm_text_printf (_("Line %u: there is no DOI in “%s”."), line, value));
}

static void
put_tagged (ReferenceFile      *self,
            const ReferenceTag *tags,
            gsize               n_tags,
            const char         *tag,
            const char         *value,
            guint               line)
{
  const char *field = find_field (tags, n_tags, tag);

  if (field == NULL)
    {
      if (!g_str_equal (tag, "TY") && !g_str_equal (tag, "ER"))
        leave_out (self, tag);
      return;
    }
  /* PubMed has other identifiers of an article in the same fields. */
  if (tags == ris_tags || !g_str_equal (field, "doi"))
    check_value (self, field, value, line);
  /* An identifier of the article is not always a DOI. */
  if (g_str_equal (field, "doi") && strstr (value, "10.") == NULL)
    return;
  if (g_str_equal (field, "author"))
    {
      g_autofree char *author = shorten_author (value);

      put (self, field, author);
    }
  else
    put (self, field, value);
}

/* RIS and NBIB: 'TAG - value', with values of NBIB continued on lines that begin with blanks. */
static void
read_tagged (ReferenceFile        *self,
             const char           *text,
             RgmReferenceFileKind  kind)
{
  gboolean is_ris = kind == RGM_REFERENCE_FILE_RIS;
  g_autoptr (GRegex) regex = g_regex_new (is_ris ? "^([A-Z][A-Z0-9])  ?-(?: (.*))?$" : "^([A-Z]{2,4}) *- (.*)$", 0, 0, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *tag = NULL;
  g_autoptr (GString) value = g_string_new (NULL);
  gboolean is_open = FALSE;
  guint tag_line = 0;

  for (guint i = 0;; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      gboolean is_tagged = lines[i] != NULL && g_regex_match (regex, g_strchomp (lines[i]), 0, &match);

      if (lines[i] != NULL && !is_tagged)
        {
          if (tag != NULL && *lines[i] == ' ')
            g_string_append_printf (value, " %s", g_strchug (lines[i]));
          else if (*lines[i] != '\0')
            note_line (self, i + 1, lines[i]);
          continue;
        }

      if (tag != NULL)
        put_tagged (self, is_ris ? ris_tags : nbib_tags, is_ris ? G_N_ELEMENTS (ris_tags) : G_N_ELEMENTS (nbib_tags), tag, value->str, tag_line);
      tag_line = i + 1;
      g_clear_pointer (&tag, g_free);
      if (lines[i] != NULL)
        {
          g_autofree char *rest = g_match_info_fetch (match, 2);

          tag = g_match_info_fetch (match, 1);
          g_string_assign (value, rest != NULL ? rest : "");
        }

      if (is_open && (tag == NULL || g_str_equal (tag, is_ris ? "ER" : "PMID")))
        {
          take_reference (self);
          g_hash_table_remove_all (self->fields);
          is_open = FALSE;
        }
      if (tag == NULL)
        return;
      if (is_open && g_str_equal (tag, "TY"))
        note (self, g_strdup_printf (_("Line %u: a reference begins before “ER  - ” has ended the one above; they are read as one."), tag_line));
      is_open = is_open || g_str_equal (tag, is_ris ? "TY" : "PMID");
    }
}

/* A value of BibTeX: in braces, in quotation marks, or a word. Returns what follows it: the
 * end of the text where it isn't closed. */
static const char *
read_bibtex_value (const char *at,
                   GString    *value)
{
  int depth = 0;
  gboolean quoted = FALSE;

  g_string_truncate (value, 0);
  for (; *at != '\0'; at++)
    {
      if (depth == 0 && !quoted && (*at == ',' || *at == '}'))
        break;
      if (*at == '\\' && at[1] != '\0')
        {
          /* An accent is left out, and the letter stays. */
          if (g_ascii_ispunct (at[1]) && strchr ("{}%&#_$", at[1]) != NULL)
            g_string_append_c (value, at[1]);
          at++;
        }
      else if (*at == '{')
        depth++;
      else if (*at == '}')
        depth--;
      else if (*at == '"' && depth == 0)
        quoted = !quoted;
      else
        g_string_append_c (value, g_ascii_isspace (*at) ? ' ' : *at);
    }

  return at;
}

static void
put_bibtex (ReferenceFile *self,
            const char    *name,
            const char    *value,
            guint          line)
{
  static const char * const taken[] = { "title", "journal", "year", "volume", "pages", "doi", "url", "pmid", NULL };

  if (g_str_equal (name, "author"))
    {
      g_auto (GStrv) authors = g_strsplit (value, " and ", -1);

      for (guint i = 0; authors[i] != NULL; i++)
        {
          g_autofree char *author = shorten_author (g_strstrip (authors[i]));

          put (self, name, author);
        }
    }
  else if (g_str_equal (name, "date"))
    put_bibtex (self, "year", value, line);
  else if (g_str_equal (name, "journaltitle"))
    put (self, "journal", value);
  else if (g_strv_contains (taken, name))
    {
      check_value (self, name, value, line);
      put (self, name, value);
    }
  else
    leave_out (self, name);
}

/* What stands between the key and the brace at the end. Returns where that should be. */
static const char *
read_bibtex_fields (ReferenceFile *self,
                    const char    *text,
                    const char    *at,
                    GString       *value)
{
  while (*at == ',')
    {
      const char *name = at + 1 + strspn (at + 1, " \t\r\n,");
      gsize length = strcspn (name, "=,} \t\r\n");
      g_autofree char *folded = g_ascii_strdown (name, (gssize) length);

      at = name + length;
      at += strspn (at, " \t\r\n");
      if (*at != '=' && length > 0)
        note (self, rgm_text_printf (_("Line %u: expected “=” after “%s”; the rest of the reference is not read."), count_lines (text, name), folded));
      if (*at != '=')
        break;
      at = read_bibtex_value (at + 1, value);
      put_bibtex (self, folded, g_strstrip (value->str), count_lines (text, name));
    }

  return at;
}

static void
read_bibtex (ReferenceFile *self,
             const char    *text)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *at = text;

  while ((at = strchr (at, '@')) != NULL)
    {
      const char *type = at + 1;
      gsize type_length = strspn (type, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
      gsize key_length;

      at = type + type_length;
      at += strspn (at, " \t\r\n");
      if (type_length == 0 || *at != '{')
        continue;
      if ((type_length == 7 && g_ascii_strncasecmp (type, "comment", 7) == 0) ||
          (type_length == 8 && g_ascii_strncasecmp (type, "preamble", 8) == 0) ||
          (type_length == 6 && g_ascii_strncasecmp (type, "string", 6) == 0))
        continue;

      g_hash_table_remove_all (self->fields);
      at++;
      key_length = strcspn (at, ",}");
      g_string_truncate (value, 0);
      g_string_append_len (value, at, (gssize) key_length);
      put (self, "key", value->str);
      at += key_length;

      at = read_bibtex_fields (self, text, at, value);
      if (*at == '\0')
        note (self, g_strdup_printf (_("Line %u: a brace or a quotation mark of the reference that begins here is not closed."),
                                     count_lines (text, type)));
      take_reference (self);
    }
}

/**
 * rgm_reference_file_read:
 * @self: an import
 * @text: a file
 * @kind: which format it is in
 * @notes: (nullable) (element-type utf8): takes a sentence for each line, and for all fields, that nothing is taken from
 */
void
rgm_reference_file_read (RgmImport            *self,
                         const char           *text,
                         RgmReferenceFileKind  kind,
                         GPtrArray            *notes)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  ReferenceFile file = { self, fields, 0, notes, left_out };

  if (kind == RGM_REFERENCE_FILE_BIBTEX)
    read_bibtex (&file, valid);
  else
    read_tagged (&file, valid, kind);
  note_left_out (&file);
}
