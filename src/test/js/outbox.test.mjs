/** What is left behind when a page, a tab or the whole browser ends: `node --test outbox.test.mjs`. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakeBrowser, FakeServer, refusal, settled, silence } from './fakes.mjs';

let server;
let browser;

beforeEach(() => {
  server = new FakeServer();
  browser = new FakeBrowser(server);
});

const pass = (milliseconds) => browser.clock.pass(milliseconds);
const contents = () => [...server.drafts.keys()].map((sequence) => server.newest(sequence).content);

async function offline() {
  server.before = async () => {
    throw silence();
  };
}

async function online() {
  server.before = async () => {};
}

/** Somebody comes back: a tab, and the texts it offers. */
async function back() {
  const tab = browser.tab();
  offersOf.set(tab, []);
  tab.outbox.addEventListener('change', () => offersOf.set(tab, tab.outbox.offers));
  const recovering = tab.outbox.recover();
  await pass(300);
  await recovering;
  await settled();
  return tab;
}

/** As a page knows them that looks when it is told to. */
const offersOf = new Map();
const offered = (tab) => (offersOf.get(tab) ?? tab.outbox.offers).map(({ text }) => text.content);

test('a killed browser offers the text as of a second before, and sends nothing by itself', async () => {
  const tab = browser.tab();
  await tab.begin();
  await offline();
  for (let tenth = 1; tenth <= 30; tenth += 1) {
    tab.type('가'.repeat(tenth));
    await pass(100);
  }
  tab.kill();
  await online();
  server.log.length = 0;

  const later = await back();
  await pass(60_000);
  assert.deepEqual(server.saves(), []);
  const [text] = offered(later);
  assert.ok(text.length >= 20, `${text.length} of 30`);
  later.take(later.outbox.offers[0]);
  await pass(3_000);
  assert.deepEqual(contents(), [text]);
  assert.equal(later.text.content, text);
  assert.equal(browser.device.entries.size, 0);
});

test('a new draft whose answer was never heard is one draft also after a restart', async () => {
  const tab = browser.tab();
  await tab.begin();
  server.after = async () => {
    throw silence();
  };
  tab.type('한 번만');
  await pass(2_000);
  tab.type('한 번만 만든다');
  await pass(700);
  tab.kill();
  server.after = async () => {};

  const later = await back();
  assert.deepEqual(offered(later), ['한 번만 만든다']);
  later.take(later.outbox.offers[0]);
  await pass(3_000);
  assert.deepEqual(contents(), ['한 번만 만든다']);
});

test('what turns out to be on the server is not offered', async () => {
  const tab = browser.tab();
  await tab.begin();
  tab.type('첫 줄');
  await pass(3_000);
  server.after = async () => new Promise(() => {});
  tab.type('보내고 닫은 글');
  tab.outbox.flush();
  await settled();
  tab.kill();
  server.after = async () => {};
  assert.deepEqual(contents(), ['보내고 닫은 글']);
  assert.equal(browser.device.entries.size, 2);

  const later = await back();
  await pass(1_000);
  assert.deepEqual(offered(later), []);
  assert.equal(browser.device.entries.size, 0);
  assert.equal(server.drafts.size, 1);
});

test('what was left is never laid over newer text', async () => {
  const tab = browser.tab();
  await tab.begin();
  tab.type('첫 줄\n둘째 줄\n셋째 줄');
  await pass(3_000);
  await offline();
  tab.type('첫 줄에 더한 말\n둘째 줄\n셋째 줄');
  await pass(2_000);
  tab.kill();
  await online();
  server.write(1, { content: '첫 줄\n둘째 줄\n셋째 줄\n다른 기기에서' });

  const later = await back();
  const both = '첫 줄에 더한 말\n둘째 줄\n셋째 줄\n다른 기기에서';
  await later.open(1);
  await pass(3_000);
  assert.equal(later.text.content, both);
  assert.equal(server.newest(1).content, both);
});

test('where the newer text has changed the same words, what was left becomes a draft of its own', async () => {
  const tab = browser.tab();
  await tab.begin();
  tab.type('첫 줄');
  await pass(3_000);
  await offline();
  tab.type('첫 줄이 여기서 바뀌었다');
  await pass(700);
  tab.kill();
  await online();
  server.write(1, { content: '첫 줄이 저기서 바뀌었다' });

  const later = await back();
  assert.deepEqual(offered(later), ['첫 줄이 여기서 바뀌었다']);
  later.take(later.outbox.offers[0]);
  await pass(3_000);
  assert.deepEqual(contents(), ['첫 줄이 저기서 바뀌었다', '첫 줄이 여기서 바뀌었다']);
  assert.equal(later.saver.sequence, 2);
});

test('what was typed, taken back and typed again still knows where it belongs', async () => {
  const tab = browser.tab();
  await tab.begin();
  tab.type('첫 줄');
  await pass(3_000);
  await offline();
  for (const content of ['첫 줄과', '첫 줄', '첫 줄과 다음']) {
    tab.type(content);
    await pass(700);
  }
  tab.kill();
  await online();
  assert.deepEqual((await back()).outbox.offers.map(({ sequence }) => sequence), [1]);
});

test('what was left in a draft that has gone becomes a new one', async () => {
  const tab = browser.tab();
  await tab.begin();
  tab.type('첫 줄');
  await pass(3_000);
  await offline();
  tab.type('첫 줄과 다음');
  await pass(700);
  tab.kill();
  await online();
  server.drafts.get(1).gone = 'published';

  const later = await back();
  later.take(later.outbox.offers[0]);
  await pass(3_000);
  assert.equal(server.newest(2).content, '첫 줄과 다음');
});

for (const change of ['deleted', 'published']) {
  test(`that a draft was ${change} elsewhere is told, and its text stays`, async () => {
    const tab = browser.tab();
    await tab.begin();
    tab.type('첫 줄');
    await pass(3_000);
    const told = [];
    tab.outbox.addEventListener('gone', ({ detail }) => told.push(detail.error.kind));
    server.drafts.get(1).gone = change;
    tab.outbox.hear({ sequence: 1, version: 1, change });
    await pass(100);
    assert.deepEqual(told, [change]);
    assert.equal(tab.text.content, '첫 줄');
  });
}

test('that a draft has gone is no news to the tab that took it off', async () => {
  const tab = browser.tab();
  await tab.begin();
  tab.type('첫 줄');
  await pass(3_000);
  server.log.length = 0;
  await tab.saver.takeOff(async () => {
    server.drafts.get(1).gone = 'deleted';
    tab.outbox.hear({ sequence: 1, version: 1, change: 'deleted' });
    await pass(100);
  });
  assert.deepEqual(server.log, []);
});

test('the text of a living tab is not offered to another', async () => {
  const tab = browser.tab();
  await tab.begin();
  await offline();
  tab.type('쓰는 중');
  await pass(700);
  assert.deepEqual(offered(await back()), []);
});

test('a browser that opens all its tabs again offers each text once', async () => {
  await offline();
  for (const content of ['하나', '둘']) {
    const tab = browser.tab();
    await tab.begin();
    tab.type(content);
    await pass(700);
    tab.kill();
  }
  await online();
  const tabs = Array.from({ length: 8 }, () => browser.tab());
  const recovering = tabs.map((tab) => tab.outbox.recover());
  await pass(400);
  await Promise.all(recovering);
  assert.deepEqual(tabs.flatMap(offered), ['둘', '하나']);
});

test('what was left is not sent as somebody else, and not seen by them', async () => {
  await offline();
  const tab = browser.tab();
  await tab.begin();
  tab.type('김의 글');
  await pass(700);
  tab.kill();
  await online();
  const other = browser.tab('lee');
  const recovering = other.outbox.recover();
  await pass(1_000);
  await recovering;
  assert.deepEqual(offered(other), []);
  assert.deepEqual(await other.outbox.drain(1_000), []);
  assert.deepEqual(contents(), []);
  await other.begin();
  other.type('이의 글');
  await pass(700);
  other.kill();
  assert.deepEqual(offered(await back()), ['김의 글']);
});

test('before somebody leaves, every tab and what was left is saved', async () => {
  await offline();
  const dead = browser.tab();
  await dead.begin();
  dead.type('남겨진 글');
  await pass(700);
  dead.kill();
  const tab = browser.tab();
  await tab.begin();
  tab.type('이 탭의 글');
  const other = browser.tab();
  await other.begin();
  other.type('옆 탭의 글');
  await pass(100);
  await online();

  const draining = tab.outbox.drain(1_000);
  await pass(1_000);
  assert.deepEqual(await draining, []);
  assert.deepEqual(contents().sort(), ['남겨진 글', '옆 탭의 글', '이 탭의 글'].sort());
  assert.equal(browser.device.entries.size, 0);
});

test('what cannot be saved before somebody leaves is named, and stays unless it is thrown away', async () => {
  const tab = browser.tab();
  await tab.begin();
  await offline();
  tab.type('못 보낸 글');
  await pass(700);
  const draining = tab.outbox.drain(5_000);
  await pass(6_000);
  assert.deepEqual((await draining).map(({ text }) => text.content), ['못 보낸 글']);
  tab.type('못 보낸 글과 한 줄');
  await pass(700);
  tab.outbox.close();
  await online();
  await pass(60_000);
  assert.deepEqual(contents(), []);

  const later = await back();
  assert.deepEqual(offered(later), ['못 보낸 글과 한 줄']);
  later.take(later.outbox.offers[0]);
  await offline();
  await later.outbox.wipe();
  later.type('지운 뒤에');
  await pass(10_000);
  assert.equal(browser.device.entries.size, 0);
});

test('a refused text that was put away is offered again', async () => {
  const tab = browser.tab();
  await tab.begin();
  server.before = async () => {
    throw refusal(413);
  };
  tab.type('너무 긴 글');
  await pass(2_000);
  tab.outbox.putAway(tab.saver);
  await tab.begin();
  await pass(60_000);
  assert.deepEqual(offered(tab), ['너무 긴 글']);
  tab.outbox.release(tab.outbox.offers[0]);
  await pass(1_000);
  assert.equal(browser.device.entries.size, 0);
});

test('a text that did not change leaves nothing behind when it is put away', async () => {
  const tab = browser.tab();
  await tab.begin();
  tab.type('다 저장된 글');
  await pass(3_000);
  server.log.length = 0;
  tab.outbox.putAway(tab.saver);
  await tab.begin();
  await pass(10_000);
  assert.deepEqual(server.log, []);
  assert.deepEqual(offered(tab), []);
});

test('one copy of a long text is written at a time, not what it grew from each time', async () => {
  const tab = browser.tab();
  await tab.begin();
  tab.type('가'.repeat(1_000));
  await pass(3_000);
  await offline();
  const sizes = [];
  const { put } = browser.device;
  browser.device.put = async (entries) => {
    sizes.push(entries.length);
    return put.call(browser.device, entries);
  };
  for (let tenth = 1; tenth <= 100; tenth += 1) {
    tab.type('가'.repeat(1_000 + tenth));
    await pass(100);
  }
  assert.ok(sizes.filter((size) => size === 2).length <= 3, `${sizes}`);
});
