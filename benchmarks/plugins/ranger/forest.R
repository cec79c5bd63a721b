# Random forest of ranger (Wright and Ziegler 2017), with probabilities after Malley et al. 2012.
source("beatbench.R")

describe <- function() list(
  id = "ranger", name = "Random forest (ranger)", version = "1",
  summary = "The mean of class shares in the leaves of trees, each grown on a resample of the beats with a few columns tried at each split.",
  libraries = list(ranger = as.character(packageVersion("ranger")), R = as.character(getRversion())),
  settings = list(
    list(name = "trees", text = "trees whose leaves are averaged", default = 100L, min = 1L, max = 10000L, tries = list(3L)),
    list(name = "min-leaf-size", text = "beats below which a node is not divided", default = 10L, min = 1L, max = 100000L, tries = list(200L))))

# ranger wants names.
named <- function(samples) {
  colnames(samples) <- paste0("x", seq_len(ncol(samples)))
  samples
}

fit <- function(training, validation, classes, context) {
  context$progress("forest", 0, 1)
  forest <- ranger::ranger(
    x = named(training$samples), y = factor(training$labels, levels = seq_along(classes) - 1), probability = TRUE,
    num.trees = context$settings$trees, min.node.size = context$settings[["min-leaf-size"]],
    seed = context$seed %% 2147483647, num.threads = context$threads, verbose = FALSE)
  list(forest = forest, classes = length(classes), threads = context$threads)
}

answer <- function(model, samples) {
  answers <- matrix(0, nrow(samples), model$classes)
  if (nrow(samples) > 0) {
    shares <- predict(model$forest, named(samples), num.threads = model$threads, verbose = FALSE)$predictions
    answers[, as.integer(colnames(shares)) + 1] <- shares
  }
  answers
}

beatbench_serve(list(
  describe = describe, fit = fit, predict = answer,
  save = function(model, folder) saveRDS(model, file.path(folder, "forest.rds")),
  load = function(folder, classes) {
    loadNamespace("ranger")  # predict() finds the forest's method there
    readRDS(file.path(folder, "forest.rds"))
  }))
