package org.beatbench.data.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording gives the same beats whatever format it is in. */
class RecordingTwinsTest {

    @TempDir
    private Path data;

    private <S extends Record> Beats load(DatasetProvider<S> provider) throws IOException {
        return provider.load(provider.defaults(), new DatasetContext(data, Progress.NONE, Cancellation.NEVER));
    }

    private Beats original() throws IOException {
        MadeRecords.write(Files.createDirectory(data.resolve("wfdb")));
        return load(new WfdbProvider());
    }

    @Test
    void edfGivesTheBeatsOfWfdb() throws IOException {
        RecordingTwins.writeEdf(Files.createDirectory(data.resolve("edf")));

        Beats beats = load(new EdfProvider());

        assertThat(beats).isEqualTo(original());
    }

    @Test
    void signalCsvGivesTheBeatsOfWfdb() throws IOException {
        RecordingTwins.writeSignalCsv(Files.createDirectory(data.resolve("signal-csv")));

        Beats beats = load(new SignalCsvProvider());

        assertThat(beats).isEqualTo(original());
    }

    @Test
    void edfOfBioSigGivesTheBeatsOfWfdbWithinItsSteps() throws IOException {
        RecordingTwins.writeEdfLikeBioSig(Files.createDirectory(data.resolve("edf")));

        Beats beats = load(new EdfProvider());
        Beats original = original();

        assertThat(beats.beats()).isEqualTo(original.beats());
        for (int row = 0; row < beats.size(); row++) {
            assertThat(beats.samples().row(row))
                    .containsExactly(original.samples().row(row), within(1e-4f));
        }
    }
}
