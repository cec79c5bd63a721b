/** Saved models for other programs and other machines. */
@NullMarked
package org.beatbench.app.serving;

import org.jspecify.annotations.NullMarked;
