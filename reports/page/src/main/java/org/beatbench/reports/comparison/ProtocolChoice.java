package org.beatbench.reports.comparison;

import java.util.List;
import java.util.function.Function;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Choice;

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
                        .map(protocol -> new Choice.Option(name(protocol), blocks.apply(protocol)))
                        .toList());
    }

    private static String name(Protocol protocol) {
        return protocol.id() + (protocol.leaks() ? " (leaks)" : "");
    }
}
