/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-nodes.h"
#include "rgm-read-ahead.h"
#include "rgm-scan.h"

/* So many bytes of records are one piece of work: enough that handing it over costs nothing
 * beside it, and few enough that the data set in the program is several. */
#define BATCH_BYTES (16 * 1024)

/* So many batches for each processor are made before the reader comes to them. */
#define AHEAD 2

typedef enum
{
  STATE_WAITING,
  STATE_BEING_BUILT,
  STATE_BUILT,
} State;

typedef struct
{
  guint      first;
  guint      end;
  RgmNodes  *maker;  /* while the batch is on its way */
  JsonNode **nodes;
  int        state;  /* a State, changed atomically */
} Batch;

struct _RgmReadAhead
{
  const char   *bytes;
  const GArray *slices;
  GArray       *batches;
  GPtrArray    *makers;   /* of batches that are read, for the next ones */
  GThreadPool  *pool;     /* NULL where there is one processor, or one batch */
  GMutex        lock;
  GCond         is_built;

  guint         n_pushed;
  guint         batch;    /* the one that is being read */
  guint         next;     /* the record that is read next */
};

static gboolean
change (Batch *batch,
        State  from,
        State  to)
{
  return g_atomic_int_compare_and_exchange (&batch->state, (int) from, (int) to);
}

static void
build (RgmReadAhead *self,
       Batch        *batch)
{
  batch->nodes = g_new (JsonNode *, batch->end - batch->first);
  rgm_nodes_reset (batch->maker);
  for (guint i = batch->first; i < batch->end; i++)
    {
      const RgmSlice *slice = &g_array_index (self->slices, RgmSlice, i);

      batch->nodes[i - batch->first] = rgm_nodes_add (batch->maker, self->bytes + slice->start, slice->end - slice->start);
    }
}

static void
free_nodes (Batch *batch)
{
  for (guint i = batch->first; i < batch->end; i++)
    json_node_unref (batch->nodes[i - batch->first]);
  g_clear_pointer (&batch->nodes, g_free);
}

/* In a thread of the pool: builds a batch, unless somebody has begun with it. */
static void
work (gpointer data,
      gpointer user_data)
{
  RgmReadAhead *self = user_data;
  Batch *batch = data;

  if (!change (batch, STATE_WAITING, STATE_BEING_BUILT))
    return;

  build (self, batch);
  g_mutex_lock (&self->lock);
  g_atomic_int_set (&batch->state, STATE_BUILT);
  g_cond_signal (&self->is_built);
  g_mutex_unlock (&self->lock);
}

/* Builds the first batch, from the one that is waited for on, that nobody has begun with. */
static gboolean
help (RgmReadAhead *self)
{
  for (guint i = self->batch; i < self->n_pushed; i++)
    {
      Batch *batch = &g_array_index (self->batches, Batch, i);

      if (!change (batch, STATE_WAITING, STATE_BEING_BUILT))
        continue;
      build (self, batch);
      g_atomic_int_set (&batch->state, STATE_BUILT);
      return TRUE;
    }

  return FALSE;
}

/* A thread that has begun with it may not run just now, on a machine with much to do: what is
 * waited for in the meantime is done here. */
static void
wait_for (RgmReadAhead *self,
          Batch        *batch)
{
  while (g_atomic_int_get (&batch->state) != STATE_BUILT)
    if (!help (self))
      break;

  g_mutex_lock (&self->lock);
  while (g_atomic_int_get (&batch->state) != STATE_BUILT)
    g_cond_wait (&self->is_built, &self->lock);
  g_mutex_unlock (&self->lock);
}

static GArray *
cut (const GArray *slices)
{
  GArray *batches = g_array_new (FALSE, FALSE, sizeof (Batch));
  Batch batch = { 0 };
  gsize size = 0;

  for (guint i = 0; i < slices->len; i++)
    {
      const RgmSlice *slice = &g_array_index (slices, RgmSlice, i);

      size += slice->end - slice->start;
      batch.end = i + 1;
      if (size < BATCH_BYTES && batch.end < slices->len)
        continue;
      g_array_append_val (batches, batch);
      batch.first = batch.end;
      size = 0;
    }

  return batches;
}

static void
push (RgmReadAhead *self,
      Batch        *batch)
{
  batch->maker = self->makers->len > 0 ? g_ptr_array_steal_index_fast (self->makers, self->makers->len - 1) : rgm_nodes_new ();
  if (self->pool != NULL)
    g_thread_pool_push (self->pool, batch, NULL);
}

static Batch *
get_batch (RgmReadAhead *self,
           guint         i)
{
  return &g_array_index (self->batches, Batch, i);
}

/* Comes to a batch: hands over the next ones, and waits for this one. */
static void
begin_batch (RgmReadAhead *self)
{
  guint ahead = AHEAD * g_get_num_processors ();

  while (self->n_pushed < MIN (self->batches->len, self->batch + 1 + ahead))
    push (self, get_batch (self, self->n_pushed++));
  wait_for (self, get_batch (self, self->batch));
}

static void
end_batch (RgmReadAhead *self)
{
  Batch *batch = get_batch (self, self->batch);

  free_nodes (batch);
  g_ptr_array_add (self->makers, g_steal_pointer (&batch->maker));
  self->batch++;
}

/*< private >
 * rgm_read_ahead_new:
 * @bytes: a document that has passed rgm_scan_document()
 * @slices: (element-type RgmSlice): a list of it; must live until all is read
 *
 * Returns: (transfer full): the trees of the list's elements
 */
RgmReadAhead *
rgm_read_ahead_new (const char   *bytes,
                    const GArray *slices)
{
  RgmReadAhead *self = g_new0 (RgmReadAhead, 1);
  guint n_others = g_get_num_processors () - 1;

  self->bytes = bytes;
  self->slices = slices;
  self->batches = cut (slices);
  self->makers = g_ptr_array_new_with_free_func ((GDestroyNotify) rgm_nodes_free);
  g_mutex_init (&self->lock);
  g_cond_init (&self->is_built);
  /* Without a thread all is done here: it takes longer, and is as good. */
  if (n_others > 0 && self->batches->len > 1)
    self->pool = g_thread_pool_new (work, self, (int) MIN (n_others, self->batches->len - 1), FALSE, NULL);

  return self;
}

/* Also before the end is read. */
void
rgm_read_ahead_free (RgmReadAhead *self)
{
  /* What nobody has begun with stays undone. */
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, TRUE, TRUE);
  for (guint i = 0; i < self->batches->len; i++)
    {
      Batch *batch = get_batch (self, i);

      if (batch->nodes != NULL)
        free_nodes (batch);
      g_clear_pointer (&batch->maker, rgm_nodes_free);
    }
  g_array_unref (self->batches);
  g_ptr_array_unref (self->makers);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->is_built);
  g_free (self);
}

/*< private >
 * rgm_read_ahead_next:
 * @self: what is read
 *
 * Returns: (transfer none): the tree of the next element, until the next call; not to be
 *   called after the last one
 */
JsonNode *
rgm_read_ahead_next (RgmReadAhead *self)
{
  Batch *batch;

  if (self->next > 0 && self->next == get_batch (self, self->batch)->end)
    end_batch (self);
  batch = get_batch (self, self->batch);
  if (self->next == batch->first)
    begin_batch (self);

  return batch->nodes[self->next++ - batch->first];
}
