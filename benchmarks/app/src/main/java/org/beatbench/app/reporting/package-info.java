/** Commands that make reports, check them, and compare results. */
@NullMarked
package org.beatbench.app.reporting;

import org.jspecify.annotations.NullMarked;
