/** What differs between two results, as a page. */
@NullMarked
package org.beatbench.reports.change;

import org.jspecify.annotations.NullMarked;
