/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-query-number-words.h"
#include "rgm-query-signs.h"

/* Numbers in words, where something is compared with them or they count something: 'over a year', 'half a year or more', 'two to three
   prior lines', 'PFS between six months and a year and a half', 'ORR over half'. Elsewhere a word is a word: 'two-arm'. */

#define BLANKS "[\\s\\p{Z}\\p{Cf}]+"
#define BEGIN "(?<![\\p{L}\\p{N}_-])"
#define END "(?![\\p{L}\\p{N}_-])"

#define ONES "one|two|three|four|five|six|seven|eight|nine"
#define TENS "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
#define WORD "(?:(?:" TENS ")(?:[-\\s](?:" ONES "))?+|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|" ONES "|(?:a|one)" BLANKS "hundred)"
#define UNIT "(?:days?|weeks?|months?|years?)"
#define NOUN "(?:" UNIT "|percent|per" BLANKS "cent|patients?|participants?|pts?|(?:(?:prior|previous|earlier)" BLANKS ")?(?:lines?|therapies|regimens|treatments)|or" BLANKS "(?:more|fewer|less))" END
#define HALF_YEAR "half" BLANKS "an?" BLANKS "year|(?:an?|one)" BLANKS "half[-\\s]year"
#define QUANTITY "(?:" HALF_YEAR "|(?:an?|[0-9]+|" WORD ")" BLANKS "years?" BLANKS "and" BLANKS "a" BLANKS "half" \
                 "|(?:[0-9]+|" WORD ")" BLANKS "and" BLANKS "a" BLANKS "half(?=" BLANKS UNIT ")|an?(?=" BLANKS UNIT END ")|" WORD "(?=" BLANKS NOUN "|\\s*$)" \
                 "|half(?!" BLANKS "(?:an?|of)" END ")|(?:a|one)" BLANKS "quarter(?!" BLANKS "of" END ")|three[-\\s]quarters)" END
#define SEPARATOR "(?:" BLANKS "(?:to|and|or)" BLANKS "|\\s?[\\p{Pd}\\x{2212}]\\s?)"
#define RELATION "(?:over|above|beyond|exceeding|exceeds|at" BLANKS "least|at" BLANKS "most|up" BLANKS "to|under|below|between|from|of" \
                 "|(?:more|greater|higher|longer|better|less|fewer|lower|shorter|worse)" BLANKS "than)" BLANKS "|[<>=\\x{2264}-\\x{2267}\\x{2A7D}\\x{2A7E}\\x{FF1C}-\\x{FF1E}]\\s*"
#define AFTER "(?:" BLANKS UNIT ")?" BLANKS "(?:or|and)" BLANKS "(?:more|longer|higher|greater|better|less|fewer|shorter|lower|above|over|below|under)" END

/* In each the first group stays, the second and the fourth are numbers, the third stays between them. */
static const char *const patterns[] = {
  "()" BEGIN "(" WORD "|" QUANTITY ")((?:" BLANKS UNIT ")?" SEPARATOR ")(" QUANTITY ")",
  "()" BEGIN "([0-9]+)(" BLANKS UNIT SEPARATOR "|" SEPARATOR ")(" QUANTITY ")",
  "((?<![\\p{L}\\p{N}_-])(?:" RELATION "))(" QUANTITY ")",
  "()" BEGIN "(" QUANTITY "|" WORD ")(?=" AFTER ")",
};

static guint
read_word (const char *word,
           gsize       length)
{
  static const struct
  {
    const char *word;
    guint       number;
  } words[] = {
    { "a", 1 },         { "an", 1 },        { "one", 1 },      { "two", 2 },      { "three", 3 },     { "four", 4 },     { "five", 5 },
    { "six", 6 },       { "seven", 7 },     { "eight", 8 },    { "nine", 9 },     { "ten", 10 },      { "eleven", 11 },  { "twelve", 12 },
    { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 }, { "sixteen", 16 }, { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 },
    { "twenty", 20 },   { "thirty", 30 },   { "forty", 40 },   { "fifty", 50 },   { "sixty", 60 },    { "seventy", 70 }, { "eighty", 80 },
    { "ninety", 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && g_ascii_strncasecmp (words[i].word, word, length) == 0)
      return words[i].number;

  return 0;
}

/* The number that a quantity begins with: digits, 'a', 'twelve', 'twenty-four', 'a hundred'. */
static guint
read_number (const char *text)
{
  gsize length = strspn (text, "0123456789");
  guint number;

  if (length > 0)
    return (guint) g_ascii_strtoull (text, NULL, 10);

  while (g_ascii_isalpha (text[length]))
    length++;
  number = read_word (text, length);
  text += length;
  if (*text != '\0')
    text = g_utf8_next_char (text);
  for (length = 0; g_ascii_isalpha (text[length]);)
    length++;
  if (number == 1 && length == 7 && g_ascii_strncasecmp (text, "hundred", length) == 0)
    return 100;

  return number >= 20 ? number + read_word (text, length) : number;
}

static void
append_quantity (GString    *to,
                 const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  gboolean has_half = strstr (folded, "half") != NULL;
  gboolean has_year = strstr (folded, "year") != NULL;

  if (has_half && has_year && strstr (folded, "and") == NULL)
    g_string_append (to, "6 months");
  else if (has_half && strstr (folded, "and") != NULL)
    g_string_append_printf (to, "%u.5%s", read_number (folded), has_year ? " years" : "");
  else if (has_half)
    g_string_append (to, "50%");
  else if (strstr (folded, "quarter") != NULL)
    g_string_append (to, folded[0] == 't' ? "75%" : "25%");
  else
    g_string_append_printf (to, "%u", read_number (folded));
}

static gboolean
write_match (const GMatchInfo *match,
             GString          *to,
             gpointer          data G_GNUC_UNUSED)
{
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *first = g_match_info_fetch (match, 2);
  g_autofree char *between = g_match_info_fetch (match, 3);
  g_autofree char *second = g_match_info_fetch (match, 4);

  g_string_append (to, before);
  append_quantity (to, first);
  if (second != NULL && *second != '\0')
    {
      g_string_append (to, between);
      append_quantity (to, second);
    }

  return FALSE;
}

static char *
write_part (const char *text,
            gsize       length)
{
  static GRegex *regexes[G_N_ELEMENTS (patterns)];
  char *part = g_strndup (text, length);

  /* A window that opens has no query yet, and needn't wait for the patterns to be compiled. */
  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (patterns); i++)
    {
      char *next;

      if (g_once_init_enter (&regexes[i]))
        g_once_init_leave (&regexes[i], g_regex_new (patterns[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
      next = g_regex_replace_eval (regexes[i], part, -1, 0, 0, write_match, NULL, NULL);
      if (next == NULL)
        continue;
      g_free (part);
      part = next;
    }

  return part;
}

/**
 * rgm_query_write_digits:
 * @text: a query, in UTF-8
 *
 * Returns: (transfer full): the query with digits for its numbers in words; what is in quotation marks stays as it is
 */
char *
rgm_query_write_digits (const char *text)
{
  GString *written = g_string_new (NULL);
  const char *start = text;
  gboolean is_quoted = FALSE;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      g_autofree char *part = NULL;

      if (*at != '\0' && rgm_query_get_quote (at) != RGM_QUOTE_DOUBLE)
        continue;
      part = is_quoted ? g_strndup (start, (gsize) (at - start)) : write_part (start, (gsize) (at - start));
      g_string_append (written, part);
      if (*at == '\0')
        return g_string_free (written, FALSE);
      is_quoted = !is_quoted;
      start = at;
    }
}
