/** Sections on what scores differ by: from pair to pair, from subject to subject, from seed to seed. */
@NullMarked
package org.beatbench.reports.sections.differences;

import org.jspecify.annotations.NullMarked;
