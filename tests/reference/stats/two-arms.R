# SPDX-License-Identifier: GPL-3.0-or-later
# Two arms of a trial. Newcombe's interval from prop.test's Wilson intervals, Fisher's p
# value from fisher.test. Miettinen and Nurminen's interval by its definition: the rates
# of greatest likelihood at a difference are found as a root of the likelihood's slope,
# and not by the paper's cubic.

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "common.R"))
set.seed(1985)

wilson <- function(x, n, level) suppressWarnings(prop.test(x, n, correct = FALSE, conf.level = level))$conf.int

newcombe <- function(x1, n1, x2, n2, level) {
  a <- wilson(x1, n1, level); b <- wilson(x2, n2, level); p <- x1 / n1; q <- x2 / n2
  c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}

miettinen_nurminen <- function(x1, n1, x2, n2, level) {
  restricted <- function(d) {
    low <- max(0, -d); high <- min(1, 1 - d)
    # The slope times what keeps it finite; it falls from one end to the other.
    slope <- function(p) {
      q <- p + d
      (if (x1 > 0) x1 / q else 0) - (if (x1 < n1) (n1 - x1) / (1 - q) else 0) +
        (if (x2 > 0) x2 / p else 0) - (if (x2 < n2) (n2 - x2) / (1 - p) else 0)
    }
    e <- (high - low) * 1e-15
    if (high - low < 1e-14 || slope(low + e) <= 0) return(low)
    if (slope(high - e) >= 0) return(high)
    uniroot(slope, c(low + e, high - e), tol = 1e-16, maxiter = 10000)$root
  }
  z <- qnorm((1 + level) / 2)
  n <- n1 + n2
  excess <- function(d, z) {
    p2 <- restricted(d); p1 <- min(1, max(0, p2 + d))
    v <- (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * n / (n - 1)
    e <- x1 / n1 - x2 / n2 - d
    if (v <= 0) return(if (e == 0) -z else sign(e) * 1e10)
    e / sqrt(v) - z
  }
  d <- x1 / n1 - x2 / n2
  bound <- function(from, to, z) uniroot(function(d) excess(d, z), c(from, to), tol = 1e-15, maxiter = 10000)$root
  c(if (d <= -1) -1 else bound(-1, d, z), if (d >= 1) 1 else bound(d, 1, -z))
}

small <- expand.grid(x1 = 0:4, n1 = 4, x2 = 0:5, n2 = 5)
ones <- expand.grid(x1 = 0:1, n1 = 1, x2 = 0:1, n2 = 1)
ours <- data.frame(x1 = c(31, 32), n1 = c(82, 84), x2 = c(11, 1), n2 = c(40, 30))
n1 <- round(exp(runif(1500, 0, log(600)))); n2 <- round(exp(runif(1500, 0, log(600))))
p <- rbeta(1500, 0.6, 0.9); q <- plogis(qlogis(p) + rnorm(1500))
random <- data.frame(x1 = rbinom(1500, n1, p), n1 = n1, x2 = rbinom(1500, n2, q), n2 = n2)
cases <- rbind(small, ones, ours, random)
cases$level <- rep(c(0.95, 0.9, 0.99, 0.6), length.out = nrow(cases))

rows <- lapply(seq_len(nrow(cases)), function(i) with(cases[i, ], {
  a <- newcombe(x1, n1, x2, n2, level); b <- miettinen_nurminen(x1, n1, x2, n2, level)
  data.frame(newcombe_lower = a[1], newcombe_upper = a[2], mn_lower = b[1], mn_upper = b[2],
             p = fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2))$p.value)
}))
write_table(cbind(cases, do.call(rbind, rows)), "two-arms.csv")
