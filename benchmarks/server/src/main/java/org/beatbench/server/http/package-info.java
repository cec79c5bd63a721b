/** Requests before and after they mean anything: limits, access, log, counts. */
@NullMarked
package org.beatbench.server.http;

import org.jspecify.annotations.NullMarked;
