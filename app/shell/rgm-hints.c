/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-hints.h"
#include "rgm-preferences.h"

#define KEY "hints-read"
#define VIEW "response"

/* What helps a person who has never had a window: a line below the view that the first window opens on, one hint
 * after another. A hint that was read never comes back, and whoever has closed a window before sees none. */
struct _RgmHints
{
  GtkWidget    parent_instance;

  char        *view;      /* what the window shows; NULL while it shows nothing */
  gboolean     is_first;  /* no window was closed before */

  GtkWidget   *room;
  GtkLabel    *label;
  GtkWidget   *button;
};

G_DEFINE_FINAL_TYPE (RgmHints, rgm_hints, GTK_TYPE_WIDGET)

/* How many were read, for all windows: it holds until the end of the program where nothing can be remembered. */
static int n_read = -1;

enum
{
  PROP_0,
  PROP_VIEW,
};

static const char * const hints[] = {
  N_("Search above the list: every chart shows the trials that were found."),
  N_("Click a trial in the list, or its mark in a chart, to read what it found and where each number comes from."),
  N_("Press F1 for help on what is shown. Main menu → Examples opens data sets of other diseases."),
};

static void
update (RgmHints *self)
{
  gboolean is_shown = self->is_first && g_strcmp0 (self->view, VIEW) == 0 && n_read < (int) G_N_ELEMENTS (hints);

  if (is_shown)
    gtk_label_set_text (self->label, _(hints[n_read]));
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
}

static void
on_read (RgmHints *self)
{
  n_read++;
  rgm_preferences_set_int (rgm_preferences_get_default (), KEY, n_read);

  if (n_read < (int) G_N_ELEMENTS (hints))
    rgm_accessible_announce (GTK_WIDGET (self), _(hints[n_read]));
  else if (gtk_widget_has_focus (self->button))
    /* What has the focus must not go with the last hint. */
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_BACKWARD);
  update (self);
}

static void
rgm_hints_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  RgmHints *self = RGM_HINTS (object);

  if (property_id == PROP_VIEW)
    {
      g_free (self->view);
      self->view = g_value_dup_string (value);
      update (self);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
rgm_hints_dispose (GObject *object)
{
  RgmHints *self = RGM_HINTS (object);

  if (self->room != NULL)
    gtk_widget_unparent (g_steal_pointer (&self->room));
  g_clear_pointer (&self->view, g_free);

  G_OBJECT_CLASS (rgm_hints_parent_class)->dispose (object);
}

static void
rgm_hints_class_init (RgmHintsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = rgm_hints_set_property;
  G_OBJECT_CLASS (klass)->dispose = rgm_hints_dispose;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_VIEW,
                                   g_param_spec_string ("view", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-hints.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmHints, room);
  gtk_widget_class_bind_template_child (widget_class, RgmHints, label);
  gtk_widget_class_bind_template_child (widget_class, RgmHints, button);
  gtk_widget_class_bind_template_callback (widget_class, on_read);
}

static void
rgm_hints_init (RgmHints *self)
{
  RgmPreferences *preferences = rgm_preferences_get_default ();
  g_autoptr (GVariant) last = rgm_preferences_find_window (preferences, NULL);

  self->is_first = last == NULL;
  if (n_read < 0)
    n_read = MAX (rgm_preferences_get_int (preferences, KEY), 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
