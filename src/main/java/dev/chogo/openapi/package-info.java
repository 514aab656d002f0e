/**
 * What the service offers, described for programs (OpenAPI 3.1) and shown to people
 * (Swagger UI).
 */

@ApplicationModule(allowedDependencies = { "accounts", "logins", "problems", "wire" })
@NullMarked
package dev.chogo.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
