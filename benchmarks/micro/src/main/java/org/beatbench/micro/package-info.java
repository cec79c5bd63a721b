/** Which libraries are compared. */
@NullMarked
package org.beatbench.micro;

import org.jspecify.annotations.NullMarked;
