/**
 * Stored runs read as a comparison: who reached what under which protocol, which candidate validation chose, and what is more
 * than chance.
 */
@NullMarked
package org.beatbench.comparison;

import org.jspecify.annotations.NullMarked;
