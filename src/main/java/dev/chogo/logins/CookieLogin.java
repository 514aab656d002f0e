package dev.chogo.logins;

import dev.chogo.accounts.Person;

/** Somebody who came in by the door for browsers. */
record CookieLogin(Person person, Cookie cookie) {
}
