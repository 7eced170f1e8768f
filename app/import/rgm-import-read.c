/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-ictrp.h"
#include "rgm-import-json.h"
#include "rgm-import-read.h"
#include "rgm-load.h"
#include "rgm-reference-file.h"
#include "rgm-study-csv.h"

/* The name of the first element of a document in a markup language, without its prefix. */
static char *
find_root (const char *text,
           gsize length)
{
  g_autofree char *head = g_strndup (text, MIN (length, 4096));
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("<(?:!doctype\\s+)?(?:[a-z0-9_]+:)?([a-z][a-z0-9_.-]*)", G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);

  return g_regex_match (regex, head, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
read_markup (RgmImport *self,
             const char *text,
             gsize length)
{
  g_autofree char *root = find_root (text, length);

  if (root == NULL)
    rgm_refusals_add (self->refusals, NULL, _("expected an export of a registry, found markup without an element"));
  else if (g_ascii_strcasecmp (root, "Trials_downloaded_from_ICTRP") == 0)
    rgm_ictrp_read (self, text, length);
  else if (g_ascii_strcasecmp (root, "html") == 0)
    rgm_refusals_add (self->refusals, NULL, _("expected an export of a registry, found a web page; download the records as JSON or CSV instead of saving the page"));
  else if (g_ascii_strcasecmp (root, "rss") == 0 || g_ascii_strcasecmp (root, "feed") == 0)
    rgm_refusals_add (self->refusals, NULL, _("expected an export of a registry, found an RSS feed; download the records that it lists as JSON or CSV"));
  else if (g_ascii_strcasecmp (root, "clinical_study") == 0 || g_str_has_prefix (root, "FullStud") || g_str_has_prefix (root, "StudyFields"))
    rgm_refusals_add (self->refusals, NULL, _("this is XML of ClinicalTrials.gov’s former interface; download the records as JSON of the API’s version 2, or as CSV"));
  else
    rgm_refusals_add (self->refusals, NULL, _("expected an export of a registry, found XML of the kind “%s”; see what the registry offers as JSON or CSV"), root);
}

/* What people try that a registry does offer, in another form. */
static const char *
find_way_on (const char *text,
             gsize       length)
{
  static const struct
  {
    const char *begin;
    gsize       length;
    const char *way_on;
  } kinds[] = {
    { "PK\003\004", 4, N_("this is an archive or a spreadsheet; unpack it, or save the sheet as CSV") },
    { "\037\213", 2, N_("this is an archive or a spreadsheet; unpack it, or save the sheet as CSV") },
    { "\320\317\021\340", 4, N_("this is an archive or a spreadsheet; unpack it, or save the sheet as CSV") },
    { "%PDF", 4, N_("this is a PDF; download the records as JSON, CSV or XML") },
    { "\377\376", 2, N_("this is text in UTF-16; save it as UTF-8") },
    { "\376\377", 2, N_("this is text in UTF-16; save it as UTF-8") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (text, kinds[i].begin, kinds[i].length) == 0)
      return _(kinds[i].way_on);
  if (rgm_study_csv_lacks_number (text, length))
    return _("this table has no column “NCT Number”; export the trials with that column");

  return NULL;
}

static void
read_references (RgmImport  *self,
                 const char *text,
                 gsize       length)
{
  g_autofree char *copy = g_strndup (text, length);
  RgmReferenceFileKind kind = rgm_reference_file_recognise (copy);
  const char *way_on = kind == RGM_REFERENCE_FILE_NONE ? find_way_on (text, length) : NULL;

  if (kind != RGM_REFERENCE_FILE_NONE)
    rgm_reference_file_read (self, copy, kind, NULL);
  else if (way_on != NULL)
    rgm_refusals_add (self->refusals, NULL, "%s", way_on);
  else if (g_regex_match_simple ("^EudraCT Number: *\\d{4}-\\d{6}-\\d{2}", copy, G_REGEX_MULTILINE, 0))
    rgm_refusals_add (self->refusals, NULL, _("this is text of the EU Clinical Trials Register; find the trials in WHO’s ICTRP and export them as XML"));
  else
    {
      self->is_unknown = TRUE;
      rgm_refusals_add (self->refusals, NULL,
                      _("this file cannot be imported: expected records from ClinicalTrials.gov (JSON of the API’s version 2, or CSV), CTIS (JSON) or the WHO’s ICTRP (XML or CSV), or references (RIS, NBIB, BibTeX)"));
    }
}

/**
 * rgm_import_read:
 * @self: an import
 * @bytes: what a file has
 * @name: the name of the file
 * @cancellable: (nullable): cancels it
 *
 * Recognises a file by what it has, and reads it. What isn't taken of it is among the
 * refusals.
 */
void
rgm_import_read (RgmImport *self,
                 GBytes *bytes,
                 const char *name,
                 GCancellable *cancellable)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize start = 0;
  guint before;

  before = self->drafts->len + self->sources->len + self->refusals->list->len;
  self->refusals->file = name;
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    start = 3;
  text = text != NULL ? text + start : "";
  length -= start;
  for (start = 0; start < length && g_ascii_isspace (text[start]); start++)
    ;

  if (start == length)
    rgm_refusals_add (self->refusals, NULL, _("expected an export of a registry, found an empty file"));
  else if (text[start] == '{' || text[start] == '[')
    rgm_import_read_json (self, text, length, cancellable);
  else if (text[start] == '<')
    read_markup (self, text + start, length - start);
  else if (rgm_study_csv_is_header (text + start, length - start))
    rgm_study_csv_read (self, text, length);
  else if (rgm_ictrp_is_header (text + start, length - start))
    rgm_ictrp_read_csv (self, text, length);
  else
    read_references (self, text + start, length - start);

  if (before == self->drafts->len + self->sources->len + self->refusals->list->len && !g_cancellable_is_cancelled (cancellable))
    rgm_refusals_add (self->refusals, NULL, _("expected records or references, found none that is complete"));

  rgm_refusals_end_file (self->refusals);
  self->refusals->file = NULL;
}

/**
 * rgm_import_read_file:
 * @self: an import
 * @file: a file
 * @cancellable: (nullable): cancels it
 *
 * Reads a file; see rgm_import_read().
 */
void
rgm_import_read_file (RgmImport *self,
                      GFile *file,
                      GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &error);

  self->refusals->file = name;
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    rgm_refusals_add (self->refusals, NULL, _("expected a regular file"));
  else if (info != NULL && (guint64) g_file_info_get_size (info) > RGM_LOAD_MAX_BYTES)
    rgm_refusals_add (self->refusals, NULL, _("expected at most %d MB, found %d MB"), (int) (RGM_LOAD_MAX_BYTES >> 20),
                      (int) (g_file_info_get_size (info) >> 20));
  else if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &error);

  if (error != NULL)
    rgm_refusals_add (self->refusals, NULL, "%s", error->message);
  self->refusals->file = NULL;

  if (bytes != NULL)
    {
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (base);

      rgm_import_read (self, bytes, shown, cancellable);
    }
}
