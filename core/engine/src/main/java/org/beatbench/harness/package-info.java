/** Runs the trials of an experiment: the plan, the loop, the runners and the clocks. */
@NullMarked
package org.beatbench.harness;

import org.jspecify.annotations.NullMarked;
