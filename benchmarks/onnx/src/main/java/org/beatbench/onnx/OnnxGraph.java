package org.beatbench.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An ONNX graph as the bytes of its file. */
public final class OnnxGraph {

    private final byte[] bytes;
    private final int opset;

    OnnxGraph(byte[] bytes, int opset) {
        this.bytes = bytes;
        this.opset = opset;
    }

    /** Version of the operators that it consists of. */
    public int opset() {
        return opset;
    }

    /** The file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        Files.write(file, bytes);
    }
}
