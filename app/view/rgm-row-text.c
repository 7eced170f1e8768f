/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-row-text.h"

/* A text in a row of a long list. A label that wraps lays its text out for the least width, for the natural one and for each width that
 * it is asked about, each time anew; this one lays it out once, and a second time where it needs more than one line. It is styled as a
 * label, and is one to assistive technology. */
struct _RgmRowText
{
  GtkWidget     parent_instance;

  float         xalign;
  gboolean      breaks_words;
  char         *text;
  PangoAttrList *attributes;

  PangoLayout  *layout;
  guint         serial;         /* of the fonts that what follows was measured in */
  int           natural_width;  /* of the text in one line, or 0 as long as it isn't measured */
  int           least_width;    /* of a word, if none may be broken */
  int           line_height;
  int           width;          /* that the layout is broken at, or -1 */
  int           height;         /* of it */
};

G_DEFINE_FINAL_TYPE (RgmRowText, rgm_row_text, GTK_TYPE_WIDGET)

static void
measure_again (RgmRowText *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Lays the text out in one line, unless that was done in the same fonts. */
static void
ensure_layout (RgmRowText *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->layout != NULL && self->serial == pango_context_get_serial (context))
    return;

  g_clear_object (&self->layout);
  self->layout = pango_layout_new (context);
  pango_layout_set_text (self->layout, self->text, -1);
  /* A name that is broken gets no hyphen, which would be part of another name. */
  attributes = self->attributes != NULL ? pango_attr_list_copy (self->attributes) : pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_wrap (self->layout, self->breaks_words ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  /* Lines of a paragraph that reads as the window begin where it begins; Pango turns that round for one of the other direction. */
  if ((gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL) != (self->xalign > 0.5f))
    pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  pango_layout_get_size (self->layout, &self->natural_width, &self->line_height);
  self->natural_width = PANGO_PIXELS_CEIL (self->natural_width);
  self->line_height = self->height = PANGO_PIXELS_CEIL (self->line_height);
  self->least_width = self->natural_width;
  if (!self->breaks_words)
    {
      pango_layout_set_width (self->layout, 0);
      pango_layout_get_size (self->layout, &self->least_width, NULL);
      self->least_width = PANGO_PIXELS_CEIL (self->least_width);
      pango_layout_set_width (self->layout, -1);
    }
  self->width = -1;
  self->serial = pango_context_get_serial (context);
}

/* Breaks the text at a width, unless it has room in one line. */
static void
break_at (RgmRowText *self,
          int         width)
{
  if (width < 0 || width >= self->natural_width)
    width = -1;
  if (width == self->width)
    return;

  pango_layout_set_width (self->layout, width < 0 ? -1 : width * PANGO_SCALE);
  pango_layout_get_size (self->layout, NULL, &self->height);
  self->height = PANGO_PIXELS_CEIL (self->height);
  self->width = width;
}

static GtkSizeRequestMode
rgm_row_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rgm_row_text_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  RgmRowText *self = RGM_ROW_TEXT (widget);

  ensure_layout (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = self->natural_width;
      /* Between any two letters, if need be: as wide as a letter that is as wide as a line is high. */
      *minimum = self->breaks_words ? MIN (self->line_height, *natural) : self->least_width;
    }
  else
    {
      break_at (self, for_size);
      *minimum = *natural = self->height;
    }
}

static void
rgm_row_text_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  ensure_layout (RGM_ROW_TEXT (widget));
  break_at (RGM_ROW_TEXT (widget), width);
}

static void
rgm_row_text_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  RgmRowText *self = RGM_ROW_TEXT (widget);
  float xalign = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 1 - self->xalign : self->xalign;
  PangoRectangle extents;
  int x, y;

  if (*self->text == '\0')
    return;

  ensure_layout (self);
  break_at (self, gtk_widget_get_width (widget));
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  x = (int) (xalign * (float) (gtk_widget_get_width (widget) - extents.width)) - extents.x;
  y = (gtk_widget_get_height (widget) - extents.height) / 2 - extents.y;
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), MAX (x, -extents.x), MAX (y, -extents.y), self->layout);
}

static gboolean
rgm_row_text_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    is_by_keyboard,
                            GtkTooltip *tooltip)
{
  if (gtk_widget_get_tooltip_markup (widget) != NULL)
    return GTK_WIDGET_CLASS (rgm_row_text_parent_class)->query_tooltip (widget, x, y, is_by_keyboard, tooltip);

  gtk_tooltip_set_text (tooltip, RGM_ROW_TEXT (widget)->text);

  return TRUE;
}

static void
rgm_row_text_finalize (GObject *object)
{
  RgmRowText *self = RGM_ROW_TEXT (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_free (self->text);

  G_OBJECT_CLASS (rgm_row_text_parent_class)->finalize (object);
}

static void
rgm_row_text_class_init (RgmRowTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rgm_row_text_finalize;
  widget_class->get_request_mode = rgm_row_text_get_request_mode;
  widget_class->measure = rgm_row_text_measure;
  widget_class->size_allocate = rgm_row_text_size_allocate;
  widget_class->snapshot = rgm_row_text_snapshot;
  widget_class->query_tooltip = rgm_row_text_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
rgm_row_text_init (RgmRowText *self)
{
  self->text = g_strdup ("");
}

/**
 * rgm_row_text_new:
 * @xalign: where the text is in a place that is wider, from 0 for its beginning to 1 for its end
 * @breaks_words: whether a word may be broken in a place that is narrower than it
 *
 * Returns: (transfer full): an empty text, floating; with `has-tooltip` and no tooltip of its own it shows the text itself
 */
GtkWidget *
rgm_row_text_new (float    xalign,
                  gboolean breaks_words)
{
  RgmRowText *self = g_object_new (RGM_TYPE_ROW_TEXT, NULL);

  self->xalign = xalign;
  self->breaks_words = breaks_words;

  return GTK_WIDGET (self);
}

void
rgm_row_text_set_text (RgmRowText *self,
                       const char *text)
{
  g_return_if_fail (RGM_IS_ROW_TEXT (self));

  if (g_str_equal (text, self->text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  measure_again (self);
}

const char *
rgm_row_text_get_text (RgmRowText *self)
{
  g_return_val_if_fail (RGM_IS_ROW_TEXT (self), NULL);

  return self->text;
}

/**
 * rgm_row_text_set_attributes:
 * @self: a text
 * @attributes: (nullable): how parts of it look
 */
void
rgm_row_text_set_attributes (RgmRowText    *self,
                             PangoAttrList *attributes)
{
  g_return_if_fail (RGM_IS_ROW_TEXT (self));

  if (attributes == self->attributes || (attributes != NULL && self->attributes != NULL && pango_attr_list_equal (attributes, self->attributes)))
    return;

  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL;
  measure_again (self);
}
