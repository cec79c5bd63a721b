# Lets Beatbench use a classifier written in R. Copy this file beside yours; needs base R only.
#
# A classifier is a list of functions
#   describe()                                  a list: id, name, summary, version, libraries, settings, uses_validation
#   fit(training, validation, classes, context) a model; training$samples is a matrix, beats x numbers, training$labels counts
#                                               from 0; validation is NULL if unused; context$settings, $seed, $threads, $scratch,
#                                               and context$progress(stage, done, total) and context$epoch(number, planned, ...), which end a fit nobody wants
#   predict(model, samples)                     probabilities, a matrix of beats x classes
#   save(model, folder), load(folder, classes)  for models that are kept; every run saves each model once
#
# beatbench_serve(classifier) answers Beatbench until it hangs up. What is printed goes to the trial's log.

beatbench_serve <- function(classifier) {
  input <- file("stdin", "r")
  output <- file("/dev/stdout", "w", raw = TRUE)
  sink(stderr())  # what is printed must not come between the lines of the protocol
  send <- function(message) {
    writeLines(.to_json(message), output)
    flush(output)
  }
  send(list(beatbench = 1L))
  tell <- function(message) {
    send(message)
    reply <- readLines(input, 1L)
    if (length(reply) == 0) quit("no")
    if (.from_json(reply)$verb == "cancel")
      stop(structure(class = c("cancelled", "error", "condition"), list(message = "cancelled", call = NULL)))
  }
  progress <- function(stage, done, total)
    tell(list(progress = list(stage = stage, done = as.integer(done), total = as.integer(total))))
  epoch <- function(number, planned, ...) tell(list(epoch = list(number = number, planned = planned, ...)))
  model <- NULL
  answer <- function(request) switch(request$verb,
    describe = classifier$describe(),
    fit = {
      context <- c(request[c("settings", "seed", "threads", "scratch", "form")], list(progress = progress, epoch = epoch))
      model <<- classifier$fit(.beats(request$training), .beats(request$validation), unlist(request$classes), context)
      .nothing
    },
    predict = {
      .write_npy(classifier$predict(model, .read_npy(request$samples)), request$answers)
      .nothing
    },
    save = {
      classifier$save(model, request$folder)
      .nothing
    },
    load = {
      model <<- classifier$load(request$folder, unlist(request$classes))
      .nothing
    },
    stop("unknown verb ", request$verb))
  while (length(line <- readLines(input, 1L)) > 0) {
    request <- .from_json(line)
    if (!is.null(request$beatbench)) next
    if (request$verb == "bye") break
    send(tryCatch(list(ok = answer(request)),
      cancelled = function(problem) list(cancelled = TRUE),
      error = function(problem) list(error = conditionMessage(problem))))
  }
}

.nothing <- structure(list(), names = character())

.beats <- function(files) {
  if (is.null(files)) NULL else list(samples = .read_npy(files$samples), labels = as.vector(.read_npy(files$labels)))
}

# Arrays as NumPy writes them, version 1: rows after each other, little-endian; float32 or int32.
.read_npy <- function(path) {
  from <- file(path, "rb")
  on.exit(close(from))
  readBin(from, "raw", 8L)
  header <- rawToChar(readBin(from, "raw", readBin(from, "integer", 1L, 2L, signed = FALSE, endian = "little")))
  shape <- as.numeric(strsplit(sub(".*\\((.*)\\).*", "\\1", header), ",")[[1]])
  kind <- if (grepl("<f4", header)) "numeric" else "integer"
  values <- readBin(from, kind, prod(shape), 4L, endian = "little")
  if (length(shape) == 2) matrix(values, shape[1], shape[2], byrow = TRUE) else values
}

.write_npy <- function(matrix, path) {
  to <- file(path, "wb")
  on.exit(close(to))
  header <- sprintf("{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }", nrow(matrix), ncol(matrix))
  header <- paste0(header, strrep(" ", (64 - (10 + nchar(header) + 1) %% 64) %% 64), "\n")
  writeBin(c(as.raw(0x93), charToRaw("NUMPY"), as.raw(c(1, 0))), to)
  writeBin(nchar(header), to, 2L, endian = "little")
  writeBin(charToRaw(header), to)
  writeBin(as.vector(t(matrix)), to, 4L, endian = "little")
}

# JSON to lists: each token becomes the R that says the same; text stays quoted.
.from_json <- function(line) {
  tokens <- regmatches(line, gregexpr('"([^"\\\\]|\\\\.)*"|[][{}:,]|[^][{}:,"[:space:]]+', line, perl = TRUE))[[1]]
  words <- c("{" = "list(", "[" = "list(", "}" = ")", "]" = ")", ":" = "=", "," = ",", true = "TRUE", false = "FALSE", null = "NULL")
  known <- tokens %in% names(words)
  odd <- !known & !grepl('^("|-?[0-9][0-9.eE+-]*$)', tokens)
  if (any(odd)) stop("no JSON: ", tokens[odd][1])
  tokens <- ifelse(known, words[tokens], gsub("\\/", "/", tokens, fixed = TRUE))
  eval(parse(text = paste(tokens, collapse = " "), keep.source = FALSE))
}

.to_json <- function(value) {
  if (is.null(value)) "null"
  else if (is.list(value) && !is.null(names(value)))
    paste0("{", paste0(vapply(names(value), .to_json, ""), rep(":", length(value)), vapply(value, .to_json, ""), collapse = ","), "}")
  else if (is.list(value) || length(value) > 1) paste0("[", paste0(vapply(value, .to_json, ""), collapse = ","), "]")
  else if (is.character(value)) encodeString(enc2utf8(value), quote = '"')
  else if (is.logical(value)) tolower(value)
  else format(value, digits = 15, scientific = FALSE)
}
