package org.beatbench.contract.check;

import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.perturbation.PerturbableProvider;

/** All that every data set must do. */
public final class DatasetChecks {

    private DatasetChecks() {}

    /** The checks of a data set, with those of being disturbed if it can be. */
    public static List<Check<DatasetSubject>> of(DatasetProvider<?> provider) {
        return provider instanceof PerturbableProvider
                ? Stream.of(BeatChecks.ALL, LoadingChecks.ALL, PerturbationChecks.ALL)
                        .flatMap(List::stream)
                        .toList()
                : Stream.of(BeatChecks.ALL, LoadingChecks.ALL)
                        .flatMap(List::stream)
                        .toList();
    }
}
