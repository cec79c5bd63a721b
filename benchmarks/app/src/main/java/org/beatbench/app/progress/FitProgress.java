package org.beatbench.app.progress;

import java.io.PrintWriter;
import java.time.Duration;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.beatbench.app.shell.Terminals;
import org.beatbench.comparison.text.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a fit and of what comes before and after it: on a bar where a person watches, with a second one for the epochs;
 * where output is piped, a line for each epoch.
 */
public final class FitProgress implements Progress, AutoCloseable {

    private final PrintWriter out;
    private final BarProgress bar;
    private @Nullable BarProgress epochBar;
    private Duration passed = Duration.ZERO;
    private int epochs;

    private FitProgress(PrintWriter out, BarProgress bar) {
        this.out = out;
        this.bar = bar;
    }

    /**
     * Progress of one fit.
     *
     * @param name what stands before the bar
     * @param out where lines go if there is no bar
     */
    public static FitProgress named(String name, PrintWriter out) {
        return new FitProgress(out, BarProgress.named(name));
    }

    @Override
    public synchronized void advanced(String stage, long done, long total) {
        if (total == 0) {
            // Something else begins, such as the test; what was said of the last epoch is past.
            closeEpochs();
        }
        bar.advanced(stage, done, total);
    }

    @Override
    public synchronized void epoch(Epoch epoch) {
        passed = passed.plus(epoch.time());
        epochs++;
        if (!Terminals.isInteractive()) {
            out.println("  epoch " + epoch.number() + "/" + epoch.planned() + ": " + text(epoch) + timeLeft(epoch));
            out.flush();
            return;
        }
        BarProgress shown = epochBar == null ? BarProgress.named("  epochs", passed) : epochBar;
        shown.advanced(text(epoch), epoch.number(), epoch.planned());
        epochBar = shown;
    }

    @Override
    public synchronized void close() {
        closeEpochs();
        bar.close();
    }

    private void closeEpochs() {
        if (epochBar != null) {
            epochBar.close();
            epochBar = null;
        }
    }

    private static String text(Epoch epoch) {
        StringBuilder text = new StringBuilder("loss " + loss(epoch.trainingLoss()));
        if (!Double.isNaN(epoch.validationMacroF1())) {
            text.append(", validation macro-F1 ").append(Numbers.score(epoch.validationMacroF1()));
        } else if (!Double.isNaN(epoch.trainingAccuracy())) {
            text.append(", training accuracy ").append(Numbers.share(epoch.trainingAccuracy()));
        }
        if (Double.isFinite(epoch.beatsPerSecond())) {
            text.append(", ")
                    .append(Numbers.count(Math.round(epoch.beatsPerSecond())))
                    .append(" beats/s");
        }
        return text.toString();
    }

    /** With as many decimals as others have, so that lines are easily compared, and more if it is small. */
    private static String loss(double loss) {
        return loss < 0.1 ? Numbers.plain(loss) : Numbers.score(loss);
    }

    /** As long as the epochs so far took on average, for each that is planned; less if the fit stops early. */
    private String timeLeft(Epoch epoch) {
        int left = epoch.planned() - epoch.number();
        return left == 0 ? "" : TimeLeft.text(passed.dividedBy(epochs).multipliedBy(left));
    }
}
