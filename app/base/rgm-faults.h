/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RGM_FAULTS_MAX:
 *
 * At most this many faults of one input are kept; further ones are only counted.
 */
#define RGM_FAULTS_MAX 50

/**
 * RgmFault:
 * @path: (nullable): where in the document, as a JSON path ('$.trials[3].arms[0].n')
 * @line: the line in the file from 1, or 0 if unknown
 * @message: what was expected and what was found, in plain words
 *
 * One fault of an input.
 */
typedef struct
{
  char     *path;
  guint64   line;
  char     *message;
} RgmFault;

/**
 * RgmFaults:
 *
 * The faults of one input, in the order in which they were found, up to
 * %RGM_FAULTS_MAX. A plain list, owned by whoever made it; not thread-safe.
 */
typedef struct _RgmFaults RgmFaults;

RgmFaults      *rgm_faults_new      (void);
void            rgm_faults_free     (RgmFaults       *self);
void            rgm_faults_add      (RgmFaults       *self,
                                     const char      *path,
                                     guint64          line,
                                     const char      *format,
                                     ...) G_GNUC_PRINTF (4, 5);
guint           rgm_faults_get_size (const RgmFaults *self);
guint           rgm_faults_get_left_out
                                    (const RgmFaults *self);
const RgmFault *rgm_faults_get      (const RgmFaults *self,
                                     guint            index);
char           *rgm_faults_to_text  (const RgmFaults *self,
                                     const char      *prefix);
void            rgm_faults_to_error (const RgmFaults *self,
                                     const char      *name,
                                     GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgmFaults, rgm_faults_free)

G_END_DECLS
