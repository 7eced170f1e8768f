/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-record-list.h"

/* An array of records as a list model; it never changes. */
#define RGM_TYPE_RECORD_LIST (rgm_record_list_get_type ())

G_DECLARE_FINAL_TYPE (RgmRecordList, rgm_record_list, RGM, RECORD_LIST, GObject)

struct _RgmRecordList
{
  GObject     parent_instance;

  GType       item_type;
  GPtrArray  *records;
};

static GType
rgm_record_list_get_item_type (GListModel *model)
{
  return RGM_RECORD_LIST (model)->item_type;
}

static guint
rgm_record_list_get_n_items (GListModel *model)
{
  return RGM_RECORD_LIST (model)->records->len;
}

static gpointer
rgm_record_list_get_item (GListModel *model,
                          guint       position)
{
  GPtrArray *records = RGM_RECORD_LIST (model)->records;

  return position < records->len ? g_object_ref (g_ptr_array_index (records, position)) : NULL;
}

static void
rgm_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = rgm_record_list_get_item_type;
  iface->get_n_items = rgm_record_list_get_n_items;
  iface->get_item = rgm_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RgmRecordList, rgm_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, rgm_record_list_model_init))

static void
rgm_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (RGM_RECORD_LIST (object)->records);

  G_OBJECT_CLASS (rgm_record_list_parent_class)->finalize (object);
}

static void
rgm_record_list_class_init (RgmRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rgm_record_list_finalize;
}

static void
rgm_record_list_init (RgmRecordList *self)
{
}

/**
 * rgm_record_list_new:
 * @item_type: the type of the records
 * @records: records, which must not change any more
 *
 * Returns: (transfer full): a list model of them
 */
GListModel *
rgm_record_list_new (GType      item_type,
                     GPtrArray *records)
{
  RgmRecordList *self = g_object_new (RGM_TYPE_RECORD_LIST, NULL);

  self->item_type = item_type;
  self->records = g_ptr_array_ref (records);

  return G_LIST_MODEL (self);
}
