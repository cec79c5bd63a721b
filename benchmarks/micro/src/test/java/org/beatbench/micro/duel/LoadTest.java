package org.beatbench.micro.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void warnsOfWhatIsBusy() {
        assertThat(new Load(0.02).inWords()).isEqualTo("The machine was quiet before (2.0\u202f% of its processors).");
        assertThat(new Load(0.4).inWords()).contains("busy", "40.0\u202f%", "not for quoting");
        assertThat(new Load(-1).inWords()).contains("not known");
        assertThat(new Load(-1).isQuiet()).isFalse();
    }

    @Test
    void isAShare() throws IOException {
        assertThat(Load.now().share()).isLessThanOrEqualTo(1);
    }
}
