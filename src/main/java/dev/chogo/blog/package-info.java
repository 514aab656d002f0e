/**
 * The pages a reader sees: server-rendered, no script needed.
 */

@ApplicationModule(allowedDependencies = { "accounts", "posts", "text", "wire", "writing" })
@NullMarked
package dev.chogo.blog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
