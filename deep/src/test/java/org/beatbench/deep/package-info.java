@NullMarked
package org.beatbench.deep;

import org.jspecify.annotations.NullMarked;
