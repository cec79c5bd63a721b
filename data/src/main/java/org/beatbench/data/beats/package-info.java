/** From a recording to heartbeats: which part of the signal is a beat, and what is known of it. */
@NullMarked
package org.beatbench.data.beats;

import org.jspecify.annotations.NullMarked;
