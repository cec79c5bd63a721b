@NullMarked
package org.beatbench.deep.kernel;

import org.jspecify.annotations.NullMarked;
