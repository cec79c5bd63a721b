package org.beatbench.micro.runtimes;

import java.util.concurrent.TimeUnit;
import org.beatbench.api.Predictions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Whether beats, alone or many at a time, are answered in fewer microseconds by ONNX Runtime. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class Runtimes {

    @Benchmark
    public Predictions oneBeat(AnsweringNetwork network) {
        return network.answer(1);
    }

    @Benchmark
    public Predictions manyBeats(AnsweringNetwork network) {
        return network.answer(256);
    }
}
