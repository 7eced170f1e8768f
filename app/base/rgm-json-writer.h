/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgmJsonWriter:
 *
 * Writes one JSON document, indented, with numbers in the fewest digits that read
 * back as the same double. It keeps count of commas and indentation; that values and
 * names come in a valid order is the caller's duty and is asserted.
 */
typedef struct _RgmJsonWriter RgmJsonWriter;

RgmJsonWriter *rgm_json_writer_new          (void);
void           rgm_json_writer_free         (RgmJsonWriter *self);
char          *rgm_json_writer_finish       (RgmJsonWriter *self);
void           rgm_json_writer_begin_object (RgmJsonWriter *self);
void           rgm_json_writer_end_object   (RgmJsonWriter *self);
void           rgm_json_writer_begin_array  (RgmJsonWriter *self);
void           rgm_json_writer_end_array    (RgmJsonWriter *self);
void           rgm_json_writer_name         (RgmJsonWriter *self,
                                             const char    *name);
void           rgm_json_writer_raw          (RgmJsonWriter *self,
                                             const char    *json);
void           rgm_json_writer_string       (RgmJsonWriter *self,
                                             const char    *value);
void           rgm_json_writer_double       (RgmJsonWriter *self,
                                             double         value);
void           rgm_json_writer_int          (RgmJsonWriter *self,
                                             gint64         value);
void           rgm_json_writer_boolean      (RgmJsonWriter *self,
                                             gboolean       value);
void           rgm_json_writer_null         (RgmJsonWriter *self);
void           rgm_json_writer_strv         (RgmJsonWriter *self,
                                             char         **values);

/* Members of an object: a name and its value. */
void           rgm_json_writer_open_object  (RgmJsonWriter *self,
                                             const char    *name);
void           rgm_json_writer_open_array   (RgmJsonWriter *self,
                                             const char    *name);
void           rgm_json_writer_add_string   (RgmJsonWriter *self,
                                             const char    *name,
                                             const char    *value);
void           rgm_json_writer_add_number   (RgmJsonWriter *self,
                                             const char    *name,
                                             double         value);
void           rgm_json_writer_add_count    (RgmJsonWriter *self,
                                             const char    *name,
                                             gint64         value);
void           rgm_json_writer_add_boolean  (RgmJsonWriter *self,
                                             const char    *name,
                                             gboolean       value);
void           rgm_json_writer_add_strv     (RgmJsonWriter *self,
                                             const char    *name,
                                             char         **values);

char          *rgm_shortest_double          (double         value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmJsonWriter, rgm_json_writer_free)

G_END_DECLS
