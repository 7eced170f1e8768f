/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The ending of a file with a patient's findings. */
#define RGM_PATIENT_FILE_SUFFIX ".regimen-patient"

GBytes *rgm_patient_file_write (const char  *findings,
                                const char  *data_set);
char   *rgm_patient_file_read  (GBytes      *bytes,
                                GError     **error);
char   *rgm_patient_file_load  (GFile       *file,
                                GError     **error);

G_END_DECLS
