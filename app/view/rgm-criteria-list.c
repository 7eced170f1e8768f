/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-criteria-list.h"
#include "rgm-isolate.h"
#include "rgm-page-widgets.h"
#include "rgm-punctuation.h"
#include "rgm-row-name.h"

static GtkWidget *
row_new (const char *title,
         const char *subtitle,
         const char *icon,
         const char *answer)
{
  GtkWidget *row = adw_action_row_new ();
  char *phrases[] = { (char *) title, (char *) answer, (char *) subtitle, NULL };
  g_autofree char *name = rgm_join_phrases (phrases);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (answer));
  rgm_row_set_name (row, name);

  return row;
}

static GtkWidget *
criterion_row_new (RgmTrialContext    *context,
                   const RgmCriterion *criterion)
{
  static const char *const icons[] = { "window-close-symbolic", "dialog-question-symbolic", "object-select-symbolic" };
  /* Translators: whether a patient's findings meet a published criterion. */
  const char *const answers[] = { _("Not met"), C_("criterion", "Open"), _("Met") };
  g_autofree char *quoted = rgm_text_printf (_("“%s”"), criterion->published);
  g_autofree char *subtitle = g_strjoin ("\n", criterion->because, quoted, NULL);
  GtkWidget *row = row_new (criterion->text, subtitle, icons[criterion->answer], answers[criterion->answer]);

  rgm_tell_places (row, context->data_set, criterion->citations);

  return row;
}

/**
 * rgm_criteria_list_new:
 * @context: what the page's parts share, with a patient
 *
 * Returns: (transfer full): every criterion of the trial with its answer and the published sentence, and what the
 *   source does not state, floating
 */
GtkWidget *
rgm_criteria_list_new (RgmTrialContext *context)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint position = rgm_patient_find (context->patient, context->trial);
  g_autoptr (GPtrArray) criteria = rgm_patient_explain (context->patient, position);
  g_auto (GStrv) not_stated = rgm_patient_not_stated (context->patient, position);
  const char *fit = rgm_answer_to_label (rgm_patient_get_answer (context->patient, position));
  GtkWidget *list = rgm_boxed_list_new (fit);

  for (guint i = 0; i < criteria->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), criterion_row_new (context, g_ptr_array_index (criteria, i)));
  if (not_stated[0] != NULL)
    {
      g_autofree char *names = rgm_join_words (not_stated);

      gtk_list_box_append (GTK_LIST_BOX (list), row_new (_("Not stated by the source"), names, "list-remove-symbolic", ""));
    }

  gtk_box_append (GTK_BOX (box), rgm_text_new (fit, "heading"));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), rgm_text_new (rgm_matcher_caveat (), "caption"));

  return box;
}
