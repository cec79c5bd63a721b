/** One experiment from its file to its results: made ready, audited, run, stored. Prints nothing; who watches is told. */
@NullMarked
package org.beatbench.run;

import org.jspecify.annotations.NullMarked;
