/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-record-check.h"
#include "rgm-registry.h"
#include "rgm-registry-text.h"
#include "rgm-text-flaw.h"
#include "rgm-text-normalise.h"
#include "rgm-vocabulary.h"

/* Ids are cut to leave room for what makes them unique. */
#define ID_LENGTH 80

/**
 * rgm_registry_clean:
 * @text: a text, perhaps not in UTF-8
 *
 * Removes what a document can't have: control characters, noncharacters, changes of the
 * writing direction, and blanks at both ends.
 *
 * Returns: (transfer full) (nullable): the text; %NULL if nothing visible is left
 */
char *
rgm_registry_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] != '\n')
            g_string_append_c (clean, '\n');
        }
      else if (!rgm_text_is_barred (c) && !rgm_text_is_direction (c))
        g_string_append_unichar (clean, c);
    }

  g_strstrip (clean->str);

  return rgm_text_find_flaw (clean->str) == RGM_TEXT_GOOD ? g_strdup (clean->str) : NULL;
}

/**
 * rgm_registry_cut:
 * @rest: a text; moved to what is left of it
 * @max_chars: the most characters
 *
 * Returns: (transfer full) (nullable): the beginning of the text, up to the last line feed
 *   or blank that leaves it short enough; %NULL if it is only blanks
 */
char *
rgm_registry_cut (const char **rest,
                  guint max_chars)
{
  const char *start = *rest, *end = start, *good = NULL;
  g_autofree char *piece = NULL;

  for (guint i = 0; i < max_chars && *end != '\0'; i++, end = g_utf8_next_char (end))
    if (*end == '\n' || (*end == ' ' && (good == NULL || *good != '\n')))
      good = end;

  if (*end != '\0' && good != NULL && good > start)
    end = good;
  *rest = end;
  piece = g_strndup (start, (gsize) (end - start));

  return rgm_registry_clean (piece);
}

/**
 * rgm_registry_shorten:
 * @text: (transfer full) (nullable): a text
 *
 * Cuts a text that no name or title is as long as, so that what is made of several still has
 * room in a document.
 *
 * Returns: (transfer full) (nullable): the text, with an ellipsis where it was cut
 */
char *
rgm_registry_shorten (char *text)
{
  g_autofree char *whole = text;
  g_autofree char *piece = NULL;
  const char *rest = whole;

  if (whole == NULL || g_utf8_strlen (whole, -1) <= RGM_REGISTRY_NAME_MAX)
    return g_steal_pointer (&whole);

  piece = rgm_registry_cut (&rest, RGM_REGISTRY_NAME_MAX - 1);

  return g_strconcat (piece != NULL ? piece : "", "…", NULL);
}

/**
 * rgm_registry_unescape:
 * @text: a text in ClinicalTrials.gov's Markdown
 *
 * Returns: (transfer full): the text without backslashes before signs: '\>=' is '>='
 */
char *
rgm_registry_unescape (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\\' || !g_ascii_ispunct (p[1]))
      g_string_append_c (plain, *p);
    else
      g_string_append_c (plain, *++p);

  return g_string_free (plain, FALSE);
}

/**
 * rgm_registry_make_id:
 * @text: a name
 *
 * Returns: (transfer full) (nullable): an id for what has that name; %NULL if no letter
 *   and no digit of it can be written in ASCII
 */
char *
rgm_registry_make_id (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *id = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '+' || *p == '.')
      g_string_append_c (id, g_ascii_tolower (*p));
    else if (id->len > 0 && id->str[id->len - 1] != '-' && *p != '?' && *p != '\'')
      g_string_append_c (id, '-');

  while (id->len > 0 && !g_ascii_isalnum (id->str[0]))
    g_string_erase (id, 0, 1);
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);

  if (id->len > ID_LENGTH)
    {
      g_string_truncate (id, ID_LENGTH - 9);
      g_string_append_printf (id, "-%08x", g_str_hash (text));
    }

  return g_string_free (id, id->len == 0);
}

static char *
make_date (guint64 year,
           guint64 month,
           guint64 day)
{
  g_autofree char *date = NULL;
  GDate parsed;

  if (month == 0)
    date = g_strdup_printf ("%04" G_GUINT64_FORMAT, year);
  else if (day == 0)
    date = g_strdup_printf ("%04" G_GUINT64_FORMAT "-%02" G_GUINT64_FORMAT, year, month);
  else
    date = g_strdup_printf ("%04" G_GUINT64_FORMAT "-%02" G_GUINT64_FORMAT "-%02" G_GUINT64_FORMAT, year, month, day);

  return rgm_date_parse (date, FALSE, &parsed) ? g_steal_pointer (&date) : NULL;
}

static guint64
find_month (const char *name)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (name, months[i], 3) == 0)
      return i + 1;

  return 0;
}

/**
 * rgm_registry_parse_date:
 * @text: a date: '2018-09-20', '2018-09', '20240408', '08/04/2024' with the day first,
 *   'September 20, 2018', 'September 2018', '20 September 2018', '2018'
 *
 * Returns: (transfer full) (nullable): the date as precise as it is written, YYYY-MM-DD,
 *   YYYY-MM or YYYY; %NULL if it is none
 */
char *
rgm_registry_parse_date (const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint64 numbers[3] = { 0 };
  guint64 month = 0;
  guint n_numbers = 0, n_words = 0;
  gboolean year_first;

  /* A time of the day says nothing here. */
  if (strlen (stripped) > 10 && stripped[4] == '-' && stripped[7] == '-' && (stripped[10] == 'T' || stripped[10] == ' '))
    stripped[10] = '\0';

  if (strlen (stripped) == 8 && strspn (stripped, "0123456789") == 8)
    {
      guint64 number = g_ascii_strtoull (stripped, NULL, 10);

      return make_date (number / 10000, number / 100 % 100, number % 100);
    }

  words = g_strsplit_set (stripped, " ,-/.", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (++n_words > 3)
        return NULL;
      if (g_ascii_isalpha (*words[i]) && month == 0)
        {
          month = find_month (words[i]);
          if (month == 0)
            return NULL;
        }
      else if (strlen (words[i]) > 4 || !g_ascii_string_to_unsigned (words[i], 10, 1, 9999, &numbers[n_numbers++], NULL))
        return NULL;
    }

  if (n_numbers == 0)
    return NULL;

  year_first = numbers[0] > 31;
  if (month != 0)
    return n_numbers == 1 ? make_date (numbers[0], month, 0)
           : year_first   ? make_date (numbers[0], month, numbers[1])
                          : make_date (numbers[1], month, numbers[0]);
  if (n_numbers == 3)
    return year_first ? make_date (numbers[0], numbers[1], numbers[2]) : make_date (numbers[2], numbers[1], numbers[0]);

  return year_first       ? make_date (numbers[0], numbers[1], 0)
         : n_numbers == 2 ? make_date (numbers[1], numbers[0], 0)
                          : NULL;
}

typedef struct
{
  const char *published;
  int value;
} Spelling;

static gboolean
find_spelling (const Spelling *spellings,
               gsize n_spellings,
               const char *published,
               int *value)
{
  g_autofree char *folded = rgm_text_normalise_whole (published);

  for (gsize i = 0; i < n_spellings; i++)
    {
      g_autofree char *spelling = rgm_text_normalise_whole (spellings[i].published);

      if (g_str_equal (spelling, folded))
        {
          *value = spellings[i].value;
          return TRUE;
        }
    }

  return FALSE;
}

/* Takes the numbers of a phase out of its spelling: 'Phase 1/Phase 2', 'PHASE1|PHASE2',
 * 'Human pharmacology (Phase I): no', 'II', 'Phase II-III'. */
static guint
find_phase_numbers (const char *published)
{
  static const char *const numbers[][4] = {
    { "1", "i", "phase1", "phasei" },
    { "2", "ii", "phase2", "phaseii" },
    { "3", "iii", "phase3", "phaseiii" },
    { "4", "iv", "phase4", "phaseiv" },
  };
  g_autofree char *folded = g_ascii_strdown (published, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " /|,;:()-_&+.", -1);
  guint found = 0;

  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
      for (guint k = 0; k < G_N_ELEMENTS (numbers[j]); k++)
        if (g_str_equal (words[i], numbers[j][k]))
          found |= 1u << j;

  return found;
}

/* WHO's register of the European Union states each phase with yes or no. */
static guint
find_phases_answered_yes (const char *published)
{
  static const char *const phases[] = { "(phase i):", "(phase ii):", "(phase iii):", "(phase iv):" };
  g_autofree char *folded = g_ascii_strdown (published, -1);
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      const char *at = strstr (folded, phases[i]);

      if (at == NULL)
        continue;
      at += strlen (phases[i]);
      while (g_ascii_isspace (*at))
        at++;
      if (g_str_has_prefix (at, "yes"))
        found |= 1u << i;
    }

  return found;
}

/**
 * rgm_registry_find_phase:
 * @published: a phase as a registry writes it
 *
 * Returns: (transfer none) (nullable): a nick of #RgmPhase; %NULL where it is none of them
 */
const char *
rgm_registry_find_phase (const char *published)
{
  static const Spelling spellings[] = {
    { "na", RGM_PHASE_NOT_APPLICABLE },
    { "n/a", RGM_PHASE_NOT_APPLICABLE },
    { "not applicable", RGM_PHASE_NOT_APPLICABLE },
    { "early phase1", RGM_PHASE_EARLY_I },
    { "early phase 1", RGM_PHASE_EARLY_I },
    { "early i", RGM_PHASE_EARLY_I },
    { "phase 0", RGM_PHASE_EARLY_I },
    { "0", RGM_PHASE_EARLY_I },
  };
  static const Spelling sets[] = {
    { NULL, -1 },
    { NULL, RGM_PHASE_I },
    { NULL, RGM_PHASE_II },
    { NULL, RGM_PHASE_I_II },
    { NULL, RGM_PHASE_III },
    { NULL, -1 },
    { NULL, RGM_PHASE_II_III },
    { NULL, -1 },
    { NULL, RGM_PHASE_IV },
  };
  int value = -1;
  guint found;

  if (find_spelling (spellings, G_N_ELEMENTS (spellings), published, &value))
    return rgm_enum_get_nick (RGM_TYPE_PHASE, value);

  found = strstr (published, "): ") != NULL || strstr (published, "):\n") != NULL ? find_phases_answered_yes (published)
                                                                                  : find_phase_numbers (published);
  if (found < G_N_ELEMENTS (sets))
    value = sets[found].value;

  return value >= 0 ? rgm_enum_get_nick (RGM_TYPE_PHASE, value) : NULL;
}

/**
 * rgm_registry_find_state:
 * @published: a status as a registry writes it
 *
 * Returns: (transfer none): a nick of #RgmRegistryState; that of %RGM_REGISTRY_STATE_UNKNOWN
 *   for a status that ClinicalTrials.gov's list of them for trials doesn't have
 */
const char *
rgm_registry_find_state (const char *published)
{
  static const Spelling spellings[] = {
    { "recruiting", RGM_REGISTRY_STATE_RECRUITING },
    { "open to recruitment", RGM_REGISTRY_STATE_RECRUITING },
    { "open public recruiting", RGM_REGISTRY_STATE_RECRUITING },
    { "authorised recruiting", RGM_REGISTRY_STATE_RECRUITING },
    { "ongoing recruiting", RGM_REGISTRY_STATE_RECRUITING },
    { "enrolling by invitation", RGM_REGISTRY_STATE_ENROLLING_BY_INVITATION },
    { "not yet recruiting", RGM_REGISTRY_STATE_NOT_YET_RECRUITING },
    { "not recruiting yet", RGM_REGISTRY_STATE_NOT_YET_RECRUITING },
    { "pending", RGM_REGISTRY_STATE_NOT_YET_RECRUITING },
    { "preinitiation", RGM_REGISTRY_STATE_NOT_YET_RECRUITING },
    { "authorised recruitment pending", RGM_REGISTRY_STATE_NOT_YET_RECRUITING },
    { "authorised not started", RGM_REGISTRY_STATE_NOT_YET_RECRUITING },
    { "ongoing not yet recruiting", RGM_REGISTRY_STATE_NOT_YET_RECRUITING },
    { "active not recruiting", RGM_REGISTRY_STATE_ACTIVE_NOT_RECRUITING },
    { "ongoing recruitment ended", RGM_REGISTRY_STATE_ACTIVE_NOT_RECRUITING },
    { "no longer recruiting", RGM_REGISTRY_STATE_ACTIVE_NOT_RECRUITING },
    { "completed", RGM_REGISTRY_STATE_COMPLETED },
    { "complete", RGM_REGISTRY_STATE_COMPLETED },
    { "main results already published", RGM_REGISTRY_STATE_COMPLETED },
    { "ended", RGM_REGISTRY_STATE_COMPLETED },
    { "suspended", RGM_REGISTRY_STATE_SUSPENDED },
    { "temporarily halted", RGM_REGISTRY_STATE_SUSPENDED },
    { "temporary halt", RGM_REGISTRY_STATE_SUSPENDED },
    { "halted", RGM_REGISTRY_STATE_SUSPENDED },
    { "terminated", RGM_REGISTRY_STATE_TERMINATED },
    { "prematurely ended", RGM_REGISTRY_STATE_TERMINATED },
    { "stopped early", RGM_REGISTRY_STATE_TERMINATED },
    { "withdrawn", RGM_REGISTRY_STATE_WITHDRAWN },
    { "cancelled", RGM_REGISTRY_STATE_WITHDRAWN },
    { "revoked", RGM_REGISTRY_STATE_WITHDRAWN },
  };
  int value = RGM_REGISTRY_STATE_UNKNOWN;

  find_spelling (spellings, G_N_ELEMENTS (spellings), published, &value);

  return rgm_enum_get_nick (RGM_TYPE_REGISTRY_STATE, value);
}

const char *
rgm_registry_find_certainty (const char *published)
{
  static const Spelling spellings[] = {
    { "actual", RGM_CERTAINTY_ACTUAL },
    { "estimated", RGM_CERTAINTY_ESTIMATED },
    { "anticipated", RGM_CERTAINTY_ESTIMATED },
  };
  int value;

  if (published == NULL || !find_spelling (spellings, G_N_ELEMENTS (spellings), published, &value))
    return NULL;

  return rgm_enum_get_nick (RGM_TYPE_CERTAINTY, value);
}

/**
 * rgm_registry_find_heading:
 * @line: a line of a text of criteria
 *
 * Returns: (nullable): 'inclusion' or 'exclusion' if the line is the heading of those
 *   criteria and no more
 */
const char *
rgm_registry_find_heading (const char *line)
{
  g_autofree char *folded = g_ascii_strdown (line, -1);

  g_strdelimit (folded, "*#:_.-", ' ');
  g_strstrip (folded);
  if (g_str_has_prefix (folded, "key "))
    memmove (folded, folded + 4, strlen (folded + 4) + 1);

  if (g_str_equal (folded, "inclusion criteria") || g_str_equal (folded, "inclusion"))
    return "inclusion";
  if (g_str_equal (folded, "exclusion criteria") || g_str_equal (folded, "exclusion"))
    return "exclusion";

  return NULL;
}
