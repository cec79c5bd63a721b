/** Recordings in the WFDB format of PhysioNet: headers, signals and annotations, read and verified. */
@NullMarked
package org.beatbench.data.wfdb;

import org.jspecify.annotations.NullMarked;
