/** Looks for ways in which a test part may be known before the test: leaks between the two sides of a split. */
@NullMarked
package org.beatbench.audit;

import org.jspecify.annotations.NullMarked;
