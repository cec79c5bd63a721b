/** Answers that anybody could give: what a classifier has to beat before it is worth a look. */
@NullMarked
package org.beatbench.canaries;

import org.jspecify.annotations.NullMarked;
