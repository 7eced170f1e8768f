# SPDX-License-Identifier: GPL-3.0-or-later
# Quantiles of the distributions that intervals are made of.

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "common.R"))

cases <- expand.grid(tail = c(1e-9, 1e-5, 0.005, 0.025, 0.1, 0.2499, 0.4),
                     df = c(1:30, 50, 99, 100, 500, 1000, 4999, 5000, 5324, 9999, 1e5, 1e6))
write_table(cbind(cases, chi2_lower = qchisq(cases$tail, cases$df), chi2_upper = qchisq(cases$tail, cases$df, lower.tail = FALSE),
                  student_upper = qt(cases$tail, cases$df, lower.tail = FALSE)), "quantile.csv")
