package org.beatbench.deep.natives;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

class ArtifactsTest {

    @Test
    void namesThePlatformAsJavaCppDoes() {
        assertThat(Artifacts.versions().get("openblas")).endsWith(" " + Loader.getPlatform());
        assertThat(Artifacts.versions().get("nd4j-native")).contains(" " + Loader.getPlatform());
    }
}
