/** Finds heartbeats in an ECG, and says how well. */
@NullMarked
package org.beatbench.data.detector;

import org.jspecify.annotations.NullMarked;
