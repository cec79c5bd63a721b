package org.beatbench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.beatbench.reports.html.SvgRenderer;
import org.beatbench.reports.image.PdfRenderer;
import org.beatbench.reports.image.PngRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexRendererTest {

    @TempDir
    private Path folder;

    @Test
    void namesEveryFileOfEveryFigureOnce() throws IOException {
        Report report = SampleReport.small();
        List<Renderer> renderers = List.of(
                new PngRenderer(FigureSize.PAGE),
                new SvgRenderer(FigureSize.PAGE),
                new PdfRenderer(FigureSize.PAGE),
                new CsvRenderer(),
                new IndexRenderer(List.of(FigureForm.values())));
        for (Renderer renderer : renderers) {
            renderer.render(report, folder);
        }
        String index = Files.readString(folder.resolve("figures/README.md"));
        List<String> links = Pattern.compile("(?<!\\!)\\[[A-Z]+\\]\\(([^)]*)\\)")
                .matcher(index)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(links).hasSize(4 * report.figures().size()).doesNotHaveDuplicates();
        assertThat(links)
                .allSatisfy(link ->
                        assertThat(folder.resolve("figures").resolve(link)).isNotEmptyFile());
        for (Figure figure : report.figures()) {
            assertThat(folder.resolve("figures/" + figure.id() + ".csv"))
                    .hasContent(figure.chart().data().csv());
        }
    }

    @Test
    void leavesOutSectionsWithoutFigures() {
        assertThat(new IndexRenderer(List.of(FigureForm.PNG)).text(SampleReport.small()))
                .contains("## Charts", "## Matrices", "![")
                .doesNotContain("## Words", "SVG");
    }
}
