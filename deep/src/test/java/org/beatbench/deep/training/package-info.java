@NullMarked
package org.beatbench.deep.training;

import org.jspecify.annotations.NullMarked;
