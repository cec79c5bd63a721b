/** The Open Inference Protocol, version 2: what is asked, what is answered, and what is refused. */
@NullMarked
package org.beatbench.server.protocol;

import org.jspecify.annotations.NullMarked;
