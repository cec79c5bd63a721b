/** Virtual subjects: computed ECG of which everything is known, for trying things out. Not a substitute for patients. */
@NullMarked
package org.beatbench.data.synthetic;

import org.jspecify.annotations.NullMarked;
