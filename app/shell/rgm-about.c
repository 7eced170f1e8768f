/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rgm-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rgm-about.h"
#include "rgm-accessible.h"
#include "rgm-source.h"

/**
 * rgm_about_show:
 * @parent: the window
 * @data_set: (nullable): the data set that is open, whose source is credited
 *
 * Shows what the program is, and whose facts it shows.
 */
void
rgm_about_show (GtkWindow  *parent,
                RgmDataSet *data_set)
{
  const RgmLicence *licence = data_set != NULL ? data_set->licence : NULL;
  GtkWidget *about = adw_about_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  g_object_set (about,
                "application-name", "Regimen",
                "application-icon", RGM_APPLICATION_ID,
                "version", RGM_VERSION,
                "developer-name", _("The Regimen developers"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("The evidence for cancer regimens: trials, response, survival and pathways, each number with its "
                              "place in the source.\n\nRegimen is not a medical device and does not give medical advice."),
                /* Translators: put your names here, one a line. */
                "translator-credits", _("translator-credits"),
                NULL);

  if (licence != NULL)
    {
      g_autoptr (RgmSource) source = g_list_model_get_item (rgm_data_set_get_sources (data_set), 0);
      g_autofree char *credit =
        g_markup_printf_escaped ("%s\n\n%s", licence->credit != NULL ? licence->credit : "",
                                 source != NULL ? source->citation : "");

      adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), data_set->title,
                                          NULL, GTK_LICENSE_CUSTOM, credit);
    }

  rgm_accessible_name_buttons (about, _("Back"));
  gtk_window_present (GTK_WINDOW (about));
}
