/** Trained models in folders: a card that says what each is, beside what its classifier saved. */
@NullMarked
package org.beatbench.models;

import org.jspecify.annotations.NullMarked;
