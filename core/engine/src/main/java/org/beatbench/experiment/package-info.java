/** What is to be compared: the experiment as written, and the trials it comes down to. */
@NullMarked
package org.beatbench.experiment;

import org.jspecify.annotations.NullMarked;
