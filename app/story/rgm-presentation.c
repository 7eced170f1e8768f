/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <math.h>

#include "rgm-presentation.h"

#include "rgm-story-legend.h"
#include "rgm-story-steps.h"

/* What one of the two screens shows. While the stage is frozen, the audience's stays. */
typedef struct
{
  RgmStagePlace  place;
  char         **emphasised;  /* ids and targets, or NULL */
  char          *sentence;    /* of the only mark that is emphasised, or NULL */
} Sight;

struct _RgmPresentation
{
  GObject        parent_instance;

  RgmStoryShow  *show;
  Sight          now;
  Sight          audience;
  RgmStageCover  cover;
  gboolean       is_frozen;
  int            mark;        /* the one that was walked to, or -1 */
  int            key;         /* of the legend, or -1 */

  gint64         elapsed;     /* microseconds, until the timer was started last */
  gint64         started;     /* or 0 while the timer stands */
};

G_DEFINE_FINAL_TYPE (RgmPresentation, rgm_presentation, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_sight (Sight *sight)
{
  g_clear_pointer (&sight->emphasised, g_strfreev);
  g_clear_pointer (&sight->sentence, g_free);
}

static void
changed (RgmPresentation *self)
{
  if (!self->is_frozen)
    {
      clear_sight (&self->audience);
      self->audience = self->now;
      self->audience.emphasised = g_strdupv (self->now.emphasised);
      self->audience.sentence = g_strdup (self->now.sentence);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A chart that was laid out anew may have fewer pages. */
static void
on_show_changed (RgmPresentation *self)
{
  guint size = rgm_story_show_get_size (self->show);

  if (self->now.place.slide > size)
    self->now.place.slide = size;
  if (self->now.place.slide < size)
    self->now.place.page = MIN (self->now.place.page, rgm_story_show_get_face (self->show, self->now.place.slide)->pages->len - 1);
  changed (self);
}

static void
rgm_presentation_dispose (GObject *object)
{
  RgmPresentation *self = RGM_PRESENTATION (object);

  g_clear_object (&self->show);

  G_OBJECT_CLASS (rgm_presentation_parent_class)->dispose (object);
}

static void
rgm_presentation_finalize (GObject *object)
{
  RgmPresentation *self = RGM_PRESENTATION (object);

  clear_sight (&self->now);
  clear_sight (&self->audience);

  G_OBJECT_CLASS (rgm_presentation_parent_class)->finalize (object);
}

static void
rgm_presentation_class_init (RgmPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rgm_presentation_dispose;
  G_OBJECT_CLASS (klass)->finalize = rgm_presentation_finalize;

  signals[CHANGED] = g_signal_new ("changed", RGM_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rgm_presentation_init (RgmPresentation *self)
{
  self->mark = self->key = -1;
}

/* ── Places ──────────────────────────────────────────────────────────────────── */

static guint
count_steps (RgmPresentation *self,
             guint            slide,
             guint            page)
{
  const RgmStoryFace *face = rgm_story_show_get_face (self->show, slide);

  if (!rgm_story_get_slide (rgm_story_show_get_story (self->show), slide).is_stepwise || face->figure == NULL)
    return 0;

  return rgm_story_count_steps (face->pages->pdata[MIN (page, face->pages->len - 1)]);
}

/* The start or the end of a page. */
static RgmStagePlace
make_place (RgmPresentation *self,
            guint            slide,
            guint            page,
            gboolean         at_end)
{
  RgmStagePlace place = { .slide = slide, .page = page };

  if (slide < rgm_story_show_get_size (self->show))
    place.n_steps = count_steps (self, slide, page);
  /* The first step comes with the slide: an empty chart says nothing. */
  place.step = at_end ? place.n_steps : MIN (1, place.n_steps);

  return place;
}

static guint
count_pages (RgmPresentation *self,
             guint            slide)
{
  return rgm_story_show_get_face (self->show, slide)->pages->len;
}

static RgmStagePlace
find_next (RgmPresentation     *self,
           const RgmStagePlace *from)
{
  RgmStagePlace next = *from;

  if (from->slide >= rgm_story_show_get_size (self->show))
    return next;
  if (from->step < from->n_steps)
    {
      next.step++;
      return next;
    }
  if (from->page + 1 < count_pages (self, from->slide))
    return make_place (self, from->slide, from->page + 1, FALSE);

  return make_place (self, from->slide + 1, 0, FALSE);
}

static void
set_place (RgmPresentation *self,
           RgmStagePlace    place)
{
  self->now.place = place;
  self->mark = self->key = -1;
  clear_sight (&self->now);
  self->cover = RGM_STAGE_OPEN;
  changed (self);
}

/**
 * rgm_presentation_new:
 * @show: slides, at least one
 * @slide: the one to begin with
 *
 * Returns: (transfer full): a presentation at its beginning
 */
RgmPresentation *
rgm_presentation_new (RgmStoryShow *show,
                      guint         slide)
{
  RgmPresentation *self = g_object_new (RGM_TYPE_PRESENTATION, NULL);

  self->show = g_object_ref (show);
  self->now.place = make_place (self, MIN (slide, rgm_story_show_get_size (show)), 0, FALSE);
  self->audience.place = self->now.place;
  g_signal_connect_object (show, "changed", G_CALLBACK (on_show_changed), self, G_CONNECT_SWAPPED);

  return self;
}

RgmStoryShow *
rgm_presentation_get_show (RgmPresentation *self)
{
  return self->show;
}

static const Sight *
get_sight (RgmPresentation *self,
           gboolean         of_audience)
{
  return of_audience ? &self->audience : &self->now;
}

RgmStagePlace
rgm_presentation_get_place (RgmPresentation *self,
                            gboolean         of_audience)
{
  return get_sight (self, of_audience)->place;
}

static RgmScene *
get_scene (RgmPresentation     *self,
           const RgmStagePlace *place)
{
  const RgmStoryFace *face;

  if (place->slide >= rgm_story_show_get_size (self->show))
    return NULL;
  face = rgm_story_show_get_face (self->show, place->slide);

  return face->pages->pdata[MIN (place->page, face->pages->len - 1)];
}

/* What is seen; NULL past the last slide. */
RgmScene *
rgm_presentation_get_scene (RgmPresentation *self,
                            gboolean         of_audience)
{
  return get_scene (self, &get_sight (self, of_audience)->place);
}

/**
 * rgm_presentation_get_next:
 * @self: a presentation
 * @place: (out): what comes next
 *
 * Returns: (transfer none) (nullable): what one step forward shows; %NULL past the last slide
 */
RgmScene *
rgm_presentation_get_next (RgmPresentation *self,
                           RgmStagePlace   *place)
{
  *place = find_next (self, &self->now.place);

  return get_scene (self, place);
}

/* The slide that is presented, or NULL past the last. */
const RgmStoryFace *
rgm_presentation_get_face (RgmPresentation *self)
{
  if (self->now.place.slide >= rgm_story_show_get_size (self->show))
    return NULL;

  return rgm_story_show_get_face (self->show, self->now.place.slide);
}

gboolean
rgm_presentation_is_at_end (RgmPresentation *self,
                            gboolean         of_audience)
{
  return get_sight (self, of_audience)->place.slide >= rgm_story_show_get_size (self->show);
}

void
rgm_presentation_forward (RgmPresentation *self)
{
  /* The clock runs from the first step on. */
  if (self->started == 0 && self->elapsed == 0)
    rgm_presentation_toggle_timer (self);
  set_place (self, find_next (self, &self->now.place));
}

/* A step back; from the start of a slide to the end of the one before. */
void
rgm_presentation_back (RgmPresentation *self)
{
  RgmStagePlace place = self->now.place;

  if (place.step > 1)
    place.step--;
  else if (place.page > 0)
    place = make_place (self, place.slide, place.page - 1, TRUE);
  else if (place.slide > 0)
    place = make_place (self, place.slide - 1, count_pages (self, place.slide - 1) - 1, TRUE);
  set_place (self, place);
}

/**
 * rgm_presentation_go_to:
 * @self: a presentation
 * @slide: which slide, from 0; the last one for a number beyond
 */
void
rgm_presentation_go_to (RgmPresentation *self,
                        guint            slide)
{
  set_place (self, make_place (self, MIN (slide, MAX (rgm_story_show_get_size (self->show), 1) - 1), 0, FALSE));
}

/* ── States ──────────────────────────────────────────────────────────────────── */

RgmStageCover
rgm_presentation_get_cover (RgmPresentation *self)
{
  return self->cover;
}

/* Covers the stage, or uncovers it where it is covered so. */
void
rgm_presentation_toggle_cover (RgmPresentation *self,
                               RgmStageCover    cover)
{
  self->cover = self->cover == cover ? RGM_STAGE_OPEN : cover;
  changed (self);
}

gboolean
rgm_presentation_is_frozen (RgmPresentation *self)
{
  return self->is_frozen;
}

/* While it is frozen, the audience sees what it saw. */
void
rgm_presentation_toggle_frozen (RgmPresentation *self)
{
  self->is_frozen = !self->is_frozen;
  changed (self);
}

/**
 * rgm_presentation_leave_state:
 * @self: a presentation
 *
 * Leaves one of the states that it is in: covered, frozen, emphasised.
 *
 * Returns: whether there was one
 */
gboolean
rgm_presentation_leave_state (RgmPresentation *self)
{
  if (self->cover != RGM_STAGE_OPEN)
    self->cover = RGM_STAGE_OPEN;
  else if (self->is_frozen)
    self->is_frozen = FALSE;
  else if (self->now.emphasised != NULL)
    rgm_presentation_emphasise (self, NULL);
  else
    return FALSE;
  changed (self);

  return TRUE;
}

/* ── Emphasis ────────────────────────────────────────────────────────────────── */

/* What doesn't step back, as ids and targets of marks; NULL for all. */
const char * const *
rgm_presentation_get_emphasised (RgmPresentation *self,
                                 gboolean         of_audience)
{
  return (const char * const *) get_sight (self, of_audience)->emphasised;
}

/* The sentence of the mark that is emphasised alone, or NULL. */
const char *
rgm_presentation_get_sentence (RgmPresentation *self,
                               gboolean         of_audience)
{
  return get_sight (self, of_audience)->sentence;
}

/**
 * rgm_presentation_emphasise:
 * @self: a presentation
 * @mark: (nullable): the id of a mark, or what it stands for; %NULL for none
 *
 * Lets the others step back and the mark say its sentence. The same mark again lets go of it.
 */
void
rgm_presentation_emphasise (RgmPresentation *self,
                            const char      *mark)
{
  RgmScene *scene = rgm_presentation_get_scene (self, FALSE);
  g_autofree char *name = g_strdup (mark);
  gboolean is_same = name != NULL && self->now.sentence != NULL && g_strv_contains ((const char * const *) self->now.emphasised, name);
  guint index;

  clear_sight (&self->now);
  self->mark = self->key = -1;
  if (name != NULL && !is_same && scene != NULL && rgm_scene_find_mark (scene, name, &index))
    {
      self->mark = (int) index;
      self->now.emphasised = g_strdupv ((char *[]) { name, NULL });
      self->now.sentence = g_strdup (rgm_scene_get_mark (scene, index)->sentence);
    }
  changed (self);
}

/* Goes to the next or an earlier mark of the slide, in the order of reading. */
void
rgm_presentation_walk_marks (RgmPresentation *self,
                             int              steps)
{
  RgmScene *scene = rgm_presentation_get_scene (self, FALSE);
  int n = scene != NULL ? (int) rgm_scene_get_n_marks (scene) : 0;
  const RgmSceneGroup *group;
  int mark;

  if (n == 0)
    return;

  mark = self->mark < 0 ? (steps > 0 ? 0 : n - 1) : (self->mark + steps + n) % n;
  group = rgm_scene_get_mark (scene, (guint) mark);
  clear_sight (&self->now);
  self->mark = -1;
  rgm_presentation_emphasise (self, group->id != NULL ? group->id : group->target);
}

/**
 * rgm_presentation_emphasise_key:
 * @self: a presentation
 * @key: an entry of the legend of the slide's chart
 *
 * Emphasises what the entry stands for; the same one again lets go of it.
 */
void
rgm_presentation_emphasise_key (RgmPresentation *self,
                                guint            key)
{
  RgmScene *scene = rgm_presentation_get_scene (self, FALSE);
  gboolean is_same = self->key == (int) key;

  if (scene == NULL || key >= rgm_story_legend_get_size (scene))
    return;

  clear_sight (&self->now);
  self->mark = -1;
  self->key = is_same ? -1 : (int) key;
  if (!is_same)
    self->now.emphasised = rgm_story_legend_find_marks (scene, key);
  changed (self);
}

/* Goes to the next or an earlier entry of the legend. */
void
rgm_presentation_walk_legend (RgmPresentation *self,
                              int              steps)
{
  RgmScene *scene = rgm_presentation_get_scene (self, FALSE);
  int n = scene != NULL ? (int) rgm_story_legend_get_size (scene) : 0;

  if (n == 0)
    return;

  rgm_presentation_emphasise_key (self, (guint) (self->key < 0 ? (steps > 0 ? 0 : n - 1) : (self->key + steps + n) % n));
}

/**
 * rgm_presentation_move_reference:
 * @self: a presentation
 * @by: how far, in the unit of the axis
 *
 * Moves the reference line of the slide's chart, or draws one in the middle where there is none.
 *
 * Returns: whether the chart has one
 */
gboolean
rgm_presentation_move_reference (RgmPresentation *self,
                                 double           by)
{
  const RgmStoryFace *face = rgm_presentation_get_face (self);
  const RgmOption *option;
  g_autoptr (GVariant) value = NULL;
  double place;

  if (face == NULL || face->figure == NULL)
    return FALSE;
  option = rgm_figure_kind_find_option (rgm_figure_get_kind (face->figure), "reference");
  if (option == NULL)
    return FALSE;

  value = rgm_figure_get_option (face->figure, "reference");
  place = g_variant_get_double (value);
  place = place < 0 ? round ((MAX (option->min, 0) + option->max) / 2) : CLAMP (place + by, 0, option->max);
  rgm_figure_set_option (face->figure, "reference", g_variant_new_double (place));

  return TRUE;
}

/* ── The timer ───────────────────────────────────────────────────────────────── */

/* How long the timer has run, in seconds. */
gint64
rgm_presentation_get_elapsed (RgmPresentation *self)
{
  return (self->elapsed + (self->started != 0 ? g_get_monotonic_time () - self->started : 0)) / G_USEC_PER_SEC;
}

gboolean
rgm_presentation_is_timing (RgmPresentation *self)
{
  return self->started != 0;
}

/* Starts the timer, or pauses it. */
void
rgm_presentation_toggle_timer (RgmPresentation *self)
{
  if (self->started != 0)
    {
      self->elapsed += g_get_monotonic_time () - self->started;
      self->started = 0;
    }
  else
    {
      self->started = g_get_monotonic_time ();
    }
  changed (self);
}

void
rgm_presentation_reset_timer (RgmPresentation *self)
{
  self->elapsed = 0;
  if (self->started != 0)
    self->started = g_get_monotonic_time ();
  changed (self);
}
