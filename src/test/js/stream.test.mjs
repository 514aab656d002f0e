/** Who listens to the server when many tabs are open: `node --test stream.test.mjs`. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Stream } from '../../main/resources/static/desk/stream.js';
import { Tabs } from '../../main/resources/static/desk/tabs.js';
import { FakeChannel, FakeClock } from './fakes.mjs';

/** The server's end of every stream that is open. */
class FakeStreams {
  open = [];
  /** Whether the server refuses. */
  refusing = false;
  asked = 0;

  connect = () => {
    this.asked += 1;
    const source = Object.assign(new EventTarget(), { readyState: 0 });
    source.close = () => {
      this.open = this.open.filter((other) => other !== source);
    };
    setImmediate(() => {
      source.readyState = this.refusing ? 2 : 1;
      if (!this.refusing) {
        this.open.push(source);
      }
      source.dispatchEvent(new Event(this.refusing ? 'error' : 'open'));
    });
    return source;
  };

  tell(kind, data) {
    this.open.forEach((source) => source.dispatchEvent(Object.assign(new Event(kind), { data: JSON.stringify(data) })));
  }
}

/** The browser's locks, held by one at a time in the order they were asked for. */
class FakeLocks {
  #last = Promise.resolve();

  async request(name, { signal }, act) {
    const before = this.#last;
    const mine = before.then(() => {
      signal.throwIfAborted();
      return act();
    });
    this.#last = mine.catch(() => {});
    return mine;
  }
}

class Tab {
  heard = [];
  awake = true;
  #end;

  constructor({ channel, clock, streams, locks }) {
    this.#end = channel.end();
    this.#end.addEventListener('message', (event) => !this.awake && event.stopImmediatePropagation());
    this.stream = new Stream({
      name: 'chogo-events-kim',
      locks,
      tabs: new Tabs(this.#end),
      clock: { now: clock.now, after: (wait, act) => clock.after(wait, () => this.#whenAwake(clock, act)) },
      connect: streams.connect,
    });
    this.stream.addEventListener('change', ({ detail }) => this.heard.push(detail));
    this.stream.addEventListener('reset', () => this.heard.push('reset'));
    this.stream.start();
  }

  #whenAwake(clock, act) {
    if (this.awake) {
      act();
    } else {
      clock.after(500, () => this.#whenAwake(clock, act));
    }
  }
}

/** What tabs share; talk between them takes a moment, or nobody would ever speak at the same time. */
function browser() {
  const clock = new FakeClock();
  return { clock, channel: new FakeChannel((act) => clock.after(50, act)), streams: new FakeStreams() };
}

for (const [where, makeLocks] of [
  ['with the browser’s locks', () => new FakeLocks()],
  ['on plain http, where there are none', () => undefined],
]) {
  describe(where, () => {
    function eight() {
      const shared = { ...browser(), locks: makeLocks() };
      return { ...shared, tabs: Array.from({ length: 8 }, () => new Tab(shared)) };
    }

    test('eight tabs hold one stream, and each hears everything once', async () => {
      const { clock, streams, tabs } = eight();
      await clock.pass(30_000);
      assert.equal(streams.open.length, 1);
      assert.equal(streams.asked, 1);
      tabs.forEach(({ heard }) => heard.splice(0));
      streams.tell('draft', { sequence: 6, version: 4, change: 'saved' });
      await clock.pass(100);
      for (const { heard } of tabs) {
        assert.deepEqual(heard, [{ kind: 'draft', sequence: 6, version: 4, change: 'saved' }]);
      }
    });

    test('when the tab that listens is closed, another one does, and what was missed is known to be missed', async () => {
      const { clock, streams, tabs } = eight();
      await clock.pass(10_000);
      for (let left = 7; left > 0; left -= 1) {
        const leader = streams.open[0];
        const closing = tabs.findIndex(({ stream }) => {
          stream.stop();
          return !streams.open.includes(leader);
        });
        tabs.splice(0, closing + 1);
        tabs.forEach(({ stream }) => stream.start());
        tabs.forEach(({ heard }) => heard.splice(0));
        await clock.pass(1_000);
        assert.equal(streams.open.length, tabs.length === 0 ? 0 : 1);
        tabs.forEach(({ heard }) => assert.deepEqual(heard, ['reset']));
        if (tabs.length === 0) {
          break;
        }
      }
    });

    test('a stream that is refused is asked for again, ever more seldom', async () => {
      const { clock, streams } = eight();
      streams.refusing = true;
      await clock.pass(600_000);
      assert.ok(streams.asked >= 8 && streams.asked < 20, `${streams.asked}`);
      streams.refusing = false;
      await clock.pass(61_000);
      assert.equal(streams.open.length, 1);
    });
  });
}

test('without locks a tab that sleeps and wakes gives way, and one remains', async () => {
  const shared = browser();
  const tabs = Array.from({ length: 3 }, () => new Tab(shared));
  await shared.clock.pass(10_000);
  tabs.forEach((tab) => {
    tab.awake = false;
  });
  await shared.clock.pass(10_000);
  const late = new Tab(shared);
  await shared.clock.pass(10_000);
  assert.equal(shared.streams.open.length, 2);
  assert.ok(late.heard.includes('reset'));
  tabs.forEach((tab) => {
    tab.awake = true;
  });
  await shared.clock.pass(30_000);
  assert.equal(shared.streams.open.length, 1);
});
