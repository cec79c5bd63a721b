package org.beatbench.reports.comparison;

import java.util.List;
import java.util.function.Function;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Choice;
import org.beatbench.reports.sections.ComparisonPhrases;

/** The choice of a protocol, which is one for the whole page. */
final class ProtocolChoice {

    private ProtocolChoice() {}

    /**
     * What stands under each protocol.
     *
     * @param protocols at least one, that to be shown first at the beginning
     */
    static Choice of(List<Protocol> protocols, Function<Protocol, List<Block>> blocks) {
        return new Choice(
                "Protocol",
                protocols.stream()
                        .map(protocol -> new Choice.Option(
                                protocol.id(), ComparisonPhrases.of(protocol), blocks.apply(protocol)))
                        .toList());
    }
}
