/** The networks in Deeplearning4j as it comes. */
@NullMarked
package org.beatbench.micro.stock;

import org.jspecify.annotations.NullMarked;
