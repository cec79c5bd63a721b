/** Sections on what classifiers score: rankings, classes, curves, confidence. */
@NullMarked
package org.beatbench.reports.sections.scores;

import org.jspecify.annotations.NullMarked;
