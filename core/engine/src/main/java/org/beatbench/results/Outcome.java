package org.beatbench.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.beatbench.answers.Answers;
import org.beatbench.api.Epoch;
import org.beatbench.calibration.Temperature;
import org.beatbench.inquiry.Findings;
import org.beatbench.inquiry.Inquiry;

/** How a trial ended. */
public sealed interface Outcome {

    /** The passes over the training beats that the classifier told of before the end; of most classifiers none. */
    List<Epoch> epochs();

    /**
     * The trial answered all its test beats. Of a record that was read from a store, answers, epochs and findings are read when
     * they are asked for, once.
     */
    final class Completed implements Outcome {

        private final Costs costs;
        private final double temperature;
        private final Later<Answers> validation;
        private final Later<Answers> test;
        private final Later<List<Epoch>> epochs;
        private final SortedMap<String, Later<Findings>> findings;

        /** Where all of it stands; of an outcome that was not read, nowhere. */
        private final Optional<RecordFiles> files;

        Completed(
                Costs costs,
                double temperature,
                Later<Answers> validation,
                Later<Answers> test,
                Later<List<Epoch>> epochs,
                Map<String, Later<Findings>> findings,
                Optional<RecordFiles> files) {
            this.files = files;
            this.costs = costs;
            this.temperature = temperature;
            this.validation = validation;
            this.test = test;
            this.epochs = epochs;
            this.findings = new TreeMap<>(findings);
        }

        /** The outcome of a classifier that is not calibrated, tells of no passes and is asked for nothing but answers. */
        public Completed(Answers validation, Answers test, Costs costs) {
            this(
                    costs,
                    Temperature.NEUTRAL.value(),
                    Later.of(validation),
                    Later.of(test),
                    Later.of(List.of()),
                    Map.of(),
                    Optional.empty());
        }

        /** This outcome, with answers that were calibrated by a temperature. */
        public Completed calibrated(Temperature by) {
            return new Completed(costs, by.value(), validation, test, epochs, findings, Optional.empty());
        }

        /** This outcome, after these passes over the training beats. */
        public Completed after(List<Epoch> passes) {
            return new Completed(
                    costs, temperature, validation, test, Later.of(List.copyOf(passes)), findings, Optional.empty());
        }

        /** This outcome, with what came of an inquiry too. */
        public <F extends Findings> Completed with(Inquiry<F> inquiry, F found) {
            Map<String, Later<Findings>> more = new TreeMap<>(findings);
            more.put(inquiry.id(), Later.of(found));
            return new Completed(costs, temperature, validation, test, epochs, more, Optional.empty());
        }

        /** What it took. */
        public Costs costs() {
            return costs;
        }

        /** By which the probabilities in all answers were calibrated, see {@link Temperature}; 1 if they are as the model gave them. */
        public double temperature() {
            return temperature;
        }

        /** Answers for the validation beats; of size 0 where these were joined to the training beats. */
        public Answers validation() {
            return validation.get();
        }

        /** Answers for the test beats, the only look at them. */
        public Answers test() {
            return test.get();
        }

        @Override
        public List<Epoch> epochs() {
            return epochs.get();
        }

        /** The ids of the inquiries that were made. */
        public Set<String> asked() {
            return Collections.unmodifiableSet(findings.keySet());
        }

        /** What came of an inquiry; empty if it was not made. */
        @SuppressWarnings("unchecked") // an inquiry's own findings are all that is ever put under its id
        public <F extends Findings> Optional<F> findings(Inquiry<F> inquiry) {
            return Optional.ofNullable((Later<F>) findings.get(inquiry.id())).map(Later::get);
        }

        /** All answers there are beside those of test and validation, by the file they are stored in. */
        public Map<String, Answers> furtherAnswers() {
            Map<String, Answers> all = new LinkedHashMap<>();
            findings.values().forEach(found -> all.putAll(found.get().answers()));
            return all;
        }

        Optional<RecordFiles> files() {
            return files;
        }

        void readAll() {
            test.get();
            validation.get();
            epochs.get();
            findings.values().forEach(Later::get);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Completed that
                    && costs.equals(that.costs)
                    && temperature == that.temperature
                    && validation.equals(that.validation)
                    && test.equals(that.test)
                    && epochs.equals(that.epochs)
                    && findings.equals(that.findings);
        }

        @Override
        public int hashCode() {
            return Objects.hash(costs, temperature);
        }

        @Override
        public String toString() {
            return "completed, " + costs;
        }
    }

    /**
     * The trial failed; a result like any other.
     *
     * @param stage what it was doing
     * @param message one line for a table
     * @param trace for the classifier's author
     */
    record Failed(String stage, String message, String trace, List<Epoch> epochs) implements Outcome {

        public Failed {
            epochs = List.copyOf(epochs);
        }

        /** The outcome of a classifier that told of no passes before. */
        public Failed(String stage, String message, String trace) {
            this(stage, message, trace, List.of());
        }
    }

    /**
     * The trial was ended from outside because it exceeded a limit.
     *
     * @param reason which limit, with its value
     */
    record Stopped(String reason, List<Epoch> epochs) implements Outcome {

        public Stopped {
            epochs = List.copyOf(epochs);
        }

        /** The outcome of a classifier that told of no passes before. */
        public Stopped(String reason) {
            this(reason, List.of());
        }
    }
}
