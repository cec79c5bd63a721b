/** What is compared, and on what. */
@NullMarked
package org.beatbench.micro.contest;

import org.jspecify.annotations.NullMarked;
