/**
 * What happened to each author's texts, in order: by it other tabs, other devices and the
 * search index follow the store.
 */

@ApplicationModule(allowedDependencies = { "accounts" })
@NullMarked
package dev.chogo.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
