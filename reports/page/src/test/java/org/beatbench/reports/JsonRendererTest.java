package org.beatbench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.reports.chart.Cloud;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonRendererTest {

    private final JsonNode tiny = read(TinyReport.report());

    private static JsonNode read(Report report) {
        return new JsonMapper().readTree(new JsonRenderer().text(report));
    }

    @Test
    void namesTheTypeOfEachBlockAndChart() {
        List<String> blocks = new ArrayList<>();
        List<String> charts = new ArrayList<>();
        for (JsonNode section : tiny.get("sections")) {
            for (JsonNode block : section.get("blocks")) {
                blocks.add(block.get("type").asString());
                block.findValues("chart")
                        .forEach(chart -> charts.add(chart.get("type").asString()));
            }
        }
        assertThat(blocks).contains("prose", "facts", "table", "figure", "gallery");
        assertThat(charts)
                .containsExactly(
                        "bars",
                        "boxes",
                        "cloud",
                        "curves",
                        "diagonal",
                        "frontier",
                        "histogram",
                        "ladder",
                        "strips",
                        "traces",
                        "matrix",
                        "pairwise");
    }

    @Test
    void roundsNoNumber() {
        JsonNode bar = tiny.findValue("bars");
        assertThat(bar.get(0).get("estimate").get("value").doubleValue()).isEqualTo(0.8234567);
        JsonNode cell = tiny.get("sections")
                .get(1)
                .get("blocks")
                .get(0)
                .get("rows")
                .get(0)
                .get(1);
        assertThat(cell.get("text").asString()).isEqualTo("0.823");
        assertThat(cell.get("value").doubleValue()).isEqualTo(0.8234567);
        assertThat(cell.get("emphasis").asString()).isEqualTo("best");
        assertThat(tiny.findValue("difference").doubleValue()).isEqualTo(0.0123);
    }

    @Test
    void hasNoNumberWhereThereIsNone() {
        JsonNode missing = tiny.get("sections")
                .get(1)
                .get("blocks")
                .get(0)
                .get("rows")
                .get(1)
                .get(2);
        assertThat(missing.get("value").isNull()).isTrue();
        assertThat(new JsonRenderer().text(SampleReport.of(40))).doesNotContain("NaN", "Infinity");
    }

    @Test
    void keepsEveryPointOfAChart() {
        Report report = SampleReport.small();
        Cloud cloud = (Cloud) report.figures().stream()
                .filter(figure -> figure.id().equals("cloud"))
                .findFirst()
                .orElseThrow()
                .chart();
        JsonNode spots = read(report).findValues("chart").stream()
                .filter(chart -> chart.get("type").asString().equals("cloud"))
                .map(chart -> chart.get("groups").get(2).get("spots"))
                .findFirst()
                .orElseThrow();
        assertThat(spots).hasSize(cloud.groups().get(2).spots().size());
        assertThat(spots.get(7).get("x").doubleValue())
                .isEqualTo(cloud.groups().get(2).spots().get(7).x());
    }
}
