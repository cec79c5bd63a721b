package org.beatbench.contract.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.beatbench.api.Hyper;
import org.beatbench.api.settings.Setting;
import org.junit.jupiter.api.Test;

class SettingValuesTest {

    /** Settings that several networks could share. */
    public record Training(
            @Hyper(value = "passes over the beats", min = 1, max = 99, tries = "3")
            int epochs,

            @Hyper("whether beats are shuffled") boolean shuffled) {

        public Training {
            if (epochs < 1) {
                throw new IllegalArgumentException("epochs must be at least 1: " + epochs);
            }
        }
    }

    /** Settings of one network. */
    public record Network(
            @Hyper(value = "layers", tries = "2") int depth, Training training) {}

    private static final Network SETTINGS = new Network(1, new Training(5, true));

    private final SettingValues values = SettingValues.of(SETTINGS);
    private final List<Setting> settings = values.settings();

    @Test
    void goesIntoRecordsInRecords() {
        assertThat(settings).extracting(Setting::name).containsExactly("depth", "epochs", "shuffled");
        assertThat(settings).extracting(values::others).containsExactly(List.of("2"), List.of("3"), List.of("false"));
        assertThat(SettingValues.illegal(settings.get(1))).containsExactly("0", "100");
    }

    @Test
    void wantsLimitsThatAreKeptAndNotNarrowed() {
        SettingValues.requireLimits(SETTINGS);

        assertThatThrownBy(() -> SettingValues.requireLimits(new Narrow(2)))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith("setting passes refuses 1, which its limits allow");
    }

    /** Its constructor knows better than its annotation. */
    public record Narrow(
            @Hyper(value = "passes", min = 1, max = 9) int passes) {

        public Narrow {
            if (passes < 2) {
                throw new IllegalArgumentException("passes must be at least 2: " + passes);
            }
        }
    }

    @Test
    void changesOneValueOnly() {
        assertThat(values.with(settings.get(0), "2")).isEqualTo(new Network(2, new Training(5, true)));
        assertThat(values.with(settings.get(1), "3")).isEqualTo(new Network(1, new Training(3, true)));
        assertThat(values.with(settings.get(2), "false")).isEqualTo(new Network(1, new Training(5, false)));
    }

    @Test
    void wantsEverySettingDocumented() {
        SettingValues.requireDocumented(SETTINGS);

        assertThatThrownBy(() -> SettingValues.requireDocumented(new Bare(1)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("must be annotated with @Hyper");
        assertThatThrownBy(() -> SettingValues.requireDocumented(new Beyond(10)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("a default is refused")
                .hasMessageContaining("passes must be 1 to 9: 10");
    }

    /** Tells nothing of its setting. */
    public record Bare(int passes) {}

    /** Its default is beyond its limits. */
    public record Beyond(
            @Hyper(value = "passes", min = 1, max = 9) int passes) {}
}
