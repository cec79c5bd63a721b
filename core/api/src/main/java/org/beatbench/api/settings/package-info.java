/** How settings records are read: their schema and help text, and the binding of written values to their components. */
@NullMarked
package org.beatbench.api.settings;

import org.jspecify.annotations.NullMarked;
