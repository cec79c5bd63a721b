package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfoTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "KNN", "k nn", "-knn", "9knn", "../knn"})
    void idsAreSafeAsNamesOfFolders(String id) {
        assertThatThrownBy(() -> new ClassifierInfo(id, "", "", "1", false, Map.of()))
                .hasMessage("id must be lower-case letters, digits and hyphens: " + id);
        assertThatThrownBy(() -> new DatasetInfo(id, "", "", "1", false, "", ""))
                .hasMessage("id must be lower-case letters, digits and hyphens: " + id);
    }

    @Test
    void librariesAreCopiedAndSorted() {
        Map<String, String> libraries = new HashMap<>(Map.of("tribuo", "4", "commons", "3"));
        ClassifierInfo info = new ClassifierInfo("knn", "KNN", "", "1", false, libraries);
        libraries.clear();
        assertThat(info.libraries()).containsExactly(Map.entry("commons", "3"), Map.entry("tribuo", "4"));
        assertThatThrownBy(() -> info.libraries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void classifiersGrowByWhatTheySay() {
        ClassifierInfo plain = ClassifierInfo.of("knn", "KNN", "Asks neighbours", "1");
        assertThat(plain).isEqualTo(new ClassifierInfo("knn", "KNN", "Asks neighbours", "1", false, Map.of()));
        assertThat(plain.cancellable()).isTrue();
        assertThat(plain.usingValidation()
                        .withLibrary("tribuo", "4")
                        .withLibrary("commons", "3")
                        .notCancellable())
                .isEqualTo(new ClassifierInfo(
                        "knn", "KNN", "Asks neighbours", "1", true, Map.of("tribuo", "4", "commons", "3"), false));
    }

    @Test
    void dataSetsGrowByWhatTheySay() {
        assertThat(DatasetInfo.of("mine", "Mine", "My beats", "1")
                        .ofComputedBeats()
                        .withLicence("CC0")
                        .withCitation("me"))
                .isEqualTo(new DatasetInfo("mine", "Mine", "My beats", "1", true, "CC0", "me"));
    }

    @Test
    void beatsGrowByWhatIsKnown() {
        assertThat(Beat.anonymous(1, 5)
                        .withSubject("ann")
                        .withPlace("r1", 77)
                        .withIntervals(0.8, 0.9)
                        .withSymbol("N"))
                .isEqualTo(new Beat(1, 5, 0.8, 0.9, "ann", "r1", 77, "N"));
    }

    @Test
    void contextsNeedAThread() {
        assertThatThrownBy(() -> new LoadContext(Form.row(187), List.of("N"), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoadContext(Form.row(0), List.of("N"), 1))
                .isInstanceOf(IllegalArgumentException.class);
        Beats none = Beats.builder(List.of("N"), 1).build();
        assertThatThrownBy(() -> new FitContext(none, 1, 0, Path.of("scratch"), Progress.NONE, Cancellation.NEVER))
                .hasMessage("threads must be at least 1: 0");
    }

    @Test
    void cancellationStopsOnlyWhenRequested() {
        Cancellation.NEVER.check();
        Cancellation requested = () -> true;
        assertThatThrownBy(requested::check).isInstanceOf(CancelledException.class);
    }
}
