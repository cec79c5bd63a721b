/** How far something is, as a bar for people and as lines for pipes. */
@NullMarked
package org.beatbench.app.progress;

import org.jspecify.annotations.NullMarked;
