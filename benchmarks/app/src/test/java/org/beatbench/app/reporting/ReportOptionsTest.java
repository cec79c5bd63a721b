package org.beatbench.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.app.shell.Browser;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.publication.ReportForm;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReportOptionsTest {

    private static final Path PAGE = Path.of("report.html").toAbsolutePath();

    private static String shown(String... options) {
        StringWriter out = new StringWriter();
        CommandLine.populateCommand(new ReportOptions(), options)
                .show("Report", PAGE, new PrintWriter(out, true), new Browser(List.of()));
        return out.toString();
    }

    private static ReportForm form(String... options) {
        return CommandLine.populateCommand(new ReportOptions(), options).form();
    }

    @Test
    void opensAPageOnlyWhenAskedTo() {
        assertThat(shown()).isEqualTo("Report: " + PAGE.toUri() + System.lineSeparator());
        assertThat(shown("--open")).contains("Not opened: there is no display here. Open the address above by hand.");
    }

    @Test
    void asksForThePageAndAllFiguresUnlessToldOtherwise() {
        assertThat(form()).isEqualTo(ReportForm.USUAL);
        assertThat(form("--format", "csv,HTML,csv").formats()).containsExactly("html", "csv");
        assertThat(form("--figures").formats()).containsExactly("png", "svg", "csv");
        assertThat(form("--figures").isOfFiguresOnly()).isTrue();
        assertThat(form("--figures=a,b", "--figures=c").figures()).containsExactly("a", "b", "c");
    }

    @Test
    void makesFiguresForPapersAndSlides() {
        ReportForm column = form("--figures=a", "--width", "8cm");
        assertThat(column.size()).isEqualTo(FigureSize.COLUMN);
        assertThat(column.formats()).containsExactly("png", "svg", "pdf");
        assertThat(form("--figures", "--width=slide", "--format=pdf").formats()).containsExactly("pdf");
        assertThat(form("--width=17cm").formats()).isEqualTo(ReportForm.USUAL.formats());
        assertThat(form("--figures=a").size()).isEqualTo(FigureSize.PAGE);
        assertThat(column.with(form("--figures=b")).size())
                .as("what is in a folder is made anew together, as it was asked for last")
                .isEqualTo(FigureSize.COLUMN);
    }

    @Test
    void keepsWhatAFolderHadBefore() {
        ReportForm some = form("--figures=a", "--format=svg");
        assertThat(some.with(form("--figures=b", "--format=csv", "--title=Old")))
                .isEqualTo(new ReportForm(List.of("svg", "csv"), List.of("a", "b"), "", null));
        assertThat(some.with(ReportForm.USUAL)).isEqualTo(ReportForm.USUAL);
        assertThat(form("--format=md").with(some).isOfFiguresOnly()).isFalse();
    }
}
