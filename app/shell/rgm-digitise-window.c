/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-digitise-window-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-accessible.h"
#include "rgm-digitise-rebuild.h"
#include "rgm-format.h"
#include "rgm-help-window.h"
#include "rgm-isolate.h"
#include "rgm-row-name.h"

/* A curve is rebuilt when nothing was changed for so many milliseconds. */
#define DELAY 60
#define ZOOM_STEP 1.25

G_DEFINE_FINAL_TYPE (RgmDigitiseWindow, rgm_digitise_window, ADW_TYPE_WINDOW)

static guint used_signal;

static guint
get_curve (RgmDigitiseWindow *self)
{
  guint position = adw_combo_row_get_selected (self->curve);

  return MIN (position, rgm_digitisation_get_n_curves (self->digitisation) - 1);
}

void
rgm_digitise_window_show_message (RgmDigitiseWindow *self,
                                  const char        *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

/* ── The curve as it is rebuilt ──────────────────────────────────────────────── */

static void
on_rebuilt (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (RgmDigitiseWindow) self = data;
  g_autoptr (RgmDigitiseResult) rebuilt = rgm_digitise_rebuild_finish (result);
  GArray *places = NULL;

  if (rebuilt == NULL || self->digitisation == NULL)
    return;

  if (rebuilt->corners != NULL)
    places = g_array_new (FALSE, FALSE, sizeof (RgmPicturePoint));
  for (guint i = 0; places != NULL && i < rebuilt->corners->len; i++)
    {
      const RgmDigitisedPoint *corner = &g_array_index (rebuilt->corners, RgmDigitisedPoint, i);
      RgmPicturePoint place;

      if (rgm_picture_axes_place (rgm_digitisation_get_axes (self->digitisation), corner->x, corner->y, &place))
        g_array_append_val (places, place);
    }
  rgm_picture_canvas_set_rebuilt (self->canvas, places);
  gtk_label_set_text (self->report, rebuilt->report);
}

static gboolean
on_delay (gpointer data)
{
  RgmDigitiseWindow *self = data;
  RgmDigitisedCurve *curve = rgm_digitisation_read (self->digitisation, get_curve (self));

  self->delay = 0;
  g_cancellable_cancel (self->rebuilding);
  g_clear_object (&self->rebuilding);
  if (curve == NULL || curve->points->len == 0)
    {
      g_clear_pointer (&curve, rgm_digitised_curve_free);
      rgm_picture_canvas_set_rebuilt (self->canvas, NULL);
      gtk_label_set_text (self->report, "");
      return G_SOURCE_REMOVE;
    }

  self->rebuilding = g_cancellable_new ();
  rgm_digitise_rebuild_async (curve, self->rebuilding, on_rebuilt, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
rebuild_soon (RgmDigitiseWindow *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  self->delay = g_timeout_add (DELAY, on_delay, self);
}

/* ── What is shown ───────────────────────────────────────────────────────────── */

static const char *
get_hint (RgmDigitiseWindow *self)
{
  const char *hint = rgm_axis_rows_get_hint (self->axes);

  if (hint != NULL)
    return hint;
  if (rgm_digitisation_get_points (self->digitisation, get_curve (self))->len == 0)
    return _("Click points along the curve from left to right, or trace its colour.");
  if (rgm_digitisation_get_at_risk (self->digitisation, get_curve (self), 0) < 0)
    return _("Enter the numbers at risk below the picture, at least the one at time 0.");

  return _("The dashed line is the reconstructed curve. Drag points to correct them, or use the curves.");
}

static gboolean
can_use (RgmDigitiseWindow *self)
{
  if (self->digitisation == NULL || !rgm_picture_axes_are_complete (rgm_digitisation_get_axes (self->digitisation)))
    return FALSE;

  for (guint i = 0; i < rgm_digitisation_get_n_curves (self->digitisation); i++)
    if (rgm_digitisation_get_points (self->digitisation, i)->len > 0)
      return TRUE;

  return FALSE;
}

/* What is typed just now is left as it is. */
static void
show_text (GtkWidget  *entry,
           const char *text)
{
  GtkWidget *inner = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  if ((inner == NULL || !gtk_widget_has_focus (inner)) && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_curves (RgmDigitiseWindow *self)
{
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (self->curve));
  guint n = rgm_digitisation_get_n_curves (self->digitisation), n_shown = g_list_model_get_n_items (G_LIST_MODEL (names));
  guint selected = get_curve (self);
  gint64 events = rgm_digitisation_get_events (self->digitisation, selected);
  g_autofree char *number = events >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, events) : g_strdup ("");
  gboolean is_same = n == n_shown;

  for (guint i = 0; is_same && i < n; i++)
    is_same = g_str_equal (gtk_string_list_get_string (names, i), rgm_digitisation_get_name (self->digitisation, i));
  if (!is_same)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;

      for (guint i = 0; i < n; i++)
        g_strv_builder_add (builder, rgm_digitisation_get_name (self->digitisation, i));
      all = g_strv_builder_end (builder);
      gtk_string_list_splice (names, 0, n_shown, (const char * const *) all);
      adw_combo_row_set_selected (self->curve, selected);
    }
  show_text (self->name, rgm_digitisation_get_name (self->digitisation, selected));
  show_text (self->events, number);
}

static void
refresh (RgmDigitiseWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->is_refreshing = TRUE;
  show_curves (self);
  self->is_refreshing = FALSE;

  rgm_picture_canvas_set_curve (self->canvas, get_curve (self));
  gtk_label_set_text (self->hint, get_hint (self));
  gtk_widget_action_set_enabled (widget, "digitise.undo", rgm_digitisation_can_undo (self->digitisation));
  gtk_widget_action_set_enabled (widget, "digitise.redo", rgm_digitisation_can_redo (self->digitisation));
  gtk_widget_action_set_enabled (widget, "digitise.use", can_use (self));
  gtk_widget_action_set_enabled (widget, "digitise.remove-curve", rgm_digitisation_get_n_curves (self->digitisation) > 1);
  rebuild_soon (self);
}

/* ── Tools ───────────────────────────────────────────────────────────────────── */

static void
take_tool (RgmDigitiseWindow *self)
{
  RgmPictureMark mark = RGM_PICTURE_TIME_FROM;
  gboolean is_mark = rgm_axis_rows_get_mark (self->axes, &mark);
  gboolean is_trace = gtk_toggle_button_get_active (self->trace_button);

  rgm_picture_canvas_set_tool (self->canvas, is_mark ? RGM_PICTURE_TOOL_MARK : is_trace ? RGM_PICTURE_TOOL_TRACE : RGM_PICTURE_TOOL_POINT, mark);
}

static void
on_tool (RgmDigitiseWindow *self)
{
  take_tool (self);
}

static void
on_marked (RgmDigitiseWindow *self)
{
  if (!rgm_axis_rows_go_on (self->axes))
    gtk_toggle_button_set_active (self->point_button, TRUE);
}

static void
on_answered (RgmDigitiseWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_traced (RgmDigitiseWindow *self,
           guint              n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u point was found along the colour.", "%u points were found along the colour.", n), n);

  if (n == 0)
    {
      rgm_digitise_window_show_message (self, _("There is no line there. Click the curve itself, or enlarge the picture first."));
      return;
    }
  rgm_digitise_window_show_message (self, NULL);
  rgm_accessible_announce (GTK_WIDGET (self->canvas), text);
  gtk_toggle_button_set_active (self->point_button, TRUE);
}

/* ── Curves ──────────────────────────────────────────────────────────────────── */

static void
on_curve (RgmDigitiseWindow *self)
{
  if (!self->is_refreshing && self->digitisation != NULL)
    refresh (self);
}

static void
on_name (RgmDigitiseWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->name));

  if (!self->is_refreshing && self->digitisation != NULL && *text != '\0')
    rgm_digitisation_set_name (self->digitisation, get_curve (self), text);
}

static void
on_events (RgmDigitiseWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->events));
  guint64 number = 0;
  gboolean is_number = g_ascii_string_to_unsigned (text, 10, 0, 1000000, &number, NULL);

  if (self->is_refreshing || self->digitisation == NULL)
    return;

  if (*text == '\0' || is_number)
    gtk_widget_remove_css_class (self->events, "error");
  else
    gtk_widget_add_css_class (self->events, "error");
  rgm_digitisation_set_events (self->digitisation, get_curve (self), is_number ? (gint64) number : -1);
}

char *
rgm_digitise_window_make_name (guint number)
{
  g_autofree char *text = rgm_format_number (number, 0);

  /* Translators: the name of a curve until a person gives another: its number. */
  return rgm_text_printf (_("Curve %s"), text);
}

static void
curve_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  RgmDigitiseWindow *self = RGM_DIGITISE_WINDOW (widget);
  guint n;

  if (self->digitisation == NULL)
    return;

  n = rgm_digitisation_get_n_curves (self->digitisation);
  if (g_str_equal (name, "digitise.add-curve"))
    {
      g_autofree char *curve = rgm_digitise_window_make_name (n + 1);

      adw_combo_row_set_selected (self->curve, rgm_digitisation_add_curve (self->digitisation, curve));
      gtk_widget_grab_focus (self->name);
    }
  else if (n > 1)
    {
      rgm_digitisation_remove_curve (self->digitisation, get_curve (self));
    }
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmDigitiseWindow *self = RGM_DIGITISE_WINDOW (widget);

  if (self->digitisation == NULL)
    return;

  /* What is typed would stay as it is. */
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (g_str_equal (name, "digitise.undo"))
    rgm_digitisation_undo (self->digitisation);
  else
    rgm_digitisation_redo (self->digitisation);
}

static void
use_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  if (!can_use (RGM_DIGITISE_WINDOW (widget)))
    return;

  g_signal_emit (widget, used_signal, 0);
  gtk_window_close (GTK_WINDOW (widget));
}

/* ── The picture ─────────────────────────────────────────────────────────────── */

static void
fit (RgmDigitiseWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->scrolled)), height = gtk_widget_get_height (GTK_WIDGET (self->scrolled));

  if (self->picture == NULL || width <= 0 || height <= 0)
    return;

  rgm_picture_canvas_set_zoom (self->canvas, MIN ((double) width / gdk_pixbuf_get_width (self->picture),
                                                  (double) height / gdk_pixbuf_get_height (self->picture)));
}

/* Once the page has its size. */
static gboolean
on_fit_idle (gpointer data)
{
  RgmDigitiseWindow *self = data;

  if (gtk_widget_get_width (GTK_WIDGET (self->scrolled)) <= 0)
    return G_SOURCE_CONTINUE;

  fit (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));

  return G_SOURCE_REMOVE;
}

static gboolean
on_fit_tick (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       unused)
{
  return on_fit_idle (widget);
}

/* Shows a picture, of which nothing is read yet, or what the digitisation says. */
void
rgm_digitise_window_set_picture (RgmDigitiseWindow *self,
                                 GdkPixbuf         *picture,
                                 const char        *source,
                                 RgmDigitisation   *digitisation)
{
  rgm_digitise_window_show_message (self, NULL);
  if (self->digitisation != NULL)
    g_signal_handlers_disconnect_by_func (self->digitisation, refresh, self);
  g_set_object (&self->digitisation, digitisation);
  g_set_object (&self->picture, picture);
  g_free (self->source);
  self->source = g_strdup (source);
  rgm_picture_canvas_set_picture (self->canvas, picture, digitisation);
  rgm_at_risk_grid_set_digitisation (self->at_risk, digitisation);
  g_signal_connect_object (digitisation, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "picture");
  rgm_axis_rows_set_digitisation (self->axes, digitisation);
  rgm_axis_rows_go_on (self->axes);
  take_tool (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.save", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.zoom", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.add-curve", TRUE);
  refresh (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_fit_tick, NULL, NULL);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RgmDigitiseWindow *self = RGM_DIGITISE_WINDOW (widget);
  int steps = g_variant_get_int32 (parameter);

  if (steps == 0)
    fit (self);
  else
    rgm_picture_canvas_set_zoom (self->canvas, rgm_picture_canvas_get_zoom (self->canvas) * pow (ZOOM_STEP, steps));
}

/* ── The object ──────────────────────────────────────────────────────────────── */

static void
rgm_digitise_window_dispose (GObject *object)
{
  RgmDigitiseWindow *self = RGM_DIGITISE_WINDOW (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->rebuilding);
  g_clear_object (&self->loading);
  g_clear_object (&self->rebuilding);
  g_clear_object (&self->chooser);
  g_clear_object (&self->digitisation);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->saved, g_free);

  G_OBJECT_CLASS (rgm_digitise_window_parent_class)->dispose (object);
}

static void
rgm_digitise_window_class_init (RgmDigitiseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_digitise_window_dispose;

  used_signal = g_signal_new ("used", RGM_TYPE_DIGITISE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RGM_TYPE_PICTURE_CANVAS);
  g_type_ensure (RGM_TYPE_AT_RISK_GRID);
  g_type_ensure (RGM_TYPE_AXIS_ROWS);
  gtk_widget_class_install_action (widget_class, "digitise.open", NULL, rgm_digitise_window_open_action);
  gtk_widget_class_install_action (widget_class, "digitise.paste", NULL, rgm_digitise_window_paste_action);
  gtk_widget_class_install_action (widget_class, "digitise.save", NULL, rgm_digitise_window_save_action);
  gtk_widget_class_install_action (widget_class, "digitise.undo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "digitise.redo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "digitise.use", NULL, use_action);
  gtk_widget_class_install_action (widget_class, "digitise.add-curve", NULL, curve_action);
  gtk_widget_class_install_action (widget_class, "digitise.remove-curve", NULL, curve_action);
  gtk_widget_class_install_action (widget_class, "digitise.zoom", "i", zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "digitise.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "digitise.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "digitise.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "digitise.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "digitise.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "digitise.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "digitise.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "digitise.zoom", "i", 0);

  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-digitise-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, at_risk);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, paste_button);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, axes);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, curve);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, name);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, events);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, point_button);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, trace_button);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, report);
  gtk_widget_class_bind_template_child (widget_class, RgmDigitiseWindow, message);
  gtk_widget_class_bind_template_callback (widget_class, on_marked);
  gtk_widget_class_bind_template_callback (widget_class, on_answered);
  gtk_widget_class_bind_template_callback (widget_class, on_traced);
  gtk_widget_class_bind_template_callback (widget_class, on_curve);
  gtk_widget_class_bind_template_callback (widget_class, on_name);
  gtk_widget_class_bind_template_callback (widget_class, on_events);
  gtk_widget_class_bind_template_callback (widget_class, on_tool);
}

static void
rgm_digitise_window_init (RgmDigitiseWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_help_offer (GTK_WINDOW (self), "digitise");
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  rgm_row_set_name (GTK_WIDGET (self->curve), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->curve)));
  rgm_row_tell_typing (self->name);
  rgm_row_tell_typing (self->events);
  adw_combo_row_set_model (self->curve, G_LIST_MODEL (names));
  rgm_picture_canvas_set_adjustments (self->canvas, gtk_scrolled_window_get_hadjustment (self->scrolled),
                                      gtk_scrolled_window_get_vadjustment (self->scrolled));
  rgm_axis_rows_join (self->axes, self->point_button);
  rgm_digitise_window_take_drops (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.redo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.use", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.zoom", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.add-curve", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "digitise.remove-curve", FALSE);
}

/**
 * rgm_digitise_window_new:
 * @parent: the window that it is over
 *
 * Returns: (transfer none): a window without a picture, which the parent closes with itself
 */
RgmDigitiseWindow *
rgm_digitise_window_new (GtkWindow *parent)
{
  return g_object_new (RGM_TYPE_DIGITISE_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
}

/**
 * rgm_digitise_window_list_curves:
 * @self: a window whose curves are used
 *
 * Returns: (transfer full) (element-type RgmDigitisedCurve): the curves that have points, in the units of the axes
 */
GPtrArray *
rgm_digitise_window_list_curves (RgmDigitiseWindow *self)
{
  GPtrArray *curves = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_digitised_curve_free);

  for (guint i = 0; self->digitisation != NULL && i < rgm_digitisation_get_n_curves (self->digitisation); i++)
    {
      RgmDigitisedCurve *curve = rgm_digitisation_read (self->digitisation, i);

      if (curve != NULL && curve->points->len > 0)
        g_ptr_array_add (curves, curve);
      else
        g_clear_pointer (&curve, rgm_digitised_curve_free);
    }

  return curves;
}

/**
 * rgm_digitise_window_has_work:
 * @self: a window
 *
 * Returns: whether anything was read off a picture and not saved with it: it would be lost with the window
 */
gboolean
rgm_digitise_window_has_work (RgmDigitiseWindow *self)
{
  g_autofree char *now = NULL;

  if (self->digitisation == NULL || !rgm_digitisation_can_undo (self->digitisation))
    return FALSE;

  now = rgm_digitisation_to_text (self->digitisation);

  return g_strcmp0 (now, self->saved) != 0;
}

/**
 * rgm_digitise_window_get_source:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what the picture is called; %NULL without one
 */
const char *
rgm_digitise_window_get_source (RgmDigitiseWindow *self)
{
  return self->source;
}
