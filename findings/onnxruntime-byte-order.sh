#!/usr/bin/env bash
# ONNX Runtime 1.29.0, Java: of a direct buffer in Java's own default byte order, the model computes with other numbers.
#
# ByteBuffer.allocateDirect(n).asFloatBuffer() is big-endian, as every new buffer of Java. OnnxTensor.createTensor takes
# a direct buffer without a copy and without a look at its order; buffers on the heap it copies, and gets right. So the
# fast way gives numbers like 9e-41, all close to zero and none of them invalid, and the tensor itself still shows the
# right ones when asked with getValue. A network then answers much the same for every beat.
# .order(ByteOrder.nativeOrder()) before asFloatBuffer() is the remedy.
#
# Seen on a little-endian processor, the model y = x + x at 1, 2, 3:
#   heap, big-endian       x [1.0, 2.0, 3.0]   y [2.0, 4.0, 6.0]
#   direct, big-endian     x [1.0, 2.0, 3.0]   y [9.2012E-41, 1.794E-43, 4.6097E-41]
#   direct, little-endian  x [1.0, 2.0, 3.0]   y [2.0, 4.0, 6.0]
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
      <groupId>com.microsoft.onnxruntime</groupId><artifactId>onnxruntime</artifactId><version>1.29.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -B -q -ntp dependency:copy-dependencies -DoutputDirectory=lib > maven.log 2>&1 || { cat maven.log; exit 1; }

cat > Finding.java <<'JAVA'
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

class Finding {
    public static void main(String[] arguments) throws Exception {
        float[] right = {2, 4, 6};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model())) {
            float[] heap = answer(environment, session, "heap, big-endian", ByteBuffer.allocate(12));
            float[] direct = answer(environment, session, "direct, big-endian", ByteBuffer.allocateDirect(12));
            ByteBuffer ordered = ByteBuffer.allocateDirect(12).order(ByteOrder.LITTLE_ENDIAN);
            float[] little = answer(environment, session, "direct, little-endian", ordered);
            if (!Arrays.equals(heap, right) || Arrays.equals(direct, right) || !Arrays.equals(little, right)) {
                System.out.println("CHANGED: the byte order matters in another way");
                System.exit(1);
            }
        }
    }

    static float[] answer(OrtEnvironment environment, OrtSession session, String name, ByteBuffer bytes)
            throws Exception {
        FloatBuffer values = bytes.asFloatBuffer();
        values.put(new float[] {1, 2, 3}).rewind();
        try (OnnxTensor x = OnnxTensor.createTensor(environment, values, new long[] {3});
                OrtSession.Result result = session.run(Map.of("x", x))) {
            float[] y = (float[]) result.get(0).getValue();
            String shown = Arrays.toString((float[]) x.getValue());
            System.out.printf("%-21s  x %s   y %s%n", name, shown, Arrays.toString(y));
            return y;
        }
    }

    /** y = x + x for three floats, as the bytes of an ONNX file: IR version 8, operator set 13. */
    static byte[] model() {
        byte[] node = join(text(1, "x"), text(1, "x"), text(2, "y"), text(4, "Add"));
        byte[] graph = join(message(1, node), text(2, "twice"), message(11, floats("x")), message(12, floats("y")));
        return join(number(1, 8), message(7, graph), message(8, number(2, 13)));
    }

    static byte[] floats(String name) {
        byte[] shape = message(2, message(1, number(1, 3)));
        return join(text(1, name), message(2, message(1, join(number(1, 1), shape))));
    }

    static byte[] number(int field, int value) {
        return new byte[] {(byte) (field << 3), (byte) value};
    }

    static byte[] text(int field, String value) {
        return message(field, value.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] message(int field, byte[] content) {
        return join(new byte[] {(byte) (field << 3 | 2), (byte) content.length}, content);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
JAVA
java -cp 'lib/*' Finding.java
