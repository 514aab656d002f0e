/**
 * Keeps one text saved: on this device within a second, on the server soon after.
 *
 * One request at a time is under way, and the newest text waits for it. A save is written down on the device
 * before it is sent, and sent again, word for word, until it is known what became of it; only then is the next
 * one made. So the saves of a text never meet each other as strangers, also after the browser was killed.
 *
 * Knows no page: the text stands on a sheet, which is anything that can be read and written.
 *
 * @typedef {import('./writing.js').Text} Text
 *
 * @typedef {object} Sheet
 * @property {() => Text} read
 * @property {(text: Text) => boolean} write changes the text; false when it must not be disturbed now
 * @property {(text: Text) => void} show lays out another text
 */

import { newKey } from './api.js';
import { Copy } from './copy.js';
import { Pace } from './pace.js';
import { NEW, deliver, grown, met, nextSave, path, read, settled } from './saves.js';
import { askedToWait, troubleOf } from './troubles.js';
import { codePoints, isBlank, same } from './writing.js';

/** IndexedDB has been seen to hang; the server need not wait for it for ever. */
const PATIENCE_WITH_DEVICE_MS = 1_000;

/**
 * Fires `change` when its state has changed; `saved` {sequence, version, total, merge, left} when a save has arrived,
 * where `left` is the draft the text no longer belongs to: it had gone, or it has a fork now; `gone` {error} when
 * the draft has left the desk.
 */
export class Saver extends EventTarget {
  #tools;
  #ground;
  #sheet;
  #attached = false;
  #pace;
  #copy;
  /** Whether the sheet has something that no save has taken along. */
  #news;
  /** The newest version told of, and the newest one looked at. */
  #heard = 0;
  #seen = 0;
  /** Whether an earlier page has left it: then it is only looked after until somebody goes on with it. */
  #held = false;
  #deaf = false;
  #explicit = false;
  #urgent = false;
  #leaving = false;
  /** @type {{kind: string, error: Error}|null} */
  #trouble = null;
  /** @type {Text|null} what the server will not have as it is */
  #refused = null;
  /** The draft that has gone while its text is still here. */
  #left = null;
  #running = null;
  #waiting = [];
  #savedAt;
  #length;

  /**
   * @param {object} tools
   * @param {import('./outbox.js').Outbox} tools.outbox keeps and drops copies
   * @param {typeof import('./api.js').send} tools.send
   * @param {typeof import('./sha256.js').digest} tools.digest
   * @param {typeof import('./clock.js').clock} tools.clock
   * @param {object} [entry] as it was kept, or as the server has it
   * @param {string} [entry.id]
   * @param {import('./saves.js').Ground} [entry.ground]
   * @param {Text} [entry.text]
   * @param {number} [entry.changedAt]
   * @param {number|null} [entry.savedAt]
   */
  constructor(tools, { id = newKey(), ground = NEW, text = ground.base.text, changedAt = 0, savedAt = null } = {}) {
    super();
    this.id = id;
    this.changedAt = changedAt;
    this.#tools = tools;
    this.#ground = ground;
    this.#sheet = still(text);
    this.#pace = new Pace(tools.clock, () => this.#wake());
    this.#copy = new Copy(tools, () => this.#entry(), () => this.#changed());
    this.#savedAt = savedAt;
    this.#length = codePoints(ground.base.text.content);
    this.#news = this.#hasNews(text);
  }

  /** The draft's number, or null before the server has seen it. */
  get sequence() {
    return this.#ground.sequence;
  }

  get version() {
    return (this.#ground.ahead ?? this.#ground.base).version;
  }

  get text() {
    return this.#sheet.read();
  }

  get state() {
    return {
      sequence: this.sequence,
      unsaved: this.unsaved,
      saving: this.#running !== null && this.#ground.sent !== null,
      copy: this.#copy.state,
      trouble: this.#trouble,
      savedAt: this.#savedAt,
      /** How many code points of the content the server has acknowledged. */
      length: this.#length,
    };
  }

  /** Whether anything here is not known to be on the server. */
  get unsaved() {
    return this.#news || this.#ground.sent !== null || this.#refused !== null;
  }

  /** Whether it will not go on by itself. */
  get idle() {
    return this.#running === null && (this.#held || (this.#ground.sent === null && !this.#pace.waiting));
  }

  /** Whether somebody has it before them. */
  get attached() {
    return this.#attached;
  }

  /** The text stands on this sheet from now on, and is saved as it changes. */
  attach(sheet) {
    sheet.show(this.text);
    this.#sheet = sheet;
    this.#attached = true;
    this.#held = false;
    if (this.#news) {
      this.touch();
    }
  }

  /** Another text takes its place on the sheet; this one is saved all the same. */
  detach() {
    this.#sheet = still(this.text);
    this.#attached = false;
    this.#copy.renew();
    this.#urgent = true;
    this.#wake();
  }

  /** The sheet was written on. */
  touch() {
    this.#news = true;
    this.changedAt = this.#tools.clock.now();
    this.#pace.touched();
    this.#copy.renewSoon();
    this.#changed();
  }

  /** The sheet may be disturbed again. */
  settle() {
    const mine = this.text;
    const { ground, text } = settled(this.#ground, mine);
    if (same(text, mine) || this.#sheet.write(text)) {
      this.#ground = ground;
    }
  }

  /**
   * Saves what is on the sheet now; what is typed from now on takes its time.
   *
   * @param {boolean} explicit whether a person asked for it; then also when nothing has changed
   * @returns {Promise<void>} when it is on the server
   * @throws {Refusal|NoAnswer|Unproven} it is not, and the text is as it was
   */
  save(explicit = false) {
    this.#held = false;
    this.#explicit ||= explicit;
    this.#refused = null;
    this.#urgent = true;
    const saved = new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
    this.#wake();
    return saved;
  }

  /** It was left by an earlier page: looks whether the server has got it after all, and sends nothing. */
  recall() {
    this.#held = true;
    this.hear(Number.POSITIVE_INFINITY);
    this.#changed();
  }

  /** Saves what can be saved while the page goes away. */
  flush() {
    if (this.unsaved && !this.#held) {
      this.#copy.renew();
      this.#leaving = true;
      this.#urgent = this.#trouble?.kind !== 'signed-out';
      this.#wake();
      this.#leaving = false;
    }
  }

  /** There is hope again: the network or the login is back. */
  retry() {
    this.#pace.succeeded();
    if (this.#trouble?.kind === 'signed-out') {
      this.#trouble = null;
    }
    this.#wake();
  }

  /**
   * Takes the draft off the desk. It is told that it has gone, which here is no news.
   *
   * @param {() => Promise<object>} request
   */
  async takeOff(request) {
    this.#deaf = true;
    try {
      return await request();
    } catch (error) {
      this.#deaf = false;
      this.hear(Number.POSITIVE_INFINITY);
      throw error;
    }
  }

  /** Somebody has changed the draft; Infinity when nobody knows how far. */
  hear(version) {
    if (!this.#deaf) {
      this.#heard = Math.max(this.#heard, version);
      this.#wake();
    }
  }

  stop() {
    this.#pace.stop();
    this.#copy.stop();
  }

  #wake() {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      this.#rest();
    });
  }

  async #run() {
    for (let step = this.#next(); step; step = this.#next()) {
      try {
        await step();
        this.#trouble = this.#refused && this.#trouble;
        this.#pace.succeeded();
      } catch (error) {
        this.#stumble(error);
      }
      this.#changed();
    }
  }

  /** Nothing is under way: whoever waits is told, and the next save is planned. */
  #rest() {
    if (this.#next()) {
      this.#wake();
      return;
    }
    this.#urgent = false;
    this.#waiting.splice(0).forEach(({ resolve }) => resolve());
    this.#copy.renew();
    if (this.#trouble?.kind !== 'signed-out' && !this.#held) {
      this.#pace.plan(this.#ground.sent !== null);
    }
  }

  /** What is to be done now, or null. */
  #next() {
    if (this.#held) {
      return this.#behind() ? () => this.#look() : null;
    }
    if (!this.#urgent && (this.#pace.resting || this.#trouble?.kind === 'signed-out')) {
      return null;
    }
    if (this.#ground.sent) {
      return () => this.#deliver();
    }
    if (this.#explicit || ((this.#urgent || this.#pace.due) && this.#hasNews(this.text))) {
      return () => this.#saveAnew();
    }
    return this.#behind() ? () => this.#look() : null;
  }

  /** A blank sheet is no text, and what was refused is not sent again as it is. */
  #hasNews(text) {
    const { sequence, base } = this.#ground;
    return (sequence === null ? !isBlank(text) : !same(text, base.text)) && !(this.#refused && same(text, this.#refused));
  }

  #behind() {
    return this.sequence !== null && this.#heard > Math.max(this.#seen, this.version);
  }

  async #saveAnew() {
    const sent = nextSave(this.#ground, this.text, this.#explicit);
    this.#ground = { ...this.#ground, sent };
    this.#urgent = false;
    this.#explicit = false;
    this.#refused = null;
    this.#news = false;
    this.#pace.taken();
    this.#changed();
    const leaving = this.#leaving;
    const kept = this.#copy.renew();
    if (!leaving) {
      await Promise.race([kept, new Promise((resolve) => this.#tools.clock.after(PATIENCE_WITH_DEVICE_MS, resolve))]);
    }
    await this.#deliver(leaving);
  }

  async #deliver(leaving = this.#leaving) {
    const came = await deliver(this.#ground, this.#tools, leaving);
    const { sent, sequence: before } = this.#ground;
    this.#ground = grown(this.#ground, came);
    this.#savedAt = this.#tools.clock.now();
    this.#length = codePoints(came.state.text.content);
    if (sent.explicit && same(this.text, sent.mine)) {
      // Pressed twice, saved once.
      this.#explicit = false;
    }
    const { sequence, state, total, merge } = came;
    if (sequence !== before) {
      this.#left ??= before;
      // What was told was told of another draft.
      this.#heard = 0;
      this.#seen = 0;
    }
    this.settle();
    this.#tell('saved', { sequence, version: state.version, total, merge, left: this.#left });
    this.#left = null;
  }

  /** Looks at what somebody else has made of the draft. It matters less than a save, so it fails in silence. */
  async #look() {
    this.#heard = 0;
    try {
      const state = await read(path(this.sequence), this.#tools);
      this.#seen = state.version;
      this.#ground = met(this.#ground, state);
      this.settle();
    } catch (error) {
      const kind = troubleOf(error);
      if (kind === 'gone') {
        this.#tell('gone', { error });
      } else if (['signed-out', 'fault'].includes(kind)) {
        throw error;
      }
    }
  }

  #stumble(error) {
    const kind = troubleOf(error);
    const { sent, sequence } = this.#ground;
    if (kind === 'gone' && sequence !== null) {
      this.#left = sequence;
      this.#ground = NEW;
      this.#explicit ||= sent.explicit;
      this.#urgent = true;
      return;
    }
    if (kind === 'gone' || kind === 'refused') {
      this.#refused = sent.mine;
      this.#ground = { ...this.#ground, sent: null };
    } else {
      this.#pace.failed(askedToWait(error));
    }
    if (kind === 'fault') {
      queueMicrotask(() => {
        throw error;
      });
    }
    this.#trouble = { kind, error };
    this.#urgent = false;
    this.#explicit = false;
    this.#waiting.splice(0).forEach(({ reject }) => reject(error));
  }

  #entry() {
    const text = this.text;
    if (this.#refused && !same(text, this.#refused)) {
      this.#refused = null;
      this.#trouble = null;
    }
    this.#news = this.#hasNews(text);
    if (!this.#news) {
      this.#pace.taken();
    }
    return { id: this.id, ground: this.#ground, text: this.unsaved ? text : null, changedAt: this.changedAt };
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}

/** A text that nobody looks at. */
function still(text) {
  return {
    read: () => text,
    write(other) {
      text = other;
      return true;
    },
  };
}
