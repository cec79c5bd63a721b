package org.beatbench.contract;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.check.ClassifierChecks;
import org.beatbench.contract.check.ClassifierSubject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every classifier must do. Extend this class, name your provider, and JUnit runs the tests:
 *
 * <pre>
 * class MyClassifierTest extends ClassifierContract {
 *     &#64;Override
 *     protected ClassifierProvider&lt;?&gt; provider() {
 *         return new MyProvider();
 *     }
 * }
 * </pre>
 *
 * The beats are small toy sets, mostly of 64 samples and three classes, made for these tests. Each test is one of {@link
 * ClassifierChecks}, which {@code beatbench plugin check} makes without JUnit.
 */
public abstract class ClassifierContract {

    @TempDir
    Path scratch;

    private @Nullable ClassifierSubject subject;

    /** The provider to be tested. */
    protected abstract ClassifierProvider<?> provider();

    /** The settings to test with: the defaults, unless they take too long on toy beats. */
    protected Record settings() {
        return provider().defaults();
    }

    /** Whether it looks at the samples of a beat; a yardstick that does not cannot learn what only these tell. */
    protected boolean looksAtSamples() {
        return true;
    }

    /** Ids of checks that are known to fail, to reasons; those that the provider names itself, unless this is overridden. */
    protected Map<String, String> knownFailures() {
        return provider().knownFailures();
    }

    @TestFactory
    final Stream<DynamicTest> keepsTheContract() {
        ClassifierSubject checked = new ClassifierSubject(this::provider, this::settings, looksAtSamples(), scratch);
        subject = checked;
        return JUnitChecks.of(ClassifierChecks.all(), () -> checked, knownFailures());
    }

    @AfterEach
    final void closeModel() {
        if (subject != null) {
            subject.close();
        }
    }
}
