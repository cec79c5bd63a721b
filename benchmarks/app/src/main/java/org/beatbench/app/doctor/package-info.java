/** Whether a machine has what the program needs. */
@NullMarked
package org.beatbench.app.doctor;

import org.jspecify.annotations.NullMarked;
