package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;

final class TribuoLogFilterTest {

    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private final List<String> heard = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            heard.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        TRIBUO.setUseParentHandlers(false);
        TRIBUO.addHandler(handler);
    }

    @AfterEach
    void leave() {
        TRIBUO.removeHandler(handler);
        TRIBUO.setUseParentHandlers(true);
    }

    @Test
    void keepsTribuoQuietForUsOnly() {
        Beats beats = TestBeats.smooth(20, 1);
        LogisticRegressionProvider provider = new LogisticRegressionProvider();
        provider.create(provider.defaults()).fit(beats, TestBeats.context(beats, 1));
        assertThat(heard).isEmpty();
        new LogisticRegressionTrainer().train(TestBeats.dataset(beats), Map.of());
        assertThat(heard).contains("Training SGD model with 20 examples");
    }
}
