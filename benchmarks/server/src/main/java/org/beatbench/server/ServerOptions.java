package org.beatbench.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where and for whom a server is.
 *
 * @param host address of this machine that it listens at
 * @param port 0 for any that is free
 * @param token that clients must show
 * @param tls for https
 * @param limits of what clients may ask
 * @param accessLog gets a line for each request; called by several threads at once
 */
public record ServerOptions(
        String host,
        int port,
        Optional<String> token,
        Optional<Tls> tls,
        Limits limits,
        Optional<Consumer<String>> accessLog) {

    /** Loopback, any port, for everybody on this machine. */
    public static final ServerOptions LOCAL =
            new ServerOptions("127.0.0.1", 0, Optional.empty(), Optional.empty(), Limits.USUAL, Optional.empty());

    /**
     * Key and certificate.
     *
     * @param keyStore PKCS 12 or JKS
     * @param password of the store and the key in it
     */
    public record Tls(Path keyStore, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Tls[" + keyStore + "]";
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ServerOptions[" + host + ":" + port + ", " + limits + "]";
    }
}
