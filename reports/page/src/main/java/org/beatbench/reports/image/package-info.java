/** Pictures of a report as files: its drawings, in pixels and on paper. */
@NullMarked
package org.beatbench.reports.image;

import org.jspecify.annotations.NullMarked;
