@NullMarked
package org.beatbench.deep.layers;

import org.jspecify.annotations.NullMarked;
