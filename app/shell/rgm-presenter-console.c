/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rgm-accessible.h"
#include "rgm-presenter-console.h"
#include "rgm-punctuation.h"
#include "rgm-slide-view.h"
#include "rgm-story-steps.h"

#define NEXT_WIDTH 320
#define ZOOM_STEP 1.2
#define MIN_ZOOM 0.7
#define MAX_ZOOM 4.0

struct _RgmPresenterConsole
{
  AdwWindow        parent_instance;

  RgmPresentation *presentation;
  guint            tick_id;
  double           notes_zoom;
  char            *hint;

  GtkOverlay      *overlay;
  GtkMenuButton   *screens;
  RgmSlideView    *now;
  RgmSlideView    *next;
  GtkLabel        *place;
  GtkLabel        *state;
  GtkLabel        *next_place;
  GtkLabel        *notes;
  GtkLabel        *clock;
  GtkLabel        *timer;
  GtkButton       *timer_button;
};

G_DEFINE_FINAL_TYPE (RgmPresenterConsole, rgm_presenter_console, ADW_TYPE_WINDOW)

static void
show_times (RgmPresenterConsole *self)
{
  gint64 elapsed = rgm_presentation_get_elapsed (self->presentation);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%R");
  g_autofree char *timer = elapsed >= 3600
                           ? g_strdup_printf ("%d:%02d:%02d", (int) (elapsed / 3600), (int) (elapsed / 60 % 60), (int) (elapsed % 60))
                           : g_strdup_printf ("%02d:%02d", (int) (elapsed / 60), (int) (elapsed % 60));

  gtk_label_set_text (self->clock, clock);
  gtk_label_set_text (self->timer, timer);
  gtk_button_set_label (self->timer_button, rgm_presentation_is_timing (self->presentation) ? _("_Pause") : _("_Start"));
}

static gboolean
on_tick (gpointer data)
{
  show_times (data);

  return G_SOURCE_CONTINUE;
}

static char *
describe_place (RgmPresenterConsole *self,
                RgmStagePlace        place)
{
  RgmStoryShow *show = rgm_presentation_get_show (self->presentation);
  guint n_pages;
  GString *text;

  if (place.slide >= rgm_story_show_get_size (show))
    return g_strdup (_("End of the presentation"));

  n_pages = rgm_story_show_get_face (show, place.slide)->pages->len;
  text = g_string_new (NULL);
  /* Translators: the number of a slide and how many there are. */
  g_string_append_printf (text, _("Slide %u of %u"), place.slide + 1, rgm_story_show_get_size (show));
  if (n_pages > 1)
    {
      g_autofree char *page = g_strdup_printf (_("page %u of %u"), place.page + 1, n_pages);

      rgm_add_phrase (text, page);
    }
  if (place.n_steps > 1)
    {
      g_autofree char *step = g_strdup_printf (_("step %u of %u"), place.step, place.n_steps);

      rgm_add_phrase (text, step);
    }

  return g_string_free (text, FALSE);
}

static void
show_slide (RgmSlideView        *view,
            RgmScene            *scene,
            const RgmStagePlace *place,
            const char * const  *emphasised)
{
  rgm_slide_view_set_scene (view, scene);
  if (scene == NULL || place->n_steps == 0)
    rgm_slide_view_set_steps (view, NULL, -1);
  else
    rgm_slide_view_set_steps (view, rgm_story_veil_steps (scene, place->step), place->step);
  rgm_slide_view_set_emphasised (view, emphasised);
}

/**
 * rgm_presenter_describe_state:
 * @presentation: a presentation
 *
 * Returns: what the audience sees in place of the speaker's slide, for people, empty where that is nothing
 */
const char *
rgm_presenter_describe_state (RgmPresentation *presentation)
{
  switch (rgm_presentation_get_cover (presentation))
    {
    case RGM_STAGE_BLACK:
      return _("The audience sees a black screen.");
    case RGM_STAGE_WHITE:
      return _("The audience sees a white screen.");
    case RGM_STAGE_OPEN:
    default:
      return rgm_presentation_is_frozen (presentation) ? _("Frozen: what the audience sees does not change.") : "";
    }
}

static void
refresh (RgmPresenterConsole *self)
{
  RgmStagePlace now = rgm_presentation_get_place (self->presentation, FALSE), next;
  RgmScene *next_scene = rgm_presentation_get_next (self->presentation, &next);
  gboolean is_at_end = rgm_presentation_is_at_end (self->presentation, FALSE);
  g_autofree char *place = describe_place (self, now);
  g_autofree char *next_place = describe_place (self, next);
  g_autofree char *notes = is_at_end ? NULL : rgm_story_show_get_notes (rgm_presentation_get_show (self->presentation), now.slide);
  const RgmStoryFace *face = rgm_presentation_get_face (self->presentation);
  const char *state = rgm_presenter_describe_state (self->presentation);

  show_slide (self->now, rgm_presentation_get_scene (self->presentation, FALSE), &now,
              rgm_presentation_get_emphasised (self->presentation, FALSE));
  show_slide (self->next, is_at_end ? NULL : next_scene, &next, NULL);
  rgm_accessible_set_name (GTK_WIDGET (self->now), face != NULL ? face->title : place);
  rgm_accessible_set_description (GTK_WIDGET (self->now), face != NULL && face->figure != NULL
                                                           ? rgm_figure_get_frame (face->figure)->summary : "");
  rgm_accessible_set_name (GTK_WIDGET (self->next), next_place);
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->next_place, is_at_end ? "" : next_place);
  gtk_label_set_text (self->notes, notes != NULL && *notes != '\0' ? notes : _("No notes"));
  gtk_label_set_text (self->state, self->hint != NULL && *self->hint != '\0' ? self->hint : state);
  show_times (self);
}

static void
on_timer_clicked (RgmPresenterConsole *self)
{
  rgm_presentation_toggle_timer (self->presentation);
}

static void
on_reset_clicked (RgmPresenterConsole *self)
{
  rgm_presentation_reset_timer (self->presentation);
}

static void
on_back_clicked (RgmPresenterConsole *self)
{
  rgm_presentation_back (self->presentation);
}

static void
on_forward_clicked (RgmPresenterConsole *self)
{
  rgm_presentation_forward (self->presentation);
}

static void
on_larger_clicked (RgmPresenterConsole *self)
{
  rgm_presenter_console_zoom_notes (self, 1);
}

static void
on_smaller_clicked (RgmPresenterConsole *self)
{
  rgm_presenter_console_zoom_notes (self, -1);
}

static void
rgm_presenter_console_dispose (GObject *object)
{
  RgmPresenterConsole *self = RGM_PRESENTER_CONSOLE (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->presentation);
  g_clear_pointer (&self->hint, g_free);

  G_OBJECT_CLASS (rgm_presenter_console_parent_class)->dispose (object);
}

static void
rgm_presenter_console_class_init (RgmPresenterConsoleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rgm_presenter_console_dispose;

  g_type_ensure (RGM_TYPE_SLIDE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RGM_RESOURCE_PREFIX "/ui/rgm-presenter-console.ui");
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, overlay);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, screens);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, now);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, next);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, place);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, state);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, next_place);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, notes);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, clock);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, timer);
  gtk_widget_class_bind_template_child (widget_class, RgmPresenterConsole, timer_button);
  gtk_widget_class_bind_template_callback (widget_class, on_timer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_forward_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_larger_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_smaller_clicked);
}

static void
rgm_presenter_console_init (RgmPresenterConsole *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rgm_slide_view_set_width (self->next, NEXT_WIDTH);
  self->notes_zoom = 1.2;
  rgm_presenter_console_zoom_notes (self, 0);
  self->tick_id = g_timeout_add (500, on_tick, self);
}

GtkWidget *
rgm_presenter_console_new (RgmPresentation *presentation)
{
  RgmPresenterConsole *self = g_object_new (RGM_TYPE_PRESENTER_CONSOLE, NULL);

  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}

void
rgm_presenter_console_set_panel (RgmPresenterConsole *self,
                                 GtkWidget           *panel)
{
  gtk_overlay_add_overlay (self->overlay, panel);
}

/* The screens that there are, to choose the one of the slides. */
void
rgm_presenter_console_set_screens (RgmPresenterConsole *self,
                                   GMenuModel          *screens)
{
  gtk_menu_button_set_menu_model (self->screens, screens);
}

/**
 * rgm_presenter_console_zoom_notes:
 * @self: a console
 * @steps: how much larger the notes are shown; negative for smaller
 */
void
rgm_presenter_console_zoom_notes (RgmPresenterConsole *self,
                                  int                  steps)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  self->notes_zoom = CLAMP (self->notes_zoom * pow (ZOOM_STEP, steps), MIN_ZOOM, MAX_ZOOM);
  pango_attr_list_insert (attributes, pango_attr_scale_new (self->notes_zoom));
  gtk_label_set_attributes (self->notes, attributes);
  pango_attr_list_unref (attributes);
}

/* What is typed, such as the number of a slide; "" for nothing. */
void
rgm_presenter_console_set_hint (RgmPresenterConsole *self,
                                const char          *hint)
{
  g_free (self->hint);
  self->hint = g_strdup (hint);
  refresh (self);
}
