/** How the program meets the shell that called it: exit codes, interrupts, terminals, JSON. */
@NullMarked
package org.beatbench.app.shell;

import org.jspecify.annotations.NullMarked;
