/** When the next save is due: soon after a pause, sooner or later while typing goes on, later after a failure. */

const PAUSE_MS = 1_500;
const UNBROKEN_MS = 8_000;
const RETRY_MS = [1_000, 2_000, 4_000];
/** However long the server asks to be left alone: a person who has come back should not wait longer than this. */
const LONGEST_WAIT_MS = 60_000;

export class Pace {
  #clock;
  #act;
  #cancel = () => {};
  /** The first and the last change that no save has taken along yet, as times. */
  #first = null;
  #last = null;
  #notBefore = 0;
  #failures = 0;
  /** Whether a save must be sent again. */
  #owing = false;

  /** @param {() => void} act called when it is time */
  constructor(clock, act) {
    this.#clock = clock;
    this.#act = act;
  }

  /** Whether something was changed since the last save took everything along. */
  get waiting() {
    return this.#first !== null;
  }

  get due() {
    return this.waiting && this.#clock.now() >= this.#dueAt();
  }

  /** Whether it is too early to try again after a failure. */
  get resting() {
    return this.#clock.now() < this.#notBefore;
  }

  /** Something was changed. */
  touched() {
    this.#last = this.#clock.now();
    this.#first ??= this.#last;
    this.plan(this.#owing);
  }

  /** A save takes along all there is. */
  taken() {
    this.#first = null;
    this.#last = null;
  }

  /** Forgets the failures: the server has answered, or there is news of the network or the person. */
  succeeded() {
    this.#failures = 0;
    this.#notBefore = 0;
  }

  /** @param {number} asked milliseconds the server wants to be left alone; 0 when it did not say */
  failed(asked) {
    const wait = Math.max(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)], Math.min(asked, LONGEST_WAIT_MS));
    this.#failures += 1;
    this.#notBefore = this.#clock.now() + wait;
  }

  /**
   * Sets the alarm for whichever comes next.
   *
   * @param {boolean} owing whether a save must be sent again; that does not wait for a pause
   */
  plan(owing) {
    this.#owing = owing;
    this.#cancel();
    if (this.waiting || owing) {
      const at = Math.max(this.#notBefore, owing ? 0 : this.#dueAt());
      this.#cancel = this.#clock.after(Math.max(0, at - this.#clock.now()), this.#act);
    }
  }

  stop() {
    this.#cancel();
  }

  #dueAt() {
    return Math.min(this.#last + PAUSE_MS, this.#first + UNBROKEN_MS);
  }
}
