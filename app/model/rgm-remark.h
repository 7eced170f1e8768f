/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RGM_TYPE_REMARK (rgm_remark_get_type ())

/**
 * RgmRemark:
 *
 * What a reader should know beside a number: a conflict in the source, a caution, a note.
 */
G_DECLARE_FINAL_TYPE (RgmRemark, rgm_remark, RGM, REMARK, GObject)

/**
 * RgmRemarkParts:
 *
 * What a #RgmRemark is made of; see its getters. Words are copied and arrays referenced, so
 * an array that was given away must not be changed any more; %NULL stands for an empty one.
 * The arrays own their elements:
 *   places: of #RgmPlace
 */
typedef struct
{
  const char   *kind;
  const char   *about;
  const char   *arm;
  const char   *text;
  GPtrArray    *places;
} RgmRemarkParts;

RgmRemark *rgm_remark_new (const RgmRemarkParts *parts);

const char *rgm_remark_get_kind   (RgmRemark *self);
const char *rgm_remark_get_about  (RgmRemark *self);
const char *rgm_remark_get_arm    (RgmRemark *self);
const char *rgm_remark_get_text   (RgmRemark *self);
GPtrArray  *rgm_remark_get_places (RgmRemark *self);

G_END_DECLS
