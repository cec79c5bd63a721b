package org.beatbench.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.beatbench.api.Hyper;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;

class SettingsSchemaTest {

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Everything(
            @Hyper(
                    value = "a count",
                    min = 1,
                    max = 9,
                    tries = {"2", "3"})
            int wholeNumber,

            @Hyper("a long") long big,
            @Hyper(value = "a share", min = 0, max = 1) double share,
            @Hyper("a switch") boolean on,
            @Hyper("a name") String name,
            @Hyper("a colour") Colour colour) {

        Everything {
            if (name.equals("forbidden")) {
                throw new IllegalArgumentException("this name is forbidden");
            }
        }
    }

    record Undocumented(int x) {}

    record Training(
            @Hyper(value = "passes over the beats", min = 1) int epochs,
            @Hyper("size of a step") double learningRate) {

        Training {
            if (epochs > 100) {
                throw new IllegalArgumentException("nobody waits for " + epochs + " epochs");
            }
        }
    }

    record Stopping(@Hyper("epochs to wait") int patience) {

        Stopping {
            if (patience > 10) {
                throw new IllegalArgumentException("patience has an end");
            }
        }
    }

    record Schedule(Training training, Stopping stopping) {}

    record Network(
            @Hyper("layers") int depth,
            Schedule schedule,
            @Hyper("a colour") Colour colour) {}

    record Clashing(@Hyper("a count") int epochs, Training training) {}

    record Annotated(@Hyper("how it learns") Training training) {}

    private static final Everything DEFAULTS = new Everything(1, 2, 0.5, false, "n", Colour.RED);
    private static final SettingsSchema<Everything> SCHEMA = SettingsSchema.of(DEFAULTS);

    @Test
    void bindsEveryKindOfValueAndKeepsDefaultsForTheRest() {
        assertThat(SCHEMA.bind(Map.of(), "here")).isEqualTo(DEFAULTS);
        assertThat(SCHEMA.bind(
                        Map.of(
                                "whole-number",
                                4,
                                "big",
                                "77",
                                "share",
                                1,
                                "on",
                                true,
                                "name",
                                "x",
                                "colour",
                                "dark-blue"),
                        "here"))
                .isEqualTo(new Everything(4, 77, 1, true, "x", Colour.DARK_BLUE));
    }

    @Test
    void bindsWhatItDescribes() {
        Everything other = new Everything(9, -3, 0.125, true, "y", Colour.DARK_BLUE);

        assertThat(SCHEMA.bind(SCHEMA.describe(other), "here")).isEqualTo(other);
    }

    @Test
    void describesNamesRangesAndChoices() {
        assertThat(SCHEMA.settings())
                .extracting(Setting::name)
                .containsExactly("whole-number", "big", "share", "on", "name", "colour");
        assertThat(SCHEMA.settings().get(0).range()).isEqualTo("1 to 9");
        assertThat(SCHEMA.settings().get(0).tries()).containsExactly("2", "3");
        assertThat(SCHEMA.settings().get(5).choices()).containsExactly("red", "dark-blue");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> SCHEMA.bind(
                        Map.of("hole-number", 4, "big", "1.5", "share", Double.NaN, "on", "yes", "colour", "dark-blu"),
                        "here"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unknown setting hole-number; did you mean whole-number?")
                .hasMessageContaining("big must be a whole number: 1.5")
                .hasMessageContaining("share must be 0 to 1: NaN")
                .hasMessageContaining("on must be true or false: yes")
                .hasMessageContaining("colour: unknown value dark-blu; did you mean dark-blue?");
    }

    @Test
    void passesOnWhatTheRecordItselfRefuses() {
        assertThatThrownBy(() -> SCHEMA.bind(Map.of("name", "forbidden"), "here"))
                .isInstanceOf(UserError.class)
                .hasMessage("here: this name is forbidden");
    }

    @Test
    void refusesSettingsThatAreNotDocumented() {
        assertThatThrownBy(() -> SettingsSchema.of(new Undocumented(1))).hasMessageContaining("@Hyper");
    }

    @Test
    void flattensRecordsInRecords() {
        Network defaults = new Network(3, new Schedule(new Training(30, 0.001), new Stopping(5)), Colour.RED);
        SettingsSchema<Network> schema = SettingsSchema.of(defaults);

        assertThat(schema.settings())
                .extracting(Setting::name)
                .containsExactly("depth", "epochs", "learning-rate", "patience", "colour");
        assertThat(schema.settings().get(1).range()).isEqualTo("at least 1");
        assertThat(schema.describe(defaults))
                .containsExactly(
                        Map.entry("colour", "red"),
                        Map.entry("depth", "3"),
                        Map.entry("epochs", "30"),
                        Map.entry("learning-rate", "0.001"),
                        Map.entry("patience", "5"));
        assertThat(schema.bind(Map.of(), "here")).isEqualTo(defaults);
        Network other = new Network(4, new Schedule(new Training(7, 0.5), new Stopping(6)), Colour.DARK_BLUE);
        assertThat(schema.bind(schema.describe(other), "here")).isEqualTo(other);
        assertThat(schema.bind(Map.of("learning-rate", 0.01), "here"))
                .isEqualTo(new Network(3, new Schedule(new Training(30, 0.01), new Stopping(5)), Colour.RED));
    }

    @Test
    void passesOnAllThatRecordsInRecordsRefuse() {
        SettingsSchema<Network> schema =
                SettingsSchema.of(new Network(3, new Schedule(new Training(30, 0.001), new Stopping(5)), Colour.RED));

        assertThatThrownBy(() -> schema.bind(Map.of("epochs", 0, "pateince", 3), "here"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unknown setting pateince; did you mean patience?")
                .hasMessageContaining("epochs must be at least 1: 0");
        assertThatThrownBy(() -> schema.bind(Map.of("epochs", 101, "patience", 11), "here"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nobody waits for 101 epochs")
                .hasMessageContaining("patience has an end");
    }

    @Test
    void refusesTwoSettingsOfOneName() {
        assertThatThrownBy(() -> SettingsSchema.of(new Clashing(1, new Training(30, 0.001))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two settings are called epochs: epochs of " + Clashing.class.getName() + " and epochs of "
                        + Training.class.getName());
    }

    @Test
    void refusesAnAnnotatedRecord() {
        assertThatThrownBy(() -> SettingsSchema.of(new Annotated(new Training(30, 0.001))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component training of " + Annotated.class.getName());
    }

    record Grown(
            @Hyper("of old") int first,
            @Hyper(value = "came later", added = true) boolean later) {}

    @Test
    void leavesOutWhatCameLaterWhileItChangesNothing() {
        SettingsSchema<Grown> schema = SettingsSchema.of(new Grown(1, false));

        assertThat(schema.describe(new Grown(2, false))).isEqualTo(Map.of("first", "2"));
        assertThat(schema.describe(new Grown(2, true))).isEqualTo(Map.of("first", "2", "later", "true"));
        assertThat(schema.settings()).as("what there is to know").hasSize(2);
    }
}
