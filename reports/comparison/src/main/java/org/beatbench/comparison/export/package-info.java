/** The numbers and answers of a comparison as files for programs. */
@NullMarked
package org.beatbench.comparison.export;

import org.jspecify.annotations.NullMarked;
