/** Fetches public recordings over the network, and only when told to: resumable, every file verified by its checksum. */
@NullMarked
package org.beatbench.data.fetch;

import org.jspecify.annotations.NullMarked;
