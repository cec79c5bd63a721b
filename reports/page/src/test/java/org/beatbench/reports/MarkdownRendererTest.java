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

    @Test
    void whatPlugInsSayIsNeverMarkup() {
        String text = new MarkdownRenderer().render(SampleReport.of(4));
        assertThat(text).doesNotContain("<script>").contains("\\<script\\>alert");
        Report report = new Report(
                "A [link](https://example.org/a_b) &lt; ~~b~~",
                "- no list",
                List.of(new Section("one", "One", List.of(Prose.command("echo ```")))));
        assertThat(new MarkdownRenderer().render(report)).isEqualTo("""
                # A [link\\](<https://example.org/a_b>) \\&lt; \\~\\~b\\~\\~

                \\- no list

                ## One

                ````sh
                echo ```
                ````
                """);
    }

    @Test
    void linksTheFilesThatThereAre() {
        String all = new MarkdownRenderer(List.of(FigureForm.values())).render(TinyReport.report());
        assertThat(all)
                .contains("![Made-up values: bars.](figures/bars.png)")
                .contains(
                        "[PNG](figures/bars.png) · [SVG](figures/bars.svg) · [PDF](figures/bars.pdf) · [CSV](figures/bars.csv)");
        assertThat(new MarkdownRenderer(List.of(FigureForm.SVG)).render(TinyReport.report()))
                .contains("![Made-up values: bars.](figures/bars.svg)")
                .doesNotContain(".png", ".csv");
        assertThat(new MarkdownRenderer().render(TinyReport.report()))
                .contains("### Bars\n\nWhat to see in bars.\n")
                .doesNotContain("](figures");
    }
}
