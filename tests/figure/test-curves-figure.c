/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>
#include <time.h>

#include "evidence.h"
#include "rgm-curves-figure.h"
#include "rgm-golden.h"

static const RgmFollowUp treated[] = {
  { 2, TRUE }, { 3, FALSE }, { 5, TRUE }, { 5, TRUE }, { 6, FALSE }, { 8, TRUE }, { 11, FALSE }, { 13, TRUE }, { 16, FALSE }, { 17, FALSE },
};
static const RgmFollowUp control[] = {
  { 0, FALSE }, { 1, TRUE }, { 2, TRUE }, { 2, TRUE }, { 4, TRUE }, { 4, FALSE }, { 6, TRUE }, { 7, TRUE }, { 9, TRUE }, { 9, FALSE },
};

static void
add_group (RgmPatientGroups  *groups,
           const char        *name,
           const RgmFollowUp *patients,
           gsize              n,
           RgmTimesOrigin     origin)
{
  gsize group = groups->names->len;

  rgm_patient_groups_add_name (groups, name, origin);
  g_array_append_vals (groups->patients, patients, (guint) n);
  for (gsize i = 0; i < n; i++)
    g_array_append_val (groups->groups, group);
}

static RgmPatientGroups *
make_groups (RgmTimesOrigin origin)
{
  RgmPatientGroups *groups = rgm_patient_groups_new ();

  groups->unit = g_strdup ("months");
  groups->source = g_strdup ("times.csv");
  add_group (groups, "Treated", treated, G_N_ELEMENTS (treated), origin);
  add_group (groups, "Control", control, G_N_ELEMENTS (control), origin);

  return groups;
}

static RgmFigure *
make_figure (RgmTimesOrigin origin)
{
  g_autoptr (RgmPatientGroups) groups = make_groups (origin);
  RgmFigure *figure = evidence_make_figure ("curves", NULL);

  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (figure), groups);

  return figure;
}

static void
set_strings (RgmFigure  *figure,
             const char *key,
             const char *first,
             const char *second)
{
  const char *values[] = { first, second, NULL };

  g_assert_true (rgm_figure_set_option (figure, key, g_variant_new_strv (values, -1)));
}

static void
test_golden (void)
{
  g_autoptr (RgmFigure) figure = make_figure (RGM_TIMES_FROM_AT_RISK);
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;

  set_strings (figure, "at", "6", "12");
  evidence_set_text (figure, "reference", "Control");
  evidence_set_number (figure, "tau", 8);
  scene = evidence_lay_out (figure, 900, 0);
  text = rgm_scene_to_text (scene);
  rgm_golden_check ("figure-curves", text);
}

/* Every row of the table has the numbers of the curve; the three counts add up to all patients. */
static void
test_table (void)
{
  g_autoptr (RgmFigure) figure = make_figure (RGM_TIMES_OBSERVED);
  RgmTable *table = rgm_figure_get_table (figure);
  const gsize n[] = { G_N_ELEMENTS (treated), G_N_ELEMENTS (control) };
  const RgmFollowUp *patients[] = { treated, control };
  guint n_rows = rgm_table_get_n_rows (table);

  g_assert_cmpuint (n_rows, ==, 14);
  for (guint row = 0; row < n_rows; row++)
    {
      guint group = g_str_equal (rgm_table_get_text (table, row, 0), "Treated") ? 0 : 1;
      double time, at_risk, censored, events, counted[3] = { 0 };

      g_assert_true (rgm_table_get_number (table, row, 1, &time));
      g_assert_true (rgm_table_get_number (table, row, 2, &at_risk));
      g_assert_true (rgm_table_get_number (table, row, 3, &censored));
      g_assert_true (rgm_table_get_number (table, row, 4, &events));
      for (gsize i = 0; i < n[group]; i++)
        counted[patients[group][i].time >= time ? 0 : patients[group][i].event ? 2 : 1]++;
      g_assert_cmpfloat (at_risk, ==, counted[0]);
      g_assert_cmpfloat (censored, ==, counted[1]);
      g_assert_cmpfloat (events, ==, counted[2]);
      g_assert_cmpfloat (at_risk + censored + events, ==, n[group]);
    }
}

/* Survival at 6 months by hand: 9/10 x 6/8 of those treated, and of the control group, one of
 * whom is censored at 0, 8/9 x 6/8 x 5/6 x 3/4. */
static void
test_landmarks (void)
{
  g_autoptr (RgmFigure) figure = make_figure (RGM_TIMES_OBSERVED);
  const char *note;

  set_strings (figure, "at", "6", "30");
  note = rgm_figure_get_frame (figure)->note;
  g_assert_nonnull (strstr (note, "Survival at 6\u00a0months: Treated 67.5% (95% CI "));
  g_assert_nonnull (strstr (note, "; Control 41.7% (95% CI "));
  g_assert_nonnull (strstr (note, "Survival at 30\u00a0months: Treated after its last follow-up; Control after its last follow-up."));
}

/* What is drawn goes by the options, and what is said of it too. */
static void
test_options (void)
{
  g_autoptr (RgmFigure) figure = make_figure (RGM_TIMES_OBSERVED);
  g_autoptr (RgmScene) scene = NULL;
  g_autoptr (GPtrArray) suggested = NULL;
  g_autofree char *text = NULL;
  const RgmFrame *frame;

  g_assert_true (rgm_figure_set_option (figure, "bands", g_variant_new_boolean (FALSE)));
  g_assert_true (rgm_figure_set_option (figure, "marks", g_variant_new_boolean (FALSE)));
  g_assert_true (rgm_figure_set_option (figure, "medians", g_variant_new_boolean (FALSE)));
  g_assert_true (rgm_figure_set_option (figure, "unit", g_variant_new_string ("days")));
  evidence_set_number (figure, "end", 90);
  scene = evidence_lay_out (figure, 900, 0);
  text = rgm_scene_to_text (scene);
  frame = rgm_figure_get_frame (figure);
  g_assert_null (strstr (text, "translucent"));
  g_assert_null (strstr (frame->note, "Shaded"));
  g_assert_null (strstr (frame->note, "Strokes"));
  g_assert_nonnull (strstr (frame->note, "Treated: 10 patients, 5 events; median 395.7\u00a0days"));
  g_assert_nonnull (strstr (text, "\"100\""));
  g_assert_null (strstr (text, "\"200\""));

  suggested = rgm_figure_list_suggestions (figure, rgm_figure_kind_find_option (rgm_figure_get_kind (figure), "reference"));
  g_assert_cmpuint (suggested->len, ==, 3);
  g_assert_null (((const RgmSuggestion *) g_ptr_array_index (suggested, 0))->text);
  g_assert_cmpstr (((const RgmSuggestion *) g_ptr_array_index (suggested, 2))->text, ==, "Control");
}

/* A curve that rises, on an axis of probabilities, with bounds the right way up. */
static void
test_failure (void)
{
  g_autoptr (RgmFigure) figure = make_figure (RGM_TIMES_OBSERVED);
  RgmTable *table;

  g_assert_true (rgm_figure_set_option (figure, "failure", g_variant_new_boolean (TRUE)));
  g_assert_true (rgm_figure_set_option (figure, "probability", g_variant_new_boolean (TRUE)));
  table = rgm_figure_get_table (figure);
  g_assert_cmpstr (rgm_table_get_column_title (table, 5), ==, "1 − survival");
  for (guint row = 0; row < rgm_table_get_n_rows (table); row++)
    {
      double value, lower, upper;

      g_assert_true (rgm_table_get_number (table, row, 5, &value));
      g_assert_cmpfloat (value, >=, 0);
      g_assert_cmpfloat (value, <=, 1);
      if (!rgm_table_get_number (table, row, 6, &lower) || !rgm_table_get_number (table, row, 7, &upper))
        continue;
      g_assert_cmpfloat (lower, <=, value);
      g_assert_cmpfloat (value, <=, upper);
    }
}

/* What is reconstructed says so wherever it goes. */
static void
test_reconstructed (void)
{
  g_autoptr (RgmFigure) observed = make_figure (RGM_TIMES_OBSERVED);
  g_autoptr (RgmFigure) figure = make_figure (RGM_TIMES_FROM_EVENTS);
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  RgmTable *table = rgm_figure_get_table (figure);
  g_autofree char *csv = rgm_table_to_csv (table);

  g_assert_nonnull (strstr (frame->subtitle, "reconstructed from a published curve"));
  g_assert_nonnull (strstr (frame->method, "Guyot et al. 2012"));
  g_assert_nonnull (strstr (csv, "Reconstructed from a published curve"));
  g_assert_null (strstr (rgm_figure_get_frame (observed)->subtitle, "reconstructed"));
  g_assert_null (strstr (rgm_figure_get_frame (observed)->method, "Guyot"));
}

/* From the number of patients alone: the curve and its median, and no events, intervals or tests. */
static void
test_patients_alone (void)
{
  g_autoptr (RgmFigure) figure = make_figure (RGM_TIMES_FROM_PATIENTS);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 900, 0);
  const RgmFrame *frame = rgm_figure_get_frame (figure);
  RgmTable *table = rgm_figure_get_table (figure);
  g_autofree char *text = rgm_scene_to_text (scene);
  double number;

  g_assert_nonnull (strstr (frame->note, "Treated: 10 patients; median 13.0\u00a0months."));
  g_assert_null (strstr (frame->note, "CI"));
  g_assert_null (strstr (frame->note, "ratio"));
  g_assert_null (strstr (frame->note, "event"));
  g_assert_null (strstr (text, "translucent"));
  g_assert_null (strstr (text, "\"At risk\""));
  for (guint row = 0; row < rgm_table_get_n_rows (table); row++)
    for (guint column = 2; column < 8; column++)
      g_assert_true (rgm_table_get_number (table, row, column, &number) == (column == 5));
}

/* Groups of different origins: each says its own, and only that which is known of it. */
static void
test_mixed_origins (void)
{
  g_autoptr (RgmPatientGroups) groups = rgm_patient_groups_new ();
  g_autoptr (RgmFigure) figure = evidence_make_figure ("curves", NULL);
  const RgmFrame *frame;

  add_group (groups, "Own", treated, G_N_ELEMENTS (treated), RGM_TIMES_OBSERVED);
  add_group (groups, "Rebuilt", control, G_N_ELEMENTS (control), RGM_TIMES_FROM_PATIENTS);
  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (figure), groups);
  frame = rgm_figure_get_frame (figure);
  g_assert_cmpstr (frame->subtitle, ==, "Kaplan–Meier estimates, 1 of 2 curves reconstructed from a published one; 20 patients");
  g_assert_true (g_str_has_prefix (frame->method, "Rebuilt: Patients’ times are reconstructed"));
  g_assert_null (strstr (frame->method, "Own:"));
  g_assert_nonnull (strstr (frame->note, "Own: 10 patients, 5 events; median 13.0 (95% CI"));
  g_assert_nonnull (strstr (frame->note, "Rebuilt: 10 patients; median 6.0."));
  g_assert_null (strstr (frame->note, "Hazard"));
}

/* Groups that are not of one trial have the caveat, and nothing between them. */
static void
test_several_trials (void)
{
  g_autoptr (RgmPatientGroups) groups = make_groups (RGM_TIMES_OBSERVED);
  g_autoptr (RgmFigure) figure = evidence_make_figure ("curves", NULL);
  const RgmFrame *frame;

  groups->why_no_tests = g_strdup ("They are not of one trial.");
  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (figure), groups);
  frame = rgm_figure_get_frame (figure);
  g_assert_true (g_str_has_prefix (frame->caveat, "They are not of one trial. "));
  g_assert_nonnull (strstr (frame->caveat, "not randomised against each other"));
  g_assert_null (strstr (frame->note, "Hazard ratio"));
  g_assert_null (strstr (frame->note, "Log-rank"));
  g_assert_null (strstr (frame->note, "Difference"));
}

/* Eight curves differ in colour or dash; nine are refused, with the reason. */
static void
test_many_groups (void)
{
  g_autoptr (RgmPatientGroups) eight = rgm_patient_groups_new ();
  g_autoptr (RgmPatientGroups) nine = rgm_patient_groups_new ();
  g_autoptr (RgmFigure) figure = evidence_make_figure ("curves", NULL);
  g_autoptr (RgmScene) scene = NULL;
  g_autoptr (GHashTable) strokes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("Arm %u", i + 1);

      if (i < 8)
        add_group (eight, name, treated, G_N_ELEMENTS (treated), RGM_TIMES_OBSERVED);
      add_group (nine, name, treated, G_N_ELEMENTS (treated), RGM_TIMES_OBSERVED);
    }
  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (figure), eight);
  g_assert_null (rgm_curves_figure_get_fault (RGM_CURVES_FIGURE (figure)));
  scene = evidence_lay_out (figure, 900, 0);
  text = rgm_scene_to_text (scene);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "path M ") != NULL && strstr (lines[i], " stroke series-") != NULL && strstr (lines[i], " L ") != NULL)
      {
        const char *stroke = strstr (lines[i], " stroke ");

        /* the curves themselves, not the strokes across them */
        if (strstr (stroke, " 2 ") != NULL || g_str_has_suffix (stroke, " 2"))
          g_hash_table_add (strokes, g_strdup (stroke));
      }
  g_assert_cmpuint (g_hash_table_size (strokes), ==, 8);

  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (figure), nine);
  g_assert_nonnull (strstr (rgm_curves_figure_get_fault (RGM_CURVES_FIGURE (figure)), "at most 8"));
  g_assert_cmpstr (rgm_figure_get_frame (figure)->subtitle, ==, rgm_curves_figure_get_fault (RGM_CURVES_FIGURE (figure)));
}

/* However many patients there are, what is drawn stays as fine as can be seen. */
static void
test_many_patients (void)
{
  const guint n = 100000;
  const double width = 900;
  g_autoptr (RgmPatientGroups) groups = rgm_patient_groups_new ();
  g_autoptr (RgmFigure) figure = evidence_make_figure ("curves", NULL);
  g_autoptr (GArray) patients = g_array_new (FALSE, FALSE, sizeof (RgmFollowUp));
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (RgmScene) scene = NULL;
  g_autofree char *text = NULL;
  double last_walked = 0;
  guint n_walked = 0;
  clock_t start;

  for (guint i = 0; i < n; i++)
    {
      RgmFollowUp patient = { -30 * log (1 - g_rand_double (random)), g_rand_boolean (random) };

      g_array_append_val (patients, patient);
    }
  add_group (groups, "A", (const RgmFollowUp *) (gpointer) patients->data, n / 2, RGM_TIMES_OBSERVED);
  add_group (groups, "B", (const RgmFollowUp *) (gpointer) patients->data + n / 2, n / 2, RGM_TIMES_OBSERVED);

  start = clock ();
  rgm_curves_figure_set_patients (RGM_CURVES_FIGURE (figure), groups);
  scene = evidence_lay_out (figure, width, 0);
  g_test_message ("%u patients in %.0f ms", n, 1e3 * (double) (clock () - start) / CLOCKS_PER_SEC);

  text = rgm_scene_to_text (scene);
  g_assert_cmpuint (strlen (text), <, 2000000);
  g_assert_nonnull (strstr (text, " stroke series-1 2"));
  g_assert_null (strstr (text, " stroke series-1 1.25"));
  g_assert_true (rgm_scene_find_mark (scene, "curve 1 tick 1", NULL));

  /* Steps that can't be told apart are passed over; the walk ends at the last all the same. */
  for (guint i = 0; i < rgm_scene_get_n_marks (scene); i++)
    if (g_str_has_prefix (rgm_scene_get_mark (scene, i)->id, "curve 1 step "))
      {
        n_walked++;
        last_walked = rgm_scene_get_mark (scene, i)->area.x;
      }
  g_test_message ("%u steps are walked along", n_walked);
  g_assert_cmpuint (n_walked, >, 100);
  g_assert_cmpuint (n_walked, <=, 250);
  g_assert_cmpfloat (last_walked, >, width / 2);
}

/* After its curve each step is a mark, with a sentence, in the order of time; then come the ticks. */
static void
test_walk (void)
{
  g_autoptr (RgmFigure) figure = make_figure (RGM_TIMES_OBSERVED);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 900, 0);
  guint curve, step, next, tick;

  g_assert_true (rgm_scene_find_mark (scene, "curve 1", &curve));
  g_assert_true (rgm_scene_find_mark (scene, "curve 1 step 1", &step));
  g_assert_true (rgm_scene_find_mark (scene, "curve 1 step 2", &next));
  g_assert_true (rgm_scene_find_mark (scene, "curve 1 tick 1", &tick));
  g_assert_cmpuint (step, ==, curve + 1);
  g_assert_cmpuint (next, ==, curve + 2);
  g_assert_cmpuint (tick, >, next);
  g_assert_cmpfloat (rgm_scene_get_mark (scene, next)->area.x, >, rgm_scene_get_mark (scene, step)->area.x);
  g_assert_true (g_str_has_prefix (rgm_scene_get_mark (scene, step)->sentence, "Treated at "));
  g_assert_nonnull (strstr (rgm_scene_get_mark (scene, step)->sentence, "survival"));
  g_assert_true (g_strcmp0 (rgm_scene_get_mark (scene, step)->sentence, rgm_scene_get_mark (scene, next)->sentence) != 0);
}

/* Without patients it is a chart that says so. */
static void
test_empty (void)
{
  g_autoptr (RgmFigure) figure = evidence_make_figure ("curves", NULL);
  g_autoptr (RgmScene) scene = evidence_lay_out (figure, 900, 0);

  g_assert_cmpstr (rgm_figure_get_frame (figure)->subtitle, ==, "No curves: no arm has patients’ times or a published curve.");
  g_assert_cmpuint (rgm_table_get_n_rows (rgm_figure_get_table (figure)), ==, 0);
  g_assert_cmpuint (rgm_scene_get_n_marks (scene), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/curves/golden", test_golden);
  g_test_add_func ("/figure/curves/table", test_table);
  g_test_add_func ("/figure/curves/landmarks", test_landmarks);
  g_test_add_func ("/figure/curves/options", test_options);
  g_test_add_func ("/figure/curves/failure", test_failure);
  g_test_add_func ("/figure/curves/reconstructed", test_reconstructed);
  g_test_add_func ("/figure/curves/patients-alone", test_patients_alone);
  g_test_add_func ("/figure/curves/mixed-origins", test_mixed_origins);
  g_test_add_func ("/figure/curves/several-trials", test_several_trials);
  g_test_add_func ("/figure/curves/many-groups", test_many_groups);
  g_test_add_func ("/figure/curves/many-patients", test_many_patients);
  g_test_add_func ("/figure/curves/walk", test_walk);
  g_test_add_func ("/figure/curves/empty", test_empty);

  return g_test_run ();
}
