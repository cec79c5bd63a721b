package org.beatbench.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class PackingTest {

    private static byte[] bytes(Packing packing) {
        return Base64.getDecoder().decode(packing.text());
    }

    @Test
    void smallNumbersTakeAByte() {
        assertThat(bytes(new Packing().add(0).add(127).add(128).add(300)))
                .containsExactly(0, 127, (byte) 128, 1, (byte) (300 % 128 + 128), 2);
    }

    @Test
    void samplesAreStepsWithASign() {
        Packing packing = new Packing();
        long before = packing.addSample(5, 0);
        before = packing.addSample(EcgTrace.MISSING, before);
        before = packing.addSample(4, before);

        assertThat(before).isEqualTo(4);
        assertThat(bytes(packing)).containsExactly(11, 0, 2);
    }

    @Test
    void lengthsAreWhatIsWritten() {
        for (int step : new int[] {0, 1, -1, 63, -63, 64, -64, 8_000, -9_000, Integer.MAX_VALUE, -Integer.MAX_VALUE}) {
            Packing packing = new Packing();
            packing.addSample(step, 0);
            assertThat(packing.size()).as("%d", step).isEqualTo(Packing.length(step));
        }
    }
}
