/** How the classes of a training part can be evened out; never applied to anything else. */
@NullMarked
package org.beatbench.resampling;

import org.jspecify.annotations.NullMarked;
