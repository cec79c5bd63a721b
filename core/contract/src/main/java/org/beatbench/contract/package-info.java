/** What every classifier must do, as tests: extend {@link org.beatbench.contract.ClassifierContract} and name your provider. */
@NullMarked
package org.beatbench.contract;

import org.jspecify.annotations.NullMarked;
