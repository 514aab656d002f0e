/**
 * Makes one tab of several the one that does something: by the browser's own locks, or on plain http, where there
 * are none, by talk. There the first tab that asks and hears nothing leads; it answers whoever asks, and a tab that
 * has not heard of it for some time asks. Answers come also from a tab in the background, whose timers are slow.
 */

import { newKey } from './api.js';

const BEAT_MS = 2_000;
const SILENCE_MS = 7_000;
const ANSWER_MS = 400;

/**
 * @param {object} tools
 * @param {string} tools.name what is led
 * @param {LockManager|undefined} tools.locks
 * @param {import('./tabs.js').Tabs} tools.tabs
 * @param {typeof import('./clock.js').clock} tools.clock
 * @param {() => () => void} take called when this tab leads; what it returns, when it no longer does
 * @returns {() => void} resigns
 */
export function elect({ name, locks, tabs, clock }, take) {
  return locks ? byLock(locks, name, take) : new Talk(tabs, clock, take).resign;
}

function byLock(locks, name, take) {
  const over = new AbortController();
  const resigned = new Promise((resolve) => over.signal.addEventListener('abort', resolve));
  const lead = async () => {
    const release = take();
    await resigned;
    release();
  };
  // Refused when it was given up before it was granted.
  locks.request(name, { signal: over.signal }, lead).catch(() => {});
  return () => over.abort();
}

class Talk {
  #tabs;
  #clock;
  #take;
  #name = newKey();
  #asking = false;
  #release = null;
  #callOff = () => {};
  #over = new AbortController();

  constructor(tabs, clock, take) {
    this.#tabs = tabs;
    this.#clock = clock;
    this.#take = take;
    const { signal } = this.#over;
    tabs.addEventListener('leading', ({ detail }) => this.#follow(detail), { signal });
    tabs.addEventListener('asking', ({ detail }) => this.#hearAsking(detail), { signal });
    tabs.addEventListener('resigned', () => this.#release ?? this.#ask(), { signal });
    this.#ask();
  }

  resign = () => {
    this.#over.abort();
    this.#callOff();
    if (this.#release) {
      this.#release();
      this.#tabs.say('resigned');
    }
  };

  #ask() {
    this.#asking = true;
    this.#tabs.say('asking', this.#name);
    this.#next(ANSWER_MS, () => this.#lead());
  }

  #lead() {
    this.#asking = false;
    this.#release = this.#take();
    this.#beat();
  }

  #beat() {
    this.#tabs.say('leading', this.#name);
    this.#next(BEAT_MS, () => this.#beat());
  }

  /** Of two that ask at once the one with the smaller name goes on; who asked last may not have heard of the first. */
  #hearAsking(other) {
    if (this.#release) {
      this.#tabs.say('leading', this.#name);
    } else if (other < this.#name) {
      this.#wait();
    } else if (this.#asking) {
      this.#tabs.say('asking', this.#name);
    }
  }

  /** Two lead when one of them slept for a while; the one with the smaller name goes on. */
  #follow(leader) {
    if (this.#release && this.#name < leader) {
      this.#tabs.say('leading', this.#name);
      return;
    }
    this.#release?.();
    this.#release = null;
    this.#wait();
  }

  #wait() {
    this.#asking = false;
    this.#next(SILENCE_MS, () => this.#ask());
  }

  #next(milliseconds, act) {
    this.#callOff();
    this.#callOff = this.#clock.after(milliseconds, act);
  }
}
