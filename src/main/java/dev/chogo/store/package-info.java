/**
 * What "saved" means: durable before it is acknowledged, and checked at start. Underneath
 * the other rooms, by transaction hooks, so that none of them has to remember it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.chogo.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
