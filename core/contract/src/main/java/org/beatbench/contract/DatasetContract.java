package org.beatbench.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.api.DatasetProvider;
import org.beatbench.contract.check.DatasetChecks;
import org.beatbench.contract.check.DatasetSubject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every data set must do. Extend this class, name your provider, put its files into the folder, and JUnit runs the tests,
 * each of which is one of {@link DatasetChecks}; a data set that can be disturbed is held to more:
 *
 * <pre>
 * class MyDatasetTest extends DatasetContract {
 *     &#64;Override
 *     protected DatasetProvider&lt;?&gt; provider() {
 *         return new MyProvider();
 *     }
 *
 *     &#64;Override
 *     protected Path data(Path empty) throws IOException {
 *         Files.writeString(empty.resolve("mine.csv"), "0.1,0.9,N");
 *         return empty;
 *     }
 * }
 * </pre>
 */
public abstract class DatasetContract {

    @TempDir
    Path scratch;

    /** The provider to be tested. */
    protected abstract DatasetProvider<?> provider();

    /**
     * The folder that holds the data sets, in which the provider finds its own.
     *
     * @param empty a folder to put files into, another for each test; another may be answered
     */
    protected Path data(Path empty) throws IOException {
        return empty;
    }

    /** The settings to test with. */
    protected Record settings() {
        return provider().defaults();
    }

    /** Ids of checks that are known to fail, to reasons; those that the provider names itself, unless this is overridden. */
    protected Map<String, String> knownFailures() {
        return provider().knownFailures();
    }

    @TestFactory
    final Stream<DynamicTest> keepsTheContract() {
        return JUnitChecks.of(DatasetChecks.of(provider()), this::subject, knownFailures());
    }

    final DatasetSubject subject() throws IOException {
        Path own = Files.createTempDirectory(scratch, "test-");
        return new DatasetSubject(
                this::provider, this::settings, data(Files.createDirectory(own.resolve("data"))), own);
    }
}
