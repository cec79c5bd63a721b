/**
 * Classical classifiers on Tribuo: nearest neighbours, decision tree and logistic regression. No type of Tribuo shows
 * outside this package.
 */
@NullMarked
package org.beatbench.classical;

import org.jspecify.annotations.NullMarked;
