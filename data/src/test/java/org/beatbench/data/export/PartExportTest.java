package org.beatbench.data.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartExportTest {

    private final Beats beats = Beats.builder(List.of("N", "S, or A"), 2)
            .add(new float[] {0, 0.5f}, new Beat(0, 2, 0.8, 0.8, "ann", "r1", 77, "N"))
            .add(new float[] {1, 0.25f}, new Beat(1, 2, 0.8, 0.8, "bob", "r2", 78, "A"))
            .add(new float[] {0, 0}, new Beat(0, 2, 0.8, 0.8, "", "r3", 79, "N"))
            .build();

    @TempDir
    private Path folder;

    @Test
    void writesTheRowsOfTheDataSetInTheOrderAskedFor() {
        PartExport.labelled(beats, Selection.of(2, 1, 1), folder.resolve("new/train.csv"), Progress.NONE);

        assertThat(folder.resolve("new/train.csv")).hasContent("""
                        row,subject,class,t000,t001
                        2,,N,0.00000000e+00,0.00000000e+00
                        1,bob,"S, or A",1.00000000e+00,2.50000000e-01
                        1,bob,"S, or A",1.00000000e+00,2.50000000e-01
                        """);
    }

    @Test
    void tellsNeitherClassNorSubjectOfBeatsToBeAnswered() {
        PartExport.sealed(beats, Selection.of(0, 1), folder.resolve("test.csv"), Progress.NONE);

        assertThat(folder.resolve("test.csv")).hasContent("""
                        row,t000,t001
                        0,0.00000000e+00,5.00000000e-01
                        1,1.00000000e+00,2.50000000e-01
                        """);
    }
}
