# SPDX-License-Identifier: GPL-3.0-or-later
# What a chart of response rates takes in R: responders and patients of each arm from a file, pooled and drawn.
#
#     Rscript verbs.R ARMS.csv [OUTPUT.svg|.png|.pdf]

suppressMessages(library(metafor))
arguments <- commandArgs(TRUE)
arms <- read.csv(arguments[1])
fit <- suppressWarnings(rma.glmm(measure = "PLO", xi = responders, ni = n, data = arms))
if (length(arguments) > 1) {
  output <- arguments[2]
  device <- list(svg = function() svg(output, 9, 7), png = function() png(output, 900, 700), pdf = function() pdf(output, 9, 7))
  device[[tools::file_ext(output)]]()
  forest(fit, slab = arms$arm, transf = transf.ilogit)
  invisible(dev.off())
} else {
  cat(transf.ilogit(as.numeric(fit$beta)), "\n")
}
