/** How certain a figure is: pure functions of numbers and counts. */
@NullMarked
package org.beatbench.stats;

import org.jspecify.annotations.NullMarked;
