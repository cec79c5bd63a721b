/** What trials leave behind: answers, costs and how it ended. Metrics are never stored; they are computed from answers. */
@NullMarked
package org.beatbench.results;

import org.jspecify.annotations.NullMarked;
