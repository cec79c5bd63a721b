/** What was recorded, whatever file it came in: signals on one time axis, the marks in them, whose they are. */
@NullMarked
package org.beatbench.data.recording;

import org.jspecify.annotations.NullMarked;
