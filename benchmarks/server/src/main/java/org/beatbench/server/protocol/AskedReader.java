package org.beatbench.server.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.beatbench.models.BeatForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a request to infer, token by token, so that it takes no more memory than its numbers. What is not understood and may change the
 * answer is refused; parameters that nobody here knows are passed over, as the protocol wants it. For one request.
 */
public final class AskedReader {

    /** Deeper than the protocol goes, of which the parameters are not known. */
    private static final int DEEPEST = 32;

    private static final int LONGEST_TEXT = 1_024;
    private static final int LONGEST_NUMBER = 128;
    private static final int MOST_OUTPUTS = 16;
    private static final int FEW_NUMBERS = 256;

    /** Those of a day are about 100,000; their answers take more room than narrow beats themselves. */
    private static final int MOST_BEATS = 1 << 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final BeatForm form;
    private final int width;

    private @Nullable String id;
    private @Nullable Tensor tensor;
    private boolean binaryOutputs;
    private final List<WantedInWords> wanted = new ArrayList<>();

    private AskedReader(BeatForm form) {
        this.form = form;
        this.width = form.length();
    }

    /** An output as it was asked for; whether all are binary may be said behind it. */
    private record WantedInWords(Output kind, @Nullable Boolean binary, int classification) {}

    /** An input in the making: what is said of it may come in any order. */
    private static final class Tensor {
        private long @Nullable [] shape;
        private @Nullable Datatype datatype;
        private long binarySize = -1;
        private boolean hasData;
        private float[] numbers = new float[0];
        private int count;
        /** Whether it is a list of rows. */
        private boolean nested;
    }

    /**
     * Reads a request.
     *
     * @param body in which it stands, from its beginning
     * @param length bytes of it
     * @param header bytes of JSON before those of the tensors; -1 if all is JSON
     * @param form that the beats must have
     * @throws Refusal saying what is wrong, and where
     */
    public static Asked read(byte[] body, int length, long header, BeatForm form) {
        if (header > length) {
            throw Refusal.invalid(
                    "Inference-Header-Content-Length is " + header + ", and the body has " + length + " bytes");
        }
        int json = header < 0 ? length : (int) header;
        AskedReader reader = new AskedReader(form);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body, 0, json)) {
            reader.request(parser);
        } catch (JacksonException e) {
            throw Refusal.invalid(
                    "the request is no JSON that can be read: " + Shown.of(e.getOriginalMessage()) + place(e));
        }
        return reader.asked(ByteBuffer.wrap(body, json, length - json).slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private static String place(JacksonException problem) {
        @Nullable TokenStreamLocation place = problem.getLocation();
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    private void request(JsonParser parser) {
        require(parser.nextToken(), JsonToken.START_OBJECT, "the request must be an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "id" -> {
                    require(value, JsonToken.VALUE_STRING, "id must be a text");
                    id = parser.getString();
                }
                case "inputs" -> inputs(parser, value);
                case "outputs" -> outputs(parser, value);
                case "parameters" -> parameters(parser, value);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw Refusal.invalid("something stands behind the request");
        }
    }

    private void parameters(JsonParser parser, JsonToken start) {
        require(start, JsonToken.START_OBJECT, "parameters must be an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("binary_data_output")) {
                binaryOutputs = bool(value, name);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void inputs(JsonParser parser, JsonToken start) {
        require(start, JsonToken.START_ARRAY, "inputs must be a list");
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            require(next, JsonToken.START_OBJECT, "an input must be an object");
            if (tensor != null) {
                throw Refusal.invalid("there is one input, " + ModelDescription.INPUT + ", and the request has more");
            }
            tensor = input(parser);
        }
    }

    private Tensor input(JsonParser parser) {
        Tensor read = new Tensor();
        boolean named = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "name" -> {
                    require(value, JsonToken.VALUE_STRING, "the name of an input must be a text");
                    if (!parser.getString().equals(ModelDescription.INPUT)) {
                        throw Refusal.invalid("there is no input " + Shown.of(parser.getString()) + "; there is "
                                + ModelDescription.INPUT);
                    }
                    named = true;
                }
                case "datatype" -> {
                    require(value, JsonToken.VALUE_STRING, "datatype must be a text");
                    read.datatype = Datatype.of(parser.getString());
                }
                case "shape" -> read.shape = shape(parser, value);
                case "parameters" -> inputParameters(parser, value, read);
                case "data" -> {
                    require(value, JsonToken.START_ARRAY, "data must be a list of numbers");
                    read.hasData = true;
                    data(parser, read);
                }
                default -> parser.skipChildren();
            }
        }
        if (!named) {
            throw Refusal.invalid("an input has no name; there is " + ModelDescription.INPUT);
        }
        return read;
    }

    private static void inputParameters(JsonParser parser, JsonToken start, Tensor read) {
        require(start, JsonToken.START_OBJECT, "parameters of an input must be an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("binary_data_size")) {
                read.binarySize = count(parser, value, name);
            } else {
                parser.skipChildren();
            }
        }
    }

    private long[] shape(JsonParser parser, JsonToken start) {
        require(start, JsonToken.START_ARRAY, "shape must be a list of whole numbers");
        long[] shape = new long[2];
        int rank = 0;
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (rank == shape.length) {
                throw wrongShape("it has more dimensions");
            }
            shape[rank++] = count(parser, next, "a dimension of shape");
        }
        return Arrays.copyOf(shape, rank);
    }

    private Refusal wrongShape(String what) {
        return Refusal.invalid("shape must be [" + width + "] or [n," + width + "]; " + what);
    }

    private static long count(JsonParser parser, JsonToken value, String what) {
        require(value, JsonToken.VALUE_NUMBER_INT, what + " must be a whole number");
        long count;
        try {
            count = parser.getLongValue();
        } catch (JacksonException e) {
            throw Refusal.invalid(what + " is too large");
        }
        if (count < 0) {
            throw Refusal.invalid(what + " must not be negative: " + count);
        }
        return count;
    }

    /** Flat, or a list of rows. */
    private void data(JsonParser parser, Tensor read) {
        read.numbers = new float[Math.max(FEW_NUMBERS, width)];
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            boolean isRow = next == JsonToken.START_ARRAY;
            if (read.count > 0 && isRow != read.nested) {
                throw Refusal.invalid("data[" + (read.nested ? read.count / width : read.count)
                        + "]: numbers and lists of numbers are mixed");
            }
            read.nested = isRow;
            if (isRow) {
                row(parser, read);
            } else {
                add(parser, next, read);
            }
        }
    }

    private void row(JsonParser parser, Tensor read) {
        int before = read.count;
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (read.count - before < width) {
                add(parser, next, read);
            } else {
                throw wrongRow(before, "more than " + width);
            }
        }
        if (read.count - before != width) {
            throw wrongRow(before, (read.count - before) + " instead of " + width);
        }
    }

    private Refusal wrongRow(int before, String found) {
        return Refusal.invalid("data[" + before / width + "]: " + found + " numbers");
    }

    private void add(JsonParser parser, JsonToken token, Tensor read) {
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw Refusal.invalid(place(read.count, read.nested) + " is no number");
        }
        if (read.count == read.numbers.length) {
            read.numbers = Arrays.copyOf(read.numbers, 2 * read.count);
        }
        // Rounded once, whatever the datatype is, which may be said behind the data.
        float value = parser.getFloatValue();
        requireSound(value, read.count, read.nested);
        read.numbers[read.count++] = value;
    }

    private void requireSound(float value, int index, boolean nested) {
        if (!Float.isFinite(value)) {
            throw Refusal.invalid(place(index, nested)
                    + (Float.isNaN(value) ? " is not a number" : " is infinite, or beyond what a float can be"));
        }
        if (form.scaled() && !(value >= 0 && value <= 1)) {
            throw Refusal.invalid(place(index, nested) + " is " + value + ", and the numbers of a beat are 0 to 1");
        }
    }

    private String place(int index, boolean nested) {
        return nested ? "data[" + index / width + "][" + index % width + "]" : "data[" + index + "]";
    }

    private void outputs(JsonParser parser, JsonToken start) {
        require(start, JsonToken.START_ARRAY, "outputs must be a list");
        Set<Output> seen = EnumSet.noneOf(Output.class);
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            require(next, JsonToken.START_OBJECT, "an output must be an object");
            WantedInWords one = output(parser);
            if (wanted.size() == MOST_OUTPUTS || !seen.add(one.kind())) {
                throw Refusal.invalid("output " + one.kind().word() + " is asked for twice");
            }
            wanted.add(one);
        }
    }

    private WantedInWords output(JsonParser parser) {
        @Nullable Output kind = null;
        @Nullable Boolean binary = null;
        int classification = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("name")) {
                require(value, JsonToken.VALUE_STRING, "the name of an output must be a text");
                kind = Output.of(parser.getString());
            } else if (name.equals("parameters")) {
                require(value, JsonToken.START_OBJECT, "parameters of an output must be an object");
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String parameter = parser.currentName();
                    JsonToken set = parser.nextToken();
                    if (parameter.equals("binary_data")) {
                        binary = bool(set, parameter);
                    } else if (parameter.equals("classification")) {
                        classification = (int) Math.min(form.classes().size(), count(parser, set, "classification"));
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
        if (kind == null) {
            throw Refusal.invalid("an output has no name");
        }
        if (classification > 0 && kind != Output.PROBABILITIES) {
            throw Refusal.invalid(
                    "classification is for " + Output.PROBABILITIES.word() + ", and not for " + kind.word());
        }
        return new WantedInWords(kind, binary, classification);
    }

    private static boolean bool(JsonToken value, String what) {
        if (value != JsonToken.VALUE_TRUE && value != JsonToken.VALUE_FALSE) {
            throw Refusal.invalid(what + " must be true or false");
        }
        return value == JsonToken.VALUE_TRUE;
    }

    private static void require(@Nullable JsonToken found, JsonToken expected, String message) {
        if (found != expected) {
            throw Refusal.invalid(message);
        }
    }

    private Asked asked(ByteBuffer bytes) {
        Tensor read = tensor;
        if (read == null) {
            throw Refusal.invalid("input " + ModelDescription.INPUT + " is missing");
        }
        if (read.shape == null) {
            throw Refusal.invalid("input " + ModelDescription.INPUT + " has no shape");
        }
        if (read.datatype == null) {
            throw Refusal.invalid("input " + ModelDescription.INPUT + " has no datatype");
        }
        long beats = beats(read.shape);
        if (read.binarySize < 0) {
            if (bytes.hasRemaining()) {
                throw Refusal.invalid(
                        bytes.remaining() + " bytes stand behind the JSON, and no input has a binary_data_size");
            }
            requireData(read, beats);
        } else if (read.hasData) {
            throw Refusal.invalid("an input has data and a binary_data_size");
        } else {
            read.numbers = numbers(bytes, read, read.datatype, beats);
        }
        return new Asked(id, read.numbers, (int) beats, outputs());
    }

    private long beats(long[] shape) {
        if (shape.length == 0 || shape[shape.length - 1] != width) {
            throw wrongShape("it is " + Arrays.toString(shape).replace(" ", ""));
        }
        long beats = shape.length == 1 ? 1 : shape[0];
        if (beats == 0) {
            throw Refusal.invalid(
                    "there are no beats in shape " + Arrays.toString(shape).replace(" ", ""));
        }
        if (beats > MOST_BEATS) {
            throw new Refusal(Refusal.TOO_LARGE, "at most " + MOST_BEATS + " beats a request: " + beats);
        }
        return beats;
    }

    private void requireData(Tensor read, long beats) {
        if (!read.hasData) {
            throw Refusal.invalid("input " + ModelDescription.INPUT + " has no data");
        }
        // Divided, since a product could be beyond 64 bits.
        if (read.count % width != 0 || read.count / width != beats) {
            throw Refusal.invalid("data has " + read.count + " numbers, and shape says " + beats + " times " + width);
        }
        if (read.nested && read.shape != null && read.shape.length == 1) {
            throw wrongShape("it has one dimension, and data is a list of lists");
        }
    }

    private float[] numbers(ByteBuffer bytes, Tensor read, Datatype datatype, long beats) {
        long row = (long) width * datatype.size();
        if (read.binarySize % row != 0 || read.binarySize / row != beats) {
            throw Refusal.invalid("binary_data_size is " + read.binarySize + ", and shape and datatype say " + beats
                    + " times " + row + " bytes");
        }
        if (read.binarySize != bytes.remaining()) {
            throw Refusal.invalid("binary_data_size is " + read.binarySize + ", and " + bytes.remaining()
                    + " bytes stand behind the JSON");
        }
        float[] numbers = new float[bytes.remaining() / datatype.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = datatype == Datatype.FP32 ? bytes.getFloat() : (float) bytes.getDouble();
            requireSound(numbers[i], i, false);
        }
        return numbers;
    }

    private List<WantedOutput> outputs() {
        if (wanted.isEmpty()) {
            return Arrays.stream(Output.values())
                    .map(kind -> new WantedOutput(kind, binaryOutputs, 0))
                    .toList();
        }
        return wanted.stream()
                .map(one -> new WantedOutput(
                        one.kind(), one.binary() == null ? binaryOutputs : one.binary(), one.classification()))
                .toList();
    }
}
