package org.beatbench.models;

/**
 * A copy of a model as an ONNX graph, which stands beside it as {@code model.onnx}.
 *
 * @param sha256 of the file
 * @param opset version of the operators that it consists of
 * @param checkedWith name and version of the runtime that answered when both were compared
 * @param beats that both were asked
 * @param greatestDifference of a probability; every beat got the same class of both
 */
public record OnnxTwin(String sha256, int opset, String checkedWith, int beats, double greatestDifference) {

    public OnnxTwin {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits: " + sha256);
        }
        if (opset < 1 || beats < 1 || !(greatestDifference >= 0 && greatestDifference <= 1)) {
            throw new IllegalArgumentException("opset and beats must be at least 1, the difference 0 to 1: " + opset
                    + ", " + beats + ", " + greatestDifference);
        }
    }
}
