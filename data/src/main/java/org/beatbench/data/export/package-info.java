/** Beats written to files that other programs read. */
@NullMarked
package org.beatbench.data.export;

import org.jspecify.annotations.NullMarked;
