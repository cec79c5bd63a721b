/** The published files mitbih_train.csv and mitbih_test.csv, and other rows of samples in their form. */
@NullMarked
package org.beatbench.data.kaggle;

import org.jspecify.annotations.NullMarked;
