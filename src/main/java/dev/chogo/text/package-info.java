/**
 * What a text is: its words and what is said of them, in which form they come in, are
 * measured, told apart, shown and packed. Knows nothing of authors and versions.
 */

@ApplicationModule(allowedDependencies = { "accounts", "wire" })
@NullMarked
package dev.chogo.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
