package org.beatbench.data.recording;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose record it is, as far as its header tells. */
public final class RecordSubject {

    private static final double MITDB_RATE = 360;
    private static final int MITDB_SAMPLES = 650_000;

    /** A comment that says nothing else: in the INCART database "patient 1", elsewhere "Subject ID: A12". */
    private static final Pattern PERSON =
            Pattern.compile("(?i)(patient|subject)(?:[ _-]?(?:id|no\\.?|number))?\\s*[:#=]?\\s*([\\w-]*\\d[\\w-]*)");

    private RecordSubject() {}

    /**
     * The subject of a record: whom a comment of its header names, or 201 for record 202 of the MIT-BIH Arrhythmia Database, which
     * was recorded from the same man as 201 (PhysioNet, mitdb, "MIT-BIH Arrhythmia Database Directory"); other people's records of
     * that name do not have its rate and length. Empty if nothing tells.
     */
    public static String of(String record, double rate, int size, List<String> comments) {
        if (record.equals("202") && rate == MITDB_RATE && size == MITDB_SAMPLES) {
            return "201";
        }
        return comments.stream()
                .map(comment -> PERSON.matcher(comment.strip()))
                .filter(Matcher::matches)
                .map(person -> person.group(1).toLowerCase(Locale.ROOT) + " " + person.group(2))
                .findFirst()
                .orElse("");
    }
}
