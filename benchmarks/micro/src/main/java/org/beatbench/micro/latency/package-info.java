/** How long a trained network takes to answer, measured with JMH. */
@NullMarked
package org.beatbench.micro.latency;

import org.jspecify.annotations.NullMarked;
