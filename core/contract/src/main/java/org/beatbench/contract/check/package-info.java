/**
 * What classifiers and data sets must keep, as a list of checks that need the JDK and the api only. JUnit runs them by the
 * contracts one package above, {@code beatbench plugin check} without.
 */
@NullMarked
package org.beatbench.contract.check;

import org.jspecify.annotations.NullMarked;
