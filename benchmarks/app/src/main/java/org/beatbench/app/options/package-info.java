/** Options that several commands share. */
@NullMarked
package org.beatbench.app.options;

import org.jspecify.annotations.NullMarked;
