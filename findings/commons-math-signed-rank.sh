#!/usr/bin/env bash
# Commons Math 3.6.1: p of the Wilcoxon signed-rank test depends on which sample is named first, and is too small twice
# over.
#
# Three things in one test of paired scores, where zeros and ties are the rule: many subjects on whom two classifiers do
# equally well, few values that a score can take. (1) Differences of 0 are ranked and then counted as negative, so that
# exchanging the samples changes p. (2) The exact p takes ties for ranks of their own and is too small; that there are
# ties nobody says. (3) The asymptotic p is corrected for continuity away from the mean instead of towards it, and is
# smaller than without correction.
#
# Seen; expected values by going through all signs, each a fair coin, given the ranks (zeros dropped, as Wilcoxon does):
#   zeros, exact  p 0.10938   the samples exchanged 0.25000, expected 0.21875
#   ties, exact   p 0.15625   expected 0.21875
#   asymptotic    p 0.00958   expected 0.01427, without correction 0.01172
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.commons</groupId><artifactId>commons-math3</artifactId><version>3.6.1</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

class Finding {
    public static void main(String[] arguments) {
        double[] zeros = {0, 0, 3, 4, 5, -6, 7, 8};
        double[] ties = {1, 1, 1, 1, -1, 1};
        double[] plain = {1, 2, 3, 4, 5, 6, 7, 8};
        double first = seen(zeros, true, false);
        double second = seen(zeros, true, true);
        double tied = seen(ties, true, false);
        double normal = seen(plain, false, false);
        double towards = asymptotic(8, 0.5);
        double without = asymptotic(8, 0);
        double away = asymptotic(8, -0.5);
        print("zeros, exact", first, "the samples exchanged %.5f, expected %.5f", second, expected(zeros));
        print("ties, exact", tied, "expected %.5f", expected(ties));
        print("asymptotic", normal, "expected %.5f, without correction %.5f", towards, without);
        boolean asStated = Math.abs(first - second) > 0.01
                && tied < expected(ties) - 0.01
                && Math.abs(normal - away) < 1e-6
                && normal < without;
        if (!asStated) {
            System.out.println("CHANGED: p is not what it was");
            System.exit(1);
        }
    }

    static double seen(double[] differences, boolean exact, boolean exchanged) {
        double[] nothing = new double[differences.length];
        WilcoxonSignedRankTest test = new WilcoxonSignedRankTest();
        return exchanged
                ? test.wilcoxonSignedRankTest(nothing, differences, exact)
                : test.wilcoxonSignedRankTest(differences, nothing, exact);
    }

    /** Twice the share of all choices of signs whose smaller rank sum is at most the one that was met. */
    static double expected(double[] differences) {
        double[] used = Arrays.stream(differences).filter(difference -> difference != 0).toArray();
        double[] ranks = new NaturalRanking().rank(Arrays.stream(used).map(Math::abs).toArray());
        double below = 0;
        for (int i = 0; i < used.length; i++) {
            below += used[i] < 0 ? ranks[i] : 0;
        }
        int count = 0;
        for (int signs = 0; signs < 1 << used.length; signs++) {
            double sum = 0;
            for (int i = 0; i < used.length; i++) {
                sum += (signs >> i & 1) == 1 ? ranks[i] : 0;
            }
            count += sum <= below ? 1 : 0;
        }
        return 2.0 * count / (1 << used.length);
    }

    /** All differences above 0, so that the smaller sum is 0. */
    static double asymptotic(int n, double correction) {
        double mean = n * (n + 1) / 4.0;
        double deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24.0);
        return 2 * new NormalDistribution().cumulativeProbability((0 - mean + correction) / deviation);
    }

    static void print(String name, double seen, String rest, Object... values) {
        System.out.println(String.format(Locale.ROOT, "%-12s  p %.5f   ", name, seen)
                + String.format(Locale.ROOT, rest, values));
    }
}
JAVA
java -cp 'lib/*' Finding.java
