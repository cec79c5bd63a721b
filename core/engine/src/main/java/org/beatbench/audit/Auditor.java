package org.beatbench.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Form;
import org.beatbench.api.Rows;
import org.beatbench.neighbours.Twins;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Split;
import org.jspecify.annotations.Nullable;

/** Checks splits of a data set for leaks: for anything by which the test part may be known before the test. */
public final class Auditor {

    /** Changes whenever the same split may get another verdict; part of the key of an audit. */
    static final String VERSION = "1";

    private final Beats beats;
    /** The first channel alone, in which beats are compared. */
    private final Beats rows;

    private final Twins twins;
    private final ScaledWithTest scaling;
    private final boolean takesRecordsForSubjects;
    private final int threads;
    private @Nullable ScaledWithTest featureScaling;

    private Auditor(Beats beats, boolean takesRecordsForSubjects, int threads) {
        this.beats = beats;
        this.takesRecordsForSubjects = takesRecordsForSubjects;
        this.rows = beats.firstChannel();
        this.twins = Twins.of(rows.samples());
        this.scaling = ScaledWithTest.of(rows.samples());
        this.threads = threads;
    }

    /**
     * An auditor for a whole data set, all beats labelled, whose subjects are known or said not to be.
     *
     * @param threads how many threads to use; the verdicts do not depend on it
     */
    public static Auditor of(Beats beats, int threads) {
        return of(beats, false, threads);
    }

    /**
     * An auditor for a whole data set, all beats labelled.
     *
     * @param takesRecordsForSubjects whether the subjects are only the records, since nothing tells whose these are
     * @param threads how many threads to use; the verdicts do not depend on it
     */
    public static Auditor of(Beats beats, boolean takesRecordsForSubjects, int threads) {
        return new Auditor(beats, takesRecordsForSubjects, threads);
    }

    /** Makes every check of one split. Samples are drawn with a fixed seed, so the same split always gets the same audit. */
    public List<Check> checks(Protocol protocol, Split split, Cancellation cancellation) {
        return checks(protocol, split, List.of(split), cancellation);
    }

    /**
     * Makes every check of one split, likewise.
     *
     * @param all the splits of the same protocol and seed, this one among them
     */
    public List<Check> checks(Protocol protocol, Split split, List<Split> all, Cancellation cancellation) {
        SplitRows splitRows = new SplitRows(rows, twins, protocol, split);
        Tally identical = IdenticalRows.tally(splitRows);
        List<Check> checks = new ArrayList<>();
        OneSidedClasses.check(splitRows, all).ifPresent(checks::add);
        checks.addAll(List.of(
                IdenticalRows.check(splitRows, identical),
                NearCopies.check(splitRows, threads, cancellation),
                Nearness.check(splitRows, threads, cancellation),
                SharedSubjects.check(splitRows, takesRecordsForSubjects),
                ResampledFirst.check(splitRows, identical),
                Interpolated.check(splitRows, threads, cancellation),
                scaling.check(splitRows)));
        checks.addAll(formChecks(protocol, split));
        return List.copyOf(checks);
    }

    /** The checks of what else beats are made of, where they are more than one signal; the beats themselves are not compared. */
    public List<Check> formChecks(Protocol protocol, Split split) {
        Form form = beats.form();
        if (form.features().isEmpty()) {
            return List.of();
        }
        SplitRows splitRows = new SplitRows(beats, twins, protocol, split);
        if (featureScaling == null) {
            featureScaling = ScaledWithTest.ofFeatures(columns(form.startOfFeatures(), form.width()));
        }
        return List.of(TellingFeatures.check(splitRows), featureScaling.check(splitRows));
    }

    private Rows columns(int from, int to) {
        Rows.Builder part = Rows.builder(to - from);
        for (int row = 0; row < beats.size(); row++) {
            part.add(Arrays.copyOfRange(beats.samples().row(row), from, to));
        }
        return part.build();
    }
}
