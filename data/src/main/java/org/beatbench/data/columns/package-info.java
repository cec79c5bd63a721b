/** Lines of text in columns, as programs and people write tables. */
@NullMarked
package org.beatbench.data.columns;

import org.jspecify.annotations.NullMarked;
