/** What a comparison comes to: who is best, for what, how surely, and what must be known first. Values; no sentences. */
@NullMarked
package org.beatbench.comparison.verdict;

import org.jspecify.annotations.NullMarked;
