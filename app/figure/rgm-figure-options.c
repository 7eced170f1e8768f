/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-figure-options.h"

#include "rgm-enum.h"

#define FIELD(options, option, type) ((type *) (gpointer) ((char *) (options) + (option)->offset))
#define CONST_FIELD(options, option, type) ((const type *) (gconstpointer) ((const char *) (options) + (option)->offset))

static void
reset (const RgmOption *self,
       gpointer         options)
{
  switch (self->kind)
    {
    case RGM_OPTION_SWITCH:
      *FIELD (options, self, gboolean) = self->initial > 0;
      break;
    case RGM_OPTION_CHOICE:
      *FIELD (options, self, int) = (int) self->initial;
      break;
    case RGM_OPTION_NUMBER:
      *FIELD (options, self, double) = self->initial;
      break;
    case RGM_OPTION_TEXT:
      g_clear_pointer (FIELD (options, self, char *), g_free);
      break;
    case RGM_OPTION_IDS:
    case RGM_OPTION_TIMES:
      g_clear_pointer (FIELD (options, self, char **), g_strfreev);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_equal (const RgmOption *self,
          gconstpointer    a,
          gconstpointer    b)
{
  const char * const *left, * const *right;

  switch (self->kind)
    {
    case RGM_OPTION_SWITCH:
    case RGM_OPTION_CHOICE:
      return *CONST_FIELD (a, self, int) == *CONST_FIELD (b, self, int);
    case RGM_OPTION_NUMBER:
      return *CONST_FIELD (a, self, double) == *CONST_FIELD (b, self, double);
    case RGM_OPTION_TEXT:
      return g_strcmp0 (*CONST_FIELD (a, self, char *), *CONST_FIELD (b, self, char *)) == 0;
    case RGM_OPTION_IDS:
    case RGM_OPTION_TIMES:
      left = (const char * const *) *CONST_FIELD (a, self, char **);
      right = (const char * const *) *CONST_FIELD (b, self, char **);
      return left == right || (left != NULL && right != NULL && g_strv_equal (left, right));
    default:
      g_assert_not_reached ();
    }
}

const RgmOption *
rgm_figure_kind_find_option (const RgmFigureKind *kind,
                             const char          *key)
{
  for (guint i = 0; i < kind->n_options; i++)
    if (g_str_equal (kind->options[i].key, key))
      return &kind->options[i];

  return NULL;
}

/**
 * rgm_figure_options_new:
 * @kind: a kind of figure
 *
 * Returns: (transfer full): its defaults, in its struct of options
 */
gpointer
rgm_figure_options_new (const RgmFigureKind *kind)
{
  gpointer options = g_malloc0 (kind->options_size);

  for (guint i = 0; i < kind->n_options; i++)
    reset (&kind->options[i], options);

  return options;
}

void
rgm_figure_options_free (const RgmFigureKind *kind,
                         gpointer             options)
{
  /* Only what is allocated matters, and a default never is. */
  for (guint i = 0; i < kind->n_options; i++)
    reset (&kind->options[i], options);
  g_free (options);
}

gboolean
rgm_figure_options_equal (const RgmFigureKind *kind,
                          gconstpointer        a,
                          gconstpointer        b)
{
  for (guint i = 0; i < kind->n_options; i++)
    if (!is_equal (&kind->options[i], a, b))
      return FALSE;

  return TRUE;
}

/* Sets all of @options to what stands in @from. */
void
rgm_figure_options_assign (const RgmFigureKind *kind,
                           gpointer             options,
                           gconstpointer        from)
{
  for (guint i = 0; i < kind->n_options; i++)
    {
      const RgmOption *option = &kind->options[i];
      g_autoptr (GVariant) value = rgm_option_get (option, from);

      if (!is_equal (option, options, from))
        rgm_option_set (option, options, value);
    }
}

/**
 * rgm_figure_options_save:
 * @kind: a kind of figure
 * @options: its options
 *
 * Returns: (transfer floating): a dictionary of what differs from the defaults, of type a{sv}
 */
GVariant *
rgm_figure_options_save (const RgmFigureKind *kind,
                         gconstpointer        options)
{
  gpointer defaults = rgm_figure_options_new (kind);
  GVariantDict saved;

  g_variant_dict_init (&saved, NULL);
  for (guint i = 0; i < kind->n_options; i++)
    {
      const RgmOption *option = &kind->options[i];

      if (!is_equal (option, options, defaults))
        {
          g_autoptr (GVariant) value = rgm_option_get (option, options);

          g_variant_dict_insert_value (&saved, option->key, value);
        }
    }
  rgm_figure_options_free (kind, defaults);

  return g_variant_dict_end (&saved);
}

/**
 * rgm_figure_options_restore:
 * @kind: a kind of figure
 * @options: its options
 * @saved: a dictionary of type a{sv}
 *
 * Sets all of @options to what was saved. What isn't there, is of another type or out of
 * range is as by default: it may come from another version of the program.
 */
void
rgm_figure_options_restore (const RgmFigureKind *kind,
                            gpointer             options,
                            GVariant            *saved)
{
  for (guint i = 0; i < kind->n_options; i++)
    {
      const RgmOption *option = &kind->options[i];
      g_autoptr (GVariant) value = g_variant_lookup_value (saved, option->key, NULL);

      if (!rgm_option_set (option, options, value))
        reset (option, options);
    }
}

/**
 * rgm_option_get:
 * @self: an option
 * @options: the struct that it is part of
 *
 * Returns: (transfer full) (nullable): its value: 'b' for a switch, 'd' for a number, 'as'
 *   for ids and times, else 's'; %NULL for unset ids, times and texts
 */
GVariant *
rgm_option_get (const RgmOption *self,
                gconstpointer    options)
{
  GVariant *value = NULL;

  switch (self->kind)
    {
    case RGM_OPTION_SWITCH:
      value = g_variant_new_boolean (*CONST_FIELD (options, self, gboolean));
      break;
    case RGM_OPTION_CHOICE:
      value = g_variant_new_string (rgm_enum_get_nick (self->type (), *CONST_FIELD (options, self, int)));
      break;
    case RGM_OPTION_NUMBER:
      value = g_variant_new_double (*CONST_FIELD (options, self, double));
      break;
    case RGM_OPTION_TEXT:
      if (*CONST_FIELD (options, self, char *) != NULL)
        value = g_variant_new_string (*CONST_FIELD (options, self, char *));
      break;
    case RGM_OPTION_IDS:
    case RGM_OPTION_TIMES:
      if (*CONST_FIELD (options, self, char **) != NULL)
        value = g_variant_new_strv ((const char * const *) *CONST_FIELD (options, self, char **), -1);
      break;
    default:
      g_assert_not_reached ();
    }

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

static gboolean
set_choice (const RgmOption *self,
            gpointer         options,
            const char      *nick)
{
  int value = rgm_enum_find (self->type (), nick);

  if (value >= 0)
    *FIELD (options, self, int) = value;

  return value >= 0;
}

/* The default may lie out of range: none. */
static gboolean
set_number (const RgmOption *self,
            gpointer         options,
            double           number)
{
  if (!((number >= self->min && number <= self->max) || number == self->initial))
    return FALSE;

  *FIELD (options, self, double) = number;

  return TRUE;
}

/**
 * rgm_option_set:
 * @self: an option
 * @options: the struct that it is part of
 * @value: (nullable): a value of the type that rgm_option_get() returns, or %NULL for the default
 *
 * Returns: whether it took the value: %FALSE for another type, and out of range
 */
gboolean
rgm_option_set (const RgmOption *self,
                gpointer         options,
                GVariant        *value)
{
  static const char * const types[] = { "b", "s", "s", "d", "as", "as" };

  if (value == NULL)
    {
      reset (self, options);
      return TRUE;
    }
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE (types[self->kind])))
    return FALSE;

  switch (self->kind)
    {
    case RGM_OPTION_SWITCH:
      *FIELD (options, self, gboolean) = g_variant_get_boolean (value);
      return TRUE;
    case RGM_OPTION_CHOICE:
      return set_choice (self, options, g_variant_get_string (value, NULL));
    case RGM_OPTION_NUMBER:
      return set_number (self, options, g_variant_get_double (value));
    case RGM_OPTION_TEXT:
      reset (self, options);
      *FIELD (options, self, char *) = g_variant_dup_string (value, NULL);
      return TRUE;
    case RGM_OPTION_IDS:
    case RGM_OPTION_TIMES:
      reset (self, options);
      *FIELD (options, self, char **) = g_variant_dup_strv (value, NULL);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}
