/** How long a network of Beatbench takes to answer by its own code and as a graph by ONNX Runtime, measured with JMH. */
@NullMarked
package org.beatbench.micro.runtimes;

import org.jspecify.annotations.NullMarked;
