package org.beatbench.server.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.models.BeatFlag;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes answers as the protocol has them: JSON, with tensors in it or as bytes behind it. */
public final class AnswerWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private static final int NO_HEADER = -1;

    /** About as many bytes as an answer takes. */
    private static final int FIRST = 512;

    private static final int PER_BEAT = 80;

    private final String model;
    private final List<String> classes;

    /**
     * A writer of the answers of a model.
     *
     * @param model its name
     * @param classes their names, in label order
     */
    public AnswerWriter(String model, List<String> classes) {
        this.model = model;
        this.classes = List.copyOf(classes);
    }

    /** What is sent. */
    public static final class Written {

        private final byte[] body;
        private final int header;

        private Written(byte[] body, int header) {
            this.body = body;
            this.header = header;
        }

        public byte[] body() {
            return body;
        }

        /** Whether bytes stand behind the JSON. */
        public boolean isBinary() {
            return header != NO_HEADER;
        }

        /** Bytes of JSON before them. */
        public int header() {
            return header;
        }
    }

    /** Writes the answers to a request. */
    public Written write(Asked asked, Answered answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST + PER_BEAT * answers.beats());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("model_name", model);
            json.writeStringProperty("model_version", ModelDescription.VERSION);
            asked.id().ifPresent(id -> json.writeStringProperty("id", id));
            json.writeArrayPropertyStart("outputs");
            for (WantedOutput wanted : asked.outputs()) {
                output(json, bytes, wanted, answers);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        boolean isBinary = asked.outputs().stream().anyMatch(WantedOutput::binary);
        int header = isBinary ? out.size() : NO_HEADER;
        out.writeBytes(bytes.toByteArray());
        return new Written(out.toByteArray(), header);
    }

    private void output(JsonGenerator json, ByteArrayOutputStream bytes, WantedOutput wanted, Answered answers) {
        boolean asNumbers = wanted.kind() == Output.PROBABILITIES && wanted.classification() == 0;
        int width = asNumbers ? answers.classes() : wanted.classification();
        json.writeStartObject();
        json.writeStringProperty("name", wanted.kind().word());
        json.writeStringProperty("datatype", asNumbers ? Output.PROBABILITIES.datatype() : Output.LABEL.datatype());
        json.writeArrayPropertyStart("shape");
        json.writeNumber(answers.beats());
        if (width > 0) {
            json.writeNumber(width);
        }
        json.writeEndArray();
        if (wanted.binary()) {
            int before = bytes.size();
            bytes.writeBytes(asNumbers ? numbers(answers) : texts(texts(wanted, answers)));
            json.writeObjectPropertyStart("parameters");
            json.writeNumberProperty("binary_data_size", bytes.size() - before);
            json.writeEndObject();
        } else {
            json.writeArrayPropertyStart("data");
            if (asNumbers) {
                for (int beat = 0; beat < answers.beats(); beat++) {
                    for (int label = 0; label < answers.classes(); label++) {
                        json.writeNumber(answers.probability(beat, label));
                    }
                }
            } else {
                texts(wanted, answers).forEach(json::writeString);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private List<String> texts(WantedOutput wanted, Answered answers) {
        IntStream beats = IntStream.range(0, answers.beats());
        return switch (wanted.kind()) {
            case LABEL ->
                beats.mapToObj(beat -> answers.label(beat) == Answered.NONE ? "" : classes.get(answers.label(beat)))
                        .toList();
            case FLAGS ->
                beats.mapToObj(beat -> {
                            BeatFlag flag = answers.flag(beat);
                            return flag == null ? "" : flag.word();
                        })
                        .toList();
            case PROBABILITIES ->
                beats.boxed()
                        .flatMap(beat -> classified(answers, beat, wanted.classification()).stream())
                        .toList();
        };
    }

    /** The most probable classes first, each as probability, label and name. */
    private List<String> classified(Answered answers, int beat, int most) {
        return IntStream.range(0, answers.classes())
                .boxed()
                .sorted(Comparator.comparing((Integer label) -> -answers.probability(beat, label)))
                .limit(most)
                .map(label -> answers.label(beat) == Answered.NONE
                        ? ""
                        : answers.probability(beat, label) + ":" + label + ":" + classes.get(label))
                .toList();
    }

    private static byte[] numbers(Answered answers) {
        ByteBuffer bytes = ByteBuffer.allocate(
                        Math.multiplyExact(Math.multiplyExact(answers.beats(), answers.classes()), Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int beat = 0; beat < answers.beats(); beat++) {
            for (int label = 0; label < answers.classes(); label++) {
                bytes.putFloat(answers.probability(beat, label));
            }
        }
        return bytes.array();
    }

    /** Each behind its length. */
    private static byte[] texts(List<String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] letters = text.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(letters.length)
                    .array());
            out.writeBytes(letters);
        }
        return out.toByteArray();
    }
}
