/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include "rgm-digitise-rebuild.h"

#include <glib/gi18n-lib.h>

#include "rgm-curves-draft.h"
#include "rgm-format.h"
#include "rgm-kaplan-meier.h"
#include "rgm-punctuation.h"

static GArray *
list_corners (const RgmRebuiltCurve *rebuilt)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (RgmDigitisedPoint));
  double scale = rebuilt->repair.percent ? 100 : 1;
  const GArray *patients = rebuilt->result->patients;
  RgmKaplanMeier *curve = NULL;
  const RgmSurvivalStep *steps;
  double survival = 1;
  gsize n;

  if (rgm_kaplan_meier_new ((const RgmFollowUp *) (gpointer) patients->data, patients->len, RGM_SURVIVAL_LOG, 0.95, &curve) != RGM_REASON_NONE)
    return corners;

  steps = rgm_kaplan_meier_get_steps (curve, &n);
  for (gsize i = 0; i <= n; i++)
    {
      double time = i > 0 ? steps[i - 1].time : 0, after = i > 0 ? steps[i - 1].survival : 1;
      const RgmDigitisedPoint before = { time, scale * (rebuilt->repair.failure ? 1 - survival : survival), 0 };
      const RgmDigitisedPoint below = { time, scale * (rebuilt->repair.failure ? 1 - after : after), 0 };

      g_array_append_val (corners, before);
      if (after < survival)
        g_array_append_val (corners, below);
      survival = after;
    }
  rgm_kaplan_meier_free (curve);

  return corners;
}

static char *
make_report (const RgmRebuiltCurve *rebuilt)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *mean = rgm_format_percent (100 * rebuilt->result->root_mean_square_error, 2);
  g_autofree char *largest = rgm_format_percent (100 * rebuilt->result->largest_error, 2);
  g_autofree char *events = rgm_format_number ((double) rebuilt->result->events, 0);
  guint n = rebuilt->result->patients->len;

  rgm_add_sentence_printf (text, ngettext ("%u patient is rebuilt.", "%u patients are rebuilt.", n), n);
  /* Without them the number of events is no more than a guess. */
  if (rebuilt->known != RGM_TIMES_FROM_PATIENTS)
    rgm_add_sentence_printf (text, ngettext ("%s event.", "%s events.", (gulong) rebuilt->result->events), events);
  /* Translators: two differences in percent. */
  rgm_add_sentence_printf (text, _("The reconstructed curve is at most %s from a point; the root mean square distance is %s."), largest, mean);
  for (guint i = 0; i < rebuilt->remarks->len; i++)
    rgm_add_sentence (text, g_ptr_array_index (rebuilt->remarks, i));

  return g_strdup (text->str);
}

static void
rebuild (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  RgmDigitisedCurve *curve = data;
  g_autoptr (GPtrArray) curves = g_ptr_array_new ();
  const RgmCurvesDraft draft = { .is_points = TRUE, .curves = curves, .patients = RGM_UNKNOWN_COUNT, .events = RGM_UNKNOWN_COUNT };
  RgmDigitiseResult *result = g_new0 (RgmDigitiseResult, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RgmRebuiltCurve) rebuilt = NULL;

  g_ptr_array_add (curves, curve);
  rebuilt = rgm_curves_draft_rebuild (&draft, curve, &error);
  if (rebuilt != NULL)
    result->corners = list_corners (rebuilt);
  result->report = rebuilt != NULL ? make_report (rebuilt) : g_strdup (error->message);
  g_task_return_pointer (task, result, (GDestroyNotify) rgm_digitise_result_free);
}

/**
 * rgm_digitise_rebuild_async:
 * @curve: (transfer full): a curve with a point
 * @cancellable: (nullable): cancels it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Rebuilds the patients of a curve in a thread of its own.
 */
void
rgm_digitise_rebuild_async (RgmDigitisedCurve   *curve,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, curve, (GDestroyNotify) rgm_digitised_curve_free);
  g_task_run_in_thread (task, rebuild);
}

/**
 * rgm_digitise_rebuild_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the result, or %NULL where it was cancelled
 */
RgmDigitiseResult *
rgm_digitise_rebuild_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * rgm_digitise_result_free:
 * @self: (transfer full): a result
 */
void
rgm_digitise_result_free (RgmDigitiseResult *self)
{
  g_clear_pointer (&self->corners, g_array_unref);
  g_free (self->report);
  g_free (self);
}
