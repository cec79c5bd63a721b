/** Commands that make one model and use it. */
@NullMarked
package org.beatbench.app.models;

import org.jspecify.annotations.NullMarked;
