/**
 * What a request must look like before any room sees it, and the forms in which rooms
 * answer.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.chogo.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
