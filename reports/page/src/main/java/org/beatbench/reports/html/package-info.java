/** A report as one self-contained HTML page. Its drawings are SVG made here; its templates are in {@code src/main/jte}. */
@NullMarked
package org.beatbench.reports.html;

import org.jspecify.annotations.NullMarked;
