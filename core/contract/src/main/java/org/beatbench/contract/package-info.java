/** What every classifier and every data set must do, as tests: extend the contract and name your provider. */
@NullMarked
package org.beatbench.contract;

import org.jspecify.annotations.NullMarked;
