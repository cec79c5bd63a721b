@NullMarked
package org.beatbench.classical;

import org.jspecify.annotations.NullMarked;
