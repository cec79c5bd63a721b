package org.beatbench.data.synthetic;

import org.beatbench.data.recording.Recording;

/** The ECG of virtual subjects, for tests of what looks at signals. */
public final class MadeEcg {

    private MadeEcg() {}

    /** That of a subject, 0-based, at 360 Hz, with all kinds of beats. */
    public static Recording of(int subject, int beats) {
        return VirtualSubject.recording(subject, SyntheticSettings.of(24, beats, 0.02, 1));
    }
}
