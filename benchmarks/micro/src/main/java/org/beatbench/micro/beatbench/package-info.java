/** The networks of Beatbench, as a run trains them. */
@NullMarked
package org.beatbench.micro.beatbench;

import org.jspecify.annotations.NullMarked;
