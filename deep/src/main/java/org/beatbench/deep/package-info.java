/** CNN, LSTM, GRU and 1-D ResNet on Deeplearning4j. */
@NullMarked
package org.beatbench.deep;

import org.jspecify.annotations.NullMarked;
