/** Programs that this one starts: what they print, and that nothing of them stays behind. */
@NullMarked
package org.beatbench.process;

import org.jspecify.annotations.NullMarked;
