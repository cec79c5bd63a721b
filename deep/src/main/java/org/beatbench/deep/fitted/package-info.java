/** What trained networks are made of, for whoever computes with them elsewhere: layers and their weights, to be read only. */
@NullMarked
package org.beatbench.deep.fitted;

import org.jspecify.annotations.NullMarked;
