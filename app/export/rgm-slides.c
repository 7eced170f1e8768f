/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rgm-deck-private.h"

#include "rgm-address.h"
#include "rgm-data-set.h"
#include "rgm-export-language.h"
#include "rgm-frame.h"
#include "rgm-isolate.h"
#include "rgm-pango-measure.h"
#include "rgm-scene-draw.h"
#include "rgm-source.h"
#include "rgm-trial.h"
#include "rgm-xml.h"

/* Type sizes of rows on a slide, in points. A chart that can't be split takes the first size at
 * which it fits; one of many pages takes a smaller size that more than halves their number, since
 * one row a slide compares nothing. */
static const double type_sizes[] = { 14, 12, 10.5, 9 };

#define FINE_PRINT 10.0

/* For a title in a template, in points: the smallest type size and the padding of its box. */
#define MIN_TITLE_SIZE 14.0
#define TITLE_INSET 7.2

#define MAX_PAGES 1000
#define MANY_PAGES 6

static char *
clean (const char *text)
{
  return text != NULL && *text != '\0' ? rgm_xml_clean (text) : NULL;
}

/* ── Layout ──────────────────────────────────────────────────────────────────── */

static RgmScene *
lay_out_text (const RgmDeckEntry *entry,
              const RgmLayout    *layout)
{
  const RgmFrame frame = { .title = entry->title, .note = entry->text };
  g_autoptr (RgmSceneBuilder) builder = rgm_scene_builder_new (layout->measure, layout->width, layout->direction);
  RgmTypeSizes type;
  RgmFramePlan plan;

  rgm_type_sizes_init (&type, layout->base, layout->floor);
  rgm_frame_plan_init (&plan, &frame, layout, &type);
  rgm_scene_builder_begin_group (builder, RGM_SCENE_ROLE_FIGURE, "text", NULL, NULL);
  rgm_frame_plan_draw_head (&plan, builder, 0, 1);
  rgm_frame_plan_draw_foot (&plan, builder, plan.head);
  rgm_scene_builder_end_group (builder);

  return rgm_scene_builder_finish (builder, MAX (layout->height, plan.head + plan.foot));
}

/**
 * rgm_slides_lay_out:
 * @entry: an entry of a deck
 * @layout: the layout to use
 * @n_pages: (out): the number of pages
 *
 * Returns: (transfer full): the scene of the page selected by @layout
 */
RgmScene *
rgm_slides_lay_out (const RgmDeckEntry *entry,
                    const RgmLayout    *layout,
                    guint              *n_pages)
{
  *n_pages = 1;
  if (entry->figure == NULL)
    return lay_out_text (entry, layout);

  return rgm_figure_lay_out (entry->figure, layout, n_pages);
}

static GPtrArray *
lay_out_pages (const RgmDeckEntry *entry,
               const RgmLayout    *layout,
               double             *height)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_object_unref);
  RgmLayout of_page = *layout;
  guint n_pages = 1;

  *height = 0;
  for (of_page.page = 0; of_page.page < MIN (n_pages, MAX_PAGES); of_page.page++)
    {
      RgmScene *scene = rgm_slides_lay_out (entry, &of_page, &n_pages);

      *height = MAX (*height, rgm_scene_get_height (scene));
      g_ptr_array_add (pages, scene);
    }

  return pages;
}

/* ── Notes and links ─────────────────────────────────────────────────────────── */

static void
add_note (GPtrArray  *notes,
          const char *text)
{
  char *note = clean (text);

  if (note != NULL)
    g_ptr_array_add (notes, note);
}

/* The web page of the first registration of a trial that has one. */
static char *
make_registration (RgmTrial *trial)
{
  char *address = NULL;

  for (guint i = 0; trial->registrations[i] != NULL && address == NULL; i++)
    address = rgm_address_of_registration (trial->registrations[i]);

  return address;
}

static char *
make_source_address (RgmSource *source)
{
  return source->doi != NULL ? rgm_address_of_doi (source->doi) : g_strdup (source->url);
}

static GHashTable *
make_addresses (const RgmDeckEntry *entry)
{
  GHashTable *addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  RgmDataSet *data_set = entry->figure != NULL ? rgm_figure_get_data_set (entry->figure) : NULL;
  const char *cited = entry->figure != NULL ? rgm_figure_get_frame (entry->figure)->sources : NULL;

  if (data_set == NULL)
    return addresses;

  for (guint i = 0; i < data_set->trials->len; i++)
    {
      RgmTrial *trial = g_ptr_array_index (data_set->trials, i);
      char *address = make_registration (trial);

      if (address != NULL)
        g_hash_table_insert (addresses, g_strdup (trial->id), address);
    }

  /* The first cited source: a line can have only one link. */
  for (guint i = 0; cited != NULL && i < data_set->sources->len; i++)
    {
      RgmSource *source = g_ptr_array_index (data_set->sources, i);
      char *address = source->citation != NULL && strstr (cited, source->citation) != NULL ? make_source_address (source) : NULL;

      if (address == NULL)
        continue;
      g_hash_table_insert (addresses, g_strdup (""), address);
      break;
    }

  return addresses;
}

static void
add_link (GPtrArray  *notes,
          const char *name,
          char       *address)
{
  /* Translators: a label and what it labels: 'Phase: II'. */
  g_autofree char *note = address != NULL ? rgm_text_printf (C_ ("label", "%s: %s"), name, address) : NULL;

  add_note (notes, note);
  g_free (address);
}

/* Registrations and publications of the trials on a page. */
static void
add_links (GPtrArray          *notes,
           const RgmDeckEntry *entry,
           RgmScene           *scene)
{
  RgmDataSet *data_set = rgm_figure_get_data_set (entry->figure);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; data_set != NULL && i < rgm_scene_get_n_groups (scene); i++)
    {
      const RgmSceneGroup *group = rgm_scene_get_group (scene, i);
      gboolean is_trial = group->target != NULL && (group->role == RGM_SCENE_ROLE_ROW || group->role == RGM_SCENE_ROLE_MARK);
      RgmTrial *trial = is_trial ? rgm_data_set_find_trial (data_set, group->target) : NULL;

      if (trial == NULL || !g_hash_table_add (seen, trial))
        continue;
      add_link (notes, trial->name, make_registration (trial));
      for (guint j = 0; j < trial->references->len; j++)
        add_link (notes, trial->name, make_source_address (g_ptr_array_index (trial->references, j)));
    }
}

/* The speaker's own note, then everything the slide omits or sets in small type. */
static GPtrArray *
make_notes (const RgmDeckEntry *entry,
            RgmScene           *scene,
            GHashTable         *addresses)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  add_note (notes, entry->note);
  if (entry->figure != NULL)
    {
      const RgmFrame *frame = rgm_figure_get_frame (entry->figure);

      add_note (notes, frame->summary);
      add_note (notes, frame->selection);
      add_note (notes, frame->note);
      add_note (notes, frame->remarks);
      add_note (notes, frame->method);
      add_note (notes, frame->caveat);
      add_note (notes, frame->sources);
      add_note (notes, frame->more_sources);
      add_note (notes, g_hash_table_lookup (addresses, ""));
      add_links (notes, entry, scene);
    }

  return notes;
}

/* ── Slides ──────────────────────────────────────────────────────────────────── */

/* The type size at which a title fits the template's title box, or 0 if the template's own size fits. */
static double
fit_title (const RgmSlides *self,
           const char      *title)
{
  const RgmPptxTemplate *template = self->template;
  g_autoptr (RgmTextMeasure) measure = rgm_pango_measure_new (template->title_family);
  double width = MAX (template->title.width - 2 * TITLE_INSET, 1), height = template->title.height - TITLE_INSET;
  double size = template->title_size;

  for (; title != NULL && size > MIN_TITLE_SIZE; size -= 1)
    {
      g_auto (GStrv) lines = rgm_text_measure_wrap (measure, title, size, RGM_WEIGHT_BOLD, width);

      if (g_strv_length (lines) * size * RGM_LINE_HEIGHT <= height)
        break;
    }

  return size < template->title_size ? size : 0;
}

/**
 * rgm_slides_add:
 * @self: slides
 * @entry: an entry of the deck
 * @scene: (transfer none): a page of the entry
 * @height: the available height of the slide
 * @table: (transfer full) (nullable): the table on the slide
 *
 * Adds a slide.
 */
void
rgm_slides_add (RgmSlides          *self,
                const RgmDeckEntry *entry,
                RgmScene           *scene,
                double              height,
                RgmSlideTable      *table)
{
  RgmSlide *slide = g_new0 (RgmSlide, 1);
  const RgmFrame *frame = entry->figure != NULL ? rgm_figure_get_frame (entry->figure) : NULL;

  slide->scene = g_object_ref (scene);
  slide->scale = MIN (1, height / rgm_scene_get_height (scene));
  slide->title = clean (entry->title != NULL || frame == NULL ? entry->title : frame->title);
  slide->summary = frame != NULL ? clean (frame->summary) : NULL;
  if (self->template != NULL)
    {
      slide->left = MAX (self->template->body.x - RGM_FRAME_MARGIN, 0);
      slide->top = self->template->body.y;
      slide->title_size = fit_title (self, slide->title);
    }
  slide->addresses = make_addresses (entry);
  slide->notes = make_notes (entry, scene, slide->addresses);
  slide->table = table;
  g_ptr_array_add (self->slides, slide);
}

static void
add_slides (RgmSlides          *self,
            RgmDeck            *deck,
            const RgmDeckEntry *entry)
{
  RgmLayout layout = rgm_slides_get_layout (self, deck, entry);
  g_autoptr (GPtrArray) pages = NULL;
  gboolean fits = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (type_sizes) && (!fits || pages->len > MANY_PAGES); i++)
    {
      double height = 0;
      GPtrArray *smaller;

      layout.base = layout.floor = type_sizes[i];
      smaller = lay_out_pages (entry, &layout, &height);
      if (fits && smaller->len * 2 > pages->len)
        {
          g_ptr_array_unref (smaller);
          break;
        }
      fits = height <= layout.height + 0.5;
      g_clear_pointer (&pages, g_ptr_array_unref);
      pages = smaller;
    }

  for (guint i = 0; i < pages->len; i++)
    rgm_slides_add (self, entry, pages->pdata[i], layout.height, NULL);
}

/* The chart's margin may overlap the template's. */
static double
get_template_width (const RgmPptxTemplate *template)
{
  double left = MAX (template->body.x - RGM_FRAME_MARGIN, 0);
  double right = MIN (template->body.x + template->body.width + RGM_FRAME_MARGIN, template->width);

  return right - left;
}

/**
 * rgm_slides_get_layout:
 * @self: slides
 * @deck: their deck
 * @entry: an entry of the deck
 *
 * Returns: the layout of a slide with the largest type
 */
RgmLayout
rgm_slides_get_layout (const RgmSlides    *self,
                       RgmDeck            *deck,
                       const RgmDeckEntry *entry)
{
  const RgmPptxTemplate *template = self->template;

  return (RgmLayout){
    .measure = self->measure,
    .direction = self->direction,
    .width = template != NULL ? get_template_width (template) : self->width,
    .height = template != NULL ? template->body.height : self->height,
    .base = type_sizes[0],
    .floor = type_sizes[0],
    .overflow = RGM_OVERFLOW_PAGES,
    .title = template != NULL ? "" : entry->title,
    .without_method = !rgm_deck_get_options (deck)->with_method,
    .without_remarks = TRUE,
    .fine_print = FINE_PRINT,
  };
}

/**
 * rgm_slides_new:
 * @deck: a deck
 *
 * Lays out a deck.
 *
 * Returns: (transfer full): its slides
 */
RgmSlides *
rgm_slides_new (RgmDeck *deck)
{
  const RgmDeckOptions *options = rgm_deck_get_options (deck);
  GPtrArray *entries = rgm_deck_get_entries (deck);
  RgmSlides *self = g_new0 (RgmSlides, 1);

  rgm_deck_get_size (deck, &self->width, &self->height);
  self->title = g_strdup (rgm_deck_get_title (deck));
  self->family = g_strdup (rgm_deck_get_family (deck));
  self->language = rgm_export_get_language ();
  self->theme = rgm_theme_get (options->theme);
  self->is_dark = options->theme == RGM_THEME_DARK;
  self->measure = g_object_ref (rgm_deck_get_measure (deck));
  self->direction = options->direction;
  self->is_presentation = TRUE;
  self->template = rgm_deck_get_template (deck);
  self->slides = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_slide_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const RgmDeckEntry *entry = entries->pdata[i];

      add_slides (self, deck, entry);
      if (options->with_tables && entry->figure != NULL)
        rgm_slides_add_tables (self, deck, entry);
    }

  return self;
}

void
rgm_slides_free (RgmSlides *self)
{
  g_free (self->title);
  g_free (self->family);
  g_free (self->language);
  g_object_unref (self->measure);
  g_ptr_array_unref (self->slides);
  g_free (self);
}

/**
 * rgm_slides_draw:
 * @self: slides
 * @index: the index of a slide
 * @cr: a context in points, with its origin at the slide's top left corner
 * @tagged: whether to add the structure of the texts to a PDF
 *
 * Draws a slide without its background.
 */
void
rgm_slides_draw (const RgmSlides *self,
                 guint            index,
                 cairo_t         *cr,
                 gboolean         tagged)
{
  const RgmSlide *slide = self->slides->pdata[index];
  RgmSceneState state = RGM_SCENE_STATE_INIT;

  state.tagged = tagged;
  state.bare = TRUE;
  cairo_save (cr);
  cairo_translate (cr, slide->left, slide->top);
  cairo_scale (cr, slide->scale, slide->scale);
  rgm_scene_draw (slide->scene, cr, self->theme, NULL, &state);
  cairo_restore (cr);
}
