/** Beats in one table with named columns: what {@code export --format csv} writes, or anybody. */
@NullMarked
package org.beatbench.data.table;

import org.jspecify.annotations.NullMarked;
