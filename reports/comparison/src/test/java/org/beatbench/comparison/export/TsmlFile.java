package org.beatbench.comparison.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a file as tsml-eval does: the rules of {@code load_classifier_results} with {@code verify_values}, and of {@code
 * validate_results_file}, written down anew. Whatever they would stumble over is an {@link IllegalArgumentException}.
 */
record TsmlFile(
        String problem,
        String classifier,
        String split,
        int resample,
        String timeUnit,
        String comment,
        String parameters,
        double accuracy,
        List<Double> line3,
        List<Integer> truths,
        List<Integer> predictions,
        List<double[]> probabilities) {

    static TsmlFile read(Path file) throws IOException {
        // Python's readlines: a line break at the end starts no line.
        List<String> lines = List.of(Files.readString(file).split("\n"));
        String[] first = lines.get(0).split(",", -1);
        require(first.length >= 5, "the first line must have at least 5 values");
        String[] third = lines.get(2).split(",", -1);
        require(third.length == 9, "the third line must have 9 values");
        List<Double> numbers = new ArrayList<>();
        for (int i : new int[] {0, 1, 2, 3, 4, 5, 7, 8}) {
            numbers.add(Double.parseDouble(third[i]));
        }
        int classes = Integer.parseInt(third[5]);
        List<Integer> truths = new ArrayList<>();
        List<Integer> predictions = new ArrayList<>();
        List<double[]> probabilities = new ArrayList<>();
        int right = 0;
        for (String line : lines.subList(3, lines.size())) {
            String[] values = line.split(",", -1);
            require(values.length == 3 + classes, "more values would be times and descriptions: " + line);
            require(values[2].isEmpty(), "the third value must be empty: " + line);
            truths.add(Integer.parseInt(values[0]));
            predictions.add(Integer.parseInt(values[1]));
            double[] row = Arrays.stream(values, 3, 3 + classes)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            require(Math.abs(Arrays.stream(row).sum() - 1) <= 1e-5, "probabilities must sum to 1: " + line);
            probabilities.add(row);
            right += values[0].equals(values[1]) ? 1 : 0;
        }
        double accuracy = Double.parseDouble(third[0]);
        require(accuracy == right / (double) truths.size(), "the accuracy must be that of the rows: " + accuracy);
        return new TsmlFile(
                first[0],
                first[1],
                first[2],
                Integer.parseInt(first[3]),
                first[4],
                String.join(",", Arrays.copyOfRange(first, 5, first.length)),
                lines.get(1),
                accuracy,
                numbers,
                truths,
                predictions,
                probabilities);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
