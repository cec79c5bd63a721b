package org.beatbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AuditPhrasesTest {

    @Test
    void writesNumbersAsTheReportsDoInAnyLanguage() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(AuditPhrases.count(109_446)).isEqualTo("109\u202f446");
            assertThat(AuditPhrases.share(0.76384)).isEqualTo("76.4\u202f%");
            assertThat(List.of(AuditPhrases.number(0), AuditPhrases.number(0.00123), AuditPhrases.number(0.3058)))
                    .containsExactly("0.000", "0.00123", "0.306");
            assertThat(List.of(AuditPhrases.number(1.234), AuditPhrases.number(12.34), AuditPhrases.number(123.4)))
                    .containsExactly("1.23", "12.3", "123");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void listsNames() {
        assertThat(AuditPhrases.listed(List.of())).isEmpty();
        assertThat(AuditPhrases.listed(List.of("S"))).isEqualTo("S");
        assertThat(AuditPhrases.listed(List.of("S", "V"))).isEqualTo("S and V");
        assertThat(AuditPhrases.listed(List.of("S", "V", "F"))).isEqualTo("S, V and F");
        assertThat(AuditPhrases.counted(1, "row", "rows")).isEqualTo("1 row");
    }
}
