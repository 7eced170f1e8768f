# SPDX-License-Identifier: GPL-3.0-or-later
# The same work as bench-stats.c on the numbers that it wrote, for comparison: a line for
# each with its name, seconds of the processor, and the answer.

suppressMessages({library(survival); library(metafor); library(lme4)})
folder <- commandArgs(TRUE)[1]

report <- function(name, work) {
  time <- system.time(answer <- suppressMessages(suppressWarnings(work())))
  seconds <- time[["user.self"]] + time[["sys.self"]]
  cat(sprintf("%s %.4f %.6f\n", name, seconds, answer))
}

arms <- read.csv(file.path(folder, "data-set.csv"))
report("data-set", function() {
  fit <- function(d) c(rma.glmm(measure = "PLO", xi = d$x, ni = d$n, nAGQ = 7)$beta)
  fit(arms)
  sapply(seq_len(nrow(arms)), function(i) fit(arms[-i, ]))[1]
})

patients <- read.csv(file.path(folder, "patients.csv"))
report("kaplan-meier", function() quantile(survfit(Surv(time, event) ~ 1, patients), 0.5)$quantile)

# rma.glmm() would fit a saturated model of 10,000 parameters as well; this is the part
# of it that answers.
many <- read.csv(file.path(folder, "arms.csv"))
many$arm <- seq_len(nrow(many))
report("many-arms", function() fixef(glmer(cbind(x, n - x) ~ 1 + (1 | arm), many, binomial, nAGQ = 7)))
