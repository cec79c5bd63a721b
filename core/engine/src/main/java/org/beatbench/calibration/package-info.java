/** What can be done to the probabilities of a fitted model, so that they can be taken at their word. */
@NullMarked
package org.beatbench.calibration;

import org.jspecify.annotations.NullMarked;
