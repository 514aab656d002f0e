/**
 * What a draft and a post have in common: text, number, version, and one row for every
 * save.
 */

@ApplicationModule(allowedDependencies = { "accounts", "journal", "merging", "store", "text", "wire" })
@NullMarked
package dev.chogo.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
