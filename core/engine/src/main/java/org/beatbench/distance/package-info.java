/** The inquiry into how far test beats are from what a model learned from: is one unlike anything it has seen? */
@NullMarked
package org.beatbench.distance;

import org.jspecify.annotations.NullMarked;
