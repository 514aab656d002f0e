/** The house: one package per room, their arrows in each room's own description. */
@NullMarked
package dev.chogo;

import org.jspecify.annotations.NullMarked;
