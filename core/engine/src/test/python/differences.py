"""Writes the reference values that the tests of differences between classifiers compare with.

Run from the folder of the module `core`, with Debian's python3-scipy (1.10.1) and python3-statsmodels (0.13.5):

    /usr/bin/python3 src/test/python/differences.py
"""

import json
import pathlib
import warnings

import numpy
import pandas
import scipy
import statsmodels
import statsmodels.formula.api
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.tools.numdiff import approx_fprime_cs

FILE = pathlib.Path("src/test/resources/org/beatbench/stats/differences.json")


def signed_sum(differences, axis=-1):
    """Pratt: zeros are ranked and their signs count for nothing."""
    return numpy.sum(stats.rankdata(numpy.abs(differences), axis=axis) * numpy.sign(differences), axis=axis)


def exact_by_flipping(differences):
    """Every way to give the differences signs, enumerated by scipy."""
    if not numpy.any(differences):
        return 1.0
    return stats.permutation_test(
        (numpy.array(differences),),
        signed_sum,
        permutation_type="samples",
        n_resamples=numpy.inf,
        vectorized=True,
    ).pvalue


def exact_by_counting(differences):
    """The number of ways to reach each sum, in whole numbers of any size."""
    differences = numpy.array(differences)
    doubled = numpy.rint(2 * stats.rankdata(numpy.abs(differences))).astype(int)
    ways = {0: 1}
    for rank in doubled[differences != 0]:
        more = dict(ways)
        for total, count in ways.items():
            more[total + rank] = more.get(total + rank, 0) + count
        ways = more
    plus = doubled[differences > 0].sum()
    smaller = min(plus, doubled[differences != 0].sum() - plus)
    tail = sum(count for total, count in ways.items() if total <= smaller)
    return min(1.0, 2 * tail / sum(ways.values()))


def signed_rank(differences, p, source):
    ranks = stats.rankdata(numpy.abs(differences))
    sign = numpy.sign(differences)
    plus, minus = ranks[sign > 0].sum(), ranks[sign < 0].sum()
    return {
        "differences": [float(value) for value in differences],
        "source": source,
        "higher": int((sign > 0).sum()),
        "equal": int((sign == 0).sum()),
        "lower": int((sign < 0).sum()),
        "effect": float((plus - minus) / (plus + minus)) if plus + minus > 0 else 0.0,
        "p": float(p),
    }


def signed_ranks(random):
    small = [
        [0.0, 0.0, 0.0],
        [0.1, 0.2],
        [0.1, -0.1],
        [0.3, 0.3, 0.3, 0.3, 0.3],
        [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
        [-0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
        [0.0, 0.0, 0.1, -0.2, 0.3, 0.3, -0.3, 0.5],
        [0.02, 0.02, -0.01, 0.0, 0.05, 0.05, 0.05, -0.02, 0.11, 0.0],
        random.integers(-4, 6, size=12).tolist(),
    ]
    cases = [signed_rank(d, exact_by_flipping(d), "permutation_test") for d in small]
    cases += [signed_rank(d, exact_by_counting(d), "whole numbers") for d in ([0.1], [0.0])]
    for size in (8, 22, 50):
        d = random.normal(0.3, 1, size=size).round(6)
        cases.append(signed_rank(d, stats.wilcoxon(d, method="exact").pvalue, "wilcoxon, exact"))
    for size in (22, 47, 100):
        d = random.integers(-6, 9, size=size) / 20
        cases.append(signed_rank(d, exact_by_counting(d), "whole numbers"))
    for size in (160, 400):
        d = random.integers(-9, 11, size=size) / 20
        p = stats.wilcoxon(d, zero_method="pratt", correction=False, method="approx").pvalue
        cases.append(signed_rank(d, p, "wilcoxon, pratt, approx"))
    return cases


def mcnemars():
    """The first is the example of Fagerland et al. 2013: exact .0703, mid-p .0391."""
    cases = []
    for first, second in [(1, 7), (7, 1), (0, 0), (0, 1), (3, 3), (0, 6), (59, 6), (210, 180), (900, 1300), (5000, 5003)]:
        observed = stats.binom.pmf(min(first, second), first + second, 0.5)
        exact = mcnemar([[100, first], [second, 100]], exact=True).pvalue
        p = exact - observed if first != second else 1 - observed / 2 if first else 1.0
        cases.append({"first": first, "second": second, "exact": float(exact), "p": float(p)})
    return cases


def holms(random):
    lists = [[0.01], [0.04, 0.01, 0.03], [0.5, 0.5, 0.9], [1.0, 1.0], [0.0, 0.2]]
    lists.append((random.random(21) ** 3).tolist())
    return [{"p": p, "adjusted": multipletests(p, method="holm")[1].tolist()} for p in lists]


def resampled_ts(random):
    """Of an ordinary t, which has the variance over the number of differences, to the corrected one."""
    cases = []
    for size, ratio in [(2, 0.25), (5, 0.25), (10, 1 / 3), (25, 0.25), (100, 1 / 9)]:
        d = random.normal(0.02, 0.03, size=size).round(6)
        t = stats.ttest_1samp(d, 0).statistic * numpy.sqrt((1 / size) / (1 / size + ratio))
        cases.append({"differences": d.tolist(), "ratio": ratio, "p": float(2 * stats.t.sf(abs(t), size - 1))})
    return cases


def equivalences(random):
    """The weights of Benavoli et al. 2017, all sums of two differences looked at one by one."""
    cases = []
    lists = [[0.0], [0.3], [0.02, -0.02], [0.005] * 6, [0.02] * 6]
    lists += [random.normal(mean, 0.03, size=size).round(4).tolist() for mean, size in [(0, 22), (0.01, 22), (-0.02, 47)]]
    for d in lists:
        for region in (0.0, 0.01):
            seen = numpy.array([0.0] + d)
            weights = random.dirichlet([0.5] + [1.0] * len(d), size=40_000)
            sums = seen[:, None] + seen[None, :]
            worse = numpy.einsum("ri,ij,rj->r", weights, (sums < -2 * region - 1e-12).astype(float), weights)
            better = numpy.einsum("ri,ij,rj->r", weights, (sums > 2 * region + 1e-12).astype(float), weights)
            winner = numpy.argmax([1 - worse - better, worse, better], axis=0)
            cases.append(
                {
                    "differences": d,
                    "region": region,
                    "worse": float(numpy.mean(winner == 1)),
                    "equal": float(numpy.mean(winner == 0)),
                    "better": float(numpy.mean(winner == 2)),
                }
            )
    return cases


def studentized_ranges():
    return [
        {
            "numbers": k,
            "range": q,
            "cumulative": float(stats.studentized_range.cdf(q, k, numpy.inf)),
            "quantile": float(stats.studentized_range.ppf(0.95, k, numpy.inf)),
        }
        for k, q in [(2, 0.5), (2, 2.772), (3, 3.314), (4, 1.0), (7, 4.17), (10, 6.0), (40, 5.5)]
    ]


def friedmans(random):
    tables = [
        random.normal(size=(3, 5)).round(4),
        random.integers(0, 4, size=(4, 12)) / 4,
        random.normal(size=(7, 47)).round(4) + 0.2 * numpy.arange(7)[:, None],
        random.integers(0, 2, size=(5, 22)) / 1,
    ]
    cases = []
    for scores in tables:
        result = stats.friedmanchisquare(*scores)
        cases.append(
            {
                "scores": scores.tolist(),
                "ranks": stats.rankdata(-scores, axis=0).mean(axis=1).tolist(),
                "chi-square": float(result.statistic),
                "p": float(result.pvalue),
            }
        )
    return cases


def variances(random):
    """From the F of an analysis of variance; a balanced table also from a mixed model, fitted by REML."""
    cases = []
    person = random.normal(0.7, 0.1, size=12)
    balanced = [(mean + random.normal(0, 0.05, size=4)).round(6).tolist() for mean in person]
    uneven = [(mean + random.normal(0, 0.05, size=size)).round(6).tolist() for mean, size in zip(person, (3, 1, 2, 3, 3))]
    alike = [(0.5 + random.normal(0, 0.05, size=3)).round(6).tolist() for _ in range(5)]
    for groups in (balanced, uneven, alike):
        sizes = numpy.array([len(group) for group in groups])
        within = sum(numpy.var(group) * len(group) for group in groups) / (sizes.sum() - len(groups))
        per_group = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(groups) - 1)
        between = max(0.0, within * (stats.f_oneway(*groups).statistic - 1) / per_group)
        cases.append({"scores": groups, "subjects": float(between), "seeds": float(within)})
    frame = pandas.DataFrame(
        [{"subject": i, "percent": 100 * score} for i, group in enumerate(balanced) for score in group]
    )
    model = statsmodels.formula.api.mixedlm("percent ~ 1", frame, groups="subject").fit(reml=True)
    cases[0]["mixed-model"] = {"subjects": float(model.cov_re.iloc[0, 0]) / 1e4, "seeds": model.scale / 1e4}
    return cases


def macro_f1(matrices):
    right = numpy.diagonal(matrices, axis1=-2, axis2=-1)
    beats = matrices.sum(axis=-1)
    f1 = 2 * right / numpy.maximum(beats + matrices.sum(axis=-2), 1)
    return numpy.where(beats > 0, f1, 0).sum(axis=-1) / (beats > 0).sum(axis=-1)


def bootstrap(random):
    """Two classifiers on the same subjects, three classes; every resample is of the same subjects for both."""
    classes, subjects, resamples = 3, 15, 100_000
    beats = random.integers(5, 80, size=(subjects, classes)) * (random.random((subjects, classes)) < 0.8)
    beats[:, 0] += 20
    tables = []
    for skill in (0.85, 0.7):
        chances = skill * numpy.eye(classes) + (1 - skill) / classes
        tables.append(numpy.array([[random.multinomial(beats[s, c], chances[c]) for c in range(classes)] for s in range(subjects)]))
    drawn = random.integers(subjects, size=(resamples, subjects))
    figures = [macro_f1(table[drawn].sum(axis=1)) for table in tables]
    differences = figures[0] - figures[1]
    return {
        "first": tables[0].reshape(subjects, -1).tolist(),
        "second": tables[1].reshape(subjects, -1).tolist(),
        "estimate": float(macro_f1(tables[0].sum(axis=0)) - macro_f1(tables[1].sum(axis=0))),
        "by-subject": (macro_f1(tables[0]) - macro_f1(tables[1])).tolist(),
        "low": float(numpy.quantile(differences, 0.025)),
        "high": float(numpy.quantile(differences, 0.975)),
        "standard-error": float(numpy.std(differences, ddof=1)),
    }


def deltas(random):
    """The derivative by complex steps, exact to the last digits, and the covariance of multinomial shares."""

    def difference(shares):
        table = shares.reshape(3, 3, 3)
        return macro_f1_of_shares(table.sum(axis=2)) - macro_f1_of_shares(table.sum(axis=1))

    cases = []
    tables = [random.integers(0, 60, size=27), random.integers(0, 3, size=27), numpy.ones(27, dtype=int)]
    tables[0][[0, 13, 26]] += 400
    for counts in tables:
        total = counts.sum()
        shares = counts / total
        slope = approx_fprime_cs(shares, difference)
        covariance = (numpy.diag(shares) - numpy.outer(shares, shares)) / total
        variance = float(slope @ covariance @ slope)
        z = float(difference(shares).real) / numpy.sqrt(variance)
        cases.append({"counts": counts.tolist(), "variance": variance, "p": float(2 * stats.norm.sf(abs(z)))})
    return cases


def macro_f1_of_shares(matrix):
    return sum(2 * matrix[k, k] / (matrix[k].sum() + matrix[:, k].sum()) for k in range(3)) / 3


def main():
    random = numpy.random.default_rng(20261124)
    values = {
        "versions": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "numpy": numpy.__version__},
        "signed-rank": signed_ranks(random),
        "mcnemar": mcnemars(),
        "holm": holms(random),
        "resampled-t": resampled_ts(random),
        "equivalence": equivalences(random),
        "studentized-range": studentized_ranges(),
        "friedman": friedmans(random),
        "variance": variances(random),
        "bootstrap": bootstrap(random),
        "delta-method": deltas(random),
        "normal": {"975": float(stats.norm.ppf(0.975)), "80": float(stats.norm.ppf(0.8))},
    }
    with open(FILE, "w", encoding="utf-8", newline="\n") as file:
        json.dump(values, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    warnings.simplefilter("error")
    main()
