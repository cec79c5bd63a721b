/** Commands that run experiments and tell how far they are. */
@NullMarked
package org.beatbench.app.experiments;

import org.jspecify.annotations.NullMarked;
