package org.beatbench.plugins;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.experiment.Hash;

/** Identifies beats by their content. */
final class BeatsFingerprint {

    private static final int FLOATS_AT_ONCE = 16_384;

    private BeatsFingerprint() {}

    /** SHA-256 over classes, form, samples and all that is known of each beat, in hexadecimal. */
    static String of(Beats beats) {
        Hash hash = new Hash();
        hash.add(beats.classes() + " " + beats.length() + "\n");
        if (!beats.form().equals(Form.row(beats.length()))) {
            hash.add(beats.form().id() + " " + beats.form().samples() + " "
                    + beats.form().channels() + " " + beats.form().features() + "\n");
        }
        FloatBuffer samples = beats.samples().buffer();
        ByteBuffer bytes = ByteBuffer.allocate(FLOATS_AT_ONCE * Float.BYTES);
        while (samples.hasRemaining()) {
            int count = Math.min(samples.remaining(), FLOATS_AT_ONCE);
            bytes.clear().asFloatBuffer().put(samples.slice(samples.position(), count));
            hash.add(bytes.limit(count * Float.BYTES));
            samples.position(samples.position() + count);
        }
        ByteBuffer numbers = ByteBuffer.allocate(2 * Integer.BYTES + 2 * Double.BYTES + Long.BYTES);
        for (int row = 0; row < beats.size(); row++) {
            Beat beat = beats.beat(row);
            numbers.clear()
                    .putInt(beat.label())
                    .putInt(beat.unpaddedLength())
                    .putDouble(beat.rrBefore())
                    .putDouble(beat.rrAfter())
                    .putLong(beat.position())
                    .flip();
            hash.add(numbers);
            hash.add(beat.subject() + "\t" + beat.record() + "\t" + beat.symbol() + "\n");
        }
        return hash.hex();
    }
}
