/**
 * What changed between two texts, and one text made of two that were changed apart.
 * Functions on texts, which know nothing of drafts.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.chogo.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
