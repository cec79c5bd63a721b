package org.beatbench.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.function.Consumer;
import org.beatbench.api.UserError;

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

        /** Opens the key store, since what is said of a wrong password later depends on chance. */
        void check() {
            try {
                KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
            } catch (GeneralSecurityException | IOException e) {
                throw new UserError(
                        keyStore + " cannot be opened: its password is another, or it is no key store",
                        "give the password that it was made with; keytool -list -keystore " + keyStore + " tries it");
            }
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ServerOptions[" + host + ":" + port + ", " + limits + "]";
    }
}
