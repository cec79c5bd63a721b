package org.beatbench.metrics;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.beatbench.answers.Answers;

/** The values of many formulas for the same answers, of which there must be some: they are counted and ranked once for all. */
public final class FormulaValues implements Formula.Visitor<OptionalDouble> {

    private final Answers answers;
    private final ConfusionMatrix confusion;
    private final Supplier<RankedAreas> areas;

    /**
     * @param confusion the answers counted
     * @param areas those under the curves of the answers, which are not asked for unless a formula needs them; asked for often
     */
    public FormulaValues(Answers answers, ConfusionMatrix confusion, Supplier<RankedAreas> areas) {
        this.answers = answers;
        this.confusion = confusion;
        this.areas = areas;
    }

    @Override
    public OptionalDouble counted(Formula.Counted formula) {
        return formula.figure().apply(confusion);
    }

    @Override
    public OptionalDouble classArea(Formula.ClassArea formula) {
        return areas.get().ofClass(formula.label(), formula.area());
    }

    @Override
    public OptionalDouble meanArea(Formula.MeanArea formula) {
        return areas.get().mean(formula.area());
    }

    @Override
    public OptionalDouble pooledRoc(Formula.PooledRoc formula) {
        return areas.get().pooledRoc();
    }

    @Override
    public OptionalDouble otherwise(Formula formula) {
        return formula.of(answers);
    }
}
