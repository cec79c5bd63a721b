/** Whole recordings: received, unpacked, answered, kept for a while. */
@NullMarked
package org.beatbench.server.recordings;

import org.jspecify.annotations.NullMarked;
