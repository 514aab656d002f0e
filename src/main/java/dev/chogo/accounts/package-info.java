/**
 * Who people are: handles, passwords, and how much each has written.
 */
@ApplicationModule(allowedDependencies = { "wire" })
@NullMarked
package dev.chogo.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
