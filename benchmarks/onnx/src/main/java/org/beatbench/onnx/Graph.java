package org.beatbench.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An ONNX graph that grows node by node. Values are known by their names. */
final class Graph {

    /** From this version on a maximum over axes takes them as an input. */
    private static final int AXES_AS_INPUT = 18;

    private final GraphProto.Builder proto = GraphProto.newBuilder();
    private final Map<TensorProto, String> constants = new HashMap<>();
    private final int opset;
    private int names;

    Graph(String name, int opset) {
        this.opset = opset;
        proto.setName(name);
    }

    GraphProto proto() {
        return proto.build();
    }

    /** A table of {@code float} values that is asked about. */
    void input(String name, String rows, int columns) {
        proto.addInput(table(name, rows, columns));
    }

    /** Gives a value the name under which it is answered, as a table of {@code float} values. */
    void output(String value, String name, String rows, int columns) {
        proto.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(name)
                .addInput(value)
                .addOutput(name));
        proto.addOutput(table(name, rows, columns));
    }

    private static ValueInfoProto table(String name, String rows, int columns) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(rows))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }

    /** A constant of {@code float} values with these dimensions. */
    String floats(float[] values, long... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(DataType.FLOAT, bytes, dimensions);
    }

    /** A constant of one {@code float}. */
    String number(float value) {
        return floats(new float[] {value});
    }

    /** A constant of {@code double} values with these dimensions. */
    String doubles(double[] values, long... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Double.BYTES, values.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return constant(DataType.DOUBLE, bytes, dimensions);
    }

    /** A list of whole numbers. */
    String longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return constant(DataType.INT64, bytes, values.length);
    }

    /** The same numbers are in the file once. */
    private String constant(DataType type, ByteBuffer bytes, long... dimensions) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setDataType(type.getNumber()).setRawData(ByteString.copyFrom(bytes));
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return constants.computeIfAbsent(tensor.build(), unnamed -> {
            String name = next("c");
            proto.addInitializer(unnamed.toBuilder().setName(name));
            return name;
        });
    }

    /** A node of an operator of ONNX, to be described further. */
    Node node(String operator, String... inputs) {
        return new Node("", operator, List.of(inputs));
    }

    /** A node of an operator for machine learning, to be described further. */
    Node learned(String operator, String... inputs) {
        return new Node(OnnxExport.LEARNED, operator, List.of(inputs));
    }

    /** The value of an operator without attributes. */
    String value(String operator, String... inputs) {
        return node(operator, inputs).value();
    }

    String as(DataType type, String value) {
        return node("Cast", value).with("to", type.getNumber()).value();
    }

    /** The columns of a table from one on up to another. */
    String columns(String table, int from, int to) {
        return value("Slice", table, longs(from), longs(to), longs(1));
    }

    String transposed(String value, long... axes) {
        return node("Transpose", value).with("perm", axes).value();
    }

    /** Other dimensions; 0 stands for the one that is there, -1 for what is left. */
    String reshaped(String value, long... dimensions) {
        return value("Reshape", value, longs(dimensions));
    }

    /** The maximum over axes, which are gone then. */
    String maximum(String value, long... axes) {
        Node node = opset >= AXES_AS_INPUT
                ? node("ReduceMax", value, longs(axes))
                : node("ReduceMax", value).with("axes", axes);
        return node.with("keepdims", 0).value();
    }

    private String next(String kind) {
        names++;
        return kind + names;
    }

    /** A node in the making. */
    final class Node {

        private final NodeProto.Builder node;

        private Node(String domain, String operator, List<String> inputs) {
            node = NodeProto.newBuilder()
                    .setOpType(operator)
                    .setName(next(operator))
                    .addAllInput(inputs);
            if (!domain.isEmpty()) {
                node.setDomain(domain);
            }
        }

        Node with(String name, long value) {
            return add(attribute(name, AttributeType.INT).setI(value));
        }

        Node with(String name, long[] values) {
            AttributeProto.Builder attribute = attribute(name, AttributeType.INTS);
            for (long value : values) {
                attribute.addInts(value);
            }
            return add(attribute);
        }

        Node with(String name, String value) {
            return add(attribute(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
        }

        Node withLongs(String name, List<Long> values) {
            return add(attribute(name, AttributeType.INTS).addAllInts(values));
        }

        Node withFloats(String name, List<Float> values) {
            return add(attribute(name, AttributeType.FLOATS).addAllFloats(values));
        }

        Node withTexts(String name, List<String> values) {
            return add(attribute(name, AttributeType.STRINGS)
                    .addAllStrings(values.stream().map(ByteString::copyFromUtf8).toList()));
        }

        private Node add(AttributeProto.Builder attribute) {
            node.addAttribute(attribute);
            return this;
        }

        private static AttributeProto.Builder attribute(String name, AttributeType type) {
            return AttributeProto.newBuilder().setName(name).setType(type);
        }

        /** Adds the node, and returns the name of its one value. */
        String value() {
            return values(1).get(0);
        }

        /** Adds the node, and returns the names of its values. */
        List<String> values(int count) {
            List<String> outputs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                outputs.add(next("v"));
            }
            proto.addNode(node.addAllOutput(outputs));
            return outputs;
        }
    }
}
