"""Writes the reference values that the tests of metrics and statistics compare with.

Run from the folder of the module `core`, with Debian's python3-sklearn (scikit-learn 1.2.1):

    /usr/bin/python3 src/test/python/reference.py

Values that a formula of ours calls undefined are null here; which these are is decided in this script, by the documented
conventions, and everything else by scikit-learn, scipy and numpy.
"""

import json
import pathlib
import warnings

import numpy
import scipy
import scipy.optimize
import scipy.special
import scipy.stats
import sklearn
from sklearn import metrics
from sklearn.calibration import calibration_curve

CLASSES = ["N", "S", "V", "F", "Q"]
MIT_SHARES = [0.828, 0.025, 0.066, 0.007, 0.074]
FOLDER = pathlib.Path("src/test/resources/org/beatbench/metrics")


def softmax(scores):
    exponentials = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def noisy(truth, classes, skill, random):
    """Probabilities that know something of the truth."""
    return softmax(random.normal(size=(len(truth), classes)) + skill * numpy.eye(classes)[truth])


def votes(truth, classes, voters, random):
    """Shares of votes, as nearest neighbours give them: few different values, many ties."""
    ballots = [random.choice(classes, size=voters, p=row) for row in noisy(truth, classes, 2.0, random)]
    return numpy.array([numpy.bincount(ballot, minlength=classes) / voters for ballot in ballots])


def certain(truth, classes, wrong, random):
    """All or nothing, as a deep tree answers."""
    given = numpy.where(random.random(len(truth)) < wrong, random.integers(classes, size=len(truth)), truth)
    return numpy.eye(classes)[given]


def cases():
    random = numpy.random.default_rng(20261123)
    even = random.integers(5, size=120)
    skewed = random.choice(5, size=300, p=MIT_SHARES)
    without_f = numpy.where(even == 3, 0, even)
    never_s = noisy(even, 5, 1.0, random)
    never_s[:, 1] *= 0.01
    two = random.integers(2, size=60)
    return {
        "even": (CLASSES, even, noisy(even, 5, 1.5, random)),
        "skewed": (CLASSES, skewed, noisy(skewed, 5, 3.0, random)),
        # Not 100: a third of 99 steps is a whole number, which numpy.percentile misses by a rounding error.
        "no skill": (CLASSES, skewed[:99], noisy(skewed[:99], 5, 0.0, random)),
        "votes": (CLASSES, skewed[:150], votes(skewed[:150], 5, 5, random)),
        "certain": (CLASSES, skewed[:150], certain(skewed[:150], 5, 0.3, random)),
        "class absent": (CLASSES, without_f, noisy(without_f, 5, 1.0, random)),
        "class never given": (CLASSES, even, never_s / never_s.sum(axis=1, keepdims=True)),
        "always the majority": (CLASSES, skewed, numpy.tile(MIT_SHARES, (300, 1))),
        "undecided": (CLASSES, even[:40], numpy.full((40, 5), 0.2)),
        "perfect": (CLASSES, even[:40], numpy.eye(5)[even[:40]]),
        "all wrong": (CLASSES, even[:40], numpy.eye(5)[(even[:40] + 1) % 5]),
        "one class": (CLASSES, numpy.full(30, 2), noisy(numpy.full(30, 2), 5, 1.0, random)),
        "two classes": (["N", "V"], two, noisy(two, 2, 1.0, random)),
        "one beat": (CLASSES, numpy.array([4]), noisy(numpy.array([4]), 5, 1.0, random)),
    }


def calibration_error(truth, given, probabilities):
    confidence = probabilities.max(axis=1)
    share, mean = calibration_curve(given == truth, confidence, n_bins=15, pos_label=True)
    edges = numpy.linspace(0, 1, 16)
    beats = numpy.bincount(numpy.searchsorted(edges[1:-1], confidence), minlength=15)
    return float(numpy.sum(numpy.abs(share - mean) * beats[beats > 0]) / len(truth))


def quantile_bins(values):
    """The bins of scikit-learn's calibration_curve with strategy="quantile"."""
    edges = numpy.percentile(values, numpy.linspace(0, 100, 16))
    return numpy.searchsorted(edges[1:-1], values)


def reliability(truth, given, probabilities):
    confidence = probabilities.max(axis=1)
    share, mean = calibration_curve(given == truth, confidence, n_bins=15, strategy="quantile", pos_label=True)
    return {"confidence": mean.tolist(), "accuracy": share.tolist()}


def brier_parts(truth, probabilities, labels):
    """Murphy 1973 with the two extra components of Stephenson et al. 2008 in one, summed over classes."""
    parts = dict.fromkeys(["reliability", "resolution", "uncertainty", "within"], 0.0)
    for label in labels:
        observed = (truth == label).astype(float)
        forecast = probabilities[:, label]
        parts["uncertainty"] += float(observed.var())
        bins = quantile_bins(forecast)
        for number in numpy.unique(bins):
            weight = numpy.mean(bins == number)
            f, o = forecast[bins == number], observed[bins == number]
            parts["reliability"] += float(weight * (f.mean() - o.mean()) ** 2)
            parts["resolution"] += float(weight * (o.mean() - observed.mean()) ** 2)
            parts["within"] += float(weight * (f.var() - 2 * numpy.cov(f, o, bias=True)[0, 1]))
    return parts


def risk_area(truth, given, probabilities):
    """Mean error over all coverages; equally sure beats share the mean of their errors."""
    confidence = probabilities.max(axis=1)
    wrong = (given != truth).astype(float)
    shared = numpy.array([wrong[confidence == value].mean() for value in confidence])
    order = numpy.argsort(-confidence, kind="stable")
    return float(numpy.mean(numpy.cumsum(shared[order]) / numpy.arange(1, len(truth) + 1)))


def per_class(truth, given, labels):
    sensitivity = metrics.recall_score(truth, given, labels=labels, average=None, zero_division=0)
    precision = metrics.precision_score(truth, given, labels=labels, average=None, zero_division=0)
    f1 = metrics.f1_score(truth, given, labels=labels, average=None, zero_division=0)
    has = [bool((truth == label).any()) for label in labels]
    was = [bool((given == label).any()) for label in labels]
    return {
        "sensitivity": [float(v) if h else None for v, h in zip(sensitivity, has)],
        "positive-predictive-value": [float(v) if w else None for v, w in zip(precision, was)],
        "f1": [float(v) if h or w else None for v, h, w in zip(f1, has, was)],
    }


def curves(truth, probabilities, labels):
    """ROC and precision-recall points of each class against the rest, by rising recall; null where they are not defined."""
    roc, precision_recall = [], []
    for label in labels:
        own = truth == label
        if own.any() and not own.all():
            mistaken, found, _ = metrics.roc_curve(own, probabilities[:, label], drop_intermediate=False)
            roc.append({"x": mistaken.tolist(), "y": found.tolist()})
        else:
            roc.append(None)
        if own.any():
            precision, recall, _ = metrics.precision_recall_curve(own, probabilities[:, label])
            precision, recall = precision[::-1], recall[::-1]
            # The first point, at no threshold, is an invention; the others count where more is found.
            more = numpy.flatnonzero(numpy.diff(recall) > 0) + 1
            precision_recall.append({"x": recall[more].tolist(), "y": precision[more].tolist()})
        else:
            precision_recall.append(None)
    return {"roc": roc, "precision-recall": precision_recall}


def weighted(truth, probabilities, labels):
    """Areas under both curves of each class if each beat counted so often; null where they are not defined."""
    times = numpy.random.default_rng(len(truth)).integers(4, size=len(truth))
    roc, precision = [], []
    for label in labels:
        own = truth == label
        defined = times[own].sum() > 0
        both = defined and times[~own].sum() > 0
        scored = own, probabilities[:, label]
        roc.append(float(metrics.roc_auc_score(*scored, sample_weight=times)) if both else None)
        precision.append(float(metrics.average_precision_score(*scored, sample_weight=times)) if defined else None)
    return {"times": times.tolist(), "auroc": roc, "auprc": precision}


# Enough to meet ties, classes without beats, and answers that are all right or all alike; the others would be many numbers.
WITH_CURVES = ["votes", "certain", "undecided", "perfect", "one class", "two classes", "one beat"]


def defined(value):
    return None if numpy.isnan(value) else float(value)


def ectopic(truth, given, label, forgiven):
    """Sensitivity, positive predictive value and false positive rate without the pairs that EC57 forgives."""
    kept = ~(numpy.isin(truth, forgiven) & (given == label))
    is_kind, was_given = truth[kept] == label, given[kept] == label
    sensitivity = metrics.recall_score(is_kind, was_given) if is_kind.any() else numpy.nan
    predictive = metrics.precision_score(is_kind, was_given) if was_given.any() else numpy.nan
    left_alone = metrics.recall_score(~is_kind, ~was_given) if (~is_kind).any() else numpy.nan
    return sensitivity, predictive, 1 - left_alone


def kappa(truth, given, labels):
    return metrics.cohen_kappa_score(truth, given, labels=labels) if len(truth) else numpy.nan


def aami(truth, given):
    """The figures of EC57 and of Mar et al. 2011; labels are those of CLASSES."""
    sveb = ectopic(truth, given, 1, [4])
    veb = ectopic(truth, given, 2, [3, 4])
    of_four = kappa(truth[truth != 4], given[truth != 4], range(5))
    j = sveb[0] + veb[0] + numpy.nan_to_num(sveb[1]) + numpy.nan_to_num(veb[1])
    names = ["sensitivity", "positive-predictive-value", "false-positive-rate"]
    figures = {f"aami-sveb-{name}": value for name, value in zip(names, sveb)}
    figures |= {f"aami-veb-{name}": value for name, value in zip(names, veb)}
    figures |= {"aami-kappa-4": of_four, "aami-kappa-5": kappa(truth, given, range(5))}
    figures |= {"aami-j": j, "aami-j-kappa": of_four / 2 + j / 8}
    return {name: defined(value) for name, value in figures.items()}


def qualities(truth, given, probabilities, labels):
    present = [label for label in labels if (truth == label).any()]
    ranked = [label for label in present if len(present) > 1]
    return {
        "accuracy": metrics.accuracy_score(truth, given),
        "majority-rate": float(numpy.bincount(truth).max() / len(truth)),
        "balanced-accuracy": metrics.balanced_accuracy_score(truth, given),
        "macro-f1": metrics.f1_score(truth, given, labels=present, average="macro", zero_division=0),
        "weighted-f1": metrics.f1_score(truth, given, average="weighted", zero_division=0),
        "mcc": metrics.matthews_corrcoef(truth, given) if len(present) > 1 else None,
        "kappa": defined(metrics.cohen_kappa_score(truth, given)),
        "log-loss": metrics.log_loss(truth, probabilities, labels=labels, eps=2.0**-23),
        "macro-auroc": float(numpy.mean([metrics.roc_auc_score(truth == c, probabilities[:, c]) for c in ranked]))
        if ranked
        else None,
        "micro-auroc": metrics.roc_auc_score(numpy.eye(len(labels))[truth], probabilities, average="micro"),
        "macro-auprc": float(
            numpy.mean([metrics.average_precision_score(truth == c, probabilities[:, c]) for c in present])
        ),
        "brier": float(
            sum(metrics.brier_score_loss(truth == c, probabilities[:, c], pos_label=True) for c in labels)
        ),
        "ece": calibration_error(truth, given, probabilities),
        "aurc": risk_area(truth, given, probabilities),
    }


def case(name, classes, truth, probabilities):
    stored = probabilities.astype(numpy.float32)
    exact = stored.astype(numpy.float64)
    labels = list(range(len(classes)))
    given = exact.argmax(axis=1)
    return {
        "classes": classes,
        "truth": truth.tolist(),
        "probabilities": [[float(str(value)) for value in row] for row in stored],
        "confusion": metrics.confusion_matrix(truth, given, labels=labels).ravel().tolist(),
        "per-class": per_class(truth, given, labels),
        "qualities": qualities(truth, given, exact, labels),
        "reliability": reliability(truth, given, exact),
        "brier-parts": brier_parts(truth, exact, labels),
        "weighted": weighted(truth, exact, labels),
        **({"aami": aami(truth, given)} if classes == CLASSES else {}),
        **({"curves": curves(truth, exact, labels)} if name in WITH_CURVES else {}),
    }


def temperature(truth, probabilities):
    """The temperature with the lowest log loss, over logarithms of probabilities of at least 2^-23."""
    logits = numpy.log(numpy.maximum(probabilities, 2.0**-23))

    def loss(logarithm):
        scaled = logits / numpy.exp(logarithm)
        return float(numpy.mean(scipy.special.logsumexp(scaled, axis=1) - scaled[numpy.arange(len(truth)), truth]))

    bounds = (-numpy.log(100), numpy.log(100))
    found = scipy.optimize.minimize_scalar(loss, bounds=bounds, method="bounded", options={"xatol": 1e-10})
    return {"temperature": float(numpy.exp(found.x)), "loss": float(found.fun), "loss-before": loss(0.0)}


def statistics():
    random = numpy.random.default_rng(7)
    samples = [random.normal(size=size).round(6).tolist() for size in (1, 2, 5, 40)] + [[1.0, 1.0, 2.0, 2.0, 2.0]]
    shares = [0.0, 0.025, 0.25, 0.5, 0.9, 0.975, 1.0]
    return {
        "shares": shares,
        "samples": [
            {
                "values": values,
                "quantiles": [float(numpy.quantile(values, share)) for share in shares],
                "mean": float(numpy.mean(values)),
                "deviation": float(numpy.std(values, ddof=1)) if len(values) > 1 else None,
            }
            for values in samples
        ],
        "binomial": [
            {
                "trials": trials,
                "chance": chance,
                "low": float(scipy.stats.binom.ppf(0.025, trials, chance)),
                "high": float(scipy.stats.binom.ppf(0.975, trials, chance)),
            }
            for trials, chance in [(200, 0.5), (1000, 0.9), (21892, 0.976), (400, 0.01)]
        ],
    }


def write(path, values):
    versions = {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": numpy.__version__}
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        json.dump({"versions": versions, **values}, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    write(FOLDER / "reference.json", {"cases": {name: case(name, *parts) for name, parts in cases().items()}})
    write(
        FOLDER.parent / "calibration" / "reference.json",
        {
            "cases": {
                name: {
                    "truth": truth.tolist(),
                    "probabilities": [[float(str(value)) for value in row] for row in stored],
                    **temperature(truth, stored.astype(numpy.float64)),
                }
                for name, (_, truth, probabilities) in cases().items()
                for stored in [probabilities.astype(numpy.float32)]
            }
        },
    )
    write(FOLDER.parent / "stats" / "reference.json", statistics())
