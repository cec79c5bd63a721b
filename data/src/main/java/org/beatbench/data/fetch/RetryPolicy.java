package org.beatbench.data.fetch;

import java.time.Duration;

/**
 * How long to believe in a server.
 *
 * @param attempts tries for one file
 * @param pause before the second try; doubled before each further one
 * @param silence after which a connection without a byte is given up
 */
record RetryPolicy(int attempts, Duration pause, Duration silence) {

    static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(30));

    Duration before(int attempt) {
        return pause.multipliedBy(1L << (attempt - 2));
    }
}
