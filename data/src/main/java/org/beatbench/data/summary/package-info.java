/** What the beats of a recording come to: rates, pauses, burdens, sequences of ectopic beats, variability. */
@NullMarked
package org.beatbench.data.summary;

import org.jspecify.annotations.NullMarked;
