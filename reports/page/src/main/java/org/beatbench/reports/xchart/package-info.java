/** Figures as PNG images and CSV data. The only package that sees XChart. */
@NullMarked
package org.beatbench.reports.xchart;

import org.jspecify.annotations.NullMarked;
