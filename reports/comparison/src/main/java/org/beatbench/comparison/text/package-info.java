/** How numbers and lists are written, on a terminal, on a page and for programs. */
@NullMarked
package org.beatbench.comparison.text;

import org.jspecify.annotations.NullMarked;
