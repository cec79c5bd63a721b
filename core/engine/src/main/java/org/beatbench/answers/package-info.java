/** What models said of beats: answers, with the beats they are about, as values and as files. */
@NullMarked
package org.beatbench.answers;

import org.jspecify.annotations.NullMarked;
