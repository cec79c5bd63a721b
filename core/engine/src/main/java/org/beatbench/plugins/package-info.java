/** Finds classifiers and data sets, isolates those that come as jars, and binds their settings. */
@NullMarked
package org.beatbench.plugins;

import org.jspecify.annotations.NullMarked;
