/** Whether stored results are what they claim to be: keys, hashes, labels and rows, recomputed from what they follow from. */
@NullMarked
package org.beatbench.verification;

import org.jspecify.annotations.NullMarked;
