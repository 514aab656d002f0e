/**
 * What has changed on the desk, told to every tab though one alone listens to the server: without TLS browsers
 * allow six connections to a host, and each open stream takes one of them.
 *
 * Fires `change` {sequence, version, change, kind: 'draft'|'post'}, and `reset` when something may have been missed.
 */

import { elect } from './leader.js';

const RETRY_MS = [5_000, 15_000, 60_000];

export class Stream extends EventTarget {
  #tools;
  #tabs;
  #clock;
  #connect;
  #resign = null;

  /**
   * @param {object} tools
   * @param {string} tools.name
   * @param {LockManager|undefined} tools.locks
   * @param {import('./tabs.js').Tabs} tools.tabs the tabs of this account
   * @param {typeof import('./clock.js').clock} tools.clock
   * @param {() => EventSource} tools.connect
   */
  constructor(tools) {
    super();
    this.#tools = tools;
    this.#tabs = tools.tabs;
    this.#clock = tools.clock;
    this.#connect = tools.connect;
    this.#tabs.addEventListener('event', ({ detail }) => this.#fire(detail));
  }

  start() {
    this.#resign ??= elect(this.#tools, () => this.#listen());
  }

  stop() {
    this.#resign?.();
    this.#resign = null;
  }

  /** @returns {() => void} stops */
  #listen() {
    let failures = 0;
    let callOff = () => {};
    let source;
    const open = () => {
      source = this.#connect();
      // What happened while nobody listened is not told again.
      source.addEventListener('open', () => this.#tell({ type: 'reset' }), { once: true });
      source.addEventListener('open', () => {
        failures = 0;
      });
      for (const kind of ['draft', 'post']) {
        source.addEventListener(kind, ({ data }) => this.#tell({ type: 'change', kind, ...JSON.parse(data) }));
      }
      source.addEventListener('reset', () => this.#tell({ type: 'reset' }));
      source.addEventListener('error', () => {
        // A lost connection comes back by itself; a refusal is final for the browser, but not for us.
        if (source.readyState === 2) {
          callOff = this.#clock.after(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)], open);
          failures += 1;
        }
      });
    };
    open();
    return () => {
      callOff();
      source.close();
    };
  }

  #tell(event) {
    this.#tabs.say('event', event);
    this.#fire(event);
  }

  #fire({ type, ...detail }) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
