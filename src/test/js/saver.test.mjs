/** How a text is saved, without a page, a network or a browser: `node --test saver.test.mjs`. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { NoAnswer } from '../../main/resources/static/desk/api.js';
import { FakeBrowser, FakeServer, refusal, settled, silence } from './fakes.mjs';

let server;
let browser;
let tab;

beforeEach(() => {
  server = new FakeServer();
  browser = new FakeBrowser(server);
  tab = browser.tab();
});

const pass = (milliseconds) => browser.clock.pass(milliseconds);
const kept = () => [...browser.device.entries.values()].find(({ text }) => text)?.text.content;

/** A draft that is on the server and on the sheet. */
async function written(content = '첫 줄\n둘째 줄\n셋째 줄') {
  await tab.begin();
  tab.type({ title: '글', content });
  await pass(3_000);
  assert.equal(tab.state.unsaved, false);
  server.log.length = 0;
}

/** Holds the next answer back until it is released. */
function held(method) {
  let release;
  const gate = new Promise((resolve) => {
    release = resolve;
  });
  server.after = async (asked) => {
    if (asked.method === method) {
      server.after = async () => {};
      await gate;
    }
  };
  return release;
}

test('a change is on this device within a second and on the server within two of a pause', async () => {
  await tab.begin();
  tab.type('한 줄');
  await pass(900);
  assert.equal(kept(), '한 줄');
  assert.equal(server.log.length, 0);
  await pass(1_000);
  assert.equal(server.newest(1).content, '한 줄');
  assert.equal(browser.device.entries.size, 0, 'the server has it, so the copy goes');
  assert.equal(tab.state.length, 3);
});

test('unbroken typing is on this device each second and on the server every ten', async () => {
  await tab.begin();
  for (let tenth = 1; tenth <= 100; tenth += 1) {
    tab.type('가'.repeat(tenth));
    await pass(100);
    if (tenth >= 10) {
      assert.ok((kept() ?? server.newest(1).content).length >= tenth - 10);
    }
  }
  assert.ok(server.newest(1).content.length > 70);
});

test('one save is under way and the newest waits, with only what has changed', async () => {
  await written();
  const release = held('PATCH');
  tab.type('하나');
  await pass(2_000);
  tab.type('하나 둘');
  await pass(20_000);
  tab.type('하나 둘 셋');
  await pass(100);
  assert.deepEqual(server.saves().map(({ body }) => body), [{ content: '하나', baseVersion: 1 }]);
  release();
  await pass(2_000);
  assert.deepEqual(server.saves().at(-1).body, { content: '하나 둘 셋', baseVersion: 2 });
  assert.equal(tab.text.content, '하나 둘 셋');
  assert.equal(tab.state.unsaved, false);
});

test('what was asked for by a person says so, once however often it is pressed', async () => {
  await written();
  tab.type('눌렀다');
  const pressed = [tab.saver.save(true), tab.saver.save(true)];
  await pass(0);
  await Promise.all(pressed);
  assert.deepEqual(server.saves().map(({ body }) => body), [{ content: '눌렀다', baseVersion: 1, explicit: true }]);
  await tab.saver.save(true);
  assert.deepEqual(server.saves().at(-1).body, { baseVersion: 2, explicit: true });
});

test('whoever goes on typing after pressing is not saved at every key', async () => {
  await written();
  server.before = () => new Promise((resolve) => browser.clock.after(150, resolve));
  tab.type('눌렀다');
  const pressed = tab.saver.save(true);
  for (let tenth = 0; tenth < 50; tenth += 1) {
    tab.type(`눌렀다 ${'가'.repeat(tenth)}`);
    await pass(100);
  }
  await pressed;
  assert.equal(server.saves().length, 1);
  await pass(10_000);
  assert.equal(server.saves().length, 2);
});

test('a text the server has not seen is not looked for', async () => {
  await tab.begin();
  tab.outbox.hearOfAnything();
  tab.type('새 글');
  await pass(3_000);
  assert.deepEqual(server.log.map(({ method }) => method), ['POST']);
});

test('a blank sheet saves nothing, and what was typed and taken back leaves nothing', async () => {
  await tab.begin();
  tab.type({ format: 'html' });
  await pass(20_000);
  tab.type('잠깐');
  await pass(700);
  tab.type('');
  await pass(20_000);
  assert.equal(server.log.length, 0);
  assert.equal(browser.device.entries.size, 0);
  assert.equal(tab.state.unsaved, false);
});

test('emptying a draft is saved like any other change', async () => {
  await written();
  tab.type({ title: '', content: '' });
  await pass(2_000);
  assert.deepEqual(server.saves().map(({ body }) => body), [{ title: '', content: '', baseVersion: 1 }]);
});

test('half an hour without a network: typing goes on, then everything arrives, once', async () => {
  await written();
  server.before = async () => {
    throw silence();
  };
  for (let minute = 1; minute <= 30; minute += 1) {
    tab.type(`${minute}분째`);
    await pass(60_000);
    assert.equal(kept(), `${minute}분째`);
    assert.equal(tab.state.trouble.kind, 'silent');
    assert.equal(tab.state.copy, 'kept');
  }
  server.before = async () => {};
  server.log.length = 0;
  await pass(6_000);
  assert.deepEqual(
    server.drafts.get(1).versions.map(({ content }) => content),
    ['첫 줄\n둘째 줄\n셋째 줄', '1분째', '30분째'],
  );
  assert.equal(tab.state.trouble, null);
  assert.equal(browser.device.entries.size, 0);
});

for (const [claim, fault, kind, wait] of [
  ['a failing server', () => refusal(503, {}, { 'Retry-After': '7' }), 'failing', 7_000],
  ['a busy server', () => refusal(429, {}, { 'Retry-After': '7' }), 'busy', 7_000],
  ['a first request still under way', () => refusal(409), 'busy', 1_000],
]) {
  test(`${claim} is asked again, in its time`, async () => {
    await tab.begin();
    let refused = 0;
    server.before = async () => {
      refused += 1;
      if (refused <= 3) {
        throw fault();
      }
    };
    tab.type('기다린다');
    await pass(1_500);
    assert.equal(tab.state.trouble.kind, kind);
    await pass(wait - 100);
    assert.equal(refused, 1);
    await pass(100);
    assert.equal(refused, 2);
    await pass(25_000);
    assert.equal(server.newest(1).content, '기다린다');
    assert.equal(new Set(server.saves().map(({ key }) => key)).size, 1);
  });
}

test('a lost answer makes no second draft and no quarrel with oneself', async () => {
  await tab.begin();
  let lost = 0;
  server.after = async ({ method }) => {
    if (method !== 'GET' && lost < 2) {
      lost += 1;
      throw silence();
    }
  };
  tab.type('처음');
  await pass(1_800);
  tab.type('처음부터 끝까지');
  await pass(4_000);
  lost = 1;
  tab.type('처음부터 끝까지 이어서');
  await pass(10_000);
  assert.equal(server.drafts.size, 1);
  assert.equal(server.newest(1).content, '처음부터 끝까지 이어서');
  assert.deepEqual(tab.saved.filter(({ merge }) => merge === 'forked'), []);
  assert.equal(tab.text.content, '처음부터 끝까지 이어서');
});

test('an expired login waits for the person, and nothing is retyped', async () => {
  await written();
  server.before = async () => {
    throw refusal(401);
  };
  tab.type('로그인이 끝난 뒤');
  await pass(60_000);
  assert.equal(tab.state.trouble.kind, 'signed-out');
  assert.equal(server.saves().length, 1, 'nobody is there to ask, so it is not asked again');
  tab.type('로그인이 끝난 뒤에도');
  await pass(60_000);
  assert.equal(server.saves().length, 1);
  assert.equal(kept(), '로그인이 끝난 뒤에도');
  server.before = async () => {};
  tab.saver.retry();
  await pass(3_000);
  assert.equal(server.newest(1).content, '로그인이 끝난 뒤에도');
});

for (const status of [403, 412, 413, 422]) {
  test(`what is refused by ${status} is kept, and sent again only when it has changed`, async () => {
    await written();
    server.before = async ({ body }) => {
      if (body.content.length > 5) {
        throw refusal(status);
      }
    };
    tab.type('너무 긴 글입니다');
    await pass(60_000);
    assert.equal(server.saves().length, 1);
    assert.equal(tab.state.trouble.kind, 'refused');
    tab.outbox.flush();
    await pass(1_000);
    assert.equal(server.saves().length, 1);
    assert.equal(tab.state.unsaved, true);
    assert.equal(kept(), '너무 긴 글입니다');
    tab.type('짧은 글');
    await pass(1_000);
    assert.equal(tab.state.trouble, null);
    await pass(1_000);
    assert.equal(server.newest(1).content, '짧은 글');
    assert.equal(tab.state.trouble, null);
  });
}

test('what a proxy finds too large is not sent again as it is', async () => {
  await written();
  server.before = async () => {
    throw new NoAnswer(413);
  };
  tab.type('프록시가 막는 글');
  await pass(60_000);
  assert.equal(server.saves().length, 1);
  assert.equal(kept(), '프록시가 막는 글');
});

test('a save that is owed does not wait for a pause', async () => {
  await written();
  server.before = async () => {
    throw silence();
  };
  tab.type('끊긴 동안');
  await pass(20_000);
  server.before = async () => {};
  for (let tenth = 0; tenth < 45; tenth += 1) {
    tab.type(`끊긴 동안 ${'가'.repeat(tenth)}`);
    await pass(100);
  }
  assert.equal(server.newest(1).version, 2, 'within five seconds');
});

test('a refusal is told to whoever pressed, and pressing again asks again', async () => {
  await tab.begin();
  await assert.rejects(tab.saver.save(true), { status: 422 });
  await assert.rejects(tab.saver.save(true), { status: 422 });
  assert.equal(server.saves().length, 2);
});

for (const gone of ['deleted', 'published']) {
  test(`the text of a draft that was ${gone} becomes a new draft`, async () => {
    await written();
    server.drafts.get(1).gone = gone;
    tab.type('이어 쓴다');
    await pass(3_000);
    assert.equal(server.newest(2).content, '이어 쓴다');
    assert.equal(server.newest(2).title, '글');
    assert.equal(tab.saver.sequence, 2);
    assert.equal(tab.saved.at(-1).left, 1);
    assert.equal(tab.text.content, '이어 쓴다');
  });
}

test('a server that was put back to older data gets the text as a new draft', async () => {
  await written();
  tab.type('둘');
  await pass(2_000);
  server.drafts.get(1).versions.pop();
  tab.type('셋');
  await pass(3_000);
  assert.equal(server.newest(2).content, '셋');
});

test('a receipt for something else is no receipt', async () => {
  await written();
  server.after = async ({ method }, { headers }) => method === 'PATCH' && headers.set('Chogo-Digest', 'sha-256=:AAAA:');
  tab.type('증명되지 않은 글');
  await pass(5_000);
  assert.equal(tab.state.trouble.kind, 'unproven');
  assert.equal(kept(), '증명되지 않은 글');
  server.after = async () => {};
  await pass(5_000);
  assert.equal(tab.state.unsaved, false);
  assert.equal(browser.device.entries.size, 0);
});

test('no room on this device: the server gets the text all the same', async () => {
  browser.device.fault = 'QuotaExceededError';
  await tab.begin();
  tab.type('자리가 없다');
  await pass(600);
  assert.equal(tab.state.copy, 'full');
  assert.equal(tab.outbox.endangered, true);
  await pass(2_000);
  assert.equal(server.newest(1).content, '자리가 없다');
  assert.equal(tab.outbox.endangered, false);
});

test('a device that never answers does not keep the server waiting', async () => {
  browser.device.put = () => new Promise(() => {});
  await tab.begin();
  tab.type('멈춘 저장소');
  await pass(3_000);
  assert.equal(server.newest(1).content, '멈춘 저장소');
});

test('what somebody else wrote meanwhile is merged, and what was typed meanwhile is carried over', async () => {
  await written();
  server.write(1, { content: '첫 줄\n둘째 줄\n셋째 줄\n다른 기기의 줄', format: 'html' });
  const release = held('GET');
  tab.type('내가 고친 첫 줄\n둘째 줄\n셋째 줄');
  await pass(2_000);
  tab.type('내가 또 고친 첫 줄\n둘째 줄\n셋째 줄');
  await pass(100);
  assert.equal(kept(), '내가 고친 첫 줄\n둘째 줄\n셋째 줄', 'the copy stays until the merged draft was seen');
  release();
  await pass(3_000);
  const both = '내가 또 고친 첫 줄\n둘째 줄\n셋째 줄\n다른 기기의 줄';
  assert.deepEqual(tab.text, { title: '글', content: both, format: 'html' });
  assert.equal(server.newest(1).content, both);
  assert.equal(tab.saved[1].merge, 'merged');
  assert.equal(browser.device.entries.size, 0);
});

test('a merge is proven also when somebody saves again before it can be read', async () => {
  await written();
  server.write(1, { content: '첫 줄\n둘째 줄\n셋째 줄\n다른 기기의 줄' });
  server.after = async ({ method }) => {
    if (method === 'PATCH') {
      server.after = async () => {};
      server.write(1, { content: `${server.newest(1).content}\n또 다른 줄` });
    }
  };
  tab.type('내가 고친 첫 줄\n둘째 줄\n셋째 줄');
  await pass(2_000);
  assert.equal(tab.state.trouble, null);
  assert.equal(tab.state.unsaved, false);
  assert.equal(tab.text.content, '내가 고친 첫 줄\n둘째 줄\n셋째 줄\n다른 기기의 줄');
  tab.saver.hear(4);
  await pass(100);
  assert.equal(tab.text.content, '내가 고친 첫 줄\n둘째 줄\n셋째 줄\n다른 기기의 줄\n또 다른 줄');
});

test('where both wrote the same words there are two drafts, and the sheet goes on with its own', async () => {
  await written();
  for (const version of [2, 3, 4]) {
    server.write(1, { title: `제목 ${version}` });
    tab.saver.hear(version);
    await pass(100);
  }
  server.write(1, { content: '남이 고친 줄' });
  tab.type('내가 고친 줄');
  await pass(2_000);
  assert.deepEqual(tab.saved.at(-1), { sequence: 2, version: 1, total: 2, merge: 'forked', left: 1 });
  tab.type('내가 고친 줄과 다음');
  await pass(2_000);
  assert.equal(server.newest(1).content, '남이 고친 줄');
  assert.equal(server.newest(2).content, '내가 고친 줄과 다음');
  assert.equal(tab.text.content, '내가 고친 줄과 다음');

  server.write(2, { content: '내가 고친 줄과 다음\n그리고 남의 줄' });
  tab.saver.hear(3);
  await pass(100);
  assert.equal(tab.text.content, '내가 고친 줄과 다음\n그리고 남의 줄', 'the fork has versions of its own');
});

test('a lost answer to a fork makes no second one', async () => {
  await written();
  server.write(1, { content: '남이 고친 줄' });
  let lost = 0;
  server.after = async ({ method }) => {
    if (method === 'PATCH' && lost < 2) {
      lost += 1;
      throw silence();
    }
  };
  tab.type('내가 고친 줄');
  await pass(1_600);
  tab.type('내가 고친 줄과 다음');
  await pass(20_000);
  assert.deepEqual([...server.drafts.keys()], [1, 2]);
  assert.equal(server.newest(2).content, '내가 고친 줄과 다음');
});

test('what another tab saved appears without a save of one’s own', async () => {
  await written();
  const other = browser.tab();
  await other.open(1);
  other.type('첫 줄\n둘째 줄\n셋째 줄\n옆 탭의 줄');
  await pass(2_500);
  assert.equal(tab.text.content, '첫 줄\n둘째 줄\n셋째 줄\n옆 탭의 줄');
  assert.equal(server.saves().length, 1);
  tab.type('이 탭의 첫 줄\n둘째 줄\n셋째 줄\n옆 탭의 줄');
  await pass(2_500);
  assert.equal(other.text.content, tab.text.content);
  assert.equal(server.saves().length, 2, 'two tabs do not answer each other for ever');
});

test('two tabs that write at once end with the same text, and every word is in it', async () => {
  await written('첫 줄\n둘째 줄\n셋째 줄');
  const other = browser.tab();
  await other.open(1);
  tab.type('첫 줄 하나\n둘째 줄\n셋째 줄');
  other.type('첫 줄\n둘째 줄\n셋째 줄 둘');
  await pass(10_000);
  assert.equal(tab.text.content, '첫 줄 하나\n둘째 줄\n셋째 줄 둘');
  assert.equal(other.text.content, tab.text.content);
  assert.equal(server.newest(1).content, tab.text.content);
  assert.equal(server.drafts.size, 1);
});

test('a syllable in the works is left alone: saves go on, the change of others waits', async () => {
  await written('첫 줄\n둘째 줄');
  tab.composing = true;
  tab.type('첫 줄 ㅎ\n둘째 줄');
  server.write(1, { content: '첫 줄\n둘째 줄\n남의 줄' });
  for (const syllable of ['ㅎ', '하', '한']) {
    tab.type(`첫 줄 ${syllable}\n둘째 줄`);
    const saved = tab.saver.save();
    await pass(0);
    await saved;
    assert.equal(tab.text.content, `첫 줄 ${syllable}\n둘째 줄`);
    assert.equal(server.newest(1).content, `첫 줄 ${syllable}\n둘째 줄\n남의 줄`);
  }
  tab.composing = false;
  tab.saver.settle();
  assert.equal(tab.text.content, '첫 줄 한\n둘째 줄\n남의 줄');
  tab.type('첫 줄 한글\n둘째 줄\n남의 줄');
  await pass(3_000);
  assert.equal(server.newest(1).content, '첫 줄 한글\n둘째 줄\n남의 줄');
  assert.equal(server.drafts.size, 1);
});

test('the sheet may be disturbed again while a save is under way', async () => {
  await written('첫 줄\n둘째 줄');
  tab.composing = true;
  server.write(1, { content: '첫 줄\n둘째 줄\n남의 줄' });
  tab.saver.hear(2);
  await pass(100);
  tab.type('첫 줄 하\n둘째 줄');
  const release = held('PATCH');
  await pass(2_000);
  tab.composing = false;
  tab.saver.settle();
  tab.type('첫 줄 하나\n둘째 줄\n남의 줄');
  release();
  await pass(3_000);
  assert.equal(tab.text.content, '첫 줄 하나\n둘째 줄\n남의 줄');
  assert.equal(server.newest(1).content, '첫 줄 하나\n둘째 줄\n남의 줄');
  assert.equal(server.drafts.size, 1);
});

test('a draft with CRLF is not changed by being opened, and a new title leaves its content alone', async () => {
  await written('한 줄');
  server.write(1, { content: '한 줄\r\n두 줄' });
  const other = browser.tab();
  await other.open(1);
  await pass(10_000);
  assert.equal(server.saves().length, 0);
  other.type({ title: '새 제목' });
  await pass(2_000);
  assert.deepEqual(server.saves().map(({ body }) => body), [{ title: '새 제목', baseVersion: 2 }]);
  assert.equal(other.state.unsaved, false);
});

test('a page that goes away sends at once, without waiting for the device', async () => {
  await written();
  tab.type('마지막 글자');
  tab.outbox.flush();
  assert.deepEqual(server.saves().map(({ body, leaving }) => [body.content, leaving]), [['마지막 글자', true]]);
  await settled();
  assert.equal(server.newest(1).content, '마지막 글자');
});

test('a text put away is saved all the same, and asked for again it is the same', async () => {
  await written();
  server.before = async () => {
    throw silence();
  };
  tab.type('두고 가는 글');
  const before = tab.saver;
  tab.outbox.putAway(tab.saver);
  await tab.begin();
  await pass(60_000);
  assert.equal(kept(), '두고 가는 글');
  await tab.open(1);
  assert.equal(tab.saver, before);
  assert.equal(tab.text.content, '두고 가는 글');
  server.before = async () => {};
  await pass(6_000);
  assert.equal(server.newest(1).content, '두고 가는 글');
});
