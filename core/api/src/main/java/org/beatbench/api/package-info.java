/**
 * All that a plug-in sees: beats, classifiers, data sets and their settings. Depends on the JDK only (and the null
 * annotations of JSpecify, which are not needed at run time).
 */
@NullMarked
package org.beatbench.api;

import org.jspecify.annotations.NullMarked;
