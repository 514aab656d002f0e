/**
 * Everything of one account that is not yet known to be on the server: written down on this device first, sent in
 * its order, dropped when the server has it. Knows no page.
 */

import { newKey } from './api.js';
import { NEW, path, stateOf } from './saves.js';
import { Saver } from './saver.js';

/** How long the other tabs have to say which texts are theirs. */
const ANSWER_MS = 250;
const POLL_MS = 200;
const LEAVING = ['deleted', 'published'];

/**
 * Fires `change` when any text of this tab has changed its state, and `saved` {sequence, version, total, merge,
 * left} for each save that has arrived, `gone` {saver, error} when a draft has left the desk.
 */
export class Outbox extends EventTarget {
  #account;
  #device;
  #tabs;
  #tools;
  #savers = new Set();
  /** The ground last written down of each text: it is as long as the text, and changes less often. */
  #grounds = new Map();
  #open = true;

  /**
   * @param {object} tools
   * @param {string} tools.account whose texts these are
   * @param {typeof import('./device.js').device} tools.device
   * @param {import('./tabs.js').Tabs} tools.tabs the tabs of this account
   * @param {typeof import('./api.js').send} tools.send
   * @param {typeof import('./sha256.js').digest} tools.digest
   * @param {typeof import('./clock.js').clock} tools.clock
   */
  constructor({ account, device, tabs, send, digest, clock }) {
    super();
    this.#account = account;
    this.#device = device;
    this.#tabs = tabs;
    this.#tools = { outbox: this, send, digest, clock };
    tabs.addEventListener('whose', () => tabs.say('mine', [...this.#savers].map(({ id }) => id)));
    tabs.addEventListener('save', () => this.#saveAll());
    tabs.addEventListener('changed', ({ detail }) => this.hear(detail));
  }

  /** A text the server has not seen. */
  begin() {
    return this.#hold({});
  }

  /** A draft of the server's, or what is still waiting here to become it. */
  async open(sequence) {
    await this.recover();
    const here = [...this.#savers].find((saver) => saver.sequence === sequence);
    if (here) {
      return here;
    }
    const { body } = await this.#tools.send('GET', path(sequence));
    const base = await stateOf(body.draft, this.#tools.digest);
    return this.#hold({ ground: { ...NEW, sequence, base }, savedAt: Date.parse(body.draft.savedAt) });
  }

  /**
   * Takes up what pages that are no more have left here. What turns out to be on the server is dropped; the rest is
   * offered, and not sent before somebody goes on with it.
   */
  async recover() {
    (await this.#abandoned()).forEach((entry) => this.#hold(entry).recall());
  }

  /** Texts that wait for somebody to go on with them; the newest first. */
  get offers() {
    return [...this.#savers]
      .filter((saver) => !saver.attached && saver.unsaved && saver.idle)
      .sort((one, other) => other.changedAt - one.changedAt);
  }

  /** The text leaves the screen; it is held until it is saved. */
  putAway(saver) {
    saver.detach();
    this.#letGo(saver);
  }

  /** The text needs no saving any more. */
  release(saver) {
    saver.stop();
    this.#savers.delete(saver);
    this.drop(saver.id).catch(() => {});
  }

  /**
   * Somebody has changed a draft.
   *
   * @param {string} [change] what was done to it; what has left the desk has no newer version
   */
  hear({ sequence, version, change }) {
    for (const saver of this.#savers) {
      if (saver.sequence === sequence) {
        saver.hear(LEAVING.includes(change) ? Number.POSITIVE_INFINITY : version);
      }
    }
  }

  /** Nobody knows what was changed. */
  hearOfAnything() {
    this.#savers.forEach((saver) => saver.hear(Number.POSITIVE_INFINITY));
  }

  /** Saves what can be saved while the page goes away. */
  flush() {
    this.#savers.forEach((saver) => saver.flush());
  }

  retry() {
    this.#savers.forEach((saver) => saver.retry());
  }

  /** Whether leaving the page now would lose words. */
  get endangered() {
    return [...this.#savers].some(({ state }) => state.unsaved && ['full', 'shut'].includes(state.copy));
  }

  /**
   * Has everything saved, by every tab, and what was left here as well.
   *
   * @returns {Promise<{text: import('./writing.js').Text}[]>} what could not be saved in that time
   */
  async drain(milliseconds) {
    const deadline = this.#tools.clock.now() + milliseconds;
    this.#tabs.say('save');
    await this.recover();
    this.#saveAll();
    let left = await this.#unsaved();
    while (left.length > 0 && this.#tools.clock.now() < deadline) {
      await this.#wait(POLL_MS);
      left = await this.#unsaved();
    }
    return left;
  }

  /** Nothing is written down or sent any more. */
  close() {
    this.#open = false;
    this.#savers.forEach((saver) => saver.stop());
    this.#savers.clear();
    this.#tabs.close();
  }

  /** Ends, and leaves nothing on this device. */
  async wipe() {
    this.close();
    const ids = (await this.#entries()).map(({ id }) => id);
    await Promise.all(ids.map((id) => this.drop(id)));
  }

  async keep({ id, ground, text, changedAt }) {
    if (!this.#open) {
      return;
    }
    const entries = [[this.#key(id, 'text'), { id, text, changedAt }]];
    if (this.#grounds.get(id) !== ground) {
      entries.push([this.#key(id, 'ground'), { id, ground }]);
      this.#grounds.set(id, ground);
    }
    try {
      await this.#device.put(entries);
    } catch (error) {
      this.#grounds.delete(id);
      throw error;
    }
  }

  async drop(id) {
    this.#grounds.delete(id);
    await this.#device.remove([this.#key(id, 'text'), this.#key(id, 'ground')]);
  }

  #hold(entry) {
    const saver = new Saver(this.#tools, entry);
    this.#savers.add(saver);
    saver.addEventListener('saved', ({ detail }) => {
      this.#tabs.say('changed', detail);
      this.dispatchEvent(new CustomEvent('saved', { detail }));
    });
    saver.addEventListener('gone', ({ detail }) => {
      this.dispatchEvent(new CustomEvent('gone', { detail: { saver, ...detail } }));
    });
    saver.addEventListener('change', () => {
      this.#letGo(saver);
      this.dispatchEvent(new Event('change'));
    });
    return saver;
  }

  #letGo(saver) {
    if (!saver.attached && !saver.unsaved) {
      this.release(saver);
    }
  }

  #saveAll() {
    this.#savers.forEach((saver) => saver.save().catch(() => {}));
  }

  /** What is kept of this account and belongs to no tab that is alive. */
  async #abandoned() {
    if ((await this.#entries()).length === 0) {
      return [];
    }
    const claimed = await this.#claims();
    if (!claimed) {
      return [];
    }
    // Read anew: what was saved meanwhile must not come back as it was.
    return (await this.#entries()).filter(({ id }) => !claimed.has(id) && !this.#has(id));
  }

  #has(id) {
    return [...this.#savers].some((saver) => saver.id === id);
  }

  /**
   * The texts that some tab has.
   *
   * @returns {Promise<Set<string>|null>} null when another tab asks as well: a browser that is restored opens all its
   *   tabs at once, and only one of them is to take up what was left
   */
  async #claims() {
    const name = newKey();
    const claimed = new Set();
    let first = true;
    const over = new AbortController();
    const { signal } = over;
    this.#tabs.addEventListener('mine', ({ detail }) => detail.forEach((id) => claimed.add(id)), { signal });
    this.#tabs.addEventListener(
      'whose',
      ({ detail: other }) => {
        first &&= name < other;
        if (first) {
          this.#tabs.say('whose', name);
        }
      },
      { signal },
    );
    this.#tabs.say('whose', name);
    await this.#wait(ANSWER_MS);
    over.abort();
    return first ? claimed : null;
  }

  /** What is not on the server, also what this device had no room for. */
  async #unsaved() {
    const here = [...this.#savers].filter(({ unsaved }) => unsaved);
    const elsewhere = (await this.#entries()).filter(({ id }) => !this.#has(id));
    return [...here, ...elsewhere];
  }

  /** A browser that keeps nothing has kept nothing. */
  async #entries() {
    const found = new Map();
    for (const part of await this.#device.all(this.#account).catch(() => [])) {
      found.set(part.id, { ground: NEW, ...found.get(part.id), ...part });
    }
    return [...found.values()].filter(({ text }) => text);
  }

  #key(id, part) {
    return [this.#account, id, part];
  }

  #wait(milliseconds) {
    return new Promise((resolve) => this.#tools.clock.after(milliseconds, resolve));
  }
}
