/** Saved models over HTTP. */
@NullMarked
package org.beatbench.server;

import org.jspecify.annotations.NullMarked;
