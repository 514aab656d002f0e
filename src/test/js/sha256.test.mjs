/** The two ways to the same hash: `node --test sha256.test.mjs`. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { digest } from '../../main/resources/static/desk/sha256.js';


for (const text of ['', '옛한글 ᄒᆞᆫ글, 태극기 🇰🇷', '👨‍👩‍👧‍👦'.repeat(20_000)]) {
  test(`with and without crypto.subtle: ${text.length} UTF-16 units`, async () => {
    const expected = `sha-256=:${createHash('sha256').update(text, 'utf8').digest('base64')}:`;
    assert.equal(await digest(text), expected);
    assert.equal(await digest(text, null), expected);
  });
}
