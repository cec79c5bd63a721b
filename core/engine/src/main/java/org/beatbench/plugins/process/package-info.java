/** Classifiers that are programs of their own, in any language: started, asked and answered line by line, arrays by file. */
@NullMarked
package org.beatbench.plugins.process;

import org.jspecify.annotations.NullMarked;
