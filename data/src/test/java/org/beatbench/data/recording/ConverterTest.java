package org.beatbench.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConverterTest {

    private static final Converter MIT_BIH = Converter.of(11, 1_024);

    @Test
    void isTheOneThatTheHeaderDescribes() {
        assertThat(MIT_BIH).isEqualTo(new Converter(0, 2_047));
        assertThat(Converter.of(0, 0)).as("12 bits unless it is told").isEqualTo(new Converter(-2_048, 2_047));
        assertThat(Converter.of(16, 0)).isEqualTo(new Converter(-32_768, 32_767));
        assertThat(Converter.of(99, Integer.MAX_VALUE).greatest()).isEqualTo(Integer.MAX_VALUE);
        assertThat(Converter.of(-3, Integer.MIN_VALUE).least()).isEqualTo(Integer.MIN_VALUE + 1);
    }

    @Test
    void writesStepsAndCutsOffWhatIsBeyondThem() {
        assertThat(MIT_BIH.write(1_000.4)).isEqualTo(1_000);
        assertThat(MIT_BIH.write(-7)).isZero();
        assertThat(MIT_BIH.write(9_999)).isEqualTo(2_047);
        assertThat(MIT_BIH.write(Double.NaN)).isEqualTo(Signal.MISSING);
    }

    @Test
    void isWiderThanAHeaderSaysThatErrs() {
        assertThat(MIT_BIH.including(new int[] {5, -3, Signal.MISSING, 3_000})).isEqualTo(new Converter(-3, 3_000));
        assertThat(MIT_BIH.including(new int[] {5})).isEqualTo(MIT_BIH);
    }

    @Test
    void writesASignalAgainAsItWas() {
        Signal signal = Signal.of("I", "mV", -200, 1_024, new int[] {0, 1_024, Signal.MISSING, 2_047})
                .by(MIT_BIH);
        double[] physical = new double[signal.size()];
        for (int i = 0; i < physical.length; i++) {
            physical[i] = signal.physical(i);
        }

        assertThat(signal.with(physical)).isEqualTo(signal);
        assertThatThrownBy(() -> signal.with(new double[3])).hasMessage("3 voltages for 4 samples");
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThatThrownBy(() -> new Converter(5, 4)).hasMessageContaining("not the range of a converter: 5 to 4");
    }
}
