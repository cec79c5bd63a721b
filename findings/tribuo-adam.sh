#!/usr/bin/env bash
# Tribuo 4.3.2: Adam multiplies by the root of the second moment where it should divide by it.
#
# Adam's first step is as long as the learning rate, whatever the gradient (Kingma and Ba 2015, section 2.1: that is
# what the method is for). Here it grows with the square of the gradient: features of a small scale do not learn at all,
# those of a large one overshoot, and no learning rate suits both. Nothing fails; a model that learns badly looks like
# bad settings. Corrected in github.com/oracle/tribuo/pull/401, which no release has yet.
#
# Seen, with a learning rate of 0.1:
#   gradient 0.04   published 0.099999   Tribuo 0.000000160001   product in place of the quotient 0.000000160001
#   gradient 0.40   published 0.100000   Tribuo 0.000016000013   product in place of the quotient 0.000016000013
#   gradient 4.00   published 0.100000   Tribuo 0.001600000126   product in place of the quotient 0.001600000126
#   gradient 40.00   published 0.100000   Tribuo 0.160000001265   product in place of the quotient 0.160000001265
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.tribuo</groupId><artifactId>tribuo-math</artifactId><version>4.3.2</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import java.util.Locale;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.Adam;

class Finding {
    static final double RATE = 0.1, BETA1 = 0.9, BETA2 = 0.999, EPSILON = 1e-8;

    public static void main(String[] arguments) {
        boolean asStated = true;
        for (double gradient : new double[] {0.04, 0.4, 4, 40}) {
            double mean = (1 - BETA1) * gradient;
            double root = Math.sqrt((1 - BETA2) * gradient * gradient);
            double rate = RATE * Math.sqrt(1 - BETA2) / (1 - BETA1);
            double published = rate * mean / (root + EPSILON);
            double product = rate * mean * (root + EPSILON);
            double seen = firstStep(gradient);
            System.out.printf(
                    Locale.ROOT,
                    "gradient %.2f   published %.6f   Tribuo %.12f   product in place of the quotient %.12f%n",
                    gradient, published, seen, product);
            asStated &= Math.abs(seen / product - 1) < 1e-6;
        }
        if (!asStated) {
            System.out.println("CHANGED: the steps are no longer those of a product");
            System.exit(1);
        }
    }

    static double firstStep(double gradient) {
        Adam adam = new Adam(RATE, BETA1, BETA2, EPSILON);
        adam.initialise(new LinearParameters(1, 1));
        DenseMatrix matrix = new DenseMatrix(1, 1);
        matrix.set(0, 0, gradient);
        return ((DenseMatrix) adam.step(new Tensor[] {matrix}, 1)[0]).get(0, 0);
    }
}
JAVA
java -cp 'lib/*' Finding.java
