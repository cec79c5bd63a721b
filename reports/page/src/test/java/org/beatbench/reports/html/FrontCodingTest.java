package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontCodingTest {

    @Test
    void saysOfALineWhatTheOneBeforeHadNot() {
        assertThat(FrontCoding.encode("a,b,1\na,b,22\n\nx y\n")).isEqualTo("0 a,b,1\n4 22\n0 \n0 x y\n0 ");
    }
}
