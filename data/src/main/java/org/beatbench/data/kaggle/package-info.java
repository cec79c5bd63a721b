/** The published files mitbih_train.csv and mitbih_test.csv. */
@NullMarked
package org.beatbench.data.kaggle;

import org.jspecify.annotations.NullMarked;
