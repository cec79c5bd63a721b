/** The MIT-BIH Arrhythmia Database, and any other folder of annotated WFDB records. */
@NullMarked
package org.beatbench.data.mitdb;

import org.jspecify.annotations.NullMarked;
