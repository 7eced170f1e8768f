/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-facets-chosen.h"
#include "rgm-order.h"
#include "rgm-selection-private.h"

struct _RgmSelection
{
  GObject     parent_instance;

  RgmIndex   *index;
  char       *file_name;         /* of the data set; NULL for the embedded one */
  gboolean    is_changed_copy;
  GListModel *facets;
  char       *text;
  char       *good_text;   /* the last one without a fault */
  char       *sort;
  char       *fault;
  RgmQuery   *query;
  RgmPatient *patient;     /* or NULL */

  /* All trials in the chosen order; NULL to put the best match first. */
  guint      *order;

  /* What the query found, and of that what the facets leave, in order, as positions in
   * an index: for a moment, while another revision is taken over, that is the older one. */
  RgmFound    found;
  GArray     *items;
  RgmIndex   *items_index;

  /* A simultaneous change of several facets is computed once. */
  gboolean    is_waiting;
};

static void rgm_selection_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RgmSelection, rgm_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, rgm_selection_list_model_init))

enum
{
  PROP_0,
  PROP_DATA_SET,
  PROP_TEXT,
  PROP_SORT,
  PROP_FAULT,
  PROP_FACETS,
  PROP_N_CHOSEN,
  PROP_COUNT,
  PROP_PATIENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
rgm_selection_get_item_type (GListModel *model)
{
  return RGM_TYPE_TRIAL;
}

static guint
rgm_selection_get_n_items (GListModel *model)
{
  return RGM_SELECTION (model)->items->len;
}

static gpointer
rgm_selection_get_item (GListModel *model,
                        guint       position)
{
  RgmSelection *self = RGM_SELECTION (model);

  if (position >= self->items->len)
    return NULL;

  return g_object_ref (rgm_index_get_trial (self->items_index, g_array_index (self->items, guint, position)));
}

static void
rgm_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rgm_selection_get_item_type;
  iface->get_n_items = rgm_selection_get_n_items;
  iface->get_item = rgm_selection_get_item;
}

/* ── Working out ─────────────────────────────────────────────────────────────── */

static RgmTrial *
get_trial (RgmIndex     *index,
           const GArray *items,
           guint         position)
{
  return rgm_index_get_trial (index, g_array_index (items, guint, position));
}

/* Reports only the part that differs, so that a list keeps its position where possible. */
static void
take_items (RgmSelection *self,
            GArray       *items)
{
  g_autoptr (GArray) old = self->items;
  g_autoptr (RgmIndex) index = self->items_index;
  guint start = 0;
  guint end = 0;
  guint shorter = MIN (old->len, items->len);

  while (start < shorter && get_trial (index, old, start) == get_trial (self->index, items, start))
    start++;
  while (end < shorter - start &&
         get_trial (index, old, old->len - 1 - end) == get_trial (self->index, items, items->len - 1 - end))
    end++;

  self->items = items;
  self->items_index = self->index != NULL ? g_object_ref (self->index) : NULL;
  if (start + end < old->len || start + end < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, items->len - start - end);
  if (old->len != items->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
narrow (RgmSelection *self)
{
  g_autoptr (RgmBitSet) trials = self->facets != NULL ? rgm_facets_pass (self->facets, self->found.trials, NULL)
                                                       : rgm_bit_set_copy (self->found.trials);
  GArray *items = rgm_order_pick (self->index, self->order, &self->found, trials);

  if (self->patient != NULL)
    rgm_patient_group (self->patient, items);
  take_items (self, items);
  if (self->facets != NULL)
    rgm_facets_count_left (self->facets, self->found.trials);
}

static void
find (RgmSelection *self)
{
  rgm_found_clear (&self->found);
  rgm_index_find (self->index, self->query, -1, self->patient, &self->found);
  narrow (self);
}

static void
set_fault (RgmSelection *self,
           const char   *fault)
{
  if (g_strcmp0 (self->fault, fault) == 0)
    return;

  g_free (self->fault);
  self->fault = g_strdup (fault);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAULT]);
}

/* A faulty query keeps the results of the last valid one, so that the list doesn't jump while a word is being typed. */
static void
parse (RgmSelection *self)
{
  g_autoptr (GError) error = NULL;
  RgmQuery *query = rgm_index_parse (self->index, self->text, &error);

  set_fault (self, error != NULL ? error->message : NULL);
  if (query == NULL)
    return;

  g_free (self->good_text);
  self->good_text = g_strdup (self->text);
  g_clear_pointer (&self->query, rgm_query_unref);
  self->query = query;
  find (self);
}

static void
on_facet_chosen (RgmSelection *self)
{
  if (self->is_waiting)
    return;

  narrow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
}

static void
follow_facets (RgmSelection *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (self->facets, i);
      GListModel *values = rgm_facet_get_values (facet);

      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, j);

          g_signal_connect_object (value, "notify::is-chosen", G_CALLBACK (on_facet_chosen), self, G_CONNECT_SWAPPED);
        }
    }
}

/* Facets are made when somebody asks for them first: a query alone needs none. */
static void
make_facets (RgmSelection *self,
             GVariant     *chosen)
{
  self->facets = rgm_facets_new (self->index);
  if (chosen != NULL)
    rgm_facets_choose (self->facets, chosen);
  else
    rgm_facets_count_left (self->facets, self->found.trials);
  follow_facets (self);
}

/* ── The type ────────────────────────────────────────────────────────────────── */

static void
rgm_selection_finalize (GObject *object)
{
  RgmSelection *self = RGM_SELECTION (object);

  g_clear_object (&self->facets);
  g_clear_object (&self->patient);
  g_clear_object (&self->index);
  g_clear_object (&self->items_index);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->good_text, g_free);
  g_clear_pointer (&self->sort, g_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->query, rgm_query_unref);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->items, g_array_unref);
  rgm_found_clear (&self->found);

  G_OBJECT_CLASS (rgm_selection_parent_class)->finalize (object);
}

static void
rgm_selection_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  RgmSelection *self = RGM_SELECTION (object);

  switch (prop_id)
    {
    case PROP_DATA_SET:
      g_value_set_object (value, rgm_selection_get_data_set (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    case PROP_FAULT:
      g_value_set_string (value, self->fault);
      break;
    case PROP_FACETS:
      g_value_set_object (value, rgm_selection_get_facets (self));
      break;
    case PROP_N_CHOSEN:
      g_value_set_uint (value, rgm_selection_get_n_chosen (self));
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->items->len);
      break;
    case PROP_PATIENT:
      g_value_set_object (value, self->patient);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_selection_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  RgmSelection *self = RGM_SELECTION (object);

  switch (prop_id)
    {
    case PROP_DATA_SET:
      rgm_selection_set_data_set (self, g_value_get_object (value));
      break;
    case PROP_TEXT:
      rgm_selection_set_text (self, g_value_get_string (value));
      break;
    case PROP_SORT:
      rgm_selection_set_sort (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rgm_selection_class_init (RgmSelectionClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rgm_selection_finalize;
  object_class->get_property = rgm_selection_get_property;
  object_class->set_property = rgm_selection_set_property;

  properties[PROP_DATA_SET] = g_param_spec_object ("data-set", NULL, NULL, RGM_TYPE_DATA_SET, writable);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", writable);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "", writable);
  properties[PROP_FAULT] = g_param_spec_string ("fault", NULL, NULL, NULL, readable);
  properties[PROP_FACETS] = g_param_spec_object ("facets", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_N_CHOSEN] = g_param_spec_uint ("n-chosen", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_PATIENT] = g_param_spec_object ("patient", NULL, NULL, RGM_TYPE_PATIENT, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_selection_init (RgmSelection *self)
{
  self->text = g_strdup ("");
  self->sort = g_strdup ("");
  self->items = g_array_new (FALSE, FALSE, sizeof (guint));
  rgm_selection_follow_notes (self);
}

RgmSelection *
rgm_selection_new (void)
{
  return g_object_new (RGM_TYPE_SELECTION, NULL);
}

RgmDataSet *
rgm_selection_get_data_set (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->index != NULL ? rgm_index_get_data_set (self->index) : NULL;
}

/* As rgm_selection_set_index(), with an index that is built once something is sought. */
void
rgm_selection_set_data_set (RgmSelection *self,
                            RgmDataSet   *data_set)
{
  g_autoptr (RgmIndex) index = NULL;

  g_return_if_fail (RGM_IS_SELECTION (self));

  if (rgm_selection_get_data_set (self) == data_set)
    return;

  if (data_set != NULL)
    index = rgm_index_new_late (data_set);
  rgm_selection_set_index (self, index);
}

/* The name of the data set's file, NULL for the embedded one; and whether it has the embedded one's id with different contents. */
const char *
rgm_selection_get_origin (RgmSelection *self,
                          gboolean     *is_changed_copy)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  *is_changed_copy = self->is_changed_copy;

  return self->file_name;
}

/* Call this before setting the data set, because listeners to that change ask for it. */
void
rgm_selection_set_origin (RgmSelection *self,
                          const char   *file_name,
                          gboolean      is_changed_copy)
{
  g_return_if_fail (RGM_IS_SELECTION (self));

  g_free (self->file_name);
  self->file_name = g_strdup (file_name);
  self->is_changed_copy = is_changed_copy;
}

/* Whether @index is of another revision of the data set that @self selects from. */
gboolean
rgm_selection_is_revision (RgmSelection *self,
                           RgmIndex     *index)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), FALSE);

  return self->index != NULL && index != NULL &&
         g_str_equal (rgm_index_get_data_set (self->index)->id,
                      rgm_index_get_data_set (index)->id);
}

/* Drops everything that refers to the data set. */
static void
begin_anew (RgmSelection *self)
{
  /* No listener may see items that belong to neither data set. */
  take_items (self, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_clear_object (&self->facets);
  g_clear_object (&self->patient);
  g_free (self->text);
  self->text = g_strdup ("");
  set_fault (self, NULL);
}

/* Carries the findings over to another revision, as far as it still knows them. */
static void
revise_patient (RgmSelection *self)
{
  g_autoptr (RgmPatient) old = g_steal_pointer (&self->patient);

  if (old != NULL && self->index != NULL)
    self->patient = rgm_patient_new (rgm_index_get_matcher (self->index), rgm_index_get_data_set (self->index),
                                     rgm_patient_get_text (old), NULL);
}

/* The query, which may be faulty: the last valid one then selects the trials. */
static void
find_again (RgmSelection *self)
{
  g_autofree char *good = g_steal_pointer (&self->good_text);

  parse (self);
  if (self->good_text == NULL)
    {
      self->query = rgm_index_parse (self->index, good != NULL ? good : "", NULL);
      if (self->query == NULL)
        self->query = rgm_index_parse (self->index, "", NULL);
      self->good_text = g_steal_pointer (&good);
      find (self);
    }
}

/**
 * rgm_selection_set_index:
 * @self: a selection
 * @index: (nullable): the index of a data set
 *
 * Selects from another data set, whose index is already built. Query and facets are kept for another revision of the same data set
 * and cleared otherwise; the order is kept.
 */
void
rgm_selection_set_index (RgmSelection *self,
                         RgmIndex     *index)
{
  g_autoptr (GVariant) chosen = NULL;

  g_return_if_fail (RGM_IS_SELECTION (self));
  g_return_if_fail (index == NULL || RGM_IS_INDEX (index));

  if (self->index == index)
    return;

  if (rgm_selection_is_revision (self, index))
    chosen = g_variant_ref_sink (rgm_selection_save_facets (self));
  else
    begin_anew (self);

  g_clear_object (&self->facets);
  g_clear_pointer (&self->query, rgm_query_unref);
  g_clear_pointer (&self->order, g_free);
  rgm_found_clear (&self->found);
  g_set_object (&self->index, index);
  revise_patient (self);
  if (index != NULL)
    {
      self->order = rgm_order_new (index, self->sort);
      if (chosen != NULL && g_variant_n_children (chosen) > 0)
        make_facets (self, chosen);
      find_again (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA_SET]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACETS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATIENT]);
}

RgmIndex *
rgm_selection_get_index (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->index;
}

const char *
rgm_selection_get_text (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->text;
}

/* Selects what a query finds, see rgm_query_parse(). */
void
rgm_selection_set_text (RgmSelection *self,
                        const char   *text)
{
  g_return_if_fail (RGM_IS_SELECTION (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (self->text, text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  if (self->index != NULL)
    parse (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* Finds the trials anew where the answer to the query is not in the data set alone. */
void
rgm_selection_refresh (RgmSelection *self)
{
  if (self->query != NULL)
    find (self);
}

RgmQuery *
rgm_selection_get_query (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->query;
}

const char *
rgm_selection_get_fault (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->fault;
}

const char *
rgm_selection_get_sort (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->sort;
}

/* Orders by a key, see rgm_order_find_key(); anything else, including "", puts the best match first. */
void
rgm_selection_set_sort (RgmSelection *self,
                        const char   *sort)
{
  g_return_if_fail (RGM_IS_SELECTION (self));
  g_return_if_fail (sort != NULL);

  if (rgm_order_find_key (sort) < 0)
    sort = "";
  if (g_str_equal (self->sort, sort))
    return;

  g_free (self->sort);
  self->sort = g_strdup (sort);
  if (self->index != NULL)
    {
      g_free (self->order);
      self->order = rgm_order_new (self->index, sort);
      narrow (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/* The patient whose findings are entered, or NULL. */
RgmPatient *
rgm_selection_get_patient (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->patient;
}

/* Matches the trials with a patient's findings, see rgm_findings_new(); none for "". With @error set, all stays as it was. */
gboolean
rgm_selection_set_patient (RgmSelection  *self,
                           const char    *text,
                           GError       **error)
{
  g_autoptr (RgmPatient) patient = NULL;

  g_return_val_if_fail (RGM_IS_SELECTION (self) && self->index != NULL, FALSE);

  if (g_str_equal (text, self->patient != NULL ? rgm_patient_get_text (self->patient) : ""))
    return TRUE;

  if (*text != '\0' &&
      (patient = rgm_patient_new (rgm_index_get_matcher (self->index), rgm_index_get_data_set (self->index), text, error)) == NULL)
    return FALSE;

  g_set_object (&self->patient, patient);
  find (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATIENT]);

  return TRUE;
}

GListModel *
rgm_selection_get_facets (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  if (self->facets == NULL && self->index != NULL)
    make_facets (self, NULL);

  return self->facets;
}

/* The number of facets with a chosen value. */
guint
rgm_selection_get_n_chosen (RgmSelection *self)
{
  guint n = 0;

  g_return_val_if_fail (RGM_IS_SELECTION (self), 0);

  for (guint i = 0; self->facets != NULL && i < g_list_model_get_n_items (self->facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (self->facets, i);

      n += rgm_facet_get_n_chosen (facet) > 0;
    }

  return n;
}

/* The ids of the chosen values by the ids of their facets: a{sas}, floating. */
GVariant *
rgm_selection_save_facets (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return rgm_facets_save (self->facets);
}

/* Chooses exactly the values that rgm_selection_save_facets() returned, in one change. */
void
rgm_selection_restore_facets (RgmSelection *self,
                              GVariant     *chosen)
{
  g_return_if_fail (RGM_IS_SELECTION (self));
  g_return_if_fail (g_variant_is_of_type (chosen, G_VARIANT_TYPE ("a{sas}")));

  if (rgm_selection_get_facets (self) == NULL)
    return;

  self->is_waiting = TRUE;
  rgm_facets_choose (self->facets, chosen);
  self->is_waiting = FALSE;
  on_facet_chosen (self);
}

guint
rgm_selection_get_count (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), 0);

  return self->items->len;
}

guint
rgm_selection_get_total (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), 0);

  return self->index != NULL ? rgm_index_get_size (self->index) : 0;
}

/* Whether the trial is selected, and its position in the selection. */
gboolean
rgm_selection_find (RgmSelection *self,
                    RgmTrial     *trial,
                    guint        *position)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (get_trial (self->items_index, self->items, i) == trial)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}
