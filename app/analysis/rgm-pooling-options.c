/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-pooling-options.h"

#include <glib/gi18n-lib.h>

#include "rgm-error.h"

static const RgmEnumTerm models[] = {
  RGM_ENUM_TERM (RGM_POOLING_GLMM, "glmm", N_("GLMM")),
  RGM_ENUM_TERM (RGM_POOLING_REML, "reml", N_("REML")),
  RGM_ENUM_TERM (RGM_POOLING_DL, "dl", N_("DerSimonian-Laird")),
  RGM_ENUM_TERM (RGM_POOLING_PM, "pm", N_("Paule-Mandel")),
  RGM_ENUM_TERM (RGM_POOLING_COMMON, "common", N_("Common effect")),
};

static const RgmEnumTerm intervals[] = {
  RGM_ENUM_TERM (RGM_RATE_CLOPPER_PEARSON, "clopper-pearson", N_("Clopper–Pearson")),
  RGM_ENUM_TERM (RGM_RATE_WILSON, "wilson", N_("Wilson")),
  RGM_ENUM_TERM (RGM_RATE_AGRESTI_COULL, "agresti-coull", N_("Agresti-Coull")),
  RGM_ENUM_TERM (RGM_RATE_JEFFREYS, "jeffreys", N_("Jeffreys")),
};

static const RgmEnumTerm groupings[] = {
  RGM_ENUM_TERM (RGM_POOLING_BY_NONE, "none", N_("None")),
  RGM_ENUM_TERM (RGM_POOLING_BY_CLASS, "class", N_("Class")),
  RGM_ENUM_TERM (RGM_POOLING_BY_REGIMEN, "regimen", N_("Regimen")),
};

RGM_DEFINE_ENUM (RgmPoolingModel, rgm_pooling_model, NULL, models)
RGM_DEFINE_ENUM (RgmRateInterval, rgm_rate_interval, NULL, intervals)
RGM_DEFINE_ENUM (RgmPoolingBy, rgm_pooling_by, NULL, groupings)

/**
 * rgm_pooling_options_check:
 * @self: options
 * @error: the return location for an error of %RGM_ERROR_CALL
 *
 * Checks whether the options are compatible: Knapp and Hartung's interval takes the spread of the arms from an inverse variance
 * model that has a tau².
 *
 * Returns: whether they are
 */
gboolean
rgm_pooling_options_check (const RgmPoolingOptions  *self,
                           GError                  **error)
{
  if (!self->knapp_hartung || (self->model != RGM_POOLING_GLMM && self->model != RGM_POOLING_COMMON))
    return TRUE;

  g_set_error_literal (error, RGM_ERROR, RGM_ERROR_CALL,
                       _("The Knapp–Hartung interval is available only with the models reml, dl and pm."));
  return FALSE;
}
