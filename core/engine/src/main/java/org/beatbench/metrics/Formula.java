package org.beatbench.metrics;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.beatbench.answers.Answers;

/** How a metric follows from answers, and so what must be drawn anew for an interval of it. */
public sealed interface Formula {

    /** The value for answers, of which there must be some; empty if it is not defined for them. */
    OptionalDouble of(Answers answers);

    /** Calls the visitor's method for this kind of formula. */
    <T> T accept(Visitor<T> visitor);

    /**
     * Something that treats each kind of formula in its own way.
     *
     * @param <T> what comes out
     */
    interface Visitor<T> {

        T counted(Counted formula);

        default T mean(Mean formula) {
            return otherwise(formula);
        }

        default T classArea(ClassArea formula) {
            return otherwise(formula);
        }

        default T meanArea(MeanArea formula) {
            return otherwise(formula);
        }

        default T pooledRoc(PooledRoc formula) {
            return otherwise(formula);
        }

        default T binned(Binned formula) {
            return otherwise(formula);
        }

        default T whole(Whole formula) {
            return otherwise(formula);
        }

        /** For every kind that has no method of its own. */
        T otherwise(Formula formula);
    }

    /** It follows from how often each class was answered for each. */
    record Counted(Function<ConfusionMatrix, OptionalDouble> figure) implements Formula {

        @Override
        public OptionalDouble of(Answers answers) {
            return figure.apply(ConfusionMatrix.of(answers));
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.counted(this);
        }
    }

    /** It is the mean of what each beat adds, so that of one beat it is what that beat adds. */
    record Mean(Function<Answers, OptionalDouble> mean) implements Formula {

        @Override
        public OptionalDouble of(Answers answers) {
            return mean.apply(answers);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.mean(this);
        }
    }

    /** It is an area under a curve of a class, for which every resample must be ranked. */
    record ClassArea(Area area, int label) implements Formula {

        @Override
        public OptionalDouble of(Answers answers) {
            return area.of(Ranking.of(answers, label));
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.classArea(this);
        }
    }

    /** It is the mean of such an area over the classes that have beats. */
    record MeanArea(Area area) implements Formula {

        @Override
        public OptionalDouble of(Answers answers) {
            return RankedAreas.of(Rankings.of(answers)).mean(area);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.meanArea(this);
        }
    }

    /** It is the area under the receiver operating characteristic of all classes pooled. */
    record PooledRoc() implements Formula {

        @Override
        public OptionalDouble of(Answers answers) {
            return Rankings.of(answers).pooled().areaUnderRoc();
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.pooledRoc(this);
        }
    }

    /** It is the calibration error, over bins of confidence. */
    record Binned() implements Formula {

        @Override
        public OptionalDouble of(Answers answers) {
            return ProbabilityScores.calibrationError(answers);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.binned(this);
        }
    }

    /** It needs all answers at once, and nobody draws intervals of it. */
    record Whole(Function<Answers, OptionalDouble> figure) implements Formula {

        @Override
        public OptionalDouble of(Answers answers) {
            return figure.apply(answers);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.whole(this);
        }
    }
}
