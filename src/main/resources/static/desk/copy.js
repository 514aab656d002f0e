/** The copy of one text on this device: there within a second of a change, gone when there is no more need for it. */

const WITHIN_MS = 500;

export class Copy {
  /** `none`; `kept`; `full` when there is no room for it, `shut` when the browser keeps nothing. */
  state = 'none';

  #outbox;
  #clock;
  #entry;
  #changed;
  #callOff = null;

  /**
   * @param {{keep: (entry: object) => Promise<void>, drop: (id: string) => Promise<void>}} outbox
   * @param {() => {id: string, text: object|null}} entry what is to be kept now; its text is null when nothing is
   * @param {() => void} changed called when the state may have changed
   */
  constructor({ outbox, clock }, entry, changed) {
    this.#outbox = outbox;
    this.#clock = clock;
    this.#entry = entry;
    this.#changed = changed;
  }

  /** Not put off by the next change: whoever types without a pause is safe as well. */
  renewSoon() {
    this.#callOff ??= this.#clock.after(WITHIN_MS, () => this.renew());
  }

  async renew() {
    this.#callOff?.();
    this.#callOff = null;
    const entry = this.#entry();
    try {
      await (entry.text ? this.#outbox.keep(entry) : this.#outbox.drop(entry.id));
      this.state = entry.text ? 'kept' : 'none';
    } catch (error) {
      this.state = error.name === 'QuotaExceededError' ? 'full' : 'shut';
    }
    this.#changed();
  }

  stop() {
    this.#callOff?.();
  }
}
