package org.beatbench.data.recording;

/** Whose record it is. Nothing in the format tells, so a record is taken for a person, with one exception. */
public final class RecordSubject {

    private static final double MITDB_RATE = 360;
    private static final int MITDB_SAMPLES = 650_000;

    private RecordSubject() {}

    /**
     * The subject of a record: its name, but 201 for record 202 of the MIT-BIH Arrhythmia Database, which was recorded from
     * the same man as 201 (PhysioNet, mitdb, "MIT-BIH Arrhythmia Database Directory"). Other people's records of that name
     * do not have its rate and length.
     */
    public static String of(String record, double rate, int size) {
        boolean sameMan = record.equals("202") && rate == MITDB_RATE && size == MITDB_SAMPLES;
        return sameMan ? "201" : record;
    }
}
