package org.beatbench.app;

import org.beatbench.app.catalogue.DescribeCommand;
import org.beatbench.app.catalogue.ExploreCommand;
import org.beatbench.app.catalogue.ExportCommand;
import org.beatbench.app.catalogue.FetchCommand;
import org.beatbench.app.catalogue.ListCommand;
import org.beatbench.app.experiments.AuditCommand;
import org.beatbench.app.experiments.RunCommand;
import org.beatbench.app.experiments.StatusCommand;
import org.beatbench.app.models.PredictCommand;
import org.beatbench.app.models.TrainCommand;
import org.beatbench.app.reporting.CompareCommand;
import org.beatbench.app.reporting.ExportResultsCommand;
import org.beatbench.app.reporting.ReportCommand;
import org.beatbench.app.reporting.VerifyCommand;
import org.beatbench.harness.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The root of the command line. */
@Command(
        name = "beatbench",
        description = "Compares heartbeat classifiers, from splits that leak to patients never seen.",
        mixinStandardHelpOptions = true,
        versionProvider = Beatbench.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  all went well",
            "  1  the program failed, or was stopped",
            "  2  wrong usage or bad input",
            "  3  some trials failed or exceeded a limit, or a condition of compare holds",
            "  4  an audit found a leak",
            "  5  verify found a difference",
            "",
            "Start with: beatbench run"
        },
        subcommands = {
            RunCommand.class,
            ReportCommand.class,
            StatusCommand.class,
            AuditCommand.class,
            TrainCommand.class,
            PredictCommand.class,
            VerifyCommand.class,
            CompareCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            FetchCommand.class,
            ExploreCommand.class,
            ExportCommand.class,
            ExportResultsCommand.class,
            HelpCommand.class
        })
final class Beatbench {

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "beatbench " + Machine.version(), "Java ${java.version} (${java.vendor}), ${os.name} ${os.arch}"
            };
        }
    }
}
