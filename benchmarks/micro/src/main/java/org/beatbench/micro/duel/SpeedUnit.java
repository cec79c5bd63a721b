package org.beatbench.micro.duel;

/** What a measured number counts. */
enum SpeedUnit {
    /** More is better. */
    BEATS_PER_SECOND("beats/s") {
        @Override
        double speedUp(double reference, double other) {
            return reference / other;
        }
    },

    /** Less is better. */
    MICROSECONDS("µs") {
        @Override
        double speedUp(double reference, double other) {
            return other / reference;
        }
    };

    private final String symbol;

    SpeedUnit(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /** How many times as fast the reference is as the other. */
    abstract double speedUp(double reference, double other);
}
