/** Files and folders in the making, and what becomes of those that nobody finishes. */
@NullMarked
package org.beatbench.files;

import org.jspecify.annotations.NullMarked;
