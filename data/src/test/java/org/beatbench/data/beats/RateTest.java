package org.beatbench.data.beats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.api.DatasetProvider;
import org.beatbench.data.kaggle.KaggleProvider;
import org.beatbench.data.records.MitdbProvider;
import org.beatbench.data.records.WfdbProvider;
import org.beatbench.data.synthetic.SyntheticProvider;
import org.beatbench.data.ucr.UcrProvider;
import org.junit.jupiter.api.Test;

class RateTest {

    private static <S extends Record> OptionalDouble rate(DatasetProvider<S> provider) {
        return provider.rate(provider.defaults());
    }

    @Test
    void isKnownWhereBeatsAreCutAndForThePublishedOnes() {
        assertThat(List.of(
                        rate(new MitdbProvider()),
                        rate(new WfdbProvider()),
                        rate(new KaggleProvider()),
                        rate(new SyntheticProvider())))
                .containsOnly(OptionalDouble.of(120));
    }

    @Test
    void isNotKnownOfSeriesThatMayBeAnything() {
        assertThat(rate(new UcrProvider())).isEmpty();
    }
}
