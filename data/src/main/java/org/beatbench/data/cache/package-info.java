/** Beats that were loaded once, kept in a form that loads at once. */
@NullMarked
package org.beatbench.data.cache;

import org.jspecify.annotations.NullMarked;
