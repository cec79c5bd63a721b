package org.beatbench.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beatbench.experiment.Trial;
import org.beatbench.results.RunRecord;

/**
 * The audits of an experiment.
 *
 * @param splits one for each split that was audited, the last of each key
 * @param accepted keys of those that failed and that the user accepted all the same
 */
public record Audits(List<SplitAudit> splits, Set<String> accepted) {

    /** No audits. */
    public static final Audits NONE = new Audits(List.of(), Set.of());

    public Audits {
        Map<String, SplitAudit> last = new LinkedHashMap<>();
        splits.forEach(split -> last.put(split.key(), split));
        splits = List.copyOf(last.values());
        accepted = Collections.unmodifiableSet(new TreeSet<>(accepted));
    }

    /** The audit of a trial's split. */
    public Optional<SplitAudit> find(Trial trial) {
        String key = SplitAudit.key(trial);
        return splits.stream().filter(split -> split.key().equals(key)).findFirst();
    }

    /** These and others, which replace those of the same splits. */
    public Audits with(List<SplitAudit> others) {
        List<SplitAudit> all = new ArrayList<>(splits);
        all.addAll(others);
        return new Audits(all, accepted);
    }

    /** These, with the user's word that some splits are to be used although they failed. */
    public Audits accepting(List<SplitAudit> failed) {
        Set<String> keys = new TreeSet<>(accepted);
        failed.forEach(split -> keys.add(split.key()));
        return new Audits(splits, keys);
    }

    /**
     * What the audits under each protocol of some trials come to, in their order; protocols of which a split was not audited are
     * left out.
     *
     * @param runs of the same plan, by which looks and choices are judged; may be empty
     */
    public List<ProtocolAudit> byProtocol(List<Trial> trials, List<RunRecord> runs) {
        return trials.stream()
                .map(Trial::protocolId)
                .distinct()
                .flatMap(protocol -> of(protocol, trials, runs).stream())
                .toList();
    }

    /**
     * What the audits under a protocol come to; empty if a split of it was not audited.
     *
     * @param protocol id of the protocol
     * @param trials of a plan; those of other protocols are left out
     * @param runs of the plan, likewise
     */
    public Optional<ProtocolAudit> of(String protocol, List<Trial> trials, List<RunRecord> runs) {
        Map<String, SplitAudit> known = splits.stream().collect(Collectors.toMap(SplitAudit::key, Function.identity()));
        List<String> keys = trials.stream()
                .filter(trial -> trial.protocolId().equals(protocol))
                .map(SplitAudit::key)
                .distinct()
                .toList();
        if (keys.isEmpty() || !known.keySet().containsAll(keys)) {
            return Optional.empty();
        }
        return Optional.of(ProtocolAudit.of(
                protocol,
                keys.stream().map(known::get).toList(),
                runs.stream()
                        .filter(run -> run.trial().protocolId().equals(protocol))
                        .toList(),
                keys.stream().anyMatch(accepted::contains)));
    }
}
