/** Commands that show what there is, and fetch, look into and export data. */
@NullMarked
package org.beatbench.app.catalogue;

import org.jspecify.annotations.NullMarked;
