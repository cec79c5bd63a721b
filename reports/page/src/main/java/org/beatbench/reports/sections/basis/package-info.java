/** Sections on what the numbers rest on: data, subjects, audit, settings, machines, and what failed. */
@NullMarked
package org.beatbench.reports.sections.basis;

import org.jspecify.annotations.NullMarked;
