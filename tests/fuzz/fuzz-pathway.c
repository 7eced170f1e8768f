/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>

#include "fuzz.h"
#include "rgm-error.h"
#include "rgm-faults.h"
#include "rgm-figure-kinds.h"
#include "rgm-fixed-measure.h"
#include "rgm-load.h"
#include "rgm-scene.h"
#include "rgm-selection.h"
#include "rgm-signal.h"

/* A document before and after the value of its pathway. */
static char *before;
static char *after;

static void
read_document (void)
{
  static const char key[] = "\"pathway\": ";
  g_autofree char *path = g_build_filename (g_getenv ("REGIMEN_SOURCE_ROOT"), "tests", "load", "sample.json", NULL);
  g_autofree char *text = NULL;
  char *value;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  value = strstr (text, key);
  g_assert_nonnull (value);
  value += strlen (key);
  before = g_strndup (text, (gsize) (value - text));
  /* It is the document's last key. */
  after = g_strdup ("\n}\n");
}

/* What was loaded can be asked and drawn, whatever stands in it. */
static void
use_pathway (RgmDataSet *data_set)
{
  static const char * const agents[] = { "onemab", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmSignal) bare = rgm_signal_new (data_set, NULL, NULL, NULL, &error);
  g_autoptr (RgmSignal) given = rgm_signal_new (data_set, agents, NULL, NULL, &error);
  g_autoptr (RgmSelection) selection = rgm_selection_new ();
  g_autoptr (RgmFigure) figure = rgm_figure_new ("pathway", selection);
  g_autoptr (RgmTextMeasure) measure = rgm_fixed_measure_new ();
  const RgmLayout layout = { .measure = measure, .width = 800, .base = 12, .floor = 7 };
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (rgm_signal_get_nodes (bare)->len, ==, rgm_signal_get_nodes (given)->len);
  rgm_selection_set_data_set (selection, data_set);
  scene = rgm_figure_lay_out (figure, &layout, NULL);
  g_assert_nonnull (scene);
  text = rgm_scene_to_text (scene);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* A pathway, from any bytes, in a data set that is good otherwise. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RgmFaults) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmDataSet) data_set = NULL;

  if (before == NULL)
    read_document ();
  g_byte_array_append (text, (const guint8 *) before, (guint) strlen (before));
  g_byte_array_append (text, data, (guint) size);
  g_byte_array_append (text, (const guint8 *) after, (guint) strlen (after));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&text));
  data_set = rgm_load_bytes (bytes, "FILE", NULL, &faults, &error);

  g_assert_true ((data_set != NULL) == (faults == NULL));
  if (data_set == NULL)
    g_assert_error (error, RGM_ERROR, RGM_ERROR_INPUT);
  else if (data_set->pathway != NULL)
    use_pathway (data_set);

  return 0;
}
