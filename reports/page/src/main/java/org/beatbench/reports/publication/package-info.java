/** A report as a folder of files: written, listed with what it was made from, and checked against what it is made from now. */
@NullMarked
package org.beatbench.reports.publication;

import org.jspecify.annotations.NullMarked;
