/** What stored runs say of the classifiers that were compared, as a report: the verdict first, then its sections. */
@NullMarked
package org.beatbench.reports.comparison;

import org.jspecify.annotations.NullMarked;
