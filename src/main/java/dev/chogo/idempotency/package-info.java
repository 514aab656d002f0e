/**
 * A request sent again with its Idempotency-Key gets the first answer again and makes
 * nothing new.
 */
@ApplicationModule(allowedDependencies = { "accounts", "wire" })
@NullMarked
package dev.chogo.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
