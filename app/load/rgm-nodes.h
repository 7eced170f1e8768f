/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a value of a JSON document is. */
typedef enum
{
  RGM_JSON_NULL,
  RGM_JSON_BOOLEAN,
  RGM_JSON_INTEGER,
  RGM_JSON_DOUBLE,
  RGM_JSON_TEXT,
  RGM_JSON_LIST,
  RGM_JSON_OBJECT,
} RgmJsonKind;

/**
 * RgmJsonNode:
 * @kind: what it is
 * @length: how many elements a list has, or members an object
 * @key: (nullable): its key, if it is in an object
 * @nodes: (array length=length): a list's elements, or an object's members in their order
 *
 * A value of a JSON document.
 */
typedef struct _RgmJsonNode RgmJsonNode;

struct _RgmJsonNode
{
  RgmJsonKind kind;
  guint       length;
  const char *key;

  union
  {
    gboolean           boolean;
    gint64             integer;
    double             number;
    const char        *text;
    const RgmJsonNode *nodes;
  };
};

/* The trees of some values, and the memory of all of them. */
typedef struct _RgmNodes RgmNodes;

RgmNodes          *rgm_nodes_new   (void);
void               rgm_nodes_free  (RgmNodes   *self);
const RgmJsonNode *rgm_nodes_build (RgmNodes   *self,
                                    const char *bytes,
                                    gsize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmNodes, rgm_nodes_free)

G_END_DECLS
