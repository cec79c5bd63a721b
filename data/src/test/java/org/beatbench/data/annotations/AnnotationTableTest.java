package org.beatbench.data.annotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationTableTest {

    @TempDir
    private Path folder;

    private List<Mark> read(String text) throws IOException {
        return AnnotationTable.read(Files.writeString(folder.resolve("marks.csv"), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample,symbol\n77,N\n370,V\n",
                "symbol;sample\nN;77\nV;370\n",
                "\ufeff\"Sample #\",\"Type\"\r\n77,N\r\n370,V\r\n",
                "time,r_peak,beat_type\n0.2,77,N\n1.0,370,V\n",
                "# by hand\nindex\tlabel\n77\tN\n\n370\tV\n",
                "77,N\n370,V\n",
                "77 N\n370 V\n",
                "N,77\nV,370\n",
                "    0:00.214       77     N    0    0    0\n    0:01.028      370     V    0    0    0\n",
                "[00:00:00.214 01/01/2020]       77     N    0    0    0\n[00:00:01.028 01/01/2020]      370     V    0    0    0\n",
            })
    void readsSamplesAndSymbols(String text) throws IOException {
        assertThat(read(text)).containsExactly(Mark.atSample(77, "N"), Mark.atSample(370, "V"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time,symbol\n0.5,Normal beat\n61.25,PVC\n",
                "Time (s),Type\n0.5,Normal beat\n61.25,PVC\n",
                "time_ms,type\n500,Normal beat\n61250,PVC\n",
                "Time [ms];Description\n500;Normal beat\n61250,0;PVC\n",
                "onset,duration,description\n0.5,0.0,Normal beat\n61.25,0.0,PVC\n",
                "time;symbol\n0,5;Normal beat\n61,25;PVC\n",
                "0.5,Normal beat\n61.25,PVC\n",
                "time,symbol\n0:00.500,Normal beat\n0:01:01.25,PVC\n",
                "seconds,class\n0.5,Normal beat\n61.25,PVC\n"
            })
    void readsTimesAndWords(String text) throws IOException {
        assertThat(read(text)).containsExactly(Mark.atTime(0.5, "Normal beat"), Mark.atTime(61.25, "PVC"));
    }

    @Test
    void readsPlacesAlone() throws IOException {
        assertThat(read("77\n370\n")).containsExactly(Mark.atSample(77, ""), Mark.atSample(370, ""));
        assertThat(read("0.2\n1\n")).containsExactly(Mark.atTime(0.2, ""), Mark.atTime(1, ""));
    }

    @Test
    void readsTheTextOfARhythmThatRdannPrints() throws IOException {
        assertThat(
                        read(
                                "      Time   Sample #  Type  Sub Chan  Num\tAux\n    0:00.050       18     +    0    0    0\t(N\n"))
                .containsExactly(Mark.atSample(18, "(N"));
    }

    @Test
    void namesLinesThatAreNoMarks() {
        assertThatThrownBy(() -> read("sample,symbol\n77,N\n-3,V\nx,N\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("marks.csv:3: the sample must be a whole number from 0 on: '-3'")
                .hasMessageContaining("marks.csv:4: the sample must be a whole number from 0 on: 'x'");
        assertThatThrownBy(() -> read("onset,description\n1970-01-01 00:00:01,N\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "the time must be a number, or hours, minutes and seconds: '1970-01-01 00:00:01'");
    }

    @Test
    void namesTablesThatAreNone() {
        assertThatThrownBy(() -> read("")).isInstanceOf(UserError.class).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("place,symbol\n1,N\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no column is called sample or time: place, symbol");
    }
}
