/** The networks in libtorch. */
@NullMarked
package org.beatbench.micro.libtorch;

import org.jspecify.annotations.NullMarked;
