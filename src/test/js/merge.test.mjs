/** What the browser makes of two texts, and that it is what the service makes of them: `node --test merge.test.mjs`. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { carry, changes, merge, moveCaret } from '../../main/resources/static/desk/merge.js';

const novel = Array.from({ length: 24_000 }, (_, n) => `문장 ${n}: 나는 오늘도 밥을 먹고 글을 썼다.\n`).join('');
const clusters = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** The cases that `MergeTests` decides on the other side. */
async function cases(file) {
  return JSON.parse(await readFile(new URL(`../resources/merging/${file}`, import.meta.url), 'utf8'));
}

function joined(found, without) {
  return found
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('');
}

/** Where the texts of all operations but one end. */
function ends(found, without) {
  let at = 0;
  return found.filter(({ op }) => op !== without).map(({ text }) => (at += text.length));
}

/** What `work` comes to, if it takes no more than so many milliseconds of a processor, however busy the machine is. */
function within(milliseconds, work) {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  assert.ok((user + system) / 1_000 < milliseconds);
  return result;
}

for (const file of ['vectors.json', 'vectors-random.json']) {
  test(`${file} is decided as the service decides it`, async () => {
    for (const { name, base, stored, sent, merged } of await cases(file)) {
      assert.equal(merge(base, stored, sent), merged, name);
      assert.equal(merge(base, sent, stored), merged, `${name}, the other way round`);
    }
  });
}

test('changes lead there and back and split no cluster', async () => {
  for (const { name, stored, sent } of await cases('vectors-random.json')) {
    const found = changes(stored, sent);
    assert.equal(joined(found, 'insert'), stored, name);
    assert.equal(joined(found, 'delete'), sent, name);
    for (const [text, without] of [
      [stored, 'insert'],
      [sent, 'delete'],
    ]) {
      const whole = new Set(Array.from(clusters.segment(text), ({ index }) => index)).add(text.length);
      assert.ok(
        ends(found, without).every((end) => whole.has(end)),
        name,
      );
    }
  }
});

test('lines are compared first and then the words in them', () => {
  assert.deepEqual(changes('나는 밥을 먹었다.\n\n끝\n', '나는 빵을 먹었다.\n\n새 줄\n끝\n'), [
    { op: 'equal', text: '나는 ' },
    { op: 'delete', text: '밥을' },
    { op: 'insert', text: '빵을' },
    { op: 'equal', text: ' 먹었다.\n\n' },
    { op: 'insert', text: '새 줄\n' },
    { op: 'equal', text: '끝\n' },
  ]);
});

test('a word is taken out whole', () => {
  for (const word of [
    '한글을',
    '\u1112\u1161\u11ab\u1100\u1173\u11af',
    '\u1112\u119e\u11ab',
    '大韓民國은',
    'e\u0301te\u0301',
    '2026년',
    'क्षि',
    '\u0301가',
    '가\u200d나',
    '👨‍👩‍👧‍👦',
    '👍🏽',
    '❤️',
    '1️⃣',
    '🇰🇷',
    '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    '\u0600.',
    '\u0600\u1100\u1161',
    '.\u0e33',
  ]) {
    const points = Array.from(word);
    for (let kept = 1; kept < points.length; kept += 1) {
      const shorter = points.slice(0, kept).join('');
      const found = changes(`[\n${word}\n]`, `[\n${shorter}\n]`);
      assert.deepEqual(found.slice(1, 3), [{ op: 'delete', text: word }, { op: 'insert', text: shorter }], word);
    }
  }
});

test('what others wrote comes into what is being typed', () => {
  assert.deepEqual(carry('하나 둘 셋', '일 둘 셋', '하나 둘 세'), { text: '일 둘 세', conflict: false });
});

test('what is being typed is never lost to what others wrote', () => {
  assert.deepEqual(carry('하나 둘', '하나 이', '하나 두'), { text: '하나 두', conflict: true });
  assert.deepEqual(carry('하나', '', '하나 둘'), { text: '하나 둘', conflict: true });
});

test('the caret stays behind the character it stood behind', () => {
  for (const [older, newer] of [
    ['하나 둘| 셋', '영 하나 둘| 셋'],
    ['하나 둘| 셋', '하나 둘| 셋 넷'],
    ['하나 |셋', '하나 |둘 셋'],
    ['하나|', '하나| 둘'],
    ['|하나', '|영 하나'],
    ['하나 둘 셋|', '하나 셋|'],
    ['하나 둘| 셋', '하나 두울| 셋'],
    ['하나 두|울 셋', '하나 둘| 셋'],
    ['🌱 하나 👨‍👩‍👧| 둘', '🌱🌱 하나 👨‍👩‍👧| 둘'],
    ['하나|', '|'],
  ]) {
    const [from, to] = [older.indexOf('|'), newer.indexOf('|')];
    assert.equal(moveCaret(older.replace('|', ''), newer.replace('|', ''), from), to, `${older} → ${newer}`);
  }
});

test('a handful of edits in two mebibytes merge while a person does not notice', () => {
  const stored = novel.replace('문장 7:', '문장 일곱:');
  const sent = novel.replace('문장 23999:', '마지막 문장:');
  const merged = within(1_000, () => merge(novel, stored, sent));
  assert.ok(merged === stored.replace('문장 23999:', '마지막 문장:'));
});

for (const [name, older, newer] of [
  ['every line is another', novel, novel.replaceAll('밥을', '빵을')],
  ['a million lines are nearly equal', '가\n'.repeat(1e6), '가\n나\n'.repeat(5e5)],
  ['a line has no blank', '가'.repeat(7e5), `나${'가'.repeat(7e5)}`],
  ['a line has nothing else', ' '.repeat(2e6), '\t'.repeat(2e6)],
  ['emoji are joined without end', '👨\u200d'.repeat(3e5), '👨'.repeat(3e5)],
  ['flags are out of step', '🇰🇷'.repeat(25e4), `🇰${'🇰🇷'.repeat(25e4)}`],
  ['a letter has a million marks', `e${'\u0301'.repeat(1e6)}`, `a${'\u0301'.repeat(1e6)}`],
]) {
  test(`changes are found soon and exact where ${name}`, () => {
    const found = within(15_000, () => changes(older, newer));
    assert.ok(joined(found, 'insert') === older);
    assert.ok(joined(found, 'delete') === newer);
  });
}
