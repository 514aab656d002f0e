/**
 * What changed between two texts, and one text made of two that were changed apart. The service's `dev.chogo.merging`
 * has the same rules and their reasons, and the same cases test both.
 */

import Diff from '../vendor/diff.js';

/** So many lines or words put in and taken out, and two texts count as different from end to end. */
const MOST = 1_000;
/** So many comparisons of characters, at worst. */
const PATIENCE = 1_000_000_000;

const LINE = /[^\n]*\n|[^\n]+/g;

/**
 * A grapheme cluster (UAX 29), sometimes more, never less. Not `Intl.Segmenter`: Chromium's takes time by the square,
 * half a second for 40,000 characters.
 */
const CLUSTER = (() => {
  const ahead =
    '[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u0d4e\\u{110bd}\\u{110cd}\\u{111c2}\\u{111c3}\\u{113d1}' +
    '\\u{1193f}\\u{11941}\\u{11a3a}\\u{11a84}-\\u{11a89}\\u{11d46}\\u{11f02}]';
  const behind = '[\\p{M}\\p{Emoji_Modifier}\\u200c\\u200d\\u0e33\\u0eb3\\uff9e\\uff9f\\u{e0020}-\\u{e007f}]';
  const emoji = `\\p{Extended_Pictographic}(?:${behind}*\\u200d\\p{Extended_Pictographic})*`;
  // Not one cluster but as many as follow each other: they are one word anyway.
  const hangul = '[\\u1100-\\u11ff\\ua960-\\ua97c\\uac00-\\ud7fb]+';
  const other = `(?!${ahead})[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]`;
  const base = `\\p{RI}{2}|${emoji}|${hangul}|${other}|${behind}`;
  const kinds = ['\\r\\n', `${ahead}*(?:${base})${behind}*`, `${ahead}+`, '[^]'];
  return new RegExp(kinds.join('|'), 'gu');
})();

const IN_WORD = /^[\p{L}\p{M}\p{N}]/u;

const myers = new Diff();

/**
 * The way from one text to the other, in reading order, a deletion before the insertion in its place.
 *
 * @returns {{op: 'equal'|'insert'|'delete', text: string}[]}
 */
export function changes(older, newer) {
  const found = [];
  let at = 0;
  for (const { from, to, text } of edits(older, newer)) {
    found.push(
      { op: 'equal', text: older.slice(at, from) },
      { op: 'delete', text: older.slice(from, to) },
      { op: 'insert', text },
    );
    at = to;
  }
  found.push({ op: 'equal', text: older.slice(at) });
  return found.filter(({ text }) => text !== '');
}

/**
 * What either side did to `base`, and what both did alike once.
 *
 * @returns {string|null} null where both changed the same words
 */
export function merge(base, stored, sent) {
  const both = [...edits(base, stored), ...edits(base, sent)];
  both.sort((one, other) => one.from - other.from || one.to - other.to);
  let merged = '';
  let last = { from: -1, to: -1, text: '' };
  for (const edit of both) {
    if (edit.from === last.from && edit.to === last.to && edit.text === last.text) {
      continue;
    }
    if (edit.from <= last.to) {
      return null;
    }
    merged += base.slice(Math.max(last.to, 0), edit.from) + edit.text;
    last = edit;
  }
  return merged + base.slice(Math.max(last.to, 0));
}

/**
 * Brings what others wrote into what is being typed.
 *
 * @param {string} base what both began with
 * @returns {{text: string, conflict: boolean}} with a conflict the text is `mine`, untouched
 */
export function carry(base, theirs, mine) {
  const text = merge(base, theirs, mine);
  return { text: text ?? mine, conflict: text === null };
}

/**
 * Where a caret belongs after its text has changed: behind the character it stood behind, or behind what took that
 * one's place. Offsets are UTF-16 units, as those of a text field.
 */
export function moveCaret(older, newer, offset) {
  let moved = offset;
  for (const { from, to, text } of edits(older, newer)) {
    if (from >= offset) {
      break;
    }
    moved += text.length - (Math.min(to, offset) - from);
  }
  return moved;
}

/** The fewest edits of lines, and of words within the lines that changed: `older` from `from` to `to` becomes `text`. */
function edits(older, newer) {
  return editsOf(older.match(LINE) ?? [], newer.match(LINE) ?? [], limit(older, newer)).flatMap((lines) => {
    const replaced = older.slice(lines.from, lines.to);
    if (replaced === '' || lines.text === '') {
      return lines;
    }
    return editsOf(words(replaced), words(lines.text), limit(replaced, lines.text)).map(({ from, to, text }) => ({
      from: lines.from + from,
      to: lines.from + to,
      text,
    }));
  });
}

function limit(older, newer) {
  return Math.min(MOST, Math.floor(PATIENCE / Math.max(1, older.length + newer.length)));
}

/** Runs of clusters that begin with a letter, a mark or a digit, and every other cluster by itself. */
function words(text) {
  const found = [];
  let from = 0;
  let inWord = false;
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const goesOn = inWord;
    inWord = IN_WORD.test(cluster);
    if (index > from && !(goesOn && inWord)) {
      found.push(text.slice(from, index));
      from = index;
    }
  }
  if (from < text.length) {
    found.push(text.slice(from));
  }
  return found;
}

function editsOf(older, newer, maxEditLength) {
  const start = commonStart(older, newer);
  const end = commonEnd(older, newer, start);
  const before = older.slice(start, older.length - end);
  const after = newer.slice(start, newer.length - end);
  const parts = myers.diff(before, after, { maxEditLength }) ?? [
    { removed: true, value: before.join('') },
    { added: true, value: after.join('') },
  ];
  return joined(parts, older.slice(0, start).join('').length);
}

/** What is put in and taken out between two equal parts is one edit. */
function joined(parts, start) {
  const found = [];
  let edit = null;
  let at = start;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      edit = null;
    } else if (!edit) {
      edit = { from: at, to: at, text: '' };
      found.push(edit);
    }
    if (added) {
      edit.text += value;
    } else {
      at += value.length;
    }
    if (removed) {
      edit.to = at;
    }
  }
  return found;
}

function commonStart(older, newer) {
  const most = Math.min(older.length, newer.length);
  let common = 0;
  while (common < most && older[common] === newer[common]) {
    common += 1;
  }
  return common;
}

function commonEnd(older, newer, start) {
  const most = Math.min(older.length, newer.length) - start;
  let common = 0;
  while (common < most && older.at(-1 - common) === newer.at(-1 - common)) {
    common += 1;
  }
  return common;
}
