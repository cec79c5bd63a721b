/** What many clients ask at once, put to a model together. */
@NullMarked
package org.beatbench.server.batching;

import org.jspecify.annotations.NullMarked;
