/** What the sections of a comparison share: turns of phrase, marks and colours. */
@NullMarked
package org.beatbench.reports.sections;

import org.jspecify.annotations.NullMarked;
