/** Whatever a fitted model is asked beyond its test: what an inquiry is, and what it may see of the data and of the model. */
@NullMarked
package org.beatbench.inquiry;

import org.jspecify.annotations.NullMarked;
