/** What stored runs say of the classifiers that were compared. */
@NullMarked
package org.beatbench.reports.comparison;

import org.jspecify.annotations.NullMarked;
