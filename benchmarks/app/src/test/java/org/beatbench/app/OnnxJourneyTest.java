package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model trained here, and answered for by ONNX Runtime. */
class OnnxJourneyTest {

    @TempDir
    private Path folder;

    private Path train(String name, String... arguments) {
        Path model = folder.resolve(name);
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--dataset",
                                "synthetic",
                                "--set",
                                "subjects=6",
                                "--set",
                                "beats=60",
                                "--threads",
                                "2",
                                "--out",
                                model.toString()))
                .toArray(String[]::new);
        assertWell(Cli.run(all));
        return model;
    }

    private static String assertWell(Cli ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran.out();
    }

    private static List<CsvRecord> answers(String csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            return reader.stream().skip(1).toList();
        }
    }

    private Path rows() throws IOException {
        Beats asked = BeatRows.synthetic(Map.of("subjects", "4", "beats", "60", "seed", "9"));
        return BeatRows.write(asked, folder.resolve("rows.csv"), false);
    }

    @Test
    void answersTheSameByEitherRuntime() throws IOException {
        Path rows = rows();
        for (Path model : List.of(
                train("network.zip", "train", "cnn", "--setting", "epochs=2", "--calibration", "temperature", "--onnx"),
                train("tree", "train", "decision-tree"))) {
            List<CsvRecord> own = answers(assertWell(Cli.run("predict", model.toString(), rows.toString())));
            List<CsvRecord> onnx = answers(assertWell(
                    Cli.run("predict", model.toString(), rows.toString(), "--runtime", "onnx", "--threads", "1")));

            assertThat(onnx).hasSize(240).hasSameSizeAs(own);
            for (int row = 0; row < own.size(); row++) {
                assertThat(onnx.get(row).getField(1)).isEqualTo(own.get(row).getField(1));
                for (int column = 2; column < 7; column++) {
                    assertThat(Double.parseDouble(onnx.get(row).getField(column)))
                            .isCloseTo(Double.parseDouble(own.get(row).getField(column)), within(1e-5));
                }
            }
        }
    }

    @Test
    void keepsATwinInTheModelAndChecksIt() throws IOException {
        Path model = train("model", "train", "gru", "--setting", "epochs=1", "--setting", "units=8");
        String card = Files.readString(model.resolve("model.json"));
        assertThat(assertWell(Cli.run("model", "check", model.toString()))).doesNotContain("ONNX");

        assertThat(assertWell(Cli.run("export-onnx", "--into", model.toString())))
                .contains("SAME: ONNX Runtime 1.", "In " + model + " now");
        assertThat(model.resolve("model.onnx")).isNotEmptyFile();
        assertThat(Files.readString(model.resolve("SHA256SUMS"))).contains("  model.onnx\n");
        assertThat(assertWell(Cli.run("model", "check", model.toString())))
                .contains("made-up beats get from ONNX Runtime the class they got then");
        JsonNode checked = new JsonMapper().readTree(assertWell(Cli.run("model", "check", model.toString(), "--json")));
        assertThat(checked.path("onnx").path("beats").asInt()).isEqualTo(20);
        assertThat(assertWell(Cli.run("describe", model.toString()))).contains("ONNX: a graph of opset 17");
        JsonNode twin = new JsonMapper()
                .readTree(Files.readString(model.resolve("model.json")))
                .path("onnx");
        assertThat(twin.path("greatestDifference").asDouble()).isBetween(0.0, 1e-5);

        assertWell(Cli.run("export-onnx", "--into", model.toString(), "--opset", "13"));
        assertThat(Files.readString(model.resolve("model.json")))
                .contains("\"opset\" : 13")
                .contains(card.strip().substring(0, card.strip().length() - 2).strip());

        Files.write(model.resolve("model.onnx"), new byte[] {1, 2, 3});
        for (Cli refused : List.of(
                Cli.run("model", "check", model.toString()),
                Cli.run("predict", model.toString(), rows().toString(), "--runtime", "onnx"))) {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("model.onnx is not what was saved: its hash differs");
        }
    }

    @Test
    void writesOneFile() throws IOException {
        Path model = train("model.zip", "train", "logistic-regression", "--setting", "epochs=2");
        Path file = folder.resolve("regression.onnx");

        assertThat(assertWell(Cli.run("export-onnx", model.toString(), "--out", file.toString())))
                .contains("SAME: ONNX Runtime 1.", "Written to " + file);
        assertThat(file).isNotEmptyFile();
        assertThat(assertWell(Cli.run("export-onnx", model.toString(), "--out", file.toString(), "--opset", "21")))
                .contains("SAME");

        Path other = folder.resolve("other.onnx");
        Cli refused = Cli.run("export-onnx", model.toString(), "--out", other.toString(), "--opset", "5");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--opset must be 13 to 21: 5");
        assertThat(Cli.run("export-onnx", "--out", other.toString()).err()).contains("no model is named");
        assertThat(Cli.run("export-onnx", model.toString(), "--into", model.toString())
                        .err())
                .contains("there are two models");
        assertThat(other).doesNotExist();
    }

    @Test
    void leavesNothingOfAModelThatCannotBeAGraph() throws IOException {
        Path model = train("model", "train", "knn");
        Path file = folder.resolve("knn.onnx");
        for (Cli refused : List.of(
                Cli.run("export-onnx", model.toString(), "--out", file.toString()),
                Cli.run("export-onnx", "--into", model.toString()),
                Cli.run("predict", model.toString(), rows().toString(), "--runtime", "onnx"))) {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("a model of knn cannot be an ONNX graph");
        }
        Files.delete(folder.resolve("rows.csv"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(model);
        }
        assertWell(Cli.run("model", "check", model.toString()));
    }
}
