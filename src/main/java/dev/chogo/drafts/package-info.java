/**
 * The desk: unpublished writing.
 */

@ApplicationModule(allowedDependencies = { "accounts", "journal", "posts", "text", "wire", "writing" })
@NullMarked
package dev.chogo.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
