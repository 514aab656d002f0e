/**
 * The two doors people come in by, a cookie and a JWT: both are short-lived signed
 * statements of one login.
 */
@ApplicationModule(allowedDependencies = { "accounts", "wire" })
@NullMarked
package dev.chogo.logins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
