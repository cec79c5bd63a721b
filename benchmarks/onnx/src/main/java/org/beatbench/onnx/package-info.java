/** Fitted models as ONNX graphs, and what ONNX Runtime answers with them. */
@NullMarked
package org.beatbench.onnx;

import org.jspecify.annotations.NullMarked;
