# Makes the simulated data sets beside this script and fits them with R's lme4 and ordinal.
# Run from this folder: Rscript make-reference.R. Numbers depend on the versions printed into results.json.
suppressMessages({ library(lme4); library(ordinal) })
set.seed(20261125)

strict <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-9, maxfun = 1e5),
                      check.conv.singular = "ignore")
fits <- list()
num <- function(x) format(x, digits = 12, scientific = FALSE, trim = TRUE)
obj <- function(names, values) paste0("{", paste0('"', names, '": ', values, collapse = ", "), "}")
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")
txt <- function(x) paste0('"', x, '"')
keep <- function(name, ...) fits[[length(fits) + 1]] <<- obj(c("name", names(list(...))), c(txt(name), unlist(list(...))))

modes <- function(m, data) {
  r <- ranef(m, condVar = TRUE)
  obj(names(r), sapply(names(r), function(g) {
    sds <- sqrt(attr(r[[g]], "postVar")[1, 1, ])
    obj(rownames(r[[g]]), paste0("[", num(r[[g]][, 1]), ", ", num(sds), "]"))
  }))
}
gaussian <- function(name, file, data, formula, random, fixed, reml = TRUE) {
  m <- lmer(formula, data, REML = reml, control = strict)
  v <- as.data.frame(VarCorr(m))
  s <- summary(m)$coefficients
  keep(name, data = txt(file), kind = txt("gaussian"), method = txt(if (reml) "REML" else "ML"),
       random = arr(txt(random)), fixed = if (length(fixed)) arr(txt(fixed)) else "[]",
       variances = obj(v$grp, num(v$vcov)), coefficients = arr(num(s[, 1])), errors = arr(num(s[, 2])),
       criterion = num(if (reml) REMLcrit(m) else -2 * as.numeric(logLik(m))), modes = modes(m))
}
cumulative <- function(name, file, data, formula, random, fixed, link, threshold) {
  m <- clmm(formula, data = data, link = link, threshold = threshold,
            control = clmm.control(gradTol = 1e-6))
  keep(name, data = txt(file), kind = txt("ordinal"), link = txt(link), threshold = txt(threshold),
       random = arr(txt(random)), fixed = if (length(fixed)) arr(txt(fixed)) else "[]",
       thresholds = arr(num(m$alpha)), coefficients = arr(num(m$beta)),
       variances = obj(names(VarCorr(m)), num(sapply(VarCorr(m), function(v) v[1, 1]))),
       logLikelihood = num(as.numeric(logLik(m))))
}
write <- function(data, file) write.csv(data, file, row.names = FALSE, quote = FALSE)
lv <- function(prefix, n) sprintf("%s%02d", prefix, seq_len(n))

# 1. Crossed, Gaussian: every rater rates everybody, two conditions.
d <- expand.grid(rater = lv("r", 12), person = lv("p", 30))
d$condition <- ifelse((as.integer(d$rater) + as.integer(d$person)) %% 2 == 0, "a", "b")
d$y <- round(3 + 0.4 * (d$condition == "b") + rnorm(12, 0, 0.5)[as.integer(d$rater)] +
               rnorm(30, 0, 0.8)[as.integer(d$person)] + rnorm(nrow(d), 0, 0.6), 3)
write(d, "crossed.csv")
gaussian("crossed REML", "crossed.csv", d, y ~ condition + (1 | rater) + (1 | person), c("rater", "person"), "condition")
gaussian("crossed ML", "crossed.csv", d, y ~ condition + (1 | rater) + (1 | person), c("rater", "person"), "condition", FALSE)

# 2. Sparse: each person is rated by three of forty raters; a third factor has no variance at all.
d <- do.call(rbind, lapply(1:120, function(p) data.frame(person = sprintf("p%03d", p), rater = sprintf("r%02d", sample(40, 3)))))
d$room <- sprintf("room%d", sample(5, nrow(d), TRUE))
d$y <- round(2.5 + rnorm(120, 0, 0.7)[as.integer(factor(d$person))] + rnorm(40, 0, 0.4)[as.integer(factor(d$rater))] + rnorm(nrow(d), 0, 0.5), 3)
write(d, "sparse.csv")
gaussian("sparse", "sparse.csv", d, y ~ 1 + (1 | person) + (1 | rater), c("person", "rater"), character())
gaussian("sparse with a factor of little use", "sparse.csv", d, y ~ 1 + (1 | person) + (1 | rater) + (1 | room), c("person", "rater", "room"), character())

# 3. Three facets: person, rater and skill, with the halo (person:rater) and person:skill.
d <- do.call(rbind, lapply(1:50, function(p) expand.grid(person = sprintf("p%02d", p), rater = sprintf("r%02d", sample(15, 4)), skill = lv("s", 5))))
ix <- function(...) as.integer(interaction(..., drop = TRUE))
d$y <- round(3 + c(0, 0.3, -0.2, 0.5, 0.1)[as.integer(factor(d$skill))] + rnorm(50, 0, 0.5)[ix(d$person)] + rnorm(15, 0, 0.3)[ix(d$rater)] +
               rnorm(250, 0, 0.4)[ix(d$person, d$skill)] + rnorm(200, 0, 0.5)[ix(d$person, d$rater)] + rnorm(nrow(d), 0, 0.5), 3)
write(d, "three-facets.csv")
gaussian("three facets", "three-facets.csv", d,
         y ~ skill + (1 | person) + (1 | rater) + (1 | person:skill) + (1 | person:rater),
         c("person", "rater", "person:skill", "person:rater"), "skill")

# 4. Ordered answers 0 to 5 with bounds at half-levels: the engine's own kind.
d <- do.call(rbind, lapply(1:60, function(p) data.frame(person = sprintf("p%02d", p), rater = sprintf("r%02d", sample(20, 6)))))
d$when <- ifelse(runif(nrow(d)) < 0.5, "before", "after")
z <- 2.4 + 0.5 * (d$when == "before") + rnorm(60, 0, 0.8)[ix(d$person)] + rnorm(20, 0, 0.4)[ix(d$rater)] + rnorm(nrow(d), 0, 0.7)
d$level <- pmin(5, pmax(0, round(z)))
write(d, "ordinal.csv")
d$level <- factor(d$level, ordered = TRUE)
for (link in c("probit", "logit")) for (threshold in c("flexible", "equidistant"))
  cumulative(paste("ordinal", link, threshold), "ordinal.csv", d, level ~ when + (1 | person) + (1 | rater),
             c("person", "rater"), "when", link, threshold)

cat(obj(c("made-with", "fits"), c(
  txt(sprintf("%s, lme4 %s, ordinal %s", R.version.string, packageVersion("lme4"), packageVersion("ordinal"))),
  paste0("[\n", paste(unlist(fits), collapse = ",\n"), "\n]"))), "\n", file = "results.json", sep = "")
