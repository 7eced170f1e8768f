# SPDX-License-Identifier: GPL-3.0-or-later
# Survival from patients' times, by the package survival.
#
# Writes survival-patients.csv (the patients of each case), survival-steps.csv (each
# curve, with its three intervals), survival.csv (what is read off or tested) and
# survival-groups.csv (each group against a reference group).
#
# published-patients.csv holds every so many patients of five sets that were rebuilt from
# published curves (raredd/kmdata, MIT licence): CONCUR figure 2A, FIRE-3 2A, ExteNET 2A,
# CLEOPATRA 2A, CAIRO3 2B. Arguments give another number of random cases, the folder to
# write to and a seed, to compare more of them than are kept here.

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "common.R"))
suppressMessages(library(survival))
arguments <- commandArgs(TRUE)
set.seed(if (length(arguments) > 2) as.numeric(arguments[3]) else 1958)
n_random <- if (length(arguments)) as.numeric(arguments[1]) else 240
published <- read.csv(file.path(here(), "published-patients.csv"))
if (length(arguments) > 1) here <- function() arguments[2]

random_case <- function(i) {
  n <- c(2, 3, 5, 8, 12, 20, 40, 80)[1 + i %% 8]
  groups <- c(2, 2, 3, 4)[1 + i %% 4]
  group <- sample(groups, n, replace = TRUE) - 1
  death <- rexp(n, exp(c(0, 0.7, -0.5, 0.2)[group + 1]) / 10)
  loss <- runif(n, 0, c(12, 25, 60)[1 + i %% 3])
  time <- pmin(death, loss)
  # Whole units have ties; 0 happens.
  time <- if (i %% 2) floor(time) else round(time * 64) / 64
  data.frame(time = time, event = as.numeric(death <= loss), group = group)
}

cases <- c(list(
  data.frame(time = 5, event = 1, group = 0),
  data.frame(time = 5, event = 0, group = 0),
  data.frame(time = 0, event = 1, group = 0),
  data.frame(time = c(0, 0, 1, 2), event = c(1, 0, 1, 0), group = c(0, 1, 0, 1)),
  data.frame(time = c(3, 3, 3, 3), event = 1, group = c(0, 1, 0, 1)),
  data.frame(time = 1:6, event = 0, group = c(0, 1, 0, 1, 0, 1)),
  data.frame(time = 1:8, event = c(1, 1, 1, 1, 0, 0, 0, 0), group = rep(0:1, 4)),           # flat at 0.5 to the end
  data.frame(time = 1:8, event = c(1, 1, 1, 1, 0, 0, 1, 1), group = rep(0:1, 4)),           # flat at 0.5, then on
  data.frame(time = 1:8, event = 1, group = rep(0:1, each = 4)),                            # separated
  with(lung, data.frame(time = time, event = status - 1, group = sex - 1)),
  with(veteran, data.frame(time = time, event = status, group = trt - 1)),
  with(subset(colon, etype == 2), data.frame(time = time, event = status, group = as.numeric(rx) - 1)),
  with(ovarian, data.frame(time = futime, event = fustat, group = rx - 1))),
  lapply(seq_len(n_random), random_case),
  lapply(split(published[-1], published$set), function(d) data.frame(time = d$time, event = d$event, group = d$group)))
levels <- rep(c(0.95, 0.9, 0.99, 0.6), length.out = length(cases))
types <- c("plain", "log", "log-log")

curve <- function(d, type, level, reverse = FALSE)
  survfit(Surv(d$time, if (reverse) 1 - d$event else d$event) ~ 1, conf.type = type, conf.int = level)

steps <- function(i) do.call(rbind, lapply(1:3, function(t) {
  s <- curve(cases[[i]], types[t], levels[i])
  data.frame(case = i, level = levels[i], type = t - 1, time = s$time, at_risk = s$n.risk, events = s$n.event,
             censored = s$n.censor, survival = s$surv, se = ifelse(s$surv > 0, s$surv * s$std.err, NA),
             lower = ifelse(s$surv > 0, s$lower, NA), upper = ifelse(s$surv > 0, s$upper, NA))
}))

cox <- function(d, level) {
  two <- d[d$group < 2, ]
  none <- c(log_ratio = NA, cox_se = NA, cox_lower = NA, cox_upper = NA)
  if (length(unique(two$group)) < 2 || sum(two$event) == 0) return(none)
  fit <- suppressWarnings(coxph(Surv(time, event) ~ group, two, ties = "efron", control = coxph.control(eps = 1e-14, iter.max = 200)))
  # Where the ratio runs away the search ends somewhere.
  if (is.na(coef(fit)) || abs(coef(fit)) > 15 || !(vcov(fit) > 0)) return(none)
  ci <- suppressWarnings(confint(fit, level = level))
  c(log_ratio = unname(coef(fit)), cox_se = sqrt(vcov(fit)[1, 1]), cox_lower = exp(ci[1]), cox_upper = exp(ci[2]))
}

log_rank <- function(d) {
  none <- c(chi2 = NA, df = NA, p = NA, observed = NA, expected = NA)
  if (length(unique(d$group)) < 2 || sum(d$event) == 0) return(none)
  s <- tryCatch(survdiff(Surv(time, event) ~ factor(group), d), error = function(e) NULL)
  if (is.null(s)) return(none)
  df <- sum(s$exp > 0) - 1
  if (df < 1) return(none)
  c(chi2 = s$chisq, df = df, p = pchisq(s$chisq, df, lower.tail = FALSE), observed = s$obs[1], expected = s$exp[1])
}

# Before the first step survival is 1 for certain, on every scale.
landmark <- function(s, at) {
  if (at < min(s$time)) return(data.frame(survival = 1, survival_lower = 1, survival_upper = 1))
  row <- max(which(s$time <= at))
  data.frame(survival = s$surv[row], survival_lower = ifelse(s$surv[row] > 0, s$lower[row], NA),
             survival_upper = ifelse(s$surv[row] > 0, s$upper[row], NA))
}

# Each group's hazard ratio to the last group (one model of all groups) and the difference
# of their restricted means, which has no function of its own in the package: the
# variances of independent groups add up.
ratios <- function(i) {
  d <- cases[[i]]; level <- levels[i]
  n_groups <- max(d$group) + 1
  reference <- if (i %% 2) n_groups - 1 else 0
  present <- sort(unique(d$group))
  if (length(present) < 2 || !(reference %in% present)) return(NULL)
  fit <- NULL
  if (sum(d$event) > 0)
    fit <- suppressWarnings(coxph(Surv(time, event) ~ relevel(factor(group), as.character(reference)), d, ties = "efron",
                                  control = coxph.control(eps = 1e-14, iter.max = 200)))
  restricted <- function(group, tau) summary(survfit(Surv(time, event) ~ 1, d[d$group == group, ]), rmean = tau)$table[c("rmean", "se(rmean)")]
  longest <- sapply(present, function(g) {
    s <- survfit(Surv(time, event) ~ 1, d[d$group == g, ])
    if (tail(s$surv, 1) > 0) max(s$time) else Inf
  })
  tau <- min(longest, max(d$time)) * c(1, 0.7)[1 + i %% 2]
  z <- qnorm((1 + level) / 2)
  do.call(rbind, lapply(setdiff(present, reference), function(g) {
    at <- match(g, setdiff(present, reference))
    row <- data.frame(case = i, level = level, reference = reference, group = g, log_ratio = NA, cox_se = NA, cox_lower = NA, cox_upper = NA, cox_p = NA)
    # To a reference that is at risk at no event, the package's ratios are of another one.
    if (!is.null(fit) && any(d$event == 1 & d$time <= max(d$time[d$group == reference])) && !is.na(coef(fit)[at]) && abs(coef(fit)[at]) < 12 && vcov(fit)[at, at] > 0 && vcov(fit)[at, at] < 1e4) {
      b <- coef(fit)[[at]]; se <- sqrt(vcov(fit)[at, at])
      row[5:9] <- c(b, se, exp(b - z * se), exp(b + z * se), summary(fit)$coefficients[at, "Pr(>|z|)"])
    }
    one <- if (tau > 0 && tau >= min(d$time[d$group == g])) restricted(g, tau) else c(tau, 0)
    other <- if (tau > 0 && tau >= min(d$time[d$group == reference])) restricted(reference, tau) else c(tau, 0)
    difference <- one[[1]] - other[[1]]; se <- sqrt(one[[2]]^2 + other[[2]]^2)
    cbind(row, tau = tau, mean = one[[1]], mean_lower = one[[1]] - z * one[[2]], mean_upper = one[[1]] + z * one[[2]],
          difference = difference, difference_se = se, difference_lower = difference - z * se, difference_upper = difference + z * se,
          difference_p = if (se > 0) 2 * pnorm(-abs(difference) / se) else NA)
  }))
}

summaries <- function(i) {
  d <- cases[[i]]; level <- levels[i]
  until <- if (max(d$time) > 0) max(d$time) * c(0.4, 0.9, 1, 1.3)[1 + i %% 4] else 1
  until <- max(until, min(d$time))   # R asks for it
  at <- max(d$time) * c(0, 0.3, 0.5, 1, 1.2)[1 + i %% 5]
  if (i %% 2) at <- floor(at)
  do.call(rbind, lapply(1:3, function(t) {
    s <- curve(d, types[t], level)
    q <- quantile(s)
    r <- quantile(curve(d, types[t], level, TRUE), 0.5)
    m <- summary(s, rmean = until)$table
    data.frame(case = i, level = level, type = t - 1, until = until, at = at,
               q25 = q$quantile[[1]], q25_lower = q$lower[[1]], q25_upper = q$upper[[1]],
               q50 = q$quantile[[2]], q50_lower = q$lower[[2]], q50_upper = q$upper[[2]],
               q75 = q$quantile[[3]], q75_lower = q$lower[[3]], q75_upper = q$upper[[3]],
               follow_up = r$quantile[[1]], follow_up_lower = r$lower[[1]], follow_up_upper = r$upper[[1]],
               mean = m[["rmean"]], mean_se = m[["se(rmean)"]],
               at_risk = sum(d$time >= at), events = sum(d$time < at & d$event == 1), censored = sum(d$time < at & d$event == 0),
               landmark(s, at),
               t(cox(d, level)), t(log_rank(d)))
  }))
}

write_table(do.call(rbind, lapply(seq_along(cases), function(i) data.frame(case = i, cases[[i]]))), "survival-patients.csv")
write_table(do.call(rbind, lapply(seq_along(cases), steps)), "survival-steps.csv")
write_table(do.call(rbind, lapply(seq_along(cases), summaries)), "survival.csv")
write_table(do.call(rbind, lapply(seq_along(cases), ratios)), "survival-groups.csv")
