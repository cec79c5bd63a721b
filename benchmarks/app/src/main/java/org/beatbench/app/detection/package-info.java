/** The command that finds beats in recordings. */
@NullMarked
package org.beatbench.app.detection;

import org.jspecify.annotations.NullMarked;
