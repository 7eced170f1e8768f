# SPDX-License-Identifier: GPL-3.0-or-later
# Intervals of a proportion. Clopper-Pearson and Jeffreys from R's quantiles of the beta
# distribution, Wilson's from prop.test, Agresti and Coull's from its definition.

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "common.R"))
set.seed(1934)

# The edges: every x of the smallest n, both ends and their neighbours of large ones.
small <- do.call(rbind, lapply(1:12, function(n) cbind(x = 0:n, n = n)))
large <- do.call(rbind, lapply(c(100, 1000, 1e4, 1e5, 1e6), function(n)
  cbind(x = c(0, 1, 2, n / 4, n / 2, n - 2, n - 1, n), n = n)))
edges <- merge(as.data.frame(rbind(small, large)),
               data.frame(level = c(0.501, 0.9, 0.95, 0.999999)))
ours <- data.frame(x = data_set_x, n = data_set_n, level = 0.95)
n <- round(exp(runif(1600, 0, log(1e6))))
x <- ifelse(runif(1600) < 0.5, floor(runif(1600) * (n + 1)), pmin(n, floor(rexp(1600, 1 / 20))))
random <- data.frame(x = x, n = n, level = 1 - 10^runif(1600, -5, log10(0.5)))
# As many patients as a data set may state.
huge <- do.call(rbind, lapply(c(1000001, 3e6, 1e7, 123456789, 1e9), function(n)
  cbind(x = c(0, 1, 2, 40, round(n / 1000), round(n * 0.123456), round(n / 2), n - 2, n - 1, n), n = n)))
huge <- merge(as.data.frame(huge), data.frame(level = c(0.501, 0.95, 0.999999)))
cases <- rbind(edges, ours, random, huge)

bounds <- function(x, n, level) {
  a <- (1 - level) / 2
  z <- qnorm(a, lower.tail = FALSE)
  w <- suppressWarnings(prop.test(x, n, correct = FALSE, conf.level = level))$conf.int
  centre <- (x + z^2 / 2) / (n + z^2)
  half <- z * sqrt(centre * (1 - centre) / (n + z^2))
  c(cp_lower = if (x == 0) 0 else qbeta(a, x, n - x + 1),
    cp_upper = if (x == n) 1 else qbeta(a, x + 1, n - x, lower.tail = FALSE),
    wilson_lower = w[1], wilson_upper = w[2],
    ac_lower = max(0, centre - half), ac_upper = min(1, centre + half),
    jeffreys_lower = if (x == 0) 0 else qbeta(a, x + 0.5, n - x + 0.5),
    jeffreys_upper = if (x == n) 1 else qbeta(a, x + 0.5, n - x + 0.5, lower.tail = FALSE))
}

write_table(cbind(cases, t(mapply(bounds, cases$x, cases$n, cases$level))), "proportion.csv")
