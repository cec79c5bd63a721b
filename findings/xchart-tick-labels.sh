#!/usr/bin/env bash
# XChart 4.0.3: a label of 21 letters on the horizontal axis is never drawn, however wide the image, and takes its
# neighbours with it.
#
# Names on an axis are labels that a formatting function gives for numbers. XChart tries one spacing of ticks after the
# other until all labels fit, and a label of more than 20 letters never fits, whatever room there is. So the search goes
# on to spacings that step over the name, past those at which everything was fine, and half of the other names go too.
# The search has no limit of its own, and makes and measures all labels anew for every spacing: we met a chart on which
# it did not end. That chart is not here. Names are best cut to 20 letters before XChart sees them.
#
# Seen, six names on an axis of an image 3,000 pixels wide, the fourth of 20 and of 21 letters (fonts change the counts
# a bit):
#   20 letters, 77 searches: normal, escape, fusion, nodal premature beat, paced, unknown
#   21 letters, 439 searches: normal, fusion, paced
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.knowm.xchart</groupId><artifactId>xchart</artifactId><version>4.0.3</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;

class Finding {
    static int searches;

    public static void main(String[] arguments) {
        List<String> twenty = drawn("nodal premature beat");
        int few = searches;
        List<String> twentyOne = drawn("atrial premature beat");
        if (twenty.size() != 6 || !twentyOne.equals(List.of("normal", "fusion", "paced")) || searches <= few) {
            System.out.println("CHANGED: other names are drawn than stated");
            System.exit(1);
        }
    }

    /** The names that are asked for in the last spacing that is tried, which is the one that is drawn. */
    static List<String> drawn(String fourth) {
        List<String> names = List.of("normal", "escape", "fusion", fourth, "paced", "unknown");
        XYChart chart = new XYChart(3000, 300);
        // not equally spaced, for which there is another search
        chart.addSeries("beats", new double[] {0, 1.1, 1.9, 3.2, 4, 5}, new double[] {1, 2, 3, 2, 1, 2});
        List<String> asked = new ArrayList<>();
        double[] previous = {Double.MAX_VALUE};
        searches = 0;
        chart.getStyler().setXAxisTickLabelsFormattingFunction(value -> {
            if (value <= previous[0]) {
                asked.clear();
                searches++;
            }
            previous[0] = value;
            int place = (int) Math.round(value);
            if (Math.abs(value - place) > 1e-6 || place < 0 || place >= names.size()) {
                return String.valueOf(value);
            }
            asked.add(names.get(place));
            return names.get(place);
        });
        BitmapEncoder.getBufferedImage(chart);
        System.out.println(fourth.length() + " letters, " + searches + " searches: " + String.join(", ", asked));
        return List.copyOf(asked);
    }
}
JAVA
java -Djava.awt.headless=true -cp 'lib/*' Finding.java
