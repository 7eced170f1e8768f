# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts of this folder share: where they write, and how.

here <- function() {
  file <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  dirname(normalizePath(file))
}

# A data frame as CSV. Numbers carry 17 digits, which is every bit of them.
write_table <- function(table, name) {
  text <- lapply(table, function(column)
    if (is.character(column)) column
    else ifelse(is.na(column), "NA", sprintf("%.17g", column)))
  path <- file.path(here(), name)
  writeLines(c(paste(names(table), collapse = ","), do.call(paste, c(text, sep = ","))), path)
  cat(sprintf("%s: %d rows\n", path, nrow(table)))
}

# The arms of the embedded data set that have a response rate, responders of analysed.
data_set_x <- c(22, 7, 6, 10, 7, 24, 31, 11, 3, 15, 9, 32, 1, 8, 4)
data_set_n <- c(69, 28, 17, 26, 21, 53, 82, 40, 31, 32, 32, 84, 30, 16, 18)
