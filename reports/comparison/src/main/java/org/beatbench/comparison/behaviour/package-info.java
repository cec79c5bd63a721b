/**
 * What is known of classifiers beside their scores: how they learnt, what they make of disturbed beats, what they look at, and
 * which beats they get wrong.
 */
@NullMarked
package org.beatbench.comparison.behaviour;

import org.jspecify.annotations.NullMarked;
