/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <fcntl.h>
#include <gio/gio.h>

#include "fuzz.h"

/* Runs a fuzz target without libFuzzer: first on each file of its corpus, then on what chance makes of them.
 *
 *     fuzz-NAME-plain CORPUS DICTIONARY SECONDS [SEED]     TAP; what it died of is in ./fuzz-died
 *     fuzz-NAME-plain FILE                                 that one input
 */

#define MAX_LENGTH 65536

static const uint8_t *current;
static size_t current_length;

/* Only calls that may be made in a signal's handler. */
static void
on_death (int number)
{
  static const char message[] = "# died; its input is in ./fuzz-died\n";
  int fd = open ("fuzz-died", O_WRONLY | O_CREAT | O_TRUNC, 0644);

  if (fd >= 0)
    {
      if (write (fd, current, current_length) < 0)
        _exit (3);
      close (fd);
    }
  if (write (STDOUT_FILENO, message, sizeof message - 1) < 0)
    _exit (3);
  signal (number, SIG_DFL);
  raise (number);
}

static void
run (const uint8_t *data,
     size_t         length)
{
  /* Its own allocation, so that a read past the end is one past the end of it. */
  g_autofree uint8_t *copy = g_malloc (length + (length == 0));

  if (length > 0)
    memcpy (copy, data, length);
  current = copy;
  current_length = length;
  LLVMFuzzerTestOneInput (copy, length);
  current = NULL;
  current_length = 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In order of name, so that the same seed does the same everywhere. */
static GPtrArray *
read_corpus (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_dir_close (dir);
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &text, &length, NULL));
      g_ptr_array_add (corpus, g_bytes_new_take (text, length));
    }

  return corpus;
}

/* ── Chance ──────────────────────────────────────────────────────────────────── */

static guint
below (GRand *rand,
       guint  limit)
{
  return limit > 0 ? (guint) g_rand_int_range (rand, 0, (int) limit) : 0;
}

/* libFuzzer's escapes: a backslash before a backslash, a quote or xAB. */
static char *
read_word (const char *word)
{
  GString *text = g_string_new (NULL);

  for (; *word != '\0'; word++)
    {
      if (*word != '\\')
        g_string_append_c (text, *word);
      else if (*++word != 'x')
        {
          /* libFuzzer takes no dictionary with another one. */
          g_assert_true (*word == '\\' || *word == '"');
          g_string_append_c (text, *word);
        }
      else
        {
          g_string_append_c (text, (char) (g_ascii_xdigit_value (word[1]) * 16 + g_ascii_xdigit_value (word[2])));
          word += 2;
        }
    }

  return g_string_free (text, FALSE);
}

static void
put_word (GRand      *rand,
          GByteArray *input,
          char      **words)
{
  const char *text = words[below (rand, g_strv_length (words))];
  guint at = below (rand, input->len + 1);
  guint length = (guint) strlen (text);
  guint tail = input->len - at;

  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, tail);
  memcpy (input->data + at, text, length);
}

static void
take_out (GRand      *rand,
          GByteArray *input)
{
  guint at = below (rand, input->len);
  guint wanted = 1 + below (rand, below (rand, 4) == 0 ? input->len : 8);
  guint length = MIN (wanted, input->len - at);

  if (length > 0)
    g_byte_array_remove_range (input, at, length);
}

/* A piece of this or another input, at some place. */
static void
put_piece (GRand      *rand,
           GByteArray *input,
           GBytes     *other)
{
  gsize size;
  const uint8_t *data = g_bytes_get_data (other, &size);
  guint start = below (rand, (guint) size);
  guint wanted = 1 + below (rand, 200);
  guint length = MIN (wanted, (guint) size - start);
  guint at = below (rand, input->len + 1);
  guint tail = input->len - at;

  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, tail);
  if (length > 0)
    memcpy (input->data + at, data + start, length);
}

static void
change (GRand      *rand,
        GByteArray *input,
        GPtrArray  *corpus,
        char      **words)
{
  switch (below (rand, 6))
    {
    case 0:
      if (input->len > 0)
        input->data[below (rand, input->len)] ^= (guint8) (1u << below (rand, 8));
      break;
    case 1:
      if (input->len > 0)
        input->data[below (rand, input->len)] = (guint8) below (rand, 256);
      break;
    case 2:
      take_out (rand, input);
      break;
    case 3:
      put_piece (rand, input, g_ptr_array_index (corpus, below (rand, corpus->len)));
      break;
    default:
      put_word (rand, input, words);
      break;
    }
}

static guint
run_changed (GPtrArray  *corpus,
             char      **words,
             double      seconds,
             guint32     seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GTimer) timer = g_timer_new ();
  guint runs = 0;

  for (; g_timer_elapsed (timer, NULL) < seconds; runs++)
    {
      /* One that is made for nothing has no address, in newer GLib. */
      g_autoptr (GByteArray) input = g_byte_array_sized_new (1);
      gsize size;
      const uint8_t *data = g_bytes_get_data (g_ptr_array_index (corpus, below (rand, corpus->len)), &size);
      guint changes = 1 + below (rand, 6);

      g_byte_array_append (input, data, (guint) size);
      for (guint i = 0; i < changes; i++)
        change (rand, input, corpus, words);
      run (input->data, MIN (input->len, MAX_LENGTH));
    }

  return runs;
}

/* A dictionary is one word a line, in quotes; the same as libFuzzer's. */
static char **
read_words (const char *path)
{
  GPtrArray *words = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '"')
      {
        lines[i][strlen (lines[i]) - 1] = '\0';
        g_ptr_array_add (words, read_word (lines[i] + 1));
      }

  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

int
main (int    argc,
      char **argv)
{
  static const int deaths[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGALRM };
  g_autoptr (GPtrArray) corpus = NULL;
  g_auto (GStrv) words = NULL;
  guint runs;

  for (guint i = 0; i < G_N_ELEMENTS (deaths); i++)
    signal (deaths[i], on_death);

  if (argc == 2)
    {
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (argv[1], &text, &length, NULL));
      run ((const uint8_t *) text, length);
      return EXIT_SUCCESS;
    }
  g_assert_cmpint (argc, >=, 4);

  corpus = read_corpus (argv[1]);
  g_assert_cmpuint (corpus->len, >, 0);
  words = read_words (argv[2]);

  g_print ("1..2\n");
  for (guint i = 0; i < corpus->len; i++)
    {
      gsize size;
      const uint8_t *data = g_bytes_get_data (g_ptr_array_index (corpus, i), &size);

      run (data, size);
    }
  g_print ("ok 1 - the %u inputs of the corpus\n", corpus->len);

  /* An input that hangs is one it dies of. */
  alarm ((unsigned) (g_ascii_strtod (argv[3], NULL) + 30));
  runs = run_changed (corpus, words, g_ascii_strtod (argv[3], NULL), argc > 4 ? (guint32) atoi (argv[4]) : 1);
  g_print ("# %u inputs made by chance\n", runs);
  g_print ("%s 2 - inputs made by chance\n", runs > 0 ? "ok" : "not ok");

  return runs > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
