package org.beatbench.comparison.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.beatbench.canaries.Canaries;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;

/**
 * Results with the answers behind them.
 *
 * @param name what the user calls it
 * @param comparison the stored runs
 */
public record StoredSide(String name, Comparison comparison) implements Side {

    @Override
    public List<String> data() {
        return comparison.plan().trials().stream()
                .map(trial -> trial.dataset().fingerprint())
                .distinct()
                .toList();
    }

    @Override
    public boolean hasAnswers() {
        return true;
    }

    @Override
    public List<String> classes() {
        return comparison.plan().classNames();
    }

    @Override
    public Map<String, String> competitors() {
        return comparison.plan().trials().stream()
                .filter(trial -> !Canaries.include(trial.classifier().id()))
                .collect(Collectors.toMap(
                        Trial::label, trial -> trial.classifier().id(), (one, same) -> one, LinkedHashMap::new));
    }

    @Override
    public List<String> protocols() {
        return comparison.protocols().stream().map(Protocol::id).toList();
    }

    @Override
    public Optional<Result> result(String competitor, String protocol) {
        return comparison.score(competitor, Protocols.of(protocol)).map(Scored::new);
    }

    @Override
    public Optional<Result> result(String competitor, String protocol, List<Long> seeds) {
        return Optional.of(new Scored(comparison.score(competitor, Protocols.of(protocol), seeds)));
    }

    private record Scored(Score of) implements Result {

        @Override
        public OptionalDouble value(ReportedMetric measure) {
            return measure.of(of);
        }

        @Override
        public long beats() {
            return of.confusion().total();
        }

        @Override
        public Optional<Score> score() {
            return Optional.of(of);
        }

        @Override
        public List<Long> seeds() {
            return of.seeds();
        }
    }
}
