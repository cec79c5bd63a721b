/** What a report says, as values: sections of prose, tables and figures. Knows nothing of how it is shown. */
@NullMarked
package org.beatbench.reports;

import org.jspecify.annotations.NullMarked;
