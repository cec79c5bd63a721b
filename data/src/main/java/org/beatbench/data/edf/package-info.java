/** Recordings in European Data Format: EDF, EDF+, and their kin of 24 bits, BDF and BDF+. */
@NullMarked
package org.beatbench.data.edf;

import org.jspecify.annotations.NullMarked;
