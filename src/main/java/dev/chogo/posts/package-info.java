/**
 * Published writing: anyone reads it, its author alone changes it.
 */

@ApplicationModule(allowedDependencies = { "accounts", "journal", "text", "wire", "writing" })
@NullMarked
package dev.chogo.posts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
