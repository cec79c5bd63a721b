package org.beatbench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {

    @Test
    void writesATable() {
        Table table = new Table(
                "Ranked",
                "Protocol patients.",
                List.of(Table.Column.text("Classifier"), Table.Column.number("F1", "")),
                List.of(
                        List.of(
                                Cell.text("a|b*"),
                                Cell.text("0.9").with(Cell.Emphasis.BEST).withDetail("[0.8–1.0]")),
                        List.of(Cell.text("<b>"), Cell.missing())));
        assertThat(new MarkdownRenderer().render(table)).isEqualTo("""
                **Ranked**

                | Classifier | F1 |
                | --- | ---: |
                | a\\|b\\* | **0.9** [0.8–1.0] |
                | \\<b\\> | – |

                Protocol patients.
                """);
    }
}
