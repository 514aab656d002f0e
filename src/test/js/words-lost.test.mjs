/**
 * How people lose what they wrote, tried in Chromium: `CHOGO_URL=… node --test words-lost.test.mjs`, against a service
 * with open sign-up. Long forms: `CHOGO_RUNS=20` runs of ownSavesNeverConflict, `CHOGO_KILLS=100` kills; `CHOGO_SEED`
 * repeats a run.
 */

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  Chromium,
  Desk,
  Person,
  axeFindings,
  base,
  complaintsOf,
  copies,
  launch,
  saveElsewhere,
  seoul,
  stored,
  storedBecomes,
  storedDrafts,
} from './browser.mjs';
import { seeded } from './seeded.mjs';

const lines = '첫 줄을 쓴다.\n둘째 줄을 쓴다.\n셋째 줄을 쓴다.';

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** A draft that is on the server and on the screen. */
async function written(context, content = lines) {
  const desk = await Desk.open(context);
  await desk.title.fill('글');
  await desk.content.fill(content);
  await desk.saved();
  return desk;
}

/** Holds one answer back until it is released. */
async function held(page, path) {
  let release;
  let arrived;
  const gate = new Promise((resolve) => {
    release = resolve;
  });
  const sent = new Promise((resolve) => {
    arrived = resolve;
  });
  await page.route(
    path,
    async (route) => {
      const response = await route.fetch();
      arrived();
      await gate;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  return { sent, release };
}

test('staleTabCannotOverwrite', async () => {
  const kim = new Person();
  const [laptop, phone] = [await kim.device(browser), await kim.device(browser)];
  const one = await written(laptop);
  const two = await Desk.open(phone);
  await two.openDraft();
  await two.contentIs(lines);

  await phone.setOffline(true);
  await two.content.fill(lines.replace('둘째 줄을 쓴다', '전화기에서 다시 썼다'));
  await one.content.fill(lines.replace('첫 줄을 쓴다', '노트북에서 첫 줄을 고쳤다'));
  await one.saved();
  await phone.setOffline(false);
  await two.saved();
  const both = '노트북에서 첫 줄을 고쳤다.\n전화기에서 다시 썼다.\n셋째 줄을 쓴다.';
  assert.equal((await stored(phone, 1)).content, both);
  await two.contentIs(both);

  await phone.setOffline(true);
  await two.content.fill(both.replace('셋째 줄을 쓴다', '전화기의 끝'));
  await saveElsewhere(laptop, 1, { content: both.replace('셋째 줄을 쓴다', '노트북의 끝') });
  await phone.setOffline(false);
  await two.notices.filter({ hasText: '초고 2번' }).waitFor();
  await two.saved();
  assert.match((await stored(phone, 1)).content, /노트북의 끝/);
  assert.match((await stored(phone, 2)).content, /전화기의 끝/);
  assert.match((await two.read()).content, /전화기의 끝/);
  await two.press('나란히 보기');
  await two.page.locator('#theirs').waitFor();
  assert.match(await two.page.locator('#theirs-content').inputValue(), /노트북의 끝/);
  assert.deepEqual(await axeFindings(two.page), []);
  assert.deepEqual(await copies(two.page), []);
  await laptop.close();
  await phone.close();
});

test('restoreOffersTheNewest', async () => {
  const context = await new Person().device(browser);
  let desk = await written(context);
  await context.setOffline(true);
  await desk.type(' 끊긴 뒤에 쓴 말.');
  await desk.says('이 기기에 저장됨 · 서버에는 28자까지');
  await desk.page.close();
  await context.setOffline(false);
  await saveElsewhere(context, 1, { content: lines.replace('첫 줄을 쓴다', '다른 기기에서 고친 첫 줄') });

  desk = await Desk.open(context);
  await desk.notices.filter({ hasText: '‘글’' }).waitFor();
  assert.equal((await desk.read()).content, '', 'offered, not laid out');
  assert.deepEqual(await axeFindings(desk.page), []);
  assert.match((await stored(context, 1)).content, /셋째 줄을 쓴다\.$/);
  const newest = '다른 기기에서 고친 첫 줄.\n둘째 줄을 쓴다.\n셋째 줄을 쓴다. 끊긴 뒤에 쓴 말.';
  await desk.press('이어 쓰기');
  await desk.contentIs(newest);
  await desk.saved();
  assert.equal((await stored(context, 1)).content, newest);
  assert.equal((await storedDrafts(context)).length, 1);
  assert.deepEqual(await copies(desk.page), []);
  await context.close();
});

test('answerNeverTouchesTheEditor', async () => {
  const context = await new Person().device(browser);
  const desk = await written(context, `${lines}\n`.repeat(60));
  const { sent, release } = await held(desk.page, '**/api/drafts/1');
  await desk.content.press('Control+Home');
  await desk.page.keyboard.type('하나 ');
  await sent;
  await desk.page.keyboard.type('둘 ');
  const look = () =>
    desk.content.evaluate(({ value, selectionStart, selectionEnd, scrollTop }) => ({
      value,
      selectionStart,
      selectionEnd,
      scrollTop,
    }));
  await desk.content.evaluate((field) => field.setSelectionRange(2, 5));
  const before = await look();
  const answered = desk.page.waitForResponse((response) => response.request().method() === 'PATCH');
  release();
  await answered;
  assert.deepEqual(await look(), before);
  await desk.saved();
  assert.deepEqual(await look(), before);
  assert.ok((await stored(context, 1)).content.startsWith('하나 둘 첫 줄'));
  await context.close();
});

test('expiredLoginKeepsTheText', async () => {
  const kim = new Person();
  const lee = new Person();
  const context = await kim.device(browser);
  const desk = await written(context);
  await context.clearCookies();
  await desk.type(' 로그인이 끝난 줄 모르고');
  await desk.says('로그인이 끝남 · 이 기기에 저장됨 · 서버에는 28자까지');
  await desk.page.keyboard.type(' 계속 쓴다.');
  const text = `${lines} 로그인이 끝난 줄 모르고 계속 쓴다.`;
  assert.equal((await desk.read()).content, text, 'no dialog took the keys');

  await desk.press('로그인');
  const again = desk.page.locator('#sign-in-again');
  await again.locator('[name="password"]').fill(kim.password);
  await again.locator('.primary').click();
  await desk.saved();
  assert.equal((await stored(context, 1)).content, text);

  const other = await context.newPage();
  await lee.signIn(context);
  await other.goto('/desk/');
  await other.locator('#editor').waitFor();
  await desk.notices.filter({ hasText: '다른 사람' }).waitFor();
  const sent = [];
  desk.page.on('request', (request) => sent.push(request.url()));
  await desk.type(' 남의 로그인.');
  await desk.says('로그인이 끝남 · 이 기기에 저장됨');
  await desk.page.waitForTimeout(3_000);
  assert.deepEqual(sent, [], 'under another account nothing is sent');
  assert.deepEqual(await storedDrafts(context), []);
  assert.equal(await new Desk(other).notices.count(), 0, 'nor offered there');

  await desk.press('로그인');
  await again.locator('[name="password"]').fill(kim.password);
  await again.locator('.primary').click();
  await desk.saved();
  assert.equal((await stored(context, 1)).content, `${text} 남의 로그인.`);
  await context.close();
});

test('halfAnHourOffline', async () => {
  const context = await new Person().device(browser);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('/desk/');
  const desk = new Desk(page);
  await desk.content.waitFor();
  await desk.content.fill('처음.');
  await page.clock.runFor(2_000);
  await desk.saved();

  const arrived = [];
  page.on('request', async (request) => {
    const response = request.method() === 'GET' ? null : await request.response().catch(() => null);
    if (response) {
      arrived.push(request.postDataJSON().content);
    }
  });
  await context.setOffline(true);
  for (let minute = 1; minute <= 30; minute += 1) {
    await desk.type(` ${minute}분.`);
    await page.clock.runFor(60_000);
  }
  await desk.says('서버에 닿지 않음 · 이 기기에 저장됨 · 서버에는 3자까지');
  assert.equal((await stored(context, 1)).content, '처음.');
  const [kept] = await copies(page);
  assert.match(kept.content, /30분\.$/);

  await context.setOffline(false);
  await page.clock.runFor(5_000);
  await page.clock.resume();
  await desk.saved();
  const { content } = await desk.read();
  assert.equal((await stored(context, 1)).content, content);
  assert.deepEqual(arrived, ['처음. 1분.', content], 'first what was on its way, then the newest, each once');
  assert.equal((await storedDrafts(context)).length, 1);
  await context.close();
});

test('closedTabLosesNothing', async () => {
  const context = await new Person().device(browser);
  let desk = await written(context);
  await desk.type(' 닫기 바로 앞의 말.', 20);
  const closed = desk.page.waitForEvent('close');
  await desk.page.close({ runBeforeUnload: true });
  await closed;

  await storedBecomes(context, 1, `${lines} 닫기 바로 앞의 말.`);
  desk = await Desk.open(context);
  await desk.page.waitForTimeout(1_000);
  assert.equal(await desk.notices.count(), 0, 'and not offered, since the server has it');
  assert.deepEqual(await copies(desk.page), []);

  await context.setOffline(true);
  await desk.page.locator('#new-text').click();
  await desk.type('망이 끊긴 새 글', 20);
  await desk.page.waitForTimeout(1_000);
  await desk.page.keyboard.type(', 마지막 1초', { delay: 20 });
  const gone = desk.page.waitForEvent('close');
  await desk.page.close({ runBeforeUnload: true });
  await gone;
  await context.setOffline(false);
  desk = await Desk.open(context);
  await desk.press('이어 쓰기');
  await desk.contentIs('망이 끊긴 새 글, 마지막 1초');
  await desk.saved();
  assert.equal((await stored(context, 2)).content, '망이 끊긴 새 글, 마지막 1초');
  await context.close();
});

/** What a person does beside typing, and what happens to a page meanwhile. */
const interruptions = {
  saveKey: (page) => page.keyboard.press('Control+s'),
  blur: (page) => page.locator('#editor [name="title"]').focus(),
  hide: (page) =>
    page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      document.dispatchEvent(new Event('visibilitychange'));
      dispatchEvent(new Event('pagehide'));
      delete document.hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    }),
  moveUp: (page) => page.keyboard.press('ArrowUp'),
  moveLeft: (page) => page.keyboard.press('ArrowLeft'),
  rub: (page) => page.keyboard.press('Backspace'),
};

test('ownSavesNeverConflict', async (t) => {
  const runs = Number(process.env.CHOGO_RUNS ?? 1);
  const seconds = process.env.CHOGO_RUNS ? 60 : 15;
  for (let run = 0; run < runs; run += 1) {
    const seed = Number(process.env.CHOGO_SEED ?? Date.now()) + run;
    t.diagnostic(`seed ${seed}: ${JSON.stringify(await typeAgainstASlowServer(seed, seconds))}`);
  }
});

async function typeAgainstASlowServer(seed, seconds) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const context = await new Person().device(browser);
  const desk = await written(context);
  const arrivals = [Date.now()];
  await desk.page.route('**/api/drafts/**', async (route) => {
    const response = await route.fetch();
    if (route.request().method() === 'PATCH') {
      arrivals.push(Date.now());
    }
    await new Promise((resolve) => setTimeout(resolve, random() * 3_000));
    await route.fulfill({ response });
  });
  let keys = 0;
  const end = Date.now() + seconds * 1_000;
  await desk.content.focus();
  while (Date.now() < end) {
    const next = Date.now() + 125;
    await desk.page.keyboard.type(pick([...'가나다라 마바사.🌙\n']));
    keys += 1;
    if (random() < 0.1) {
      await pick(Object.values(interruptions))(desk.page);
      await desk.content.focus();
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - Date.now())));
  }
  await desk.saved();
  assert.equal((await stored(context, 1)).content, (await desk.read()).content, `seed ${seed}`);
  assert.equal((await storedDrafts(context)).length, 1, `seed ${seed}: no text of its own was taken for a stranger’s`);
  assert.equal(await desk.notices.count(), 0, `seed ${seed}`);
  assert.deepEqual(await copies(desk.page), []);
  await context.close();
  return { keys, saves: arrivals.length - 1, longestBetweenSavesMs: Math.max(...gaps(arrivals)) };
}

function gaps(times) {
  return times.slice(1).map((time, nth) => time - times[nth]);
}

test('longTextSurvivesUnload', async () => {
  const context = await new Person().device(browser);
  const text = '이백 킬로바이트. '.repeat(9_000);
  assert.ok(Buffer.byteLength(text) > 200 * 1_024);
  let desk = await written(context, text);
  const flags = await keepalives(desk.page);
  await desk.type('마지막');
  await interruptions.hide(desk.page);
  await desk.saved();
  await desk.page.locator('#new-text').click();
  await desk.type('짧은 글');
  await interruptions.hide(desk.page);
  await desk.saved();
  assert.deepEqual(await flags(), [false, true], 'no browser sends more than 64 KiB for a page that is gone');

  await desk.openDraft();
  await desk.contentIs(`${text}마지막`);
  await desk.type(' 말');
  const closed = desk.page.waitForEvent('close');
  await desk.page.close({ runBeforeUnload: true });
  await closed;

  desk = await Desk.open(context);
  await desk.openDraft();
  await desk.contentIs(`${text}마지막 말`);
  await desk.saved();
  assert.equal((await stored(context, 1)).content, `${text}마지막 말`);
  assert.deepEqual(await copies(desk.page), []);
  await context.close();
});

/** Notes of each write whether it is to outlive the page. */
async function keepalives(page) {
  await page.evaluate(() => {
    const { fetch } = globalThis;
    globalThis.writes = [];
    globalThis.fetch = (address, options) => {
      if (options.body) {
        globalThis.writes.push(options.keepalive);
      }
      return fetch(address, options);
    };
  });
  return () => page.evaluate(() => globalThis.writes);
}

test('savingDuringComposition', async () => {
  const context = await new Person().device(browser);
  const desk = await written(context);
  await desk.content.press('Control+End');
  const input = await context.newCDPSession(desk.page);
  await desk.page.evaluate(() => {
    globalThis.compositions = [];
    for (const kind of ['compositionstart', 'compositionend']) {
      document.addEventListener(kind, ({ data }) => globalThis.compositions.push([kind, data]));
    }
  });
  const other = `다른 기기의 줄.\n${lines}`;
  for (const syllable of ['ㅎ', '하', '한']) {
    await input.send('Input.imeSetComposition', { text: syllable, selectionStart: 1, selectionEnd: 1 });
    if (syllable === '하') {
      await saveElsewhere(context, 1, { content: `${other}ㅎ` });
    }
    const answered = desk.page.waitForResponse((response) => response.request().method() === 'PATCH');
    await desk.page.keyboard.press('Control+s');
    await answered;
    await desk.page.waitForTimeout(500);
    assert.equal((await desk.read()).content, lines + syllable, 'the syllable is left alone');
  }
  assert.deepEqual(await desk.page.evaluate(() => globalThis.compositions), [['compositionstart', '']]);
  assert.equal((await stored(context, 1)).content, `${other}한`, 'and saved as it was');

  await input.send('Input.insertText', { text: '한' });
  await desk.contentIs(`${other}한`);
  const caret = await desk.content.evaluate((field) => field.selectionStart);
  assert.equal(caret, `${other}한`.length, 'the caret stays behind what was typed');
  await desk.page.keyboard.type('글');
  await desk.saved();
  assert.equal((await stored(context, 1)).content, `${other}한글`);
  assert.equal((await storedDrafts(context)).length, 1);
  await context.close();
});

test('publishIncludesTheLastKeystroke', async () => {
  const context = await new Person().device(browser);
  const desk = await written(context);
  const { sent, release } = await held(desk.page, '**/api/drafts/1');
  await desk.type(' 저장되는 동안');
  await sent;
  await desk.page.keyboard.type(' 친 마지막 글자');
  await desk.page.locator('#publish').click();
  await desk.page.locator('#publish-now').click();
  release();
  await desk.page.locator('#published-link').waitFor();
  const { post } = await (await context.request.get('/api/posts/1')).json();
  assert.equal(post.content, `${lines} 저장되는 동안 친 마지막 글자`);
  assert.deepEqual(await storedDrafts(context), []);
  assert.deepEqual(await copies(desk.page), []);
  await context.close();
});

test('emptyAutosaveDestroysNothing', async () => {
  const context = await new Person().device(browser);
  const desk = await written(context);
  const saves = [];
  desk.page.on('request', (request) => request.method() === 'PATCH' && saves.push(request.postDataJSON()));
  await desk.page.reload();
  await desk.content.waitFor();
  await desk.content.fill('잠깐');
  await desk.content.fill('');
  await desk.page.waitForTimeout(3_000);
  assert.deepEqual(saves, [], 'a blank sheet is nobody’s text');
  assert.equal((await stored(context, 1)).content, lines);

  await desk.openDraft();
  await desk.contentIs(lines);
  await desk.content.press('Control+a');
  await desk.content.press('Delete');
  await desk.saved();
  assert.equal((await stored(context, 1)).content, '');
  const { versions } = await (await context.request.get('/api/drafts/1/versions')).json();
  const full = await (await context.request.get(`/api/drafts/1/versions/${versions[1].version}`)).json();
  assert.equal(full.version.content, lines, 'what was there can be had back');
  await context.close();
});

test('twoTabsOfOneDraftAreOneText', async () => {
  const context = await new Person().device(browser);
  const one = await written(context);
  const two = await Desk.open(context);
  await two.openDraft();
  await two.contentIs(lines);
  await Promise.all([
    one.content.fill(lines.replace('첫 줄', '한 탭의 첫 줄')),
    two.content.fill(lines.replace('셋째 줄', '다른 탭의 셋째 줄')),
  ]);
  const both = lines.replace('첫 줄', '한 탭의 첫 줄').replace('셋째 줄', '다른 탭의 셋째 줄');
  await Promise.all([one.contentIs(both), two.contentIs(both)]);
  await Promise.all([one.saved(), two.saved()]);
  const { content, version } = await stored(context, 1);
  assert.equal(content, both);
  await one.page.waitForTimeout(3_000);
  assert.equal((await stored(context, 1)).version, version, 'they do not answer each other for ever');
  assert.equal((await storedDrafts(context)).length, 1);
  await context.close();
});

test('eightTabsHoldOneStream', async () => {
  const kim = new Person();
  const context = await kim.device(browser);
  const streams = new Set();
  const ended = (request) => streams.delete(request);
  /** Chromium does not tell of what ends with its page. */
  const listening = () => [...streams].map((stream) => stream.frame().page()).filter((page) => !page.isClosed());
  context.on('request', (request) => request.url().endsWith('/api/events') && streams.add(request));
  context.on('requestfailed', ended);
  context.on('requestfinished', ended);
  const tabs = [await written(context)];
  while (tabs.length < 8) {
    const tab = await Desk.open(context);
    await tab.openDraft();
    tabs.push(tab);
  }
  for (const [nth, tab] of tabs.entries()) {
    await tab.title.fill(`제목 ${nth}`);
    await tab.saved();
  }
  assert.equal(listening().length, 1);

  for (let round = 1; round <= 3; round += 1) {
    const text = `${lines}\n다른 기기에서 ${round}번째로 쓴 줄.`;
    await saveElsewhere(context, 1, { content: text });
    await Promise.all(tabs.map((tab) => tab.contentIs(text)));
    const [leader] = listening();
    const place = tabs.findIndex(({ page }) => page === leader);
    tabs.splice(place, 1);
    const handedOver = context.waitForEvent('request', (request) => request.url().endsWith('/api/events'));
    await leader.close();
    await handedOver;
  }
  assert.equal(listening().length, 1);
  await context.close();
});

test('plainHttpOnALanName', async (t) => {
  const lan = await launch('--host-resolver-rules=MAP chogo.lan 127.0.0.1');
  t.after(() => lan.close());
  const kim = new Person();
  const context = await kim.device(browser);
  const there = await lan.newContext({ baseURL: base.replace(/\/\/[^:/]+/, '//chogo.lan'), ...seoul });
  const door = await there.newPage();
  await door.goto('/desk/');
  await door.locator('#sign-in [name="handle"]').fill(kim.handle);
  await door.locator('#sign-in [name="password"]').fill(kim.password);
  await door.locator('#sign-in .primary').click();
  await door.locator('#editor').waitFor();
  const desk = await Desk.open(there);
  const complaints = complaintsOf(desk.page);
  const missing = await desk.page.evaluate(() => [crypto.subtle, navigator.locks, isSecureContext]);
  assert.deepEqual(missing, [undefined, undefined, false]);
  await desk.title.fill('옆방의 기계');
  await desk.type('한글 한 줄.', 20);
  await desk.saved();
  assert.equal((await stored(context, 1)).content, '한글 한 줄.');
  const two = await Desk.open(there);
  await two.openDraft('옆방의 기계');
  await two.type(' 두 줄.');
  await two.saved();
  await desk.contentIs('한글 한 줄. 두 줄.');
  await saveElsewhere(context, 1, { content: '첫머리. 한글 한 줄. 두 줄.' });
  await Promise.all([desk, two].map((tab) => tab.contentIs('첫머리. 한글 한 줄. 두 줄.')));
  assert.deepEqual(await copies(desk.page), []);
  assert.deepEqual(complaints.heard, []);
  await context.close();
});

test('fullQuotaKeepsTyping', async () => {
  const context = await new Person().device(browser);
  const page = await context.newPage();
  const storage = await context.newCDPSession(page);
  // Before the first write: Chromium asks for the room there is and remembers it for a while.
  await storage.send('Storage.overrideQuotaForOrigin', { origin: new URL(base).origin, quotaSize: 1 });
  await page.goto('/desk/');
  const desk = new Desk(page);
  await desk.content.fill(lines);
  await desk.saved();
  await context.setOffline(true);
  await desk.type(' 자리가 없어도 계속 쓴다.', 20);
  await desk.says('서버에 닿지 않음 · 이 기기에는 자리가 없어 저장하지 못함 · 서버에는 28자까지');
  const asked = desk.page.waitForEvent('dialog');
  desk.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload', 'here alone leaving would lose words');
  await dialog.dismiss();
  await context.setOffline(false);
  await desk.saved();
  assert.equal((await stored(context, 1)).content, `${lines} 자리가 없어도 계속 쓴다.`);
  await context.close();
});

test('signOutWipesOnlyWhatIsSaved', async () => {
  const kim = new Person();
  const context = await kim.device(browser);
  const desk = await written(context);
  await context.setOffline(true);
  await desk.type(' 아직 못 보낸 말.');
  await desk.says('서버에 닿지 않음 · 이 기기에 저장됨');
  await desk.page.locator('#sign-out').click();
  await desk.page.locator('#question').waitFor();
  assert.match(await desk.page.locator('#question-text').textContent(), /‘글’/);
  await desk.page.keyboard.press('Escape');
  assert.equal((await copies(desk.page)).length, 1);

  await context.setOffline(false);
  await desk.page.locator('#sign-out').click();
  await desk.page.locator('#sign-in').waitFor();
  assert.deepEqual(await copies(desk.page), []);
  await kim.signIn(context);
  assert.equal((await stored(context, 1)).content, `${lines} 아직 못 보낸 말.`);
  await context.close();
});

test('browserKilled', async (t) => {
  const kills = Number(process.env.CHOGO_KILLS ?? 10);
  const seed = Number(process.env.CHOGO_SEED ?? Date.now());
  const random = seeded(seed);
  const witness = await new Person().device(browser);
  const cookies = await witness.cookies();
  await witness.request.post('/api/drafts', { data: { title: '글', content: '첫 줄.\n' } });
  const profile = await mkdtemp(join(tmpdir(), 'chogo-profile-'));
  t.after(() => rm(profile, { recursive: true, force: true }));
  const lost = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const before = (await stored(witness, 1)).content;
    const typed = await typeAndKill(profile, cookies, 200 + random() * 4_800);
    const head = random() < 0.5 ? `서버에서 더한 ${kill}번째 줄.\n` : '';
    const there = (await stored(witness, 1)).content;
    if (head) {
      await saveElsewhere(witness, 1, { content: head + there });
    }
    const restored = await restore(profile, cookies);
    const all = head + before + typed.map(({ key }) => key).join('');
    assert.ok(all.startsWith(restored), `seed ${seed}, kill ${kill}: ${restored} is not what was typed: ${all}`);
    assert.equal((await stored(witness, 1)).content, restored);
    assert.equal((await storedDrafts(witness)).length, 1);
    const missing = typed.slice(typed.length - (all.length - restored.length));
    lost.push(missing.length === 0 ? 0 : typed.killedAt - missing[0].at);
    assert.ok(lost.at(-1) <= 1_000, `seed ${seed}, kill ${kill}: the last ${lost.at(-1)} ms are lost`);
  }
  lost.sort((one, other) => one - other);
  t.diagnostic(`seed ${seed}: ${kills} kills, of typing lost at most ${lost.at(-1)} ms, half of them ${lost[kills >> 1]} ms`);
  await witness.close();
});

/** Opens the draft, with what is offered of it, and types until the browser is killed. */
async function typeAndKill(profile, cookies, milliseconds) {
  const chromium = await Chromium.start(profile);
  const desk = await chromium.desk(cookies);
  await desk.openDraft();
  await desk.saved();
  await desk.content.press('Control+End');
  const typed = [];
  const timer = setTimeout(() => {
    typed.killedAt = Date.now();
    chromium.kill();
  }, milliseconds);
  try {
    while (!typed.killedAt) {
      const key = '가나다라마바사아 '[typed.length % 9];
      await desk.page.keyboard.insertText(key);
      typed.push({ key, at: Date.now() });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  } catch (error) {
    assert.ok(typed.killedAt, error);
  }
  clearTimeout(timer);
  return typed;
}

/** Starts the browser anew and goes on with what it offers. */
async function restore(profile, cookies) {
  const chromium = await Chromium.start(profile);
  const desk = await chromium.desk(cookies);
  await desk.openDraft();
  await desk.saved();
  const { content } = await desk.read();
  await chromium.kill();
  return content;
}
