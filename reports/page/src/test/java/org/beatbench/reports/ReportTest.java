package org.beatbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void reportsThatSayTheSameAreEqual() {
        assertThat(SampleReport.small()).isEqualTo(SampleReport.small());
        assertThat(SampleReport.small()).isNotEqualTo(SampleReport.of(4));
    }

    @Test
    void findsFiguresInsideGalleries() {
        assertThat(SampleReport.small().figures())
                .extracting(Figure::id)
                .contains("ladder", "confusion-1", "confusion-2", "traces");
    }

    @Test
    void canBeReducedToSomeFigures() {
        Report some = SampleReport.small()
                .only(figure ->
                        figure.id().startsWith("confusion-") || figure.id().equals("traces"));
        assertThat(some.figures()).extracting(Figure::id).containsExactly("confusion-1", "confusion-2", "traces");
        assertThat(some.sections()).extracting(Section::id).containsExactly("matrices", "beats");
        assertThat(some.titled("Other").title()).isEqualTo("Other");
        assertThat(some.titled("Other").sections()).isEqualTo(some.sections());
    }

    @Test
    void refusesTwoPlacesOfOneName() {
        Section section = new Section("same", "Same", List.of());
        assertThatThrownBy(() -> new Report("", "", List.of(section, section)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
    }

    @Test
    void refusesIdsThatLeaveTheFolder() {
        assertThatThrownBy(() -> new Section("../up", "Up", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesRowsThatDoNotFitTheirColumns() {
        assertThatThrownBy(() -> new Table(
                        "t", "", List.of(Table.Column.text("one")), List.of(List.of(Cell.count(1), Cell.count(2)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesNothingAsADashAndNeverAsNotANumber() {
        assertThat(Cell.share(Double.NaN)).isEqualTo(Cell.missing());
        assertThat(Cell.missing().text()).isEqualTo("–");
    }
}
