package org.beatbench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.html.SvgRenderer;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What reports say, kept as files beside the tests: byte by byte the same in every language and time zone, and no change goes
 * unseen. Charts are kept as their data, a page without its style, its script and its drawings.
 *
 * <p>After a change that is meant, {@code -Dgolden.renew=true} writes the files anew, and {@code git diff} shows what it did.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("reports", "page", "src", "test", "resources", "golden");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    @AfterEach
    void atHome() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @DisabledIfSystemProperty(named = "golden.renew", matches = "true")
    @CsvSource({
        "tr-TR, Europe/Istanbul",
        "ar-EG-u-nu-arab, Africa/Cairo",
        "en-US, America/Los_Angeles",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok"
    })
    void saysTheSameInEveryLanguageAndTimeZone(String language, String place) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(place));

        for (Map.Entry<String, String> file : files().entrySet()) {
            assertThat(file.getValue())
                    .as(file.getKey() + " (meant? then renew: mvn -pl reports/page -am test -Dtest=GoldenTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.renew=true)")
                    .isEqualTo(Files.readString(FOLDER.resolve(file.getKey())));
        }
    }

    @ParameterizedTest
    @CsvSource({"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai"})
    void drawsTheSameInEveryLanguage(String language) {
        Locale.setDefault(Locale.ROOT);
        String page = new HtmlRenderer().html(ComparisonReport.of(comparison()));
        String content = new JsonRenderer().text(ComparisonReport.of(comparison()));
        String drawings = drawings();
        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(new HtmlRenderer().html(ComparisonReport.of(comparison()))).isEqualTo(page);
        assertThat(new JsonRenderer().text(ComparisonReport.of(comparison()))).isEqualTo(content);
        assertThat(drawings()).isEqualTo(drawings);
    }

    @Test
    @EnabledIfSystemProperty(named = "golden.renew", matches = "true")
    void renew() throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path target = FOLDER.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        Report tiny = TinyReport.report();
        files.put("tiny/report.html", withoutLooks(new HtmlRenderer().html(tiny)));
        files.put("tiny/report.md", new MarkdownRenderer(List.of(FigureForm.values())).render(tiny));
        files.put("tiny/content.json", new JsonRenderer().text(tiny));
        files.put("tiny/figures.csv", data(tiny));
        files.put("tiny/README.md", new IndexRenderer(List.of(FigureForm.SVG, FigureForm.CSV)).text(tiny));
        Comparison comparison = comparison();
        Report report = ComparisonReport.of(comparison);
        files.put("comparison/report.md", new MarkdownRenderer().render(report));
        files.put("comparison/figures.csv", data(report));
        files.put("comparison/results.csv", ResultsTable.of(comparison).csv());
        Comparison imported = withImported();
        files.put("imported/report.md", new MarkdownRenderer().render(ComparisonReport.of(imported)));
        files.put("imported/results.csv", ResultsTable.of(imported).csv());
        return files;
    }

    /** A classifier that was run here beside one whose answers came from elsewhere. */
    private static Comparison withImported() {
        List<Trial> run = SampleRuns.trials(List.of("Here"), protocols(), 1);
        List<Trial> imported = SampleRuns.trials(List.of("Elsewhere"), protocols(), 1).stream()
                .map(SampleRuns::imported)
                .toList();
        List<RunRecord> runs = new ArrayList<>(SampleRuns.runs(run, trial -> 0.8));
        imported.forEach(trial -> runs.add(SampleRuns.runOfImported(trial, 0.9)));
        return Comparison.of(
                SampleRuns.plan(Stream.concat(run.stream(), imported.stream()).toList()), runs);
    }

    private static Map<String, List<String>> protocols() {
        Map<String, List<String>> protocols = new LinkedHashMap<>();
        protocols.put("beats", List.of("whole"));
        protocols.put("ds1-ds2", List.of("whole"));
        return protocols;
    }

    private static Comparison comparison() {
        List<Trial> trials = SampleRuns.trials(List.of("Istanbul İ", "Other"), protocols(), 1);
        return Comparison.of(
                SampleRuns.plan(trials),
                SampleRuns.runs(trials, trial -> trial.label().equals("Other") ? 0.7 : 0.85));
    }

    private static String data(Report report) {
        return report.figures().stream()
                .map(figure -> "# " + figure.id() + "\n" + figure.chart().data().csv())
                .collect(Collectors.joining("\n"));
    }

    private static String drawings() {
        SvgRenderer drawings = new SvgRenderer(FigureSize.PAGE);
        return SampleReport.small().figures().stream().map(drawings::svg).collect(Collectors.joining());
    }

    private static String withoutLooks(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "<style></style>")
                .replaceAll("(?s)<script>.*?</script>", "<script></script>")
                .replaceAll("(?s)(<svg[^>]*>).*?</svg>", "$1</svg>");
    }
}
