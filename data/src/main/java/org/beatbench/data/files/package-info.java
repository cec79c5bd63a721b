/** Files that are either whole or not there. */
@NullMarked
package org.beatbench.data.files;

import org.jspecify.annotations.NullMarked;
