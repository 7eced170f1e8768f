# SPDX-License-Identifier: GPL-3.0-or-later
# Pooled response rates. The inverse variance models are metafor's, its searches
# tightened. The logistic model is fitted twice: by metafor through lme4, whose optimiser
# is good to about 1e-5, and by maximising the same seven-point likelihood, lme4's nodes
# and all, until nothing changes any more.
#
# Writes pool-arms.csv (the arms of each case), pool.csv and pool-glmm.csv.

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "common.R"))
suppressMessages({library(metafor); library(lme4); library(parallel)})
RNGkind("L'Ecuyer-CMRG")
set.seed(1986)

# ---- Cases ----

random_case <- function(i) {
  k <- c(1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 15, 25)[1 + i %% 12]
  n <- 1 + floor(exp(runif(k, 0, log(c(10, 60, 300, 5000)[1 + (i %/% 12) %% 4]))))
  spread <- c(0, 0.2, 0.5, 1, 2.5)[1 + i %% 5]
  rate <- plogis(rnorm(1, -0.5, 1.2) + rnorm(k, 0, spread))
  data.frame(x = rbinom(k, n, rate), n = n)
}

ours <- data.frame(x = data_set_x, n = data_set_n)
cases <- c(
  list(ours, ours[1:5, ], ours[6:10, ], ours[11:15, ], ours[c(1, 2), ], ours[c(13, 9), ]),
  lapply(seq_len(nrow(ours)), function(i) ours[-i, ]),
  list(data.frame(x = c(5, 10, 20), n = c(10, 20, 40)),                     # alike
       data.frame(x = c(0, 0, 0), n = c(10, 7, 3)),                         # none
       data.frame(x = c(9, 8), n = c(9, 8)),                                # all
       data.frame(x = c(0, 8), n = c(9, 8)),                                # all or none
       data.frame(x = c(0, 0, 1), n = c(1, 1, 2)),
       data.frame(x = c(0, 1, 1, 0, 1), n = c(1, 1, 1, 1, 3)),
       data.frame(x = c(50000, 0, 1, 1, 0, 2, 1), n = c(100000, 2, 1, 2, 3, 2, 5)),   # a giant
       data.frame(x = c(1, 0, 0, 0, 0, 0, 9), n = c(20, 20, 20, 20, 20, 20, 20)),     # far from the rest
       data.frame(x = c(1, 2, 1, 2, 1, 60), n = c(30, 31, 28, 35, 33, 62)),
       data.frame(x = c(0, 0, 0, 0, 0, 0, 0, 3), n = c(5, 5, 4, 5, 3, 5, 5, 5)),
       data.frame(x = c(0, 12), n = c(12, 15)),
       data.frame(x = 3, n = 7),
       data.frame(x = c(20, 20, 20, 5), n = c(1000, 1000, 1000, 5))),                 # two maxima
  lapply(1:560, random_case))
levels <- rep(c(0.95, 0.95, 0.9, 0.99, 0.6), length.out = length(cases))

# ---- Inverse variance ----

restricted <- function(t, y, v) {
  w <- 1 / (v + t)
  m <- sum(w * y) / sum(w)
  c(value = (sum(log(w)) - log(sum(w)) - sum(w * (y - m)^2)) / 2,
    slope = sum(w^2 * (y - m)^2) - sum(w) + sum(w^2) / sum(w))
}

# metafor walks uphill from where it starts, and may end on a local maximum.
global_reml <- function(found, y, v) {
  grid <- c(0, exp(seq(log(1e-6), log(4 * diff(range(y))^2 + 1), length.out = 400)))
  slope <- sapply(grid, function(t) restricted(t, y, v)["slope"])
  best <- found
  for (i in which(head(slope, -1) > 0 & tail(slope, -1) <= 0)) {
    top <- uniroot(function(t) restricted(t, y, v)["slope"], grid[i + 0:1], tol = 1e-15, maxiter = 10000)$root
    if (restricted(top, y, v)["value"] > restricted(best, y, v)["value"] + 1e-9) best <- top
  }
  if (restricted(0, y, v)["value"] > restricted(best, y, v)["value"] + 1e-9) best <- 0
  best
}

inverse_variance <- function(case, d, level, method, kh) {
  k <- nrow(d)
  fit <- NULL
  for (threshold in 10^-(15:10)) {
    fit <- tryCatch(suppressWarnings(
      rma(xi = d$x, ni = d$n, measure = "PLO", method = method, add = 1/2, to = "only0", level = 100 * level,
          test = if (kh) "adhoc" else "z",
          control = list(threshold = threshold, tol = 1e-15, maxiter = 5000, tau2.max = 1e4))),
      error = function(e) NULL)
    if (!is.null(fit)) break
  }
  if (method == "REML" && k > 1) {
    logit <- escalc(xi = d$x, ni = d$n, measure = "PLO", add = 1/2, to = "only0")
    found <- if (is.null(fit)) 0 else fit$tau2
    top <- global_reml(found, c(logit$yi), c(logit$vi))
    if (is.null(fit) || top != found) {
      cat(sprintf("case %d: metafor's REML stopped at %g, the maximum is at %g\n", case, if (is.null(fit)) NA else found, top))
      fit <- rma(c(logit$yi), c(logit$vi), tau2 = top, level = 100 * level, test = if (kh) "adhoc" else "z")
    }
  }
  random <- method != "EE" && k > 1
  bounds <- if (random) {
    # metafor's Q of a given tau2, its root without a largest tau2
    q <- function(t) { w <- 1 / (fit$vi + t); sum(w * (fit$yi - sum(w * fit$yi) / sum(w))^2) }
    sapply(c((1 - level) / 2, (1 + level) / 2), function(tail) {
      target <- qchisq(tail, k - 1, lower.tail = FALSE)
      if (q(0) <= target) return(0)
      high <- 1
      while (q(high) > target) high <- high * 2
      uniroot(function(t) q(t) - target, c(0, high), tol = 1e-15, maxiter = 10000)$root
    })
  } else c(NA, NA)
  half <- qt((1 + level) / 2, max(k - 1, 1)) * sqrt(fit$tau2 + fit$se^2)
  data.frame(case = case, level = level, model = match(method, c("GLMM", "REML", "DL", "PM", "EE")) - 1, kh = as.numeric(kh),
             logit = c(fit$beta), se = fit$se, lower = plogis(fit$ci.lb), upper = plogis(fit$ci.ub),
             tau2 = if (random) fit$tau2 else NA, tau2_lower = bounds[1], tau2_upper = bounds[2],
             i2 = if (k > 1) fit$I2 else NA, q = if (k > 1) fit$QE else NA, p = if (k > 1) fit$QEp else NA,
             prediction_lower = if (random) plogis(c(fit$beta) - half) else NA,
             prediction_upper = if (random) plogis(c(fit$beta) + half) else NA,
             first_weight = weights(fit)[[1]])
}

# ---- The logistic model ----

rule <- GHrule(7)
z <- rule[, "z"]
log_w <- log(rule[, "w"])

# The log-likelihood as lme4 approximates it. It is even in t.
aghq <- function(b, t, x, n) {
  u <- numeric(length(x))
  for (i in 1:500) {
    p <- plogis(b + t * u)
    step <- (t * (x - n * p) - u) / (1 + t^2 * n * p * (1 - p))
    if (t != 0) step <- pmax(pmin(step, 1 / abs(t)), -1 / abs(t))
    u <- u + step
    if (all(abs(step) < 1e-13 * (1 + abs(u)))) break
  }
  p <- plogis(b + t * u)
  s <- 1 / sqrt(1 + t^2 * n * p * (1 - p))
  nodes <- outer(s, z) + u
  eta <- b + t * nodes
  e <- x * plogis(eta, log.p = TRUE) + (n - x) * plogis(-eta, log.p = TRUE) - nodes^2 / 2 + rep(z^2 / 2 + log_w, each = length(x))
  top <- apply(e, 1, max)
  saturated <- ifelse(x == 0, 0, x * log(x / n)) + ifelse(x == n, 0, (n - x) * log1p(-x / n))
  sum(log(rowSums(exp(e - top))) + top + log(s) - saturated)
}

# Central differences of eighth order.
c1 <- c(1/280, -4/105, 1/5, -4/5, 0, 4/5, -1/5, 4/105, -1/280)
c2 <- c(-1/560, 8/315, -1/5, 8/5, -205/72, 8/5, -1/5, 8/315, -1/560)
derivatives <- function(f, b, t, h) {
  at <- function(i, j) f(b + i * h[1], t + j * h[2])
  row <- sapply(-4:4, at, 0)
  column <- sapply(-4:4, function(j) at(0, j))
  both <- outer(-4:4, -4:4, Vectorize(function(i, j) if (c1[i + 5] == 0 || c1[j + 5] == 0) 0 else at(i, j)))
  list(g = c(sum(c1 * row) / h[1], sum(c1 * column) / h[2]),
       h = matrix(c(sum(c2 * row) / h[1]^2, rep(sum(outer(c1, c1) * both) / prod(h), 2), sum(c2 * column) / h[2]^2), 2))
}

logistic <- function(case, d, level, with_lme4, with_bounds) {
  answer <- data.frame(case = case, level = level, logit = NA, se = NA, tau2 = NA, tau2_lower = NA, tau2_upper = NA,
                       i2 = NA, lme4_logit = NA, lme4_se = NA, lme4_tau2 = NA)
  k <- nrow(d)
  if (all(d$x == 0 | d$x == d$n)) return(answer)
  f <- function(b, t) aghq(b, t, d$x, d$n)
  mean_b <- qlogis(sum(d$x) / sum(d$n))
  alone <- optimize(function(b) f(b, 0), mean_b + c(-3, 3), maximum = TRUE, tol = 1e-8)
  starts <- lapply(if (k > 1) c(0.1, 0.3, 1, 3, 10, 40) else numeric(), function(t)
    tryCatch(nlminb(c(mean_b, t), function(a) -f(a[1], a[2]), control = list(rel.tol = 1e-14, iter.max = 1000, eval.max = 2000)),
             error = function(e) list(objective = Inf)))
  best <- c(alone$maximum, 0)
  value <- alone$objective
  for (s in starts) if (-s$objective > value + 1e-8) { best <- c(s$par[1], abs(s$par[2])); value <- -s$objective }
  h <- 0.02 * c(1, if (best[2] > 0) min(1, max(best[2], 0.2)) else 1)
  # a large arm has a narrow likelihood
  h <- h * min(1, 6 / sqrt(max(d$n * (d$x + 0.5) / (d$n + 1) * (1 - (d$x + 0.5) / (d$n + 1)))) + if (best[2] > 0.1) 1 else 0)
  for (i in 1:8) {
    s <- derivatives(f, best[1], best[2], h)
    if (best[2] > 0) best <- best - solve(s$h, s$g) else best[1] <- best[1] - s$g[1] / s$h[1, 1]
  }
  s <- derivatives(f, best[1], best[2], h)
  if (best[2] < 1e-4) { best[2] <- 0; s <- derivatives(f, best[1], 0, h); s$h[1, 2] <- s$h[2, 1] <- 0 }
  answer$logit <- best[1]
  answer$se <- sqrt(solve(-s$h)[1, 1])
  if (k == 1) { answer$se <- sqrt(-1 / s$h[1, 1]); return(answer) }
  answer$tau2 <- best[2]^2
  add <- ifelse(d$x == 0 | d$x == d$n, 0.5, 0)
  w <- 1 / (1 / (d$x + add) + 1 / (d$n - d$x + add))
  answer$i2 <- 100 * best[2]^2 / (best[2]^2 + (k - 1) / (sum(w) - sum(w^2) / sum(w)))
  value <- f(best[1], best[2])

  if (with_bounds) {
    # With few patients and a large t the quadrature's likelihood has several maxima in b,
    # which the exact one hasn't. The value's error is the square of that of b.
    profile <- function(t) {
      grid <- best[1] + (-20:20) * max(0.5, t / 6)
      top <- grid[which.max(sapply(grid, f, t))]
      optimize(function(b) f(b, t), top + c(-1, 1) * max(0.5, t / 6), maximum = TRUE, tol = 1e-8)$objective
    }
    cut <- value - qchisq(level, 1) / 2
    grid <- sort(c(0, best[2], best[2] + exp(seq(log(0.02), log(30), length.out = 25)), best[2] * (1:11) / 12))
    above <- sapply(grid, profile) >= cut
    far <- max(grid)
    while (above[length(above)] && far < 1e8) { far <- far * 2; grid <- c(grid, far); above <- c(above, profile(far) >= cut) }
    root <- function(i) uniroot(function(t) profile(t) - cut, grid[i + 0:1], tol = 1e-13, maxiter = 1000)$root^2
    answer$tau2_lower <- if (above[1]) 0 else root(which(above)[1] - 1)
    answer$tau2_upper <- if (tail(above, 1)) NA else root(max(which(above)))
  }

  if (with_lme4) {
    r <- tryCatch(suppressMessages(suppressWarnings(rma.glmm(measure = "PLO", xi = d$x, ni = d$n, nAGQ = 7))), error = function(e) NULL)
    # Where lme4 stopped on a lower maximum or before one, it is no reference.
    if (!is.null(r) && f(c(r$beta), sqrt(r$tau2)) > value - 1e-6 && abs(sqrt(r$tau2) - best[2]) < 0.01) {
      answer$lme4_logit <- c(r$beta); answer$lme4_se <- r$se; answer$lme4_tau2 <- r$tau2
    } else if (!is.null(r)) cat(sprintf("case %d: lme4 at tau2 %g, below the maximum at %g by %g\n",
                                        case, r$tau2, answer$tau2, value - f(c(r$beta), sqrt(r$tau2))))
  }
  answer
}

# ---- Tables ----

write_table(do.call(rbind, lapply(seq_along(cases), function(i) data.frame(case = i, cases[[i]]))), "pool-arms.csv")

write_table(do.call(rbind, mclapply(seq_along(cases), function(i)
  do.call(rbind, c(lapply(c("REML", "DL", "PM", "EE"), function(m) inverse_variance(i, cases[[i]], levels[i], m, FALSE)),
                   if (nrow(cases[[i]]) > 1) lapply(c("REML", "DL", "PM"), function(m)
                     inverse_variance(i, cases[[i]], levels[i], m, TRUE)))), mc.cores = 2)), "pool.csv")

write_table(do.call(rbind, mclapply(seq_along(cases), function(i)
  tryCatch(logistic(i, cases[[i]], levels[i], i < 200, i < 200),
           error = function(e) stop(sprintf("case %d: %s", i, conditionMessage(e)))), mc.cores = 2)), "pool-glmm.csv")
