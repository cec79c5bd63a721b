/** How beats are divided into training, validation and test, from the leaky way to patients never seen. */
@NullMarked
package org.beatbench.protocol;

import org.jspecify.annotations.NullMarked;
