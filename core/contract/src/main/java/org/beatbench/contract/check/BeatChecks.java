package org.beatbench.contract.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.jspecify.annotations.Nullable;

/** Who a data set is, and that its beats fit together. */
final class BeatChecks {

    /** How far an interval may be from that of two positions, which are whole numbers, relative to it. */
    private static final double ROUNDING = 0.01;

    static final List<Check<DatasetSubject>> ALL = List.of(
            Check.error(
                    "says-what-it-is",
                    "has a name, a summary and a version",
                    "fill in DatasetInfo, the same each time",
                    BeatChecks::saysWhatItIs),
            Check.error(
                    "is-listed-as-a-service",
                    "is named in META-INF/services",
                    "write the provider's full class name into META-INF/services/" + DatasetProvider.class.getName(),
                    subject -> SettingChecks.requireListed(DatasetProvider.class, subject.provider())),
            Check.error(
                    "documents-settings",
                    "has a text for every setting, and a default within its limits",
                    "annotate each component of the settings record with @Hyper",
                    subject ->
                            SettingValues.requireDocumented(subject.provider().defaults())),
            Check.error(
                    "keeps-setting-limits",
                    "takes numbers at the limits of a setting and refuses those just outside",
                    "give the component limits, @Hyper(min, max), which are kept for you; refuse no more in its record",
                    subject -> SettingValues.requireLimits(subject.settings())),
            Check.error(
                    "names-its-classes",
                    "has two classes or more with different names, and gives every beat one",
                    "leave out beats whose class is unknown",
                    BeatChecks::namesItsClasses),
            Check.error(
                    "gives-finite-samples",
                    "gives samples that are finite, and zeros after the end of a beat",
                    "leave out or mend beats with gaps; Beat.unpaddedLength says where the padding begins",
                    BeatChecks::givesFiniteSamples),
            Check.error(
                    "knows-a-rate-that-can-be",
                    "gives a rate above zero, the same each time, or none",
                    "give samples a second, or OptionalDouble.empty() if you do not know",
                    BeatChecks::knowsARateThatCanBe),
            Check.error(
                    "keeps-the-order-of-a-record",
                    "gives the beats of a record in their order and to one subject",
                    "give beats as they follow in the recording",
                    BeatChecks::keepsTheOrderOfARecord),
            Check.error(
                    "gives-intervals-that-fit",
                    "gives intervals in seconds that agree with the positions",
                    "divide by the rate of the recording; NaN is for what is unknown",
                    BeatChecks::givesIntervalsThatFit));

    private BeatChecks() {}

    private static void saysWhatItIs(DatasetSubject subject) {
        DatasetInfo info = subject.provider().info();
        SettingChecks.requireText(info.name(), "name");
        SettingChecks.requireText(info.summary(), "summary");
        SettingChecks.requireText(info.version(), "version");
        Expect.equal(subject.provider().info(), info, "the info of another instance");
    }

    private static void namesItsClasses(DatasetSubject subject) throws IOException {
        Beats beats = subject.load();
        Expect.that(beats.size() > 0, "there is not one beat");
        List<String> classes = beats.classes();
        Expect.that(classes.size() > 1, "there must be two classes at least: %s", classes);
        Expect.that(new HashSet<>(classes).size() == classes.size(), "two classes have one name: %s", classes);
        Expect.that(classes.stream().noneMatch(String::isBlank), "a class has no name: %s", classes);
        for (int row = 0; row < beats.size(); row++) {
            Expect.that(beats.label(row) != Beat.UNLABELLED, "beat %d has no class", row);
        }
    }

    private static void givesFiniteSamples(DatasetSubject subject) throws IOException {
        Beats beats = subject.load();
        for (int row = 0; row < beats.size(); row++) {
            int length = beats.beat(row).unpaddedLength();
            float[] samples = beats.samples().row(row);
            Expect.that(length > 0, "beat %d is nothing but padding", row);
            for (int i = 0; i < samples.length; i++) {
                if (!Float.isFinite(samples[i]) || (isPadding(beats, i, length) && samples[i] != 0)) {
                    throw new Broken("sample " + i + " of beat " + row + ", of which " + length + " are no padding: "
                            + samples[i]);
                }
            }
        }
    }

    /** Of one signal what is behind its length; other forms may have features there. */
    private static boolean isPadding(Beats beats, int column, int length) {
        return beats.form().single() && column >= length;
    }

    private static void knowsARateThatCanBe(DatasetSubject subject) {
        OptionalDouble rate = subject.rate();
        if (rate.isPresent()) {
            double value = rate.getAsDouble();
            Expect.that(value > 0 && Double.isFinite(value), "samples a second must be above 0: %s", value);
        }
        Expect.equal(subject.rate(), rate, "the rate when asked again");
    }

    private static void keepsTheOrderOfARecord(DatasetSubject subject) throws IOException {
        Map<String, Beat> last = new HashMap<>();
        for (Beat beat : subject.load().beats()) {
            Expect.that(
                    beat.position() < 0 || !beat.record().isEmpty(),
                    "it has a position in a record, and nobody knows in which: %s",
                    beat);
            @Nullable Beat before = beat.record().isEmpty() ? null : last.put(beat.record(), beat);
            if (before != null) {
                Expect.equal(beat.subject(), before.subject(), "subject of record " + beat.record());
                Expect.that(
                        beat.position() >= before.position(),
                        "positions in record %s do not ascend: %d after %d",
                        beat.record(),
                        beat.position(),
                        before.position());
            }
        }
    }

    /**
     * The rate of a recording is not told, but it is the same for all its intervals, and not below that of the beats. Where two
     * beats do not follow one another, one between them was left out, which only makes their distance longer.
     */
    private static void givesIntervalsThatFit(DatasetSubject subject) throws IOException {
        Map<String, List<Beat>> records = new TreeMap<>();
        for (Beat beat : subject.load().beats()) {
            for (double interval : new double[] {beat.rrBefore(), beat.rrAfter()}) {
                Expect.that(
                        Double.isNaN(interval) || (interval >= 0 && interval < Double.POSITIVE_INFINITY),
                        "an interval is in seconds, or NaN: %s",
                        beat);
            }
            if (beat.position() >= 0) {
                records.computeIfAbsent(beat.record(), record -> new ArrayList<>())
                        .add(beat);
            }
        }
        double rate = subject.rate().orElse(0);
        records.forEach((record, beats) -> requireAgreement(record, beats, rate));
    }

    private static void requireAgreement(String record, List<Beat> beats, double beatRate) {
        double rate = IntStream.range(1, beats.size())
                .filter(i -> beats.get(i).rrBefore() > 0
                        && beats.get(i).rrBefore() == beats.get(i - 1).rrAfter())
                .mapToDouble(i -> samples(beats, i) / beats.get(i).rrBefore())
                .min()
                .orElse(Double.NaN);
        Expect.that(
                Double.isNaN(rate) || rate > beatRate * (1 - ROUNDING),
                "by its intervals record %s has %s samples a second, and its beats %s",
                record,
                rate,
                beatRate);
        for (int i = 1; i < beats.size(); i++) {
            double before = beats.get(i - 1).rrAfter() * rate;
            double after = beats.get(i).rrBefore() * rate;
            double tolerance = 1 + ROUNDING * samples(beats, i);
            boolean isNext = Math.abs(after - samples(beats, i)) <= tolerance && Math.abs(before - after) <= tolerance;
            Expect.that(
                    isNext || !(before + after > samples(beats, i) + tolerance),
                    "intervals do not fit the positions at %s samples a second: %s, %s",
                    rate,
                    beats.get(i - 1),
                    beats.get(i));
        }
    }

    private static double samples(List<Beat> beats, int i) {
        return beats.get(i).position() - beats.get(i - 1).position();
    }
}
