/**
 * All that is kept, as one file that people and Chogo can read: backup, restore, export,
 * and the commands for them. It reads and writes the tables past the rooms that they
 * belong to, as migrations do: what is saved here is what is stored, not what may be
 * asked for.
 */

@ApplicationModule(allowedDependencies = { "accounts", "journal", "store", "text", "wire", "writing" })
@NullMarked
package dev.chogo.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
