/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-order.h"
#include "rgm-selection.h"

struct _RgmSelection
{
  GObject     parent_instance;

  RgmIndex   *index;
  GListModel *facets;
  char       *text;
  char       *sort;
  char       *fault;
  RgmQuery   *query;

  /* All trials in the chosen order; NULL for the best match first. */
  guint      *order;

  /* What the query found, and of that what the facets leave, in order. */
  RgmFound    found;
  GArray     *items;

  /* A change of several facets at once is worked out once. */
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

  return g_object_ref (rgm_index_get_trial (self->index, g_array_index (self->items, guint, position)));
}

static void
rgm_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rgm_selection_get_item_type;
  iface->get_n_items = rgm_selection_get_n_items;
  iface->get_item = rgm_selection_get_item;
}

/* ── Working out ─────────────────────────────────────────────────────────────── */

static void
count_facets (RgmSelection *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (self->facets, i);
      g_autoptr (RgmBits) others = rgm_facets_pass (self->facets, self->found.trials, facet);
      GListModel *values = rgm_facet_get_values (facet);

      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, j);

          rgm_facet_value_set_left (value, rgm_bits_count_in (others, rgm_facet_value_get_trials (value)));
        }
    }
}

static void
pick_in_order (RgmSelection  *self,
               const RgmBits *trials,
               GArray        *items)
{
  for (guint i = 0; i < rgm_index_get_size (self->index); i++)
    if (rgm_bits_has (trials, self->order[i]))
      g_array_append_val (items, self->order[i]);
}

/* The best match first, the data set's order among equals: a count of each rank says
 * where it begins. */
static void
pick_by_rank (RgmSelection  *self,
              const RgmBits *trials,
              GArray        *items)
{
  const guint8 *ranks = self->found.ranks;
  guint n = rgm_bits_count (trials);
  g_autofree guint *members = g_new (guint, n + 1);
  guint starts[257] = { 0 };

  rgm_bits_list (trials, members);
  for (guint i = 0; i < n; i++)
    starts[ranks[members[i]] + 1]++;
  for (guint i = 1; i < G_N_ELEMENTS (starts); i++)
    starts[i] += starts[i - 1];

  g_array_set_size (items, n);
  for (guint i = 0; i < n; i++)
    g_array_index (items, guint, starts[ranks[members[i]]]++) = members[i];
}

static void
pick_as_they_stand (const RgmBits *trials,
                    GArray        *items)
{
  g_array_set_size (items, rgm_bits_count (trials));
  rgm_bits_list (trials, (guint *) (gpointer) items->data);
}

/* Tells of the part that differs, so that a list keeps its place where it can. */
static void
take_items (RgmSelection *self,
            GArray       *items)
{
  g_autoptr (GArray) old = self->items;
  guint start = 0;
  guint end = 0;
  guint shorter = MIN (old->len, items->len);

  while (start < shorter && g_array_index (old, guint, start) == g_array_index (items, guint, start))
    start++;
  while (end < shorter - start &&
         g_array_index (old, guint, old->len - 1 - end) == g_array_index (items, guint, items->len - 1 - end))
    end++;

  self->items = items;
  if (start + end < old->len || start + end < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, items->len - start - end);
  if (old->len != items->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
narrow (RgmSelection *self)
{
  g_autoptr (RgmBits) trials = rgm_facets_pass (self->facets, self->found.trials, NULL);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint));

  if (self->order != NULL)
    pick_in_order (self, trials, items);
  else if (self->found.ranks != NULL)
    pick_by_rank (self, trials, items);
  else
    pick_as_they_stand (trials, items);

  take_items (self, items);
  count_facets (self);
}

static void
find (RgmSelection *self)
{
  rgm_found_clear (&self->found);
  rgm_index_find (self->index, self->query, -1, &self->found);
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

/* A query at fault leaves what the last good one found: while a word is being typed the
 * list doesn't jump. */
static void
parse (RgmSelection *self)
{
  g_autoptr (GError) error = NULL;
  RgmQuery *query = rgm_index_parse (self->index, self->text, &error);

  set_fault (self, error != NULL ? error->message : NULL);
  if (query == NULL)
    return;

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

/* ── The type ────────────────────────────────────────────────────────────────── */

static void
rgm_selection_finalize (GObject *object)
{
  RgmSelection *self = RGM_SELECTION (object);

  g_clear_object (&self->facets);
  g_clear_object (&self->index);
  g_clear_pointer (&self->text, g_free);
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
      g_value_set_object (value, self->facets);
      break;
    case PROP_N_CHOSEN:
      g_value_set_uint (value, rgm_selection_get_n_chosen (self));
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->items->len);
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

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rgm_selection_init (RgmSelection *self)
{
  self->text = g_strdup ("");
  self->sort = g_strdup ("");
  self->items = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * rgm_selection_new:
 *
 * Returns: (transfer full): a selection of nothing
 */
RgmSelection *
rgm_selection_new (void)
{
  return g_object_new (RGM_TYPE_SELECTION, NULL);
}

/**
 * rgm_selection_get_data_set:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the data set that it selects from
 */
RgmDataSet *
rgm_selection_get_data_set (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->index != NULL ? rgm_index_get_data_set (self->index) : NULL;
}

/**
 * rgm_selection_set_data_set:
 * @self: a selection
 * @data_set: (nullable): a data set
 *
 * Selects from another data set: builds its index here and now; see
 * rgm_selection_set_index() for large ones.
 */
void
rgm_selection_set_data_set (RgmSelection *self,
                            RgmDataSet   *data_set)
{
  g_autoptr (RgmIndex) index = NULL;

  g_return_if_fail (RGM_IS_SELECTION (self));

  if (rgm_selection_get_data_set (self) == data_set)
    return;

  if (data_set != NULL)
    index = rgm_index_new (data_set);
  rgm_selection_set_index (self, index);
}

/**
 * rgm_selection_set_index:
 * @self: a selection
 * @index: (nullable): the index of a data set
 *
 * Selects from another data set, whose index was built before. The query and the facets
 * begin anew; the order stays.
 */
void
rgm_selection_set_index (RgmSelection *self,
                         RgmIndex     *index)
{
  g_return_if_fail (RGM_IS_SELECTION (self));
  g_return_if_fail (index == NULL || RGM_IS_INDEX (index));

  if (self->index == index)
    return;

  /* Nobody may hear of items that are of neither data set. */
  take_items (self, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_clear_object (&self->facets);
  g_clear_pointer (&self->query, rgm_query_unref);
  g_clear_pointer (&self->order, g_free);
  rgm_found_clear (&self->found);
  g_free (self->text);
  self->text = g_strdup ("");
  set_fault (self, NULL);

  g_set_object (&self->index, index);
  if (index != NULL)
    {
      self->facets = rgm_facets_new (index);
      follow_facets (self);
      self->order = rgm_order_new (index, self->sort);
      parse (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATA_SET]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACETS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * rgm_selection_get_index:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the index that it selects with
 */
RgmIndex *
rgm_selection_get_index (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->index;
}

/**
 * rgm_selection_get_text:
 * @self: a selection
 *
 * Returns: (transfer none): the query as it was typed
 */
const char *
rgm_selection_get_text (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->text;
}

/**
 * rgm_selection_set_text:
 * @self: a selection
 * @text: a query, see rgm_query_parse()
 */
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

/**
 * rgm_selection_get_query:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the last good query
 */
RgmQuery *
rgm_selection_get_query (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->query;
}

/**
 * rgm_selection_get_fault:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): what is wrong with the query, for a person
 */
const char *
rgm_selection_get_fault (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->fault;
}

/**
 * rgm_selection_get_sort:
 * @self: a selection
 *
 * Returns: (transfer none): the key of the order; empty for the best match first
 */
const char *
rgm_selection_get_sort (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->sort;
}

/**
 * rgm_selection_set_sort:
 * @self: a selection
 * @sort: a key (see rgm_order_is_key()), or empty for the best match first; what is
 *     neither counts as empty
 */
void
rgm_selection_set_sort (RgmSelection *self,
                        const char   *sort)
{
  g_return_if_fail (RGM_IS_SELECTION (self));
  g_return_if_fail (sort != NULL);

  if (!rgm_order_is_key (sort))
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

/**
 * rgm_selection_get_facets:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): a list of #RgmFacet
 */
GListModel *
rgm_selection_get_facets (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), NULL);

  return self->facets;
}

/**
 * rgm_selection_get_n_chosen:
 * @self: a selection
 *
 * Returns: how many facets have a chosen value
 */
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

/**
 * rgm_selection_clear_facets:
 * @self: a selection
 *
 * Lets all chosen values go at once.
 */
void
rgm_selection_clear_facets (RgmSelection *self)
{
  g_return_if_fail (RGM_IS_SELECTION (self));

  if (rgm_selection_get_n_chosen (self) == 0)
    return;

  self->is_waiting = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (self->facets); i++)
    {
      g_autoptr (RgmFacet) facet = g_list_model_get_item (self->facets, i);
      GListModel *values = rgm_facet_get_values (facet);

      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RgmFacetValue) value = g_list_model_get_item (values, j);

          rgm_facet_value_set_is_chosen (value, FALSE);
        }
    }
  self->is_waiting = FALSE;
  on_facet_chosen (self);
}

/**
 * rgm_selection_get_count:
 * @self: a selection
 *
 * Returns: how many trials are selected
 */
guint
rgm_selection_get_count (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), 0);

  return self->items->len;
}

/**
 * rgm_selection_get_total:
 * @self: a selection
 *
 * Returns: how many trials there are to select from
 */
guint
rgm_selection_get_total (RgmSelection *self)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), 0);

  return self->index != NULL ? rgm_index_get_size (self->index) : 0;
}

/**
 * rgm_selection_find:
 * @self: a selection
 * @trial: a trial
 * @position: (out): its place in the selection
 *
 * Returns: whether it is selected
 */
gboolean
rgm_selection_find (RgmSelection *self,
                    RgmTrial     *trial,
                    guint        *position)
{
  g_return_val_if_fail (RGM_IS_SELECTION (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (rgm_index_get_trial (self->index, g_array_index (self->items, guint, i)) == trial)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}
