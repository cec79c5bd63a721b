package org.beatbench.micro.duel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.results.Environment;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files that a duel leaves: {@code duel.json} with everything, {@code duel.csv}, {@code duel.md}. */
final class DuelFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ReportFolder folder;
    private final DuelPlan plan;
    private final Instant started;
    private final Environment environment;
    private final Load load;

    DuelFiles(Path folder, DuelPlan plan, Instant started, Environment environment, Load load) {
        this.folder = ReportFolder.open(folder);
        this.plan = plan;
        this.started = started;
        this.environment = environment;
        this.load = load;
    }

    private record Stored(Instant started, Environment environment, double load, DuelPlan plan, DuelResult result) {}

    /** Writes what there is so far in place of what was written before; returns it as text for people. */
    String write(DuelResult result) {
        DuelTables tables = new DuelTables(plan, result);
        String text =
                tables.summaries().stream().map(new MarkdownRenderer()::render).collect(Collectors.joining("\n"))
                        + "\nMeasured on " + environment.processor() + ", " + environment.processors() + " processors, "
                        + environment.java() + ", " + environment.system() + ", " + started + ". " + load.inWords()
                        + "\n";
        folder.write(
                "duel.json",
                JSON.writeValueAsString(new Stored(started, environment, load.share(), plan, result)) + "\n");
        folder.write("duel.csv", tables.readings().csv());
        folder.write("duel.md", text);
        return text;
    }
}
