/**
 * Whatever befalls browsers, network and server, every word is in some draft in the end: `node --test chance.test.mjs`.
 * `CHOGO_LIVES` tries more, `CHOGO_SEED` repeats one.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeBrowser, FakeServer, refusal, silence } from './fakes.mjs';
import { seeded } from './seeded.mjs';

const LIVES = Number(process.env.CHOGO_LIVES ?? 100);
const STEPS = 60;

/** What meets a request on its way there and back, by the weather. */
const weathers = {
  fair: () => null,
  cut: (way) => (way === 'there' ? silence() : null),
  deaf: (way) => (way === 'back' ? silence() : null),
  stormy: (way, chance) => (chance < 0.3 ? silence() : null),
  ill: (way) => (way === 'there' ? refusal(503) : null),
  signedOut: (way) => (way === 'there' ? refusal(401) : null),
};

/** A draft that is open on some devices, and what happens to it. */
class Life {
  #random;
  #server = new FakeServer();
  #devices;
  #typed = [];
  #weather = 'fair';

  constructor(seed, devices) {
    this.#random = seeded(seed);
    this.#devices = Array.from({ length: devices }, () => ({ browser: new FakeBrowser(this.#server), tab: null }));
    this.#server.before = async () => this.#meet('there');
    this.#server.after = async () => this.#meet('back');
  }

  /** @returns {Promise<string[]>} the texts that are there in the end */
  async live() {
    const body = { title: '글', content: '가.\n나.\n다.\n라.\n마.', format: 'markdown' };
    await this.#server.send('POST', '/api/drafts', { body });
    for (const device of this.#devices) {
      await this.#open(device);
    }
    for (let step = 0; step < STEPS; step += 1) {
      await this.#pick(this.#deeds)(this.#pick(this.#devices));
      await this.#pass(this.#random() ** 3 * 15_000);
    }
    await this.#comeToRest();
    return [...this.#server.drafts.keys()].map((sequence) => this.#server.newest(sequence).content);
  }

  /** What was typed longer than a second before its browser was killed. */
  get words() {
    return this.#typed.map(({ word }) => word);
  }

  /** A new word somewhere; none is ever taken out, so each must be found again. */
  #type = ({ tab }) => {
    const word = `w${this.#typed.length}`;
    const lines = tab.text.content.split('\n');
    const place = Math.floor(this.#random() * lines.length);
    lines[place] = this.#random() < 0.5 ? `${word} ${lines[place]}` : `${lines[place]} ${word}`;
    this.#typed.push({ word, tab, at: tab.clock.now() });
    tab.type(lines.join('\n'));
  };

  #press = ({ tab }) => {
    tab.saver.save(true).catch(() => {});
  };

  #compose = ({ tab }) => {
    tab.composing = !tab.composing;
    if (!tab.composing) {
      tab.saver.settle();
    }
  };

  #hide = ({ tab }) => tab.outbox.flush();

  #kill = async (device) => {
    const { tab } = device;
    tab.kill();
    this.#typed = this.#typed.filter((typed) => typed.tab !== tab || tab.clock.now() - typed.at > 1_000);
    await this.#open(device);
  };

  #putAway = async ({ tab }) => {
    tab.outbox.putAway(tab.saver);
    await this.#openDraft(tab);
  };

  #turn = () => {
    this.#weather = this.#pick(Object.keys(weathers));
    if (this.#weather !== 'signedOut') {
      this.#devices.forEach(({ tab }) => tab.outbox.retry());
    }
  };

  #deeds = [this.#type, this.#type, this.#type, this.#press, this.#compose, this.#hide, this.#kill, this.#putAway, this.#turn];

  async #open(device) {
    device.tab = device.browser.tab();
    await this.#recover(device.tab);
    const [left] = device.tab.outbox.offers;
    if (left) {
      device.tab.take(left);
    } else {
      await this.#openDraft(device.tab);
    }
  }

  /** Only whoever reaches the server can open a draft. */
  async #openDraft(tab) {
    const weather = this.#weather;
    this.#weather = 'fair';
    await tab.open(1);
    this.#weather = weather;
  }

  async #recover(tab) {
    const recovering = tab.outbox.recover();
    await tab.clock.pass(300);
    await recovering;
  }

  async #comeToRest() {
    this.#weather = 'fair';
    for (const { tab } of this.#devices) {
      tab.composing = false;
      tab.saver.settle();
      tab.outbox.retry();
    }
    for (let round = 0; round < 3; round += 1) {
      for (const { tab } of this.#devices) {
        await this.#recover(tab);
        tab.outbox.offers.forEach((saver) => saver.save().catch(() => {}));
        tab.outbox.hearOfAnything();
        await this.#pass(20_000);
      }
    }
    for (const { browser, tab } of this.#devices) {
      assert.deepEqual([...browser.device.entries.keys()], [], 'a device keeps what the server has');
      assert.equal(tab.state.unsaved, false);
    }
  }

  #meet(way) {
    const trouble = weathers[this.#weather](way, this.#random());
    if (trouble) {
      throw trouble;
    }
  }

  async #pass(milliseconds) {
    for (const { browser } of this.#devices) {
      await browser.clock.pass(milliseconds);
    }
  }

  #pick(list) {
    return list[Math.floor(this.#random() * list.length)];
  }
}

async function lives(devices, check) {
  const first = Number(process.env.CHOGO_SEED ?? 1);
  for (let seed = first; seed < first + (process.env.CHOGO_SEED ? 1 : LIVES); seed += 1) {
    const life = new Life(seed, devices);
    const texts = await life.live().catch((error) => assert.fail(`seed ${seed}: ${error.stack}`));
    const lost = life.words.filter((word) => !texts.some((text) => text.split(/\s/).includes(word)));
    assert.deepEqual(lost, [], `seed ${seed}: ${texts.join('\n---\n')}`);
    check(texts, `seed ${seed}`);
  }
}

test('on one device no word is lost, and no text takes its own saves for a stranger’s', async () => {
  await lives(1, (texts, seed) => assert.equal(texts.length, 1, `${seed}: ${texts.join('\n---\n')}`));
});

test('on three devices at once no word is lost', async () => {
  await lives(3, () => {});
});
