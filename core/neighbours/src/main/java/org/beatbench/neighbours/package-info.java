/** Finds rows that are alike, exactly and without comparing all with all. */
@NullMarked
package org.beatbench.neighbours;

import org.jspecify.annotations.NullMarked;
