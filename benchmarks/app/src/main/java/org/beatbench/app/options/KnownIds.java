package org.beatbench.app.options;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.beatbench.calibration.Calibration;
import org.beatbench.plugins.Catalogue;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.resampling.Resampling;

/** What the names on the command line can be, for shells that complete them. Looked up only when somebody asks. */
public final class KnownIds {

    private KnownIds() {}

    /** Ids of protocols. */
    public static final class ProtocolIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Protocols.all().stream().map(Protocol::id).iterator();
        }
    }

    /** Ids of resamplings. */
    public static final class ResamplingIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Resampling.values()).map(Resampling::id).iterator();
        }
    }

    /** Ids of calibrations. */
    public static final class CalibrationIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Calibration.values()).map(Calibration::id).iterator();
        }
    }

    /** Ids of the classifiers that come with the program. */
    public static final class ClassifierIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return builtIn().classifiers().stream().map(one -> one.info().id()).iterator();
        }
    }

    /** Ids of the data sets that come with the program. */
    public static final class DatasetIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return builtIn().datasets().stream().map(one -> one.info().id()).iterator();
        }
    }

    private static Catalogue builtIn() {
        return Catalogue.open(KnownIds.class.getClassLoader(), Path.of(""));
    }
}
