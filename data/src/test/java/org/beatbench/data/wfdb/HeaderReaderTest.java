package org.beatbench.data.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsAHeaderWithWindowsLineEnds() throws IOException {
        Header header = read("# before\r\n\r\nr 2 360/500.5(3) 650000 10:00:00 1/1/1990\r\n"
                + "r.dat 212 200 11 1024 995 -22131 0 MLII\r\n"
                + "r.dat 212 100(7)/uV 11 1024 1011 20052 0 lead V5\r\n"
                + "# 69 M 1085 1629 x1\r\n");
        assertThat(header.rate()).isEqualTo(360);
        assertThat(header.frames()).isEqualTo(650_000);
        assertThat(header.comments()).containsExactly("before", "69 M 1085 1629 x1");
        SignalLine first = header.signals().get(0);
        assertThat(first.gain()).isEqualTo(200);
        assertThat(first.baseline()).isEqualTo(1024);
        assertThat(first.units()).isEqualTo("mV");
        assertThat(first.initial()).hasValue(995);
        assertThat(first.checksum()).hasValue(-22131);
        SignalLine second = header.signals().get(1);
        assertThat(second.gain()).isEqualTo(100);
        assertThat(second.baseline()).isEqualTo(7);
        assertThat(second.units()).isEqualTo("uV");
        assertThat(second.lead()).isEqualTo("lead V5");
    }

    @Test
    void fillsInWhatTheFormatPrescribes() throws IOException {
        SignalLine signal = read("r 1\nr.dat 16\n").signals().get(0);
        assertThat(read("r 1\nr.dat 16\n").rate()).isEqualTo(250);
        assertThat(signal.gain()).isEqualTo(200);
        assertThat(signal.baseline()).isZero();
        assertThat(signal.checksum()).isEmpty();
        assertThat(signal.perFrame()).isOne();
        assertThat(signal.skew()).isZero();
        assertThat(read("r 1\nr.dat 16 0\n").signals().get(0).gain()).isEqualTo(200);
    }

    @Test
    void readsFramesSkewAndOffset() throws IOException {
        SignalLine signal = read("r 1 125 10\nr.dat 212x4:3+24\n").signals().get(0);
        assertThat(signal.perFrame()).isEqualTo(4);
        assertThat(signal.skew()).isEqualTo(3);
        assertThat(signal.offset()).isEqualTo(24);
    }

    @Test
    void readsSegments() throws IOException {
        Header header = read("r/3 2 360 21600\ns_layout 0\n~ 10800\ns1 10800\n# whole\n");
        assertThat(header.segments())
                .containsExactly(
                        new SegmentLine("s_layout", 0), new SegmentLine("~", 10_800), new SegmentLine("s1", 10_800));
        assertThat(header.comments()).containsExactly("whole");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    r/3 1 360 100             | 3 segments are announced, but 0 described
                    r/x 1 360 100;s 100       | number of segments must be a whole number: x
                    r/1 1 360 100;s           | a segment has a name and a number of samples
                    r/1 1 360 100;p/s 100     | a segment must lie beside the header: p/s
                    q/1 1 360 100;s 100       | the header is that of record q
                    q 1 360 100;r.dat 16      | the header is that of record q
                    r x 360                   | number of signals must be a whole number: x
                    r 0 360                   | at least 1 signal
                    r 1 0 100;r.dat 16        | rate must be above 0
                    r 1 fast 100;r.dat 16     | at most 1000000 samples a second: fast
                    r 1 1e300 100;r.dat 16    | at most 1000000 samples a second: 1e300
                    r 1 360 -1;r.dat 16       | must not be negative
                    r 2 360 100;r.dat 16      | 2 signals are announced, but 1 described
                    r 1 360 100;r.dat 17      | signal format 17 is not supported; supported are 8, 80, 212, 310, 311, 16, 61, 160, 24, 32, 508, 516, 524
                    r 1 360 100;r.dat 16x0    | number of samples in a frame must be 1 to 100000: 0
                    r 1 360 100;r.dat 0       | signal format 0 has no file: r.dat
                    r 1 360 100;r.dat sixteen | line 2: the signal format must be a number
                    r 1 360 100;r.dat 16 x/mV | gain must look like
                    r 1 360 100;r.dat 16 1e999 | line 2: the gain is no number: 1e999
                    r 1 360 100;../r.dat 16   | must lie beside the header
                    r 1 360 100;r.dat 16 200 11 x | ADC zero must be a whole number: x
                    """)
    void namesWhatIsWrong(String lines, String message) {
        assertThatThrownBy(() -> read(lines.replace(";", "\n")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("r.hea")
                .hasMessageContaining(message);
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThatThrownBy(() -> read("r 2 360 100\nr.dat 17 200\nr.dat 16 x\n"))
                .hasMessageContaining("line 2: signal format 17")
                .hasMessageContaining("line 3: the gain");
    }

    @Test
    void namesAnEmptyHeader() {
        assertThatThrownBy(() -> read("# nothing\n")).hasMessageContaining("the header is empty");
    }

    private Header read(String text) throws IOException {
        Files.writeString(folder.resolve("r.hea"), text);
        return HeaderReader.read(folder, "r");
    }
}
