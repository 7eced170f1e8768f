/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "evidence.h"
#include "rgm-pathway-figure.h"
#include "rgm-response-figure.h"
#include "rgm-scatter-figure.h"
#include "rgm-selection.h"
#include "rgm-survival-figure.h"

/* Of every property of every figure: what is set is what is got, a change is told once, and what is no change isn't. */

static void
count (guint *counter)
{
  (*counter)++;
}

/* Another value than the one that is there, within what the property takes; FALSE where none is known. */
static gboolean
change_value (GObject    *object,
              GParamSpec *spec,
              GValue     *value)
{
  if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, !g_value_get_boolean (value));
  else if (G_VALUE_HOLDS_UINT (value))
    {
      const GParamSpecUInt *numbers = G_PARAM_SPEC_UINT (spec);

      g_value_set_uint (value, g_value_get_uint (value) > numbers->minimum ? numbers->minimum : numbers->minimum + 1);
    }
  else if (G_VALUE_HOLDS_DOUBLE (value))
    {
      const GParamSpecDouble *numbers = G_PARAM_SPEC_DOUBLE (spec);

      g_value_set_double (value, (g_value_get_double (value) + numbers->minimum) / 2 + 0.25);
    }
  else if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, g_str_equal (spec->name, "by") ? "class" : "-orr");
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    {
      static const char *const ids[] = { "trastuzumab", NULL };

      g_value_set_boxed (value, ids);
    }
  else
    return FALSE;

  return g_param_values_cmp (spec, value, g_param_spec_get_default_value (spec)) != 0 || G_VALUE_HOLDS (value, G_TYPE_STRV);
}

static char *
tell (const GValue *value)
{
  return g_strdup_value_contents (value);
}

static void
check_property (GObject    *object,
                GParamSpec *spec)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) found = G_VALUE_INIT;
  g_autofree char *signal = g_strconcat ("notify::", spec->name, NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;
  guint told = 0;
  gulong id;

  g_value_init (&value, spec->value_type);
  g_value_init (&found, spec->value_type);
  g_object_get_property (object, spec->name, &value);
  if ((spec->flags & G_PARAM_WRITABLE) == 0 || (spec->flags & G_PARAM_CONSTRUCT_ONLY) != 0)
    return;

  id = g_signal_connect_swapped (object, signal, G_CALLBACK (count), &told);

  /* What is there already is no change. */
  g_object_set_property (object, spec->name, &value);
  if (told != 0)
    g_error ("%s.%s tells of a change that is none", G_OBJECT_TYPE_NAME (object), spec->name);

  if (change_value (object, spec, &value))
    {
      wanted = tell (&value);
      g_object_set_property (object, spec->name, &value);
      g_object_get_property (object, spec->name, &found);
      got = tell (&found);
      g_assert_cmpstr (got, ==, wanted);
      if (told != 1)
        g_error ("%s.%s tells of a change %u times", G_OBJECT_TYPE_NAME (object), spec->name, told);
      g_object_set_property (object, spec->name, &value);
      if (told != 1)
        g_error ("%s.%s tells of a change that is none", G_OBJECT_TYPE_NAME (object), spec->name);
    }
  g_signal_handler_disconnect (object, id);
}

static void
check_object (GObject *object)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    check_property (object, specs[i]);
  g_assert_finalize_object (object);
}

static void
test_bare (void)
{
  check_object (G_OBJECT (rgm_response_figure_new ()));
  check_object (G_OBJECT (rgm_survival_figure_new ()));
  check_object (G_OBJECT (rgm_scatter_figure_new ()));
  check_object (G_OBJECT (rgm_pathway_figure_new ()));
  check_object (G_OBJECT (rgm_selection_new ()));
}

/* With trials to draw, whose figure a change makes anew. */
static void
test_with_trials (void)
{
  g_autoptr (RgmSelection) selection = evidence_select ("");
  RgmFigure *figures[] = {
    RGM_FIGURE (rgm_response_figure_new ()), RGM_FIGURE (rgm_survival_figure_new ()), RGM_FIGURE (rgm_scatter_figure_new ()),
    RGM_FIGURE (rgm_pathway_figure_new ()),
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      guint changed = 0;

      g_signal_connect_swapped (figures[i], "notify", G_CALLBACK (count), &changed);
      g_object_set (figures[i], "data-set", rgm_selection_get_data_set (selection), NULL);
      g_assert_cmpuint (changed, >, 0);
      check_object (G_OBJECT (figures[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/properties/bare", test_bare);
  g_test_add_func ("/figure/properties/with-trials", test_with_trials);

  return g_test_run ();
}
