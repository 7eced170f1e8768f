/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rgm-pasted-source.h"
#include "rgm-isolate.h"
#include "rgm-reference-file.h"
#include "rgm-registry-text.h"

/* Nothing is looked up: what a text doesn't say stays empty, for a person to fill in. */

#define PUBMED "https://pubmed.ncbi.nlm.nih.gov/"
#define BYTE_ORDER_MARK "\357\273\277"

static char *
find_group (const char *pattern,
            const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static char *
replace_all (const char *pattern,
             const char *text,
             const char *with)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, with, 0, NULL);
}

static void
note (RgmPastedSource *self,
      char            *sentence)
{
  g_ptr_array_add (self->notes, sentence);
}

/* A refusal as a sentence: “Reference 2: expected …, found none.” */
static char *
say_refusal (const RgmRefusal *refusal)
{
  g_autofree char *first = g_utf8_substring (refusal->place, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strdup_printf ("%s%s: %s.", upper, g_utf8_next_char (refusal->place), refusal->reason);
}

/* ── References ──────────────────────────────────────────────────────────────── */

static const char *
get_format_name (RgmReferenceFileKind kind)
{
  switch (kind)
    {
    case RGM_REFERENCE_FILE_RIS:
      return "RIS";
    case RGM_REFERENCE_FILE_NBIB:
      return "NBIB";
    case RGM_REFERENCE_FILE_BIBTEX:
      return "BibTeX";
    case RGM_REFERENCE_FILE_NONE:
    default:
      return "";
    }
}

static void
read_reference (RgmPastedSource      *self,
                const char           *text,
                RgmReferenceFileKind  kind)
{
  g_autoptr (RgmImport) import = rgm_import_new ();
  guint n_left;

  rgm_reference_file_read (import, text, kind, self->notes);
  for (guint i = 0; i < import->refusals->list->len; i++)
    note (self, say_refusal (g_ptr_array_index (import->refusals->list, i)));
  if (import->sources->len == 0)
    {
      if (self->notes->len == 0)
        note (self, rgm_text_printf (_("This begins like %s, but has no complete reference."), get_format_name (kind)));
      return;
    }

  self->source = g_object_ref (g_ptr_array_index (import->sources, 0));
  /* Translators: the name of a format: RIS, NBIB or BibTeX. */
  self->understood = rgm_text_printf (_("Read as %s. Check the fields below before you add the source."), get_format_name (kind));
  n_left = import->sources->len - 1;
  if (n_left > 0)
    note (self, g_strdup_printf (ngettext ("%u more reference is left out. To import several, import them as a file.",
                                           "%u more references are left out. To import several, import them as a file.", n_left),
                                 n_left));
}

/* ── Identifiers ─────────────────────────────────────────────────────────────── */

/* A publisher's address goes on after the DOI: “…/10.1016/j.annonc.2020.1/full?x=y”. */
static char *
cut_address (const char *word,
             const char *doi)
{
  g_autofree char *query_cut = NULL;

  if (!g_str_has_prefix (word, "http") || strstr (word, "doi.org/") != NULL)
    return g_strdup (doi);

  query_cut = replace_all ("[?#].*$", doi, "");

  return replace_all ("(/(full|pdf|epdf|abstract|html|meta|full-text|fulltext)|\\.pdf)$", query_cut, "");
}

static char *
find_doi (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_address = g_str_has_prefix (words[i], "http");
      g_autofree char *plain = is_address ? g_uri_unescape_string (words[i], NULL) : NULL;
      g_autofree char *doi = rgm_reference_file_find_doi (plain != NULL ? plain : words[i]);

      if (doi != NULL)
        return cut_address (words[i], doi);
    }

  return NULL;
}

static char *
find_pubmed_number (const char *text)
{
  char *number = find_group ("\\bPM-?ID\\s*[:#]?\\s*([1-9][0-9]{0,7})(?![0-9])", text);

  return number != NULL ? number : find_group ("(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|ncbi\\.nlm\\.nih\\.gov/(?:m/)?pubmed)/([1-9][0-9]{0,7})(?![0-9])", text);
}

/* What is left where identifiers and what introduces them are taken away: a citation, or nothing. */
static gboolean
has_more (const char *text)
{
  g_autofree char *without_addresses = replace_all ("https?://\\S+|\\b(dx\\.)?doi\\.org/\\S+|\\S*10\\.[0-9]{4,9}/\\S+", text, " ");
  g_autofree char *without_numbers = replace_all ("\\bPMC?-?I?D?\\s*[:#]?\\s*[0-9]+", without_addresses, " ");
  g_autofree char *rest = replace_all ("\\bdoi\\b|\\bepub\\b|\\bavailable\\b|\\bfrom\\b", without_numbers, " ");

  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
explain_nothing (RgmPastedSource *self,
                 const char      *text)
{
  g_autofree char *number = find_group ("^([1-9][0-9]{0,7})$", text);
  g_autofree char *doi = find_group ("(?:\\bdoi:\\s*|\\bdoi\\.org/|^(?=10\\.))(\\S+)", text);
  g_autofree char *pubmed = find_group ("\\bPMID\\s*[:#]?\\s*(\\S+)", text);

  if (number != NULL)
    note (self, rgm_text_printf (_("A number alone could be anything. If it is a PubMed number, write “PMID: %s”."), number));
  else if (doi != NULL)
    note (self, rgm_text_printf (_("“%s” is not a DOI: expected “10.”, a number, a slash and a name."), doi));
  else if (pubmed != NULL)
    note (self, rgm_text_printf (_("“%s” is not a PubMed number: expected up to eight digits."), pubmed));
  else if (g_regex_match_simple ("^[A-Z][A-Z0-9]  ?- ", text, G_REGEX_MULTILINE, 0))
    note (self, g_strdup (_("Line 1: expected “TY  - ”, which a RIS reference begins with.")));
  else
    note (self, g_strdup (_("This is not a DOI, PubMed number, RIS, BibTeX or NBIB. Fill in the fields below yourself.")));
}

static void
read_identifiers (RgmPastedSource *self,
                  const char      *text)
{
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", text, 0, 0);
  g_autofree char *doi = find_doi (words);
  g_autofree char *number = find_pubmed_number (text);
  g_autofree char *url = number != NULL ? g_strdup_printf (PUBMED "%s/", number) : NULL;
  g_autofree char *line = g_strjoinv (" ", words);
  g_autofree char *read = NULL;
  gboolean is_citation = has_more (text);
  RgmSource fields = { .number = -1, .year = -1, .doi = doi, .url = url };

  if (doi == NULL && number == NULL)
    {
      explain_nothing (self, text);
      return;
    }

  fields.citation = is_citation ? line : NULL;
  self->source = rgm_record_new (&rgm_source_description, &fields);
  if (doi != NULL && number != NULL)
    read = rgm_text_printf (_("DOI %s and PubMed number %s."), doi, number);
  else
    read = doi != NULL ? rgm_text_printf (_("DOI %s."), doi) : rgm_text_printf (_("PubMed number %s."), number);
  self->understood = g_strjoin (" ", read,
                                is_citation ? _("The whole text is taken as the citation, without a separate title and year.")
                                            : _("Nothing is looked up on the network: type the citation below."), NULL);
}

/**
 * rgm_pasted_source_read:
 * @text: a DOI or a PubMed number, alone, in an address or in a citation, or a reference in RIS, NBIB or BibTeX
 *
 * Returns: (transfer full): what it says
 */
RgmPastedSource *
rgm_pasted_source_read (const char *text)
{
  RgmPastedSource *self = g_new0 (RgmPastedSource, 1);
  const char *start = g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + strlen (BYTE_ORDER_MARK) : text;
  g_autofree char *clean = rgm_registry_clean (start);
  RgmReferenceFileKind kind = rgm_reference_file_recognise (start);

  self->notes = g_ptr_array_new_with_free_func (g_free);
  if (clean == NULL)
    return self;

  if (kind != RGM_REFERENCE_FILE_NONE)
    /* With the empty lines above it, so that lines are counted as they are seen. */
    read_reference (self, start, kind);
  else
    read_identifiers (self, clean);

  return self;
}

void
rgm_pasted_source_free (RgmPastedSource *self)
{
  g_clear_object (&self->source);
  g_free (self->understood);
  g_ptr_array_unref (self->notes);
  g_free (self);
}
