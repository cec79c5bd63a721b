package org.beatbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void writesNumbersAsTheReportsDoInAnyLanguage() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Wording.count(109_446)).isEqualTo("109\u202f446");
            assertThat(Wording.share(0.76384)).isEqualTo("76.4\u202f%");
            assertThat(List.of(Wording.number(0), Wording.number(0.00123), Wording.number(0.3058)))
                    .containsExactly("0.000", "0.00123", "0.306");
            assertThat(List.of(Wording.number(1.234), Wording.number(12.34), Wording.number(123.4)))
                    .containsExactly("1.23", "12.3", "123");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void listsNames() {
        assertThat(Wording.listed(List.of())).isEmpty();
        assertThat(Wording.listed(List.of("S"))).isEqualTo("S");
        assertThat(Wording.listed(List.of("S", "V"))).isEqualTo("S and V");
        assertThat(Wording.listed(List.of("S", "V", "F"))).isEqualTo("S, V and F");
        assertThat(Wording.counted(1, "row", "rows")).isEqualTo("1 row");
    }
}
