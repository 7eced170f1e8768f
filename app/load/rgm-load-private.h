/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rgm-data-set.h"
#include "rgm-faults.h"
#include "rgm-load.h"
#include "rgm-loading.h"
#include "rgm-reader.h"

G_BEGIN_DECLS

void        rgm_fault_lines_find   (RgmReader     *reader,
                                const char    *bytes,
                                gsize          length,
                                RgmFaults     *faults);

RgmDataSet *rgm_load_from_bytes
                               (RgmLoad       *load,
                                const char    *bytes,
                                gsize          length);
GBytes     *rgm_load_read_stream
                               (RgmLoad       *load,
                                GInputStream  *stream);
GBytes     *rgm_load_read_file (RgmLoad       *load,
                                GFile         *file);
GBytes     *rgm_load_read_embedded
                               (RgmLoad       *load);
void        rgm_load_fault     (RgmLoad       *load,
                                const char    *format,
                                ...) G_GNUC_PRINTF (2, 3);
char       *rgm_load_embedded_name
                               (void);
RgmDataSet *rgm_load_end       (RgmLoad       *load,
                                RgmDataSet    *data_set,
                                const char    *name,
                                RgmFaults    **faults,
                                GError       **error);

G_END_DECLS
