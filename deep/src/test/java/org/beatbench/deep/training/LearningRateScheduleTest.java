package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LearningRateScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "CONSTANT,0,1",
        "CONSTANT,1,1",
        "LINEAR,0,1",
        "LINEAR,0.25,0.75",
        "LINEAR,1,0",
        "COSINE,0,1",
        "COSINE,0.5,0.5",
        // cos 60° is a half
        "COSINE,0.3333333333333333,0.75",
        "COSINE,1,0"
    })
    void goesAsItsNameSays(LearningRateSchedule schedule, double done, double share) {
        assertThat(schedule.share(done)).isCloseTo(share, within(1e-12));
    }
}
