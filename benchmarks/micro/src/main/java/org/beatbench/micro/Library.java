package org.beatbench.micro;

import java.util.Arrays;
import java.util.Optional;
import org.beatbench.api.DidYouMean;
import org.beatbench.micro.beatbench.BeatbenchContestant;
import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.libtorch.LibtorchContestant;
import org.beatbench.micro.stock.StockContestant;

/** A library that Java can call. */
public enum Library {
    /** Beatbench's own networks. */
    BEATBENCH("beatbench") {
        @Override
        public boolean has(Network network) {
            return true;
        }

        @Override
        public Optional<String> absence() {
            return Optional.empty();
        }

        @Override
        public Contestant open(Network network, Material material, int threads, long seed) {
            return BeatbenchContestant.open(network, material, threads, seed);
        }
    },

    /** The library below PyTorch. */
    LIBTORCH("libtorch") {
        @Override
        public boolean has(Network network) {
            return true;
        }

        @Override
        public Optional<String> absence() {
            return LibtorchContestant.absence();
        }

        @Override
        public Contestant open(Network network, Material material, int threads, long seed) {
            return LibtorchContestant.open(network, material, threads, seed);
        }
    },

    /** Deeplearning4j as it comes. */
    STOCK("dl4j") {
        @Override
        public boolean has(Network network) {
            return StockContestant.has(network);
        }

        @Override
        public Optional<String> absence() {
            return Optional.empty();
        }

        @Override
        public Contestant open(Network network, Material material, int threads, long seed) {
            return StockContestant.open(network, material, threads, seed);
        }
    };

    private final String id;

    Library(String id) {
        this.id = id;
    }

    /**
     * The library with an id.
     *
     * @throws org.beatbench.api.UserError if there is none
     */
    public static Library of(String id) {
        return Arrays.stream(values())
                .filter(library -> library.id.equals(id))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "library", id, Arrays.stream(values()).map(Library::id).toList()));
    }

    public String id() {
        return id;
    }

    /** Whether the network can be built from what the library offers. */
    public abstract boolean has(Network network);

    /** Why the library cannot be used here, if so, and what to do about it. */
    public abstract Optional<String> absence();

    /** A network that knows nothing, or little. At most one at a time is to be open in a process. */
    public abstract Contestant open(Network network, Material material, int threads, long seed);
}
