package org.beatbench.server;

import java.time.Duration;

/**
 * What clients may ask of the server.
 *
 * @param batch beats that are put to a model at a time
 * @param waiting beats that may wait for a model
 * @param requests that are answered at a time
 * @param body bytes of a request
 * @param recording bytes of a recording, sent or unpacked
 * @param answer how long a request may wait for its answer
 * @param send how long a client may take to send a request
 * @param stop how long those inside have once the server is to stop
 */
public record Limits(
        int batch, int waiting, int requests, int body, long recording, Duration answer, Duration send, Duration stop) {

    /** Those that hold unless somebody says otherwise. */
    public static final Limits USUAL = new Limits(
            256,
            16_384,
            256,
            8 << 20,
            256 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));
}
