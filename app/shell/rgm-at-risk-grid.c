/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-at-risk-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-accessible.h"
#include "rgm-format.h"
#include "rgm-isolate.h"

struct _RgmAtRiskGrid
{
  GtkWidget        parent_instance;

  RgmDigitisation *digitisation;
  GtkGrid         *grid;
  GtkWidget       *interval;
  char            *typed;          /* the interval that was last asked for */
  guint            n_curves;       /* that there are rows for */
  guint            n_times;
  gboolean         is_refreshing;
};

G_DEFINE_FINAL_TYPE (RgmAtRiskGrid, rgm_at_risk_grid, GTK_TYPE_WIDGET)

/* Above the numbers: the row of times. The column of names comes first. */
#define FIRST_ROW 1
#define FIRST_COLUMN 1

static void
mark_fault (GtkWidget *entry,
            gboolean   is_fault)
{
  if (is_fault)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_fault ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* With the locale's decimal mark; NaN for nothing. */
static gboolean
read_time (GtkWidget *entry,
           double    *time)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  char *end;

  *time = NAN;
  if (*text == '\0')
    return TRUE;
  *time = g_strtod (text, &end);

  return *end == '\0' && *time >= 0 && *time < 1e5;
}

static guint
get_index (GtkWidget  *entry,
           const char *key)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), key));
}

static void
on_time (RgmAtRiskGrid *self,
         GtkWidget     *entry)
{
  double time;
  gboolean is_time = read_time (entry, &time);

  if (self->is_refreshing)
    return;

  mark_fault (entry, !is_time);
  rgm_digitisation_set_time (self->digitisation, get_index (entry, "column"), is_time ? time : NAN);
}

static void
on_number (RgmAtRiskGrid *self,
           GtkWidget     *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  guint64 number = 0;
  gboolean is_number = *text == '\0' || g_ascii_string_to_unsigned (text, 10, 0, 1000000, &number, NULL);

  if (self->is_refreshing)
    return;

  mark_fault (entry, !is_number);
  rgm_digitisation_set_at_risk (self->digitisation, get_index (entry, "row"), get_index (entry, "column"),
                                *text != '\0' && is_number ? (gint64) number : -1);
}

static void
on_interval (RgmAtRiskGrid *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->interval));
  double interval;
  gboolean is_time = read_time (self->interval, &interval);

  /* Left as it was, nothing is done again. */
  if (self->digitisation == NULL || g_strcmp0 (text, self->typed) == 0)
    return;

  g_free (self->typed);
  self->typed = g_strdup (text);
  if (is_time && isnan (interval))
    {
      mark_fault (self->interval, FALSE);
      return;
    }
  mark_fault (self->interval, !is_time || !rgm_digitisation_set_interval (self->digitisation, interval));
}

static void
on_add (RgmAtRiskGrid *self)
{
  rgm_digitisation_set_time (self->digitisation, rgm_digitisation_get_n_times (self->digitisation), NAN);
}

/* ── Cells ───────────────────────────────────────────────────────────────────── */

static char *
format_time (double time)
{
  return isnan (time) ? g_strdup ("") : rgm_format_number (time, MIN (rgm_format_decimals_of (time), 2));
}

static GtkWidget *
entry_new (RgmAtRiskGrid *self,
           guint          row,
           guint          column,
           GCallback      on_changed)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 0.5f);
  g_object_set_data (G_OBJECT (entry), "row", GUINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (entry), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (entry, "changed", on_changed, self, G_CONNECT_SWAPPED);

  return entry;
}

static void
add_heading (RgmAtRiskGrid *self,
             guint          column)
{
  GtkWidget *heading = column == 0 ? gtk_label_new (NULL) : entry_new (self, 0, column, G_CALLBACK (on_time));

  if (column == 0)
    {
      g_autofree char *zero = rgm_format_number (0, 0);

      gtk_label_set_text (GTK_LABEL (heading), zero);
      gtk_widget_add_css_class (heading, "heading");
    }
  else
    {
      g_autofree char *number = rgm_format_number (column + 1, 0);
      /* Translators: the number of a column of the numbers at risk. */
      g_autofree char *name = g_strdup_printf (_("Time of column %s"), number);

      gtk_entry_set_input_purpose (GTK_ENTRY (heading), GTK_INPUT_PURPOSE_NUMBER);
      gtk_entry_set_placeholder_text (GTK_ENTRY (heading), C_("in a column of numbers at risk", "Time"));
      rgm_accessible_set_name (heading, name);
    }
  gtk_grid_attach (self->grid, heading, (int) column + FIRST_COLUMN, 0, 1, 1);
}

static void
build (RgmAtRiskGrid *self)
{
  GtkWidget *title = gtk_label_new (_("At risk at"));
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_grid_attach (self->grid, title, 0, 0, 1, 1);
  for (guint column = 0; column < self->n_times; column++)
    add_heading (self, column);
  gtk_widget_set_tooltip_text (add, _("Add a time"));
  rgm_accessible_set_name (add, _("Add a time"));
  gtk_widget_set_sensitive (add, self->n_times < RGM_DIGITISATION_MAX_TIMES);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, add, (int) self->n_times + FIRST_COLUMN, 0, 1, 1);

  for (guint row = 0; row < self->n_curves; row++)
    {
      GtkWidget *name = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (name), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (name), 20);
      gtk_grid_attach (self->grid, name, 0, (int) row + FIRST_ROW, 1, 1);
      for (guint column = 0; column < self->n_times; column++)
        {
          GtkWidget *entry = entry_new (self, row, column, G_CALLBACK (on_number));

          gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
          gtk_grid_attach (self->grid, entry, (int) column + FIRST_COLUMN, (int) row + FIRST_ROW, 1, 1);
        }
    }
}

/* What is typed just now is left as it is. */
static void
show_text (GtkWidget  *entry,
           const char *text)
{
  GtkWidget *inner = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  if ((inner != NULL && gtk_widget_has_focus (inner)) || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    return;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  mark_fault (entry, FALSE);
}

static void
fill (RgmAtRiskGrid *self)
{
  for (guint column = 1; column < self->n_times; column++)
    {
      g_autofree char *time = format_time (rgm_digitisation_get_time (self->digitisation, column));

      show_text (gtk_grid_get_child_at (self->grid, (int) column + FIRST_COLUMN, 0), time);
    }
  for (guint row = 0; row < self->n_curves; row++)
    {
      const char *curve = rgm_digitisation_get_name (self->digitisation, row);

      gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (self->grid, 0, (int) row + FIRST_ROW)), curve);
      for (guint column = 0; column < self->n_times; column++)
        {
          GtkWidget *entry = gtk_grid_get_child_at (self->grid, (int) column + FIRST_COLUMN, (int) row + FIRST_ROW);
          gint64 number = rgm_digitisation_get_at_risk (self->digitisation, row, column);
          g_autofree char *text = number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
          g_autofree char *time = format_time (rgm_digitisation_get_time (self->digitisation, column));
          /* Translators: a curve, and a time. */
          g_autofree char *name = rgm_text_printf (_("%s: number at risk at time %s"), curve, time);

          show_text (entry, text);
          rgm_accessible_set_name (entry, name);
        }
    }
}

static void
refresh (RgmAtRiskGrid *self)
{
  guint n_curves = rgm_digitisation_get_n_curves (self->digitisation), n_times = rgm_digitisation_get_n_times (self->digitisation);

  self->is_refreshing = TRUE;
  if (n_curves != self->n_curves || n_times != self->n_times)
    {
      self->n_curves = n_curves;
      self->n_times = n_times;
      build (self);
    }
  fill (self);
  self->is_refreshing = FALSE;
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_at_risk_grid_dispose (GObject *object)
{
  RgmAtRiskGrid *self = RGM_AT_RISK_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->digitisation);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (rgm_at_risk_grid_parent_class)->dispose (object);
}

static void
rgm_at_risk_grid_class_init (RgmAtRiskGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_at_risk_grid_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-at-risk-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmAtRiskGrid, interval);
  gtk_widget_class_bind_template_child (widget_class, RgmAtRiskGrid, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_interval);
}

static void
rgm_at_risk_grid_init (RgmAtRiskGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_accessible_set_name (self->interval, _("Time from one number at risk to the next"));
}

/**
 * rgm_at_risk_grid_set_digitisation:
 * @self: a grid
 * @digitisation: what has the numbers
 */
void
rgm_at_risk_grid_set_digitisation (RgmAtRiskGrid   *self,
                                   RgmDigitisation *digitisation)
{
  if (self->digitisation != NULL)
    g_signal_handlers_disconnect_by_func (self->digitisation, refresh, self);
  g_set_object (&self->digitisation, digitisation);
  g_signal_connect_object (digitisation, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->typed, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->interval), "");
  refresh (self);
}
