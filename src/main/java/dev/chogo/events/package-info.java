/**
 * Tells an author's other tabs and devices what changed, as it changes.
 */
@ApplicationModule(allowedDependencies = { "accounts", "journal", "logins", "store" })
@NullMarked
package dev.chogo.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
