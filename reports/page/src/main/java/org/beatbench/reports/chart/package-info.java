/** What a chart shows, as values: one record for each kind, and the palette that means the same everywhere. */
@NullMarked
package org.beatbench.reports.chart;

import org.jspecify.annotations.NullMarked;
