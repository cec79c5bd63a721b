/** Recordings as text: a line for each sample, a column for each lead. */
@NullMarked
package org.beatbench.data.signalcsv;

import org.jspecify.annotations.NullMarked;
