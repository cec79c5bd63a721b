/** Commands for those who write plug-ins: a project to begin with, a check of the jar, and a list of what was found. */
@NullMarked
package org.beatbench.app.plugins;

import org.jspecify.annotations.NullMarked;
