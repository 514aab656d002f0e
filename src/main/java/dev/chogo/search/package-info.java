/**
 * Finding any sentence ever written: an index beside the store, which can be made anew
 * from it at any time, and which nothing but finding words waits for.
 */

@ApplicationModule(allowedDependencies = { "accounts", "journal", "store", "text", "wire", "writing" })
@NullMarked
package dev.chogo.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
