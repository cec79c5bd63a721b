/** The comparison in turn: what is measured, the processes that are measured, and what comes out. */
@NullMarked
package org.beatbench.micro.duel;

import org.jspecify.annotations.NullMarked;
