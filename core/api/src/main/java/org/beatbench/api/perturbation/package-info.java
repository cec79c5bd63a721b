/** What can make an ECG worse between the heart and a classifier, and how a data set lets it. */
@NullMarked
package org.beatbench.api.perturbation;

import org.jspecify.annotations.NullMarked;
