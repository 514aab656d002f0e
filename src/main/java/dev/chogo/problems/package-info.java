/**
 * How every refusal leaves the house: as a problem (RFC 9457).
 */
@ApplicationModule(allowedDependencies = { "wire" })
@NullMarked
package dev.chogo.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
