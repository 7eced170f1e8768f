/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rgm-text-normalise.h"

/* Most words are shorter; a longer one is folded in memory of its own. */
#define WORD_MAX 64

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0xAD;
}

/* What separates the parts of a compound name: 'T-DXd', 'DS-8201a', 'HER2/neu', and their typographic kin. */
static gboolean
is_joint (gunichar c)
{
  if (c < 0x80)
    return c == '-' || c == '/' || c == '_' || c == '.' || c == '+';

  return c == 0x2212 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/* Where a run of letters and digits ends. A point between digits belongs to it, '5.4', and so do plus signs at its end, '3+'. */
static const char *
find_end (const char *start)
{
  const char *at = start;

  while (*at != '\0')
    {
      if (g_ascii_isalnum (*at))
        at++;
      else if (*at == '.' && at > start && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]))
        at++;
      else if ((guchar) *at >= 0x80 && is_letter (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      else
        break;
    }

  if (at > start && *at == '+')
    {
      const char *end = at + strspn (at, "+");

      if (!is_letter (g_utf8_get_char (end)))
        at = end;
    }

  return at;
}

/**
 * rgm_text_normalise:
 * @text: valid UTF-8
 *
 * Folds letter case and strips accents, in the same way in every locale: the Turkish dotless i
 * folds to i, as people search for it who have no such key. Marks of trade go.
 *
 * Returns: (transfer full): the folded text
 */
char *
rgm_text_normalise (const char *text)
{
  g_autofree char *cased = NULL;
  g_autofree char *apart = NULL;
  GString *folded;

  /* Nearly every word of a register: worth not normalising. */
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  folded = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* Decomposed, ™ and ℠ would be letters of the name; a soft hyphen is no letter. */
      if (c != 0x2122 && c != 0x2120 && c != 0xAE && c != 0xAD)
        g_string_append_unichar (folded, c);
    }
  cased = g_utf8_casefold (folded->str, -1);
  apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  g_string_truncate (folded, 0);

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c))
        continue;
      g_string_append_unichar (folded, c == 0x131 ? 'i' : c);
    }

  return g_string_free (folded, FALSE);
}

/* ── Spellings ───────────────────────────────────────────────────────────────── */

static gboolean
ends_with (const char *word,
           gsize       length,
           const char *end)
{
  gsize n = strlen (end);

  return length > n && memcmp (word + length - n, end, n) == 0;
}

/* How many bytes at @at stand for another spelling, which is set. */
static gsize
find_respelling (const char  *word,
                 const char  *at,
                 gsize        left,
                 const char **spelling)
{
  static const struct
  {
    const char *from;
    const char *to;
  } rules[] = {
    { "our", "or" },   /* tumour, tumor */
    { "ize", "ise" },  /* randomize, randomise */
    { "iza", "isa" },
    { "izi", "isi" },
    { "yze", "yse" },  /* analyze, analyse */
    { "yzi", "ysi" },
    { "oe", "e" },     /* oesophageal, esophageal */
    { "ae", "e" },     /* anaemia, anemia */
    { "lled", "led" }, /* labelled, labeled */
    { "lling", "ling" },
    { "sulph", "sulf" },
    { "mme", "m" },    /* programme, program */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gsize n = strlen (rules[i].from);

      /* 'four' and 'hour' are no British 'for' and 'hor'. */
      if (n > left || memcmp (at, rules[i].from, n) != 0 || (i == 0 && (at - word) + left < 5))
        continue;
      *spelling = rules[i].to;
      return n;
    }

  return 0;
}

/* Every rule has one of these letters in its first two; the one of an end is at the end. */
static gboolean
may_respell (const char *word,
             gsize       length)
{
  for (gsize i = 0; i + 1 < length; i++)
    switch (word[i])
      {
      case 'o':
        if (word[i + 1] == 'u' || word[i + 1] == 'e')
          return TRUE;
        break;
      case 'i':
      case 'y':
        if (word[i + 1] == 'z')
          return TRUE;
        break;
      case 'a':
        if (word[i + 1] == 'e')
          return TRUE;
        break;
      case 'l':
      case 'm':
        if (word[i + 1] == word[i])
          return TRUE;
        break;
      case 's':
        if (word[i + 1] == 'u')
          return TRUE;
        break;
      case 't':
        if (i + 3 == length && word[i + 1] == 'r' && word[i + 2] == 'e')
          return TRUE;
        break;
      default:
        break;
      }

  return FALSE;
}

/* The one spelling of a word, or NULL where it is spelled so. */
static char *
respell (const char *word,
         gsize       length)
{
  GString *spelled;
  gboolean is_centre;

  if (!may_respell (word, length))
    return NULL;

  spelled = g_string_sized_new (length);
  is_centre = ends_with (word, length, "tre"); /* centre, center */
  for (gsize i = 0; i < length;)
    {
      const char *spelling;
      gsize n;

      if (is_centre && i == length - 2)
        {
          g_string_append (spelled, "er");
          break;
        }
      n = find_respelling (word, word + i, length - i, &spelling);
      if (n > 0)
        g_string_append (spelled, spelling);
      else
        g_string_append_c (spelled, word[i]);
      i += MAX (n, 1);
    }

  if (spelled->len == length && memcmp (spelled->str, word, length) == 0)
    {
      g_string_free (spelled, TRUE);
      return NULL;
    }

  return g_string_free (spelled, FALSE);
}

static const struct
{
  const char *name;
  const char *look_alike;
} greek[] = {
  { "alpha", "a" }, { "beta", "b" }, { "gamma", "g" }, { "delta", "d" }, { "epsilon", "e" }, { "zeta", "z" }, { "eta", "h" },
  { "theta", "th" }, { "iota", "i" }, { "kappa", "k" }, { "lambda", "l" }, { "mu", "u" }, { "nu", "n" }, { "xi", "x" },
  { "omicron", "o" }, { "pi", "p" }, { "rho", "r" }, { NULL, NULL }, { "sigma", "s" }, { "tau", "t" }, { "upsilon", "y" },
  { "phi", "f" }, { "chi", "x" }, { "psi", "ps" }, { "omega", "w" },
};

static gboolean
is_greek (gunichar c)
{
  return c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2;
}

/* Greek letters beside others, or one alone, are signs with a name: 'PI3Kα', 'TGF-β'. A word of Greek letters is a word. */
static gboolean
has_greek_signs (const char *word)
{
  guint n_greek = 0;
  guint n = 0;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at), n++)
    n_greek += is_greek (g_utf8_get_char (at));

  return n_greek > 0 && (n_greek < n || n == 1);
}

static char *
replace_greek (const char *word,
               gboolean    by_look)
{
  GString *text = g_string_new (NULL);

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_greek (c))
        g_string_append (text, by_look ? greek[c - 0x3B1].look_alike : greek[c - 0x3B1].name);
      else
        g_string_append_unichar (text, c);
    }

  return g_string_free (text, FALSE);
}

/**
 * rgm_text_normalise_spell:
 * @folded: a folded word
 *
 * Brings a word into the one spelling that stands for all: American for -our and ae, British for -ize, Greek letters by their names.
 *
 * Returns: (transfer full) (nullable): the word, or %NULL where it is spelled so
 */
char *
rgm_text_normalise_spell (const char *folded)
{
  char *named;
  char *spelled;

  if (g_str_is_ascii (folded) || !has_greek_signs (folded))
    return respell (folded, strlen (folded));

  named = replace_greek (folded, FALSE);
  spelled = respell (named, strlen (named));
  if (spelled == NULL)
    return named;
  g_free (named);

  return spelled;
}

/* ── Values ──────────────────────────────────────────────────────────────────── */

/* The words' one spelling with @between in between. */
static char *
fold_with (const char *text,
           const char *between)
{
  g_autofree char *folded = rgm_text_normalise (text);
  gboolean is_ascii = g_str_is_ascii (folded);
  GString *whole = g_string_sized_new (strlen (folded));
  const char *at = folded;

  while (*at != '\0')
    {
      const char *end = find_end (at);
      g_autofree char *word = NULL;
      g_autofree char *spelled = NULL;

      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      word = is_ascii ? NULL : g_strndup (at, (gsize) (end - at));
      spelled = is_ascii ? respell (at, (gsize) (end - at)) : rgm_text_normalise_spell (word);
      if (whole->len > 0)
        g_string_append (whole, between);
      if (spelled != NULL)
        g_string_append (whole, spelled);
      else
        g_string_append_len (whole, at, end - at);
      at = end;
    }

  return g_string_free (whole, FALSE);
}

/**
 * rgm_text_normalise_whole:
 * @text: valid UTF-8
 *
 * Folds a value that is compared as a whole: 'Active, not recruiting' and
 * 'ACTIVE_NOT_RECRUITING' become 'active not recruiting'.
 *
 * Returns: (transfer full): the folded value
 */
char *
rgm_text_normalise_whole (const char *text)
{
  return fold_with (text, " ");
}

/**
 * rgm_text_normalise_joined:
 * @text: valid UTF-8
 *
 * Folds a name that people write with and without dashes: 'DS-8201a' becomes 'ds8201a'.
 *
 * Returns: (transfer full): the folded name
 */
char *
rgm_text_normalise_joined (const char *text)
{
  return fold_with (text, "");
}

/* ── Words ───────────────────────────────────────────────────────────────────── */

typedef struct
{
  const char  *text;
  RgmWordFunc  func;
  gpointer     data;
} WordWalk;

static void
pass (const WordWalk *walk,
      const char     *folded,
      RgmWordForm     form,
      gsize           start,
      gsize           end)
{
  RgmWord word = { folded, form, start, end };

  if (folded[0] != '\0')
    walk->func (&word, walk->data);
}

/* 'HER2+' is HER2-positive; '3+' is a grade. */
static char *
spell_plus (const char *word)
{
  gsize length = strlen (word);

  if (length < 2 || word[length - 1] != '+' || !g_ascii_isalpha (word[0]) || word[length - 2] == '+')
    return NULL;

  return g_strdup_printf ("%.*spositive", (int) length - 1, word);
}

/* Whether a plus sign ends a run of letters and digits, as find_end () has it. */
static gboolean
is_plus_at_end (const char *at)
{
  return !is_letter (g_utf8_get_char (at + strspn (at, "+")));
}

/* Folds a piece of the text without its joints, into @buffer where it fits. */
static char *
fold_piece (const char *text,
            gsize       start,
            gsize       end,
            char       *buffer,
            char      **owned)
{
  g_autofree char *piece = NULL;
  g_autofree char *folded = NULL;
  gsize n = 0;

  *owned = NULL;
  if (end - start < WORD_MAX)
    {
      gsize i = start;

      for (; i < end && (guchar) text[i] < 0x80; i++)
        if (g_ascii_isupper (text[i]))
          buffer[n++] = (char) (text[i] - 'A' + 'a');
        else if (g_ascii_isalnum (text[i]) || (text[i] == '+' && is_plus_at_end (text + i)) ||
                 (text[i] == '.' && i > start && g_ascii_isdigit (text[i - 1]) && g_ascii_isdigit (text[i + 1])))
          buffer[n++] = text[i];
      if (i == end)
        {
          buffer[n] = '\0';
          return buffer;
        }
    }

  piece = g_strndup (text + start, end - start);
  folded = rgm_text_normalise (piece);
  *owned = g_malloc0 (strlen (folded) + 1);
  n = 0;
  /* Folding can bring in what is no part of a word: '½' becomes '1⁄2', and is found as '12'. */
  for (const char *at = folded; *at != '\0';)
    {
      const char *next = find_end (at);

      if (next == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      memcpy (*owned + n, at, (gsize) (next - at));
      n += (gsize) (next - at);
      at = next;
    }
  (*owned)[n] = '\0';

  return *owned;
}

/* Whether a word negates what follows it: 'not recruiting', 'non-metastatic'. */
static gboolean
is_negation (const char *folded)
{
  return folded[0] == 'n' && (g_str_equal (folded, "not") || g_str_equal (folded, "non"));
}

/* A negated word is another word: who searches for 'recruiting' doesn't mean 'not recruiting'. */
static void
pass_part (const WordWalk *walk,
           gsize           start,
           gsize           end,
           gboolean       *is_negated)
{
  char buffer[WORD_MAX] = { 0 };
  g_autofree char *owned = NULL;
  const char *folded = fold_piece (walk->text, start, end, buffer, &owned);

  if (*is_negated && !is_negation (folded) && !g_str_equal (folded, "yet"))
    {
      g_autofree char *negated = g_strconcat ("not", folded, NULL);

      *is_negated = FALSE;
      pass (walk, negated, RGM_WORD_NEGATED, start, end);
      return;
    }

  *is_negated = is_negation (folded) || (*is_negated && g_str_equal (folded, "yet"));
  pass (walk, folded, RGM_WORD_PLAIN, start, end);
}

/* An abbreviation, and what is written apart from it as often as not: 'CAR T', 'HER 2', 'PD L1', 'IHC 3+'. */
static gboolean
belongs_to_abbreviation (const char *text,
                         gsize       before,
                         gsize       before_end,
                         gsize       start,
                         gsize       end)
{
  if (before_end - before < 2 || before_end - before > 5 || text[before_end] != ' ' || start != before_end + 1)
    return FALSE;
  for (gsize i = before; i < before_end; i++)
    if (!g_ascii_isupper (text[i]))
      return FALSE;

  return g_ascii_isdigit (text[start]) || (g_ascii_isupper (text[start]) && (end == start + 1 || (end == start + 2 && g_ascii_isdigit (text[start + 1]))));
}

static void
pass_joined (const WordWalk *walk,
             gsize           start,
             gsize           end)
{
  char buffer[WORD_MAX] = { 0 };
  g_autofree char *owned = NULL;

  pass (walk, fold_piece (walk->text, start, end, buffer, &owned), RGM_WORD_JOINED, start, end);
}

/* Whether only blanks stand between two words. */
static gboolean
is_blank_between (const char *from,
                  const char *to)
{
  while (from < to && *from == ' ')
    from++;

  return from == to;
}

/**
 * rgm_text_normalise_split:
 * @text: valid UTF-8
 * @func: (scope call): called for each word
 * @data: for @func
 *
 * Splits a text, as rgm_text_normalise_words() does, but passes on no word in another form: for who asks for these itself, once for a
 * word that comes often.
 */
void
rgm_text_normalise_split (const char  *text,
                          RgmWordFunc  func,
                          gpointer     data)
{
  WordWalk walk = { text, func, data };
  const char *at = text;
  const char *last = text;
  const char *last_end = text;
  gboolean is_negated = FALSE;

  while (*at != '\0')
    {
      const char *name = at;
      const char *end = find_end (at);
      guint parts = 0;

      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      is_negated = is_negated && is_blank_between (last_end, at);

      /* A name: parts with single joints between them. */
      while (TRUE)
        {
          const char *next;

          pass_part (&walk, (gsize) (at - text), (gsize) (end - text), &is_negated);
          parts++;
          at = end;

          if (*at == '\0' || !is_joint (g_utf8_get_char (at)))
            break;
          at = g_utf8_next_char (at);
          next = find_end (at);
          if (next == at)
            break;
          end = next;
        }

      if (parts > 1)
        pass_joined (&walk, (gsize) (name - text), (gsize) (end - text));
      else if (belongs_to_abbreviation (text, (gsize) (last - text), (gsize) (last_end - text), (gsize) (name - text), (gsize) (end - text)))
        pass_joined (&walk, (gsize) (last - text), (gsize) (end - text));
      last = name;
      last_end = end;
    }
}

/**
 * rgm_text_normalise_forms:
 * @word: a word that rgm_text_normalise_split() passed on
 * @func: (scope call): called for each other form of it
 * @data: for @func
 *
 * Whether a word has other forms is decided by how it is folded and whether it is joined, not by where it stands.
 *
 * Returns: whether there is any
 */
gboolean
rgm_text_normalise_forms (const RgmWord *word,
                          RgmWordFunc    func,
                          gpointer       data)
{
  const WordWalk walk = { NULL, func, data };
  const char *folded = word->folded;
  gboolean is_joined = word->form == RGM_WORD_JOINED;
  g_autofree char *spelled = rgm_text_normalise_spell (folded);
  g_autofree char *positive = is_joined ? NULL : spell_plus (folded);

  if (positive != NULL)
    pass (&walk, positive, RGM_WORD_SPELLED, word->start, word->end);
  if (spelled == NULL)
    return positive != NULL;

  pass (&walk, spelled, is_joined ? RGM_WORD_JOINED : RGM_WORD_SPELLED, word->start, word->end);
  if (!g_str_is_ascii (folded) && has_greek_signs (folded))
    {
      g_autofree char *look_alike = replace_greek (folded, TRUE);

      pass (&walk, look_alike, is_joined ? RGM_WORD_JOINED : RGM_WORD_LOOK_ALIKE, word->start, word->end);
    }

  return TRUE;
}

static void
pass_in_all_forms (const RgmWord *word,
                   gpointer       data)
{
  const WordWalk *walk = data;

  walk->func (word, walk->data);
  rgm_text_normalise_forms (word, walk->func, walk->data);
}

/**
 * rgm_text_normalise_words:
 * @text: valid UTF-8
 * @func: (scope call): called for each word, in each of its forms
 * @data: for @func
 *
 * Splits a text. A compound name is passed on in its parts, and whole: 'T-DXd' is
 * 't', 'dxd' and 'tdxd'. A negated word is passed on with its negation: 'not recruiting' is 'not' and 'notrecruiting'.
 */
void
rgm_text_normalise_words (const char  *text,
                          RgmWordFunc  func,
                          gpointer     data)
{
  WordWalk walk = { text, func, data };

  rgm_text_normalise_split (text, pass_in_all_forms, &walk);
}
