package org.beatbench.app.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Screen;

/** A matrix of trials as lines of text: a row for each classifier, a column for each protocol. */
final class MatrixText {

    private static final String GAP = "  ";

    private final Screen screen;

    MatrixText(Screen screen) {
        this.screen = screen;
    }

    List<String> lines(TrialMatrix matrix) {
        List<String> classifiers = matrix.cells().stream()
                .map(TrialMatrix.Cell::classifier)
                .distinct()
                .toList();
        List<String> protocols = matrix.cells().stream()
                .map(TrialMatrix.Cell::protocol)
                .distinct()
                .toList();
        int first = width(classifiers);
        Map<String, Integer> widths = new TreeMap<>();
        for (String protocol : protocols) {
            List<String> texts = new ArrayList<>(List.of(protocol));
            matrix.cells().stream()
                    .filter(cell -> cell.protocol().equals(protocol))
                    .forEach(cell -> texts.add(text(cell)));
            widths.put(protocol, width(texts));
        }
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(GAP).append(" ".repeat(first));
        protocols.forEach(protocol -> head.append(GAP).append(padded(protocol, widths.getOrDefault(protocol, 0))));
        lines.add(head.toString().stripTrailing());
        for (String classifier : classifiers) {
            StringBuilder line = new StringBuilder(GAP).append(padded(classifier, first));
            for (String protocol : protocols) {
                Optional<TrialMatrix.Cell> cell = matrix.cells().stream()
                        .filter(one -> one.classifier().equals(classifier)
                                && one.protocol().equals(protocol))
                        .findFirst();
                String text = cell.map(MatrixText::text).orElse("");
                String space = " ".repeat(widths.getOrDefault(protocol, 0) - letters(text));
                line.append(GAP)
                        .append(cell.map(one -> screen.paint(ink(one), text)).orElse(""))
                        .append(space);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String text(TrialMatrix.Cell cell) {
        return cell.completed() + "/" + cell.trials() + (cell.failed() == 0 ? "" : ", " + cell.failed() + " failed");
    }

    private static Ink ink(TrialMatrix.Cell cell) {
        if (cell.failed() > 0) {
            return Ink.BAD;
        }
        return cell.isUnfinished() ? Ink.WARNING : Ink.GOOD;
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(MatrixText::letters).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - letters(text));
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }
}
