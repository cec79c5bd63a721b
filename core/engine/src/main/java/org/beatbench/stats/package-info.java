/** How certain a figure is, and whether two differ by more than chance: pure functions of numbers and counts. */
@NullMarked
package org.beatbench.stats;

import org.jspecify.annotations.NullMarked;
