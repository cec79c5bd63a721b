/**
 * Sections on how classifiers behave: how they learn, what disturbs them, what they look at, which beats they get wrong.
 */
@NullMarked
package org.beatbench.reports.sections.behaviour;

import org.jspecify.annotations.NullMarked;
