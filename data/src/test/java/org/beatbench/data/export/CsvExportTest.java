package org.beatbench.data.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {

    @TempDir
    private Path folder;

    @Test
    void writesNamedColumnsInEveryLocale() throws IOException {
        Beats beats = Beats.builder(List.of("N", "S"), 3)
                .add(new float[] {0, 0.1f, 1}, new Beat(1, 3, Double.NaN, 0.8, "ann", "r1", 77, "A"))
                .add(
                        new float[] {0.5f, 0.25f, 0},
                        new Beat(Beat.UNLABELLED, 2, 293 / 360.0, Double.NaN, "", "a \"b\", c", -1, ""))
                .build();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            CsvExport.write(beats, folder.resolve("new/beats.csv"), Progress.NONE);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(folder.resolve("new/beats.csv")).hasContent("""
                        record,subject,position,symbol,class,unpadded_length,rr_before,rr_after,t000,t001,t002
                        r1,ann,77,A,S,3,,0.800000,0.00000000e+00,1.00000001e-01,1.00000000e+00
                        "a ""b"", c",,,,,2,0.813889,,5.00000000e-01,2.50000000e-01,0.00000000e+00
                        """);
        assertThat(folder.resolve("new").toFile().list()).hasSize(1);
    }
}
