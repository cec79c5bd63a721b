package org.beatbench.classical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.tribuo.Model;

/** Which Tribuo computes the answers. */
final class Tribuo {

    private static final String POM = "/META-INF/maven/org.tribuo/tribuo-core/pom.properties";

    private Tribuo() {}

    /** Name and version for {@link org.beatbench.api.ClassifierInfo#libraries()}. */
    static Map<String, String> library() {
        return Map.of("tribuo", version());
    }

    /** The version of the jar that is in use; Tribuo's own constant would be copied into our class files when we compile. */
    private static String version() {
        try (InputStream in = Model.class.getResourceAsStream(POM)) {
            if (in == null) {
                throw new IllegalStateException("Tribuo's jar has lost " + POM);
            }
            Properties properties = new Properties();
            properties.load(in);
            return Objects.requireNonNull(properties.getProperty("version"), POM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
