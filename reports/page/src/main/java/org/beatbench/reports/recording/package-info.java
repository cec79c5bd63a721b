/** What the page of one recording says: its beats as a model answered them, strips to scale, intervals, what to look at first. */
@NullMarked
package org.beatbench.reports.recording;

import org.jspecify.annotations.NullMarked;
