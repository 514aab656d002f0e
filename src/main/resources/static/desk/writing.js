/**
 * A text as the desk holds it, and what two of them differ in.
 *
 * @typedef {{title: string, content: string, format: string}} Text
 */

import { carry } from './merge.js';

/** @type {Text} */
export const BLANK = { title: '', content: '', format: 'markdown' };

/**
 * What the server keeps, as the fields of a form hold it: they know LF only, and no line break in a title.
 * Without this every text with CRLF would look changed as soon as it is opened.
 *
 * @returns {Text}
 */
export function shown({ title, content, format }) {
  return { title: title.replace(/[\r\n]/g, ''), content: content.replace(/\r\n?/g, '\n'), format };
}

/** The members in which two texts differ. */
export function different(one, other) {
  return Object.keys(BLANK).filter((member) => one[member] !== other[member]);
}

export function same(one, other) {
  return different(one, other).length === 0;
}

/** Nothing that anybody would miss; a format alone is not a text. */
export function isBlank({ title, content }) {
  return title === '' && content === '';
}

/**
 * What was written since `base`, put into what somebody else has made of `base`.
 *
 * @returns {{text: Text, conflict: boolean}} conflict: both changed the same words
 */
export function carried(base, theirs, mine) {
  if (same(base, theirs)) {
    return { text: mine, conflict: false };
  }
  const title = carry(base.title, theirs.title, mine.title);
  const content = carry(base.content, theirs.content, mine.content);
  return {
    text: {
      title: title.text,
      content: content.text,
      format: mine.format === base.format ? theirs.format : mine.format,
    },
    conflict: title.conflict || content.conflict,
  };
}

/** Counted as people and the server do: an emoji of two UTF-16 units is one. */
export function codePoints(text) {
  let count = 0;
  for (const _ of text) {
    count += 1;
  }
  return count;
}
