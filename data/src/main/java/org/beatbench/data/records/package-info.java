/** Data sets that are cut from folders of WFDB records. */
@NullMarked
package org.beatbench.data.records;

import org.jspecify.annotations.NullMarked;
