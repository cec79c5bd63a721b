/** What differs between two results: of two versions of a program, of two settings, of a paper and its repetition. */
@NullMarked
package org.beatbench.comparison.change;

import org.jspecify.annotations.NullMarked;
