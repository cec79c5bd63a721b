/** Problems of the UCR Time Series Classification Archive, and the user's own series in its formats. */
@NullMarked
package org.beatbench.data.ucr;

import org.jspecify.annotations.NullMarked;
