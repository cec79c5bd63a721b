/** What a data set is, seen before anything is learned from it. */
@NullMarked
package org.beatbench.reports.explore;

import org.jspecify.annotations.NullMarked;
