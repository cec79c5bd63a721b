#!/usr/bin/env bash
# JavaCPP 1.5.7: Pointer.memset counts the position of a pointer to floats in bytes.
#
# A FloatPointer's position is an index of floats; get, put, fill and zero take it so. The static memset, memcpy and
# memmove take a plain Pointer, for which one step is a byte, and add the position to the address as it is. So
# memset(floats.position(4), 0, bytes) clears from the second float on, not from the fifth, and leaves as much dirty at
# the end: old values, or NaN, where a loop over padded rows expects zeros. zero() of the same pointer does what one
# means.
#
# Seen, eight floats of 1, the last four to be cleared:
#   zero()    [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]
#   memset()  [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0]
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.bytedeco</groupId><artifactId>javacpp</artifactId><version>1.5.7</version></dependency>
    <dependency>
      <groupId>org.bytedeco</groupId><artifactId>javacpp</artifactId><version>1.5.7</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

class Finding {
    public static void main(String[] arguments) {
        float[] meant = {1, 1, 1, 1, 0, 0, 0, 0};
        try (FloatPointer floats = new FloatPointer(8)) {
            fill(floats);
            floats.position(4).limit(8).zero();
            float[] zeroed = read(floats);
            fill(floats);
            Pointer.memset(floats.position(4), 0, 4L * Float.BYTES);
            float[] set = read(floats);
            System.out.println("zero()    " + Arrays.toString(zeroed));
            System.out.println("memset()  " + Arrays.toString(set));
            if (!Arrays.equals(zeroed, meant) || !Arrays.equals(set, new float[] {1, 0, 0, 0, 0, 1, 1, 1})) {
                System.out.println("CHANGED: not the floats that were cleared before");
                System.exit(1);
            }
        }
    }

    static void fill(FloatPointer floats) {
        for (int i = 0; i < 8; i++) {
            floats.position(0).put(i, 1);
        }
    }

    static float[] read(FloatPointer floats) {
        float[] values = new float[8];
        floats.position(0).get(values);
        return values;
    }
}
JAVA
java -Dorg.bytedeco.javacpp.cachedir="$work/cache" -cp 'lib/*' Finding.java
