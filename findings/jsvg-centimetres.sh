#!/usr/bin/env bash
# JSVG 2.1.0: a centimetre is .3936 inches and not .3937, and a drawing of more than 2000 elements is no drawing.
#
# (1) 1 in is 2.54 cm in SVG as everywhere. JSVG rounds the other way down, so that 170mm, 17cm and 481.89pt, which are
# one length, are two: an image of 17 cm at 300 dpi lacks a pixel. Points and inches are right. (2) What is in a document
# is counted, and beyond 2000 elements `load` returns null, as for a file that is no SVG; a log of java.util.logging says
# why. A chart of many points is there soon. LoaderContext.builder().documentLimits(..) sets another limit.
#
# Seen:
#   170mm    642.355 px
#   17cm     642.355 px
#   481.89pt 642.520 px
#   10in     960.000 px
#   2000 elements: drawn, 2001 elements: null
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.github.weisj</groupId><artifactId>jsvg</artifactId><version>2.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.logging.LogManager;

class Finding {
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        double millimetres = seen("170mm");
        double centimetres = seen("17cm");
        double points = seen("481.89pt");
        double inches = seen("10in");
        boolean drawn = load("100", 2000) != null;
        boolean more = load("100", 2001) != null;
        System.out.println("2000 elements: " + (drawn ? "drawn" : "null") + ", 2001 elements: " + (more ? "drawn" : "null"));
        double right = 170 / 25.4 * 96;
        boolean asStated = Math.abs(points - right) < 0.01
                && Math.abs(inches - 960) < 0.01
                && Math.abs(millimetres - right) > 0.1
                && millimetres == centimetres
                && drawn
                && !more;
        if (!asStated) {
            System.out.println("CHANGED: lengths or limits are not what they were");
            System.exit(1);
        }
    }

    static double seen(String width) {
        double size = load(width, 1).size().width;
        System.out.printf(Locale.ROOT, "%-8s %.3f px%n", width, size);
        return size;
    }

    static SVGDocument load(String width, int elements) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"100\">"
                + "<rect width=\"9\" height=\"9\"/>".repeat(elements) + "</svg>";
        return new SVGLoader().load(new ByteArrayInputStream(svg.getBytes()), null, LoaderContext.createDefault());
    }
}
JAVA
java -cp "lib/*" Finding.java
