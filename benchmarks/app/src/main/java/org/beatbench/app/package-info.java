/** The command line, and the one place where data, classifiers, harness and reports meet. */
@NullMarked
package org.beatbench.app;

import org.jspecify.annotations.NullMarked;
