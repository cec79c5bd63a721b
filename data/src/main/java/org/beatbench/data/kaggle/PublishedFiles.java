package org.beatbench.data.kaggle;

import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;

/** The two pairs of files that are published together. */
public enum PublishedFiles {
    /** Beats of the MIT-BIH records, of five classes, divided into training and test. */
    MITBIH(List.of("mitbih_train.csv", "mitbih_test.csv"), List.of("train", "test"), BeatClass.names()),

    /** Beats of the PTB diagnostic records, one file for each of two classes, not divided. */
    PTBDB(List.of("ptbdb_normal.csv", "ptbdb_abnormal.csv"), List.of("", ""), List.of("normal", "abnormal"));

    private final List<String> names;
    private final List<String> records;
    private final List<String> classes;

    PublishedFiles(List<String> names, List<String> records, List<String> classes) {
        this.names = names;
        this.records = records;
        this.classes = classes;
    }

    /** Their names, in the order they are read. */
    List<String> names() {
        return names;
    }

    /** The record of the beats of each file: its part of the division, or nothing. */
    List<String> records() {
        return records;
    }

    List<String> classes() {
        return classes;
    }

    /** Whether each file holds the rows of one class, in their order. */
    boolean areByClass() {
        return this == PTBDB;
    }

    RowForm form(int firstLabel) {
        return new RowForm(Form.row(BeatCutter.LENGTH), classes, true, true, firstLabel);
    }
}
