package org.beatbench.plugins.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.api.settings.Setting;
import org.beatbench.api.settings.SettingsSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs here are shell scripts, which are everywhere; those in Python and R are tested where they lie. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class ProcessProviderTest {

    private static final String HELLO = "read hello; echo '{\"beatbench\":1}'\n";

    private static final String DESCRIBE = """
            read request
            echo '{"ok":{"id":"copy","name":"Copy","summary":"Copies.","version":"1","libraries":{"sh":"5"},"settings":[
            {"name":"trees","text":"how many","default":10,"min":1,"max":99,"tries":[3]},
            {"name":"share","text":"how much","default":0.5},
            {"name":"deep","text":"whether","default":false},
            {"name":"kind","text":"which","default":"plain"}]}}' | tr -d '\\n'
            echo
            """;

    private static final String FIT = """
            case $request in *'"verb":"fit"'*)
              echo "$request" > fit.json
              echo '{"progress":{"stage":"tree","done":1,"total":2}}'; read reply
              echo '{"epoch":{"number":1,"planned":3,"training_loss":0.5,"seconds":2}}'; read reply
              echo '{"ok":{}}'; echo trained >&2;;
            """;

    private static final String GOOD = HELLO + """
            while read request; do
            """ + FIT + """
              *'"verb":"describe"'*) sh describe.sh;;
              *'"verb":"predict"'*)
                answers=$(printf %s "$request" | sed 's/.*"answers":"\\([^"]*\\)".*/\\1/')
                cp answers.npy "$answers"; echo '{"ok":{}}';;
              *'"verb":"save"'*)
                folder=$(printf %s "$request" | sed 's/.*"folder":"\\([^"]*\\)".*/\\1/')
                echo model > "$folder/model.txt"; echo '{"ok":{}}';;
              *'"verb":"load"'*)
                folder=$(printf %s "$request" | sed 's/.*"folder":"\\([^"]*\\)".*/\\1/')
                if [ -f "$folder/model.txt" ]; then echo '{"ok":{}}'; else echo '{"error":"there is no model.txt"}'; fi;;
              *'"verb":"bye"'*) exit;;
            esac; done
            """;

    private static final Beats BEATS = Beats.builder(List.of("A", "B"), 2)
            .add(new float[] {1, 2}, Beat.anonymous(0, 2))
            .add(new float[] {3, 4}, Beat.anonymous(1, 2))
            .build();

    private static final Rows ANSWERS = Rows.of(new float[] {0.75F, 0.25F, 0, 1}, 2);

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<String> told = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();

    private final Progress progress = new Progress() {
        @Override
        public void advanced(String stage, long done, long total) {
            told.add(stage + " " + done + "/" + total);
        }

        @Override
        public void epoch(Epoch epoch) {
            epochs.add(epoch);
        }
    };

    @BeforeEach
    void answers() throws IOException {
        Npy.write(folder.resolve("answers.npy"), ANSWERS);
        Files.writeString(folder.resolve("describe.sh"), DESCRIBE.substring(DESCRIBE.indexOf('\n') + 1));
    }

    @Test
    void isNoProgramWithoutManifest() throws IOException {
        assertThat(ProcessProvider.in(folder)).isEmpty();
    }

    @Test
    void tellsWhoItIs() throws IOException {
        ProcessProvider provider = provider(GOOD);

        assertThat(provider.info().id()).isEqualTo("copy");
        assertThat(provider.info().libraries()).containsExactly(Map.entry("sh", "5"));
        SettingsSchema<?> schema = SettingsSchema.of(provider.defaults());
        assertThat(schema.settings())
                .extracting(Setting::name, Setting::kind, Setting::defaultValue, Setting::range)
                .containsExactly(
                        tuple("trees", "whole number", "10", "1 to 99"),
                        tuple("share", "number", "0.5", ""),
                        tuple("deep", "true or false", "false", ""),
                        tuple("kind", "text", "plain", ""));
        assertThatThrownBy(() -> schema.bind(Map.of("trees", "100", "tree", 1), "copy"))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("trees must be 1 to 99: 100", "unknown setting tree");
    }

    @Test
    void fitsAnswersSavesAndLoads() throws IOException {
        ProcessProvider provider = provider(GOOD);
        Path saved = Files.createDirectory(scratch.resolve("saved"));
        var settings = SettingsSchema.of(provider.defaults()).bind(Map.of("trees", 7, "share", 0.25), "copy");

        try (TrainedModel model = provider.create(settings).fit(BEATS, context())) {
            assertThat(model.predict(BEATS).probabilities()).isEqualTo(ANSWERS);
            model.save(saved);
        }
        assertThat(told).containsExactly("tree 1/2");
        assertThat(epochs).singleElement().satisfies(epoch -> {
            assertThat(epoch.trainingLoss()).isEqualTo(0.5);
            assertThat(epoch.validationLoss()).isNaN();
            assertThat(epoch.time()).isEqualTo(Duration.ofSeconds(2));
        });
        assertThat(Files.readString(folder.resolve("fit.json")))
                .contains(
                        "\"trees\":7",
                        "\"share\":0.25",
                        "\"deep\":false",
                        "\"kind\":\"plain\"",
                        "\"classes\":[\"A\",\"B\"]",
                        "\"validation\":null",
                        "\"seed\":5",
                        "\"threads\":2");
        assertThat(scratch).isDirectoryNotContaining(file -> file.toString().endsWith(".npy"));

        LoadContext context = new LoadContext(BEATS.form(), BEATS.classes(), 1);
        try (TrainedModel model = provider.load(saved, context)) {
            assertThat(model.predict(BEATS).probabilities()).isEqualTo(ANSWERS);
        }
        assertThatThrownBy(() -> provider.load(folder, context))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no model.txt");
    }

    @Test
    void isAskedAgainAfterAnError() throws IOException {
        ProcessProvider provider = provider(GOOD);
        Beats three = Beats.builder(BEATS.classes(), 2)
                .add(new float[] {1, 2}, Beat.anonymous(0, 2))
                .add(new float[] {1, 2}, Beat.anonymous(0, 2))
                .add(new float[] {1, 2}, Beat.anonymous(0, 2))
                .build();
        try (TrainedModel model = provider.create(provider.defaults()).fit(BEATS, context())) {
            assertThatThrownBy(() -> model.predict(three)).hasMessageContaining("has the shape (2,2), wanted is (3,2)");
            assertThat(model.predict(BEATS).probabilities()).isEqualTo(ANSWERS);
        }
    }

    @Test
    void stopsIfItIsToldTo() throws IOException {
        ProcessProvider provider = provider(HELLO + """
                while read request; do case $request in
                  *describe*) sh describe.sh;;
                  *fit*) while true; do echo '{"progress":{"stage":"x","done":0,"total":0}}'; read reply
                         case $reply in *cancel*) echo stopped > stopped.txt; echo '{"cancelled":true}'; break;; esac; sleep 0.1; done;;
                  *bye*) exit;;
                esac; done
                """);

        assertCancelled(provider);
        assertThat(folder.resolve("stopped.txt")).exists();
        assertThat(provider.stayed()).isZero();
    }

    @Test
    void isEndedWithAllThatItStartedIfItDoesNotStop() throws Exception {
        ProcessProvider provider = provider(HELLO + """
                while read request; do case $request in
                  *describe*) sh describe.sh;;
                  *fit*) sleep 1000 & echo $! > pid.txt; trap '' TERM INT; while true; do sleep 1; done;;
                  *bye*) exit;;
                esac; done
                """);

        assertCancelled(provider);
        long grandchild =
                Long.parseLong(Files.readString(folder.resolve("pid.txt")).strip());
        ProcessHandle.of(grandchild).ifPresent(handle -> handle.onExit().join());
        assertThat(provider.stayed()).isEqualTo(1);
    }

    @Test
    void notesWhatItLeavesRunning() throws Exception {
        ProcessProvider provider = provider(HELLO + """
                while read request; do case $request in
                  *describe*) sh describe.sh;;
                  *fit*) sleep 1000 >/dev/null 2>&1 & echo $! > pid.txt; echo '{"ok":{}}';;
                  *bye*) exit;;
                esac; done
                """);

        provider.create(provider.defaults()).fit(BEATS, context()).close();

        long grandchild =
                Long.parseLong(Files.readString(folder.resolve("pid.txt")).strip());
        ProcessHandle.of(grandchild).ifPresent(handle -> handle.onExit().join());
        assertThat(provider.leftProcesses()).isEqualTo(1);
        assertThat(provider.stayed()).isZero();
    }

    private void assertCancelled(ProcessProvider provider) {
        Thread later = new Thread(() -> {
            try {
                while (!Files.exists(folder.resolve("pid.txt")) && told.isEmpty()) {
                    Thread.sleep(20);
                }
                cancelled.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        later.start();
        assertThatThrownBy(() -> provider.create(provider.defaults()).fit(BEATS, context()))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void saysWhyItEndedInMidFit() throws IOException {
        ProcessProvider provider = provider(HELLO + """
                while read request; do case $request in
                  *describe*) sh describe.sh;;
                  *fit*) echo 'loading' >&2; echo 'MemoryError: no room' >&2; exit 3;;
                  *bye*) exit;;
                esac; done
                """);

        assertThatThrownBy(() -> provider.create(provider.defaults()).fit(BEATS, context()))
                .isInstanceOf(ProcessFailure.class)
                .hasMessage(
                        "sh program.sh ended with exit code 3 when asked to fit; its last words: MemoryError: no room");
    }

    @Test
    void doesNotWaitForAHandshakeForever() throws IOException {
        program("sleep 1000");

        assertThatThrownBy(() ->
                        Conversation.start(List.of("sh", "program.sh"), folder, new Manners(), Duration.ofMillis(500)))
                .hasMessageContaining("did not say hello within 500 ms");
    }

    @Test
    void namesWhatBreaksTheProtocol() throws IOException {
        refuses("echo '{\"beatbench\":2}'", "it speaks version 2 of the protocol, this Beatbench version 1");
        refuses(
                "echo Loading libraries ...",
                "it wrote what is no JSON object to its standard output: Loading libraries");
        refuses("echo '[]'", "no JSON object");
        refuses("echo '{\"ok\":{}}'", "its first line is not {\"beatbench\":1} but {\"ok\":{}}");
        refuses("printf '{\"beatbench\":1'", "it ended in the middle of a line");
        refuses("head -c 3000000 /dev/zero | tr '\\0' x", "a line longer than 1 MB");
        refuses("exit 127", "ended with exit code 127");
        refuses(HELLO + "read request; echo '{\"done\":1}'", "its answer to describe is {\"done\":1}");
        refuses(HELLO + "read request; echo '{\"error\":\"no licence\"}'", "no licence");
        refuses(
                HELLO + "read request; echo '{\"ok\":{\"id\":\"x\",\"settings\":[{\"name\":\"A\",\"default\":1}]}}'",
                "its description is not whole: name must be a text; summary must be a text; version must be a text;");
    }

    @Test
    void saysWhatIsWrongWithTheManifest() throws IOException {
        Files.writeString(folder.resolve("plugin.yaml"), "comand: x");
        assertThatThrownBy(() -> ProcessProvider.in(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("plugin.yaml does not say how the program is started");
        Files.writeString(folder.resolve("plugin.yaml"), "command: [no-such-program-anywhere]");
        assertThatThrownBy(() -> ProcessProvider.in(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("names a program that cannot be started: no-such-program-anywhere");
    }

    private void refuses(String script, String message) throws IOException {
        program(script);
        assertThatThrownBy(() -> ProcessProvider.in(folder))
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining(message);
    }

    private ProcessProvider provider(String script) throws IOException {
        program(script);
        return ProcessProvider.in(folder).orElseThrow();
    }

    private void program(String script) throws IOException {
        Files.writeString(folder.resolve("program.sh"), script);
        Files.writeString(folder.resolve("plugin.yaml"), "command: [sh, program.sh]");
    }

    private FitContext context() {
        Cancellation cancellation = cancelled::get;
        return new FitContext(BEATS.select(Selection.of()), 5, 2, scratch, progress, cancellation);
    }
}
