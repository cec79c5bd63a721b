/** What there is to know about a data set before anything is trained on it. */
@NullMarked
package org.beatbench.reports.explore;

import org.jspecify.annotations.NullMarked;
