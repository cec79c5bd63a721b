package org.beatbench.harness;

import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.protocol.HeldOut;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Split;

/**
 * Which rows of a data set one model learns from, chooses by and is tested on.
 *
 * @param training rows to learn from
 * @param validation rows that the fit chooses by; empty if it chooses by none
 * @param test rows to answer at the end; empty if none are kept for that
 * @param bySubject whether no subject stands in two of the parts
 * @param unscored names of the classes whose beats are answered but not scored
 * @param protocol id and version, empty if the model is for use alone
 * @param split its name, empty likewise
 * @param sentence what was done, for the card
 */
record ModelSplit(
        Selection training,
        Selection validation,
        Selection test,
        boolean bySubject,
        Set<String> unscored,
        String protocol,
        String split,
        String sentence) {

    /**
     * Divides a data set.
     *
     * @throws UserError if that is not possible
     */
    static ModelSplit of(Beats beats, TrainingOrder order) {
        boolean chooses = order.holdsOut();
        if (order.division().isPresent()) {
            return byProtocol(beats, order, order.division().get(), chooses);
        }
        return chooses ? choosing(beats, HeldOut.from(beats, order.seed()), order) : whole(beats);
    }

    private static ModelSplit whole(Beats beats) {
        return new ModelSplit(
                HeldOut.nothing(beats).training(),
                Selection.of(),
                Selection.of(),
                false,
                Set.of(),
                "",
                "",
                "All " + beats.size()
                        + " beats were learned from and none held out, so there is no score of this very model.");
    }

    private static ModelSplit choosing(Beats beats, HeldOut heldOut, TrainingOrder order) {
        if (heldOut.validation().isEmpty()) {
            throw new UserError(
                    order.classifier().info().id() + " needs validation beats, and " + beats.size()
                            + " beats leave none to hold out",
                    "use a data set with more beats");
        }
        String how =
                heldOut.bySubject() ? "all those of some subjects" : "a tenth of every class, whoever they belong to";
        return new ModelSplit(
                heldOut.training(),
                heldOut.validation(),
                Selection.of(),
                heldOut.bySubject(),
                Set.of(),
                "",
                "",
                heldOut.training().size() + " of " + beats.size() + " beats were learned from; the other "
                        + heldOut.validation().size() + " (" + how
                        + ") were held out, to choose or calibrate by. None were kept for a test.");
    }

    private static ModelSplit byProtocol(
            Beats beats, TrainingOrder order, TrainingOrder.Division division, boolean chooses) {
        Protocol protocol = division.protocol();
        Split split = protocol.splits(beats, order.seed()).stream()
                .filter(one -> division.split().isEmpty() || one.name().equals(division.split()))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        protocol.id() + " makes no split " + division.split() + " of these beats",
                        "take the data that the trial was run with"));
        if (chooses && split.validation().isEmpty()) {
            throw new UserError(
                    order.classifier().info().id() + " needs validation beats, and " + protocol.id()
                            + " leaves none in " + split.name(),
                    "use a data set with more beats or subjects, or another protocol");
        }
        Selection training = chooses ? split.training() : split.trainingAndValidation();
        return new ModelSplit(
                training,
                chooses ? split.validation() : Selection.of(),
                split.test(),
                protocol.bySubject(),
                protocol.unscored(),
                protocol.id() + "/" + protocol.version(),
                split.name(),
                training.size() + " beats were learned from, those of the training part of protocol " + protocol.id()
                        + " (" + split.name() + ")"
                        + (chooses
                                ? "; the " + split.validation().size()
                                        + " of its validation part were held out, to choose or calibrate by"
                                : " with its validation part, which nothing was chosen by")
                        + ". The " + split.test().size() + " of its test part were answered once, at the end.");
    }
}
