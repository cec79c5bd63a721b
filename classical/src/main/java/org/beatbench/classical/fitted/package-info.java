/** What fitted models are made of, for whoever computes with them elsewhere: weights, questions and leaves, to be read only. */
@NullMarked
package org.beatbench.classical.fitted;

import org.jspecify.annotations.NullMarked;
