package org.beatbench.contract.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.beatbench.api.Hyper;
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

    private final List<SettingValues> settings = SettingValues.of(SETTINGS);

    @Test
    void goesIntoRecordsInRecords() {
        assertThat(settings)
                .extracting(SettingValues::toString)
                .containsExactly("depth", "training.epochs", "training.shuffled");
        assertThat(settings).extracting(setting -> setting.in(SETTINGS)).containsExactly(1, 5, true);
        assertThat(settings)
                .extracting(setting -> setting.others(SETTINGS))
                .containsExactly(List.of(2), List.of(3), List.of(false));
        assertThat(settings.get(1).illegal()).containsExactly(0, 100);
    }

    @Test
    void wantsLimitsThatAreKeptAndNotNarrowed() {
        SettingValues.requireLimits(SETTINGS, SETTINGS);

        assertThatThrownBy(() -> SettingValues.requireLimits(new Narrow(2), new Narrow(2)))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith("setting passes refuses 1, which its @Hyper allows");
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
        assertThat(settings.get(0).with(SETTINGS, 2)).isEqualTo(new Network(2, new Training(5, true)));
        assertThat(settings.get(1).with(SETTINGS, 3)).isEqualTo(new Network(1, new Training(3, true)));
        assertThat(settings.get(2).with(SETTINGS, false)).isEqualTo(new Network(1, new Training(5, false)));
    }

    @Test
    void passesOnWhatARecordRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.get(1).with(SETTINGS, 0))
                .withMessage("epochs must be at least 1: 0");
    }
}
