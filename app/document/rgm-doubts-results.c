/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rgm-doubts-private.h"
#include "rgm-edit.h"
#include "rgm-format.h"
#include "rgm-proportion.h"
#include "rgm-vocabulary.h"

/* What is doubtful about the results of an arm or of a subgroup. */

/* How far a printed number may be from the exact one: half a unit of its last digit. */
static double
get_half (double printed)
{
  return 0.5 * pow (10, -rgm_format_decimals_of (printed)) + 1e-9;
}

static char *
show_percent (double percent)
{
  return rgm_format_percent (percent, rgm_format_decimals_of (percent));
}

static char *
show_count (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

static void
check_analysed (GPtrArray  *doubts,
                const char *path,
                gint64      n,
                RgmOutcome *outcome)
{
  g_autofree char *analysed = show_count (outcome->analysed);
  g_autofree char *all = show_count (n);

  if (outcome->analysed > n && n > 0)
    rgm_doubts_add (doubts, path, NULL, _("More patients are analysed (%s) than there are (%s). One of the two numbers is probably wrong."), analysed, all);
}

/* Whether some count of @n patients gives a rate as it is printed. */
static gboolean
is_possible (double rate,
             gint64 n)
{
  double half = get_half (rate);
  double below = floor ((rate + half) * (double) n / 100);

  return 100 * below / (double) n >= rate - half;
}

static void
check_rate (GPtrArray  *doubts,
            const char *path,
            gint64      n,
            RgmOutcome *outcome)
{
  const RgmEstimate *estimate = &outcome->estimate;
  gint64 of = outcome->analysed > 0 ? outcome->analysed : n;
  g_autofree char *rate = NULL;
  g_autofree char *count = NULL;

  if (outcome->responders >= 0 || of <= 0 || estimate->relation != RGM_RELATION_EQUAL || is_possible (estimate->value, of))
    return;

  rate = show_percent (estimate->value);
  count = show_count (of);
  rgm_doubts_add (doubts, path, NULL, _("No number of responders among %s patients gives %s. If fewer patients were analysed, type the counts, as in 8/27."), count, rate);
}

static gboolean
fits (RgmProportionMethod method,
      RgmOutcome         *outcome,
      double              level)
{
  const RgmEstimate *estimate = &outcome->estimate;
  double lower, upper;

  return rgm_proportion_interval (method, outcome->responders, outcome->analysed, level, &lower, &upper) == RGM_REASON_NONE &&
         fabs (100 * lower - estimate->lower.value) <= get_half (estimate->lower.value) &&
         fabs (100 * upper - estimate->upper.value) <= get_half (estimate->upper.value);
}

/* An interval that no usual method gives is often one of another level, or a slip of the pen. */
static void
check_interval (GPtrArray  *doubts,
                const char *path,
                RgmOutcome *outcome)
{
  static const RgmProportionMethod methods[] = {
    RGM_PROPORTION_CLOPPER_PEARSON, RGM_PROPORTION_WILSON, RGM_PROPORTION_AGRESTI_COULL, RGM_PROPORTION_JEFFREYS
  };
  const RgmEstimate *estimate = &outcome->estimate;
  double level = estimate->level > 0 ? estimate->level : 0.95;
  double lower, upper;
  g_autofree char *exact = NULL;
  g_autofree char *shown_level = NULL;

  if (outcome->responders < 0 || outcome->analysed <= 0 || outcome->responders > outcome->analysed ||
      outcome->analysed > RGM_PROPORTION_MAX || estimate->lower.state != RGM_STATE_REPORTED || estimate->upper.state != RGM_STATE_REPORTED)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (fits (methods[i], outcome, level))
      return;

  if (rgm_proportion_interval (RGM_PROPORTION_CLOPPER_PEARSON, outcome->responders, outcome->analysed, level, &lower, &upper) != RGM_REASON_NONE)
    return;
  exact = rgm_format_interval (100 * lower, 100 * upper, 1);
  shown_level = rgm_format_level (level);
  /* Translators: a confidence level such as 95%, and an interval. */
  rgm_doubts_add (doubts, path, NULL, _("No usual method gives this interval for these counts; the exact %s interval is %s. Check it against the source."), shown_level, exact);
}

static RgmOutcome *
find_reported (GPtrArray  *outcomes,
               const char *endpoint)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (g_str_equal (outcome->endpoint, endpoint) && outcome->estimate.state == RGM_STATE_REPORTED &&
          outcome->estimate.relation == RGM_RELATION_EQUAL)
        return outcome;
    }

  return NULL;
}

static void
check_order_of_times (GPtrArray  *doubts,
                      const char *path,
                      GPtrArray  *outcomes)
{
  RgmOutcome *progression = find_reported (outcomes, RGM_ENDPOINT_PFS);
  RgmOutcome *survival = find_reported (outcomes, RGM_ENDPOINT_OS);
  RgmBound ignored;
  double pfs, os;
  g_autofree char *shown_pfs = NULL;
  g_autofree char *shown_os = NULL;

  if (progression == NULL || survival == NULL || !rgm_estimate_to_months (&progression->estimate, &pfs, &ignored, &ignored) ||
      !rgm_estimate_to_months (&survival->estimate, &os, &ignored, &ignored) || pfs <= os)
    return;

  shown_pfs = rgm_format_with_unit (pfs, rgm_format_visible_decimals (pfs, 1), "months");
  shown_os = rgm_format_with_unit (os, rgm_format_visible_decimals (os, 1), "months");
  rgm_doubts_add (doubts, path, NULL, _("Median progression-free survival (%s) cannot be longer than median overall survival (%s). Check both against the source."),
                  shown_pfs, shown_os);
}

static void
check_order_of_rates (GPtrArray  *doubts,
                      const char *path,
                      GPtrArray  *outcomes)
{
  RgmOutcome *response = find_reported (outcomes, RGM_ENDPOINT_ORR);
  RgmOutcome *control = find_reported (outcomes, RGM_ENDPOINT_DCR);
  g_autofree char *orr = NULL;
  g_autofree char *dcr = NULL;

  if (response == NULL || control == NULL || response->estimate.value <= control->estimate.value)
    return;

  orr = show_percent (response->estimate.value);
  dcr = show_percent (control->estimate.value);
  rgm_doubts_add (doubts, path, NULL, _("The response rate (%s) is above the disease control rate (%s), which includes the responses. Check both against the source."),
                  orr, dcr);
}

/*< private >
 * rgm_doubts_add_results:
 * @doubts: (element-type RgmDoubt): takes what is doubtful
 * @data_set: a data set
 * @path: the path of the list of outcomes
 * @n: the number of patients; -1 where unknown
 * @outcomes: (element-type RgmOutcome): the outcomes
 */
void
rgm_doubts_add_results (GPtrArray  *doubts,
                        RgmDataSet *data_set,
                        const char *path,
                        gint64      n,
                        GPtrArray  *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      RgmOutcome *outcome = g_ptr_array_index (outcomes, i);
      const RgmEndpoint *endpoint = rgm_data_set_find_endpoint (data_set, outcome->endpoint);
      g_autofree char *position = g_strdup_printf ("%u", i);
      g_autofree char *at = rgm_edit_make_path (path, position);

      check_analysed (doubts, at, n, outcome);
      if (endpoint != NULL && endpoint->kind == RGM_ENDPOINT_KIND_RATE && outcome->estimate.state == RGM_STATE_REPORTED)
        {
          check_rate (doubts, at, n, outcome);
          check_interval (doubts, at, outcome);
        }
      if (outcome->citations->len == 0)
        {
          rgm_doubts_add (doubts, at, NULL, _("No source is stated for this number."));
          ((RgmDoubt *) g_ptr_array_index (doubts, doubts->len - 1))->is_of_origin = TRUE;
        }
    }

  check_order_of_times (doubts, path, outcomes);
  check_order_of_rates (doubts, path, outcomes);
}
