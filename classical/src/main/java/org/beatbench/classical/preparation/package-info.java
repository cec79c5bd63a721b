/** How beats of several channels and features become the rows that classical learners take. */
@NullMarked
package org.beatbench.classical.preparation;

import org.jspecify.annotations.NullMarked;
