package org.beatbench.results;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.answers.Answers;
import org.beatbench.results.TableSchema.Field;

/** What the columns of files of answers are. */
final class AnswersSchema {

    private AnswersSchema() {}

    /** For beats of these classes. */
    static TableSchema of(List<String> classes) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.required(
                                "row",
                                TableSchema.Type.INTEGER,
                                "Row of the beat in its data set, from 0 on. Under the protocol seed,"
                                        + " whose mistake it is, a row may be answered several times.")
                        .with("minimum", 0),
                Field.optional("record", TableSchema.Type.STRING, "The recording; empty if unknown."),
                Field.optional("subject", TableSchema.Type.STRING, "The person; empty if unknown."),
                Field.required(
                                "position",
                                TableSchema.Type.INTEGER,
                                "Sample of the annotation in its recording; -1 if unknown.")
                        .with("minimum", -1),
                Field.required("truth", TableSchema.Type.STRING, "The true class.")
                        .with("enum", classes)));
        for (String name : classes) {
            fields.add(Field.required(
                            Answers.probabilityColumn(name),
                            TableSchema.Type.NUMBER,
                            "Probability that the model gave the class " + name
                                    + ": a 32-bit float, written so that reading gives the same bits.")
                    .with("minimum", 0)
                    .with("maximum", 1));
        }
        return new TableSchema(
                "Answers of a trial",
                "One row per beat asked for, in the order of the split. The class decided for is the one of the highest"
                        + " probability, of equals the first. Files: trials/*/test.csv.gz, validation.csv.gz and, named"
                        + " after the disturbance, robustness/*.csv.gz, gzip.",
                fields,
                List.of());
    }
}
