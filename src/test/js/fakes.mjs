/** Stand-ins for what the desk's modules are handed: the server as wire.md has it, a device, tabs and time. */

import { NoAnswer, Refusal } from '../../main/resources/static/desk/api.js';
import { Outbox } from '../../main/resources/static/desk/outbox.js';
import { Tabs } from '../../main/resources/static/desk/tabs.js';
import { merge } from '../../main/resources/static/desk/merge.js';
import { digest as digestBy } from '../../main/resources/static/desk/sha256.js';

/** Without the browser's own, which answers in its own time. */
const digest = (content) => digestBy(content, null);

/** Lets everything happen that needs no time. */
export async function settled() {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export class FakeClock {
  #now = 1_000_000;
  #alarms = [];

  now = () => this.#now;

  after = (milliseconds, act) => {
    const alarm = { at: this.#now + milliseconds, act };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  };

  /** Lets time pass, alarm by alarm. */
  async pass(milliseconds) {
    const end = this.#now + milliseconds;
    await settled();
    for (;;) {
      const [next] = this.#alarms.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (!next) {
        break;
      }
      this.#alarms = this.#alarms.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
      await settled();
    }
    this.#now = end;
  }
}

/** A browser's storage; it outlives pages. */
export class FakeDevice {
  entries = new Map();
  /** @type {string|null} the name of the error that every write meets */
  fault = null;

  async put(entries) {
    this.#check();
    entries.forEach(([key, value]) => this.entries.set(key.join('/'), structuredClone(value)));
  }

  async remove(keys) {
    this.#check();
    keys.forEach((key) => this.entries.delete(key.join('/')));
  }

  async all(account) {
    return [...this.entries].filter(([key]) => key.startsWith(`${account}/`)).map(([, value]) => structuredClone(value));
  }

  #check() {
    if (this.fault) {
      throw Object.assign(new Error(this.fault), { name: this.fault });
    }
  }
}

/** The channel of one browser, to which every tab holds an end. */
export class FakeChannel {
  #ends = new Set();
  #carry;

  /** @param {(act: () => void) => void} carry delivers in its time */
  constructor(carry = setImmediate) {
    this.#carry = carry;
  }

  end() {
    const end = new EventTarget();
    end.postMessage = (data) => {
      const copy = structuredClone(data);
      for (const other of this.#ends) {
        if (other !== end) {
          this.#carry(() => this.#ends.has(other) && other.dispatchEvent(Object.assign(new Event('message'), { data: copy })));
        }
      }
    };
    end.close = () => this.#ends.delete(end);
    this.#ends.add(end);
    return end;
  }
}

/** Drafts of one account, with `send` as api.js has it. */
export class FakeServer {
  /** @type {Map<number, {versions: object[], gone: string|null}>} */
  drafts = new Map();
  /** What was asked, in its order. */
  log = [];
  /** Called before each request; it may wait, or throw instead of an answer. */
  before = async () => {};
  /** Called after it was carried out; throws to lose the answer, or changes it. */
  after = async () => {};
  #remembered = new Map();

  send = async (method, path, options = {}) => {
    const asked = { method, path, body: options.body, key: options.headers?.['Idempotency-Key'], leaving: options.leaving };
    this.log.push(asked);
    await this.before(asked);
    const answer = await this.#answer(asked);
    await this.after(asked, answer);
    return answer;
  };

  /** The newest state of a draft. */
  newest(sequence) {
    return this.drafts.get(sequence).versions.at(-1);
  }

  /** Saves as another device does. */
  write(sequence, text) {
    const { versions } = this.drafts.get(sequence);
    versions.push({ ...versions.at(-1), ...text, version: versions.length + 1 });
  }

  saves() {
    return this.log.filter(({ method }) => method !== 'GET');
  }

  async #answer({ method, path, body, key }) {
    if (method === 'POST') {
      return this.#create(body, key);
    }
    const [, , , sequence, , version] = path.split('/').map(Number);
    const draft = this.drafts.get(sequence);
    if (!draft || draft.gone) {
      throw refusal(draft ? 410 : 404, { type: `/problems/${draft?.gone ?? 'not-here'}` });
    }
    if (version) {
      return ok(200, { version: draft.versions[version - 1] });
    }
    if (method === 'GET') {
      return ok(200, { draft: { sequence, savedAt: '2026-01-01T00:00:00Z', ...draft.versions.at(-1) } });
    }
    return this.#patch(sequence, draft.versions, body);
  }

  async #create({ explicit, ...text }, key) {
    if (text.title === '' && text.content === '') {
      throw refusal(422, { errors: [{ pointer: '/content', detail: 'empty' }] });
    }
    const before = this.#remembered.get(key);
    if (before) {
      if (before.text !== JSON.stringify(text)) {
        throw refusal(422, { type: '/problems/idempotency-key-reused' });
      }
      return before.answer;
    }
    const sequence = this.#add(text);
    const answer = ok(201, { draft: { sequence }, total: this.drafts.size }, await this.#receipt(sequence));
    this.#remembered.set(key, { text: JSON.stringify(text), answer });
    return answer;
  }

  async #patch(sequence, versions, { baseVersion, explicit, ...sent }) {
    const stored = versions.at(-1);
    if (baseVersion > stored.version) {
      throw refusal(422, { errors: [{ pointer: '/baseVersion', detail: 'not yet' }] });
    }
    const base = versions[baseVersion - 1];
    const whole = { ...base, ...sent };
    const text = baseVersion === stored.version ? whole : merged(base, stored, whole);
    if (!text) {
      // The same text twice, because an answer was lost, is one draft.
      const fork = this.#like(whole) ?? this.#add(whole);
      const { 'Chogo-Digest': forked } = await this.#receipt(fork);
      const headers = { ...(await this.#receipt(sequence)), 'Chogo-Digest': forked, 'Chogo-Merge': 'forked' };
      return ok(200, { draft: { sequence }, fork: { sequence: fork }, total: this.drafts.size }, headers);
    }
    if (['title', 'content', 'format'].some((member) => text[member] !== stored[member])) {
      versions.push({ ...text, version: stored.version + 1 });
    }
    const merge = baseVersion === stored.version ? {} : { 'Chogo-Merge': 'merged' };
    return ok(200, { draft: { sequence }, total: this.drafts.size }, { ...(await this.#receipt(sequence)), ...merge });
  }

  #like({ title, content }) {
    return [...this.drafts.keys()].find((sequence) => {
      const newest = this.newest(sequence);
      return newest.title === title && newest.content === content;
    });
  }

  #add({ title, content, format }) {
    const sequence = this.drafts.size + 1;
    this.drafts.set(sequence, { versions: [{ title, content, format, version: 1 }], gone: null });
    return sequence;
  }

  async #receipt(sequence) {
    const { version, content } = this.newest(sequence);
    return { 'Chogo-Version': `${version}`, 'Chogo-Digest': await digest(content) };
  }
}

function merged(base, stored, sent) {
  const title = merge(base.title, stored.title, sent.title);
  const content = merge(base.content, stored.content, sent.content);
  const format = sent.format === base.format ? stored.format : sent.format;
  return title === null || content === null ? null : { title, content, format };
}

function ok(status, body, headers = {}) {
  return { status, headers: new Headers(headers), body: { success: true, ...body } };
}

export function refusal(status, problem = {}, headers = {}) {
  return new Refusal({ status, headers: new Headers(headers), body: { success: false, status, ...problem } });
}

export const silence = () => new NoAnswer(undefined, new Error('the network is gone'));

/** One browser: what its tabs share. */
export class FakeBrowser {
  clock = new FakeClock();
  device = new FakeDevice();
  #channels = new Map();

  constructor(server) {
    this.server = server;
  }

  /** The channel of an account, as the desk names it. */
  channels = (account) => {
    this.#channels.set(account, this.#channels.get(account) ?? new FakeChannel());
    return this.#channels.get(account);
  };

  tab(account = 'kim') {
    return new FakeTab(this, account);
  }
}

/** A tab with the desk in it, and somebody who writes on its sheet. */
export class FakeTab {
  constructor({ clock, device, channels, server }, account) {
    this.#end = channels(account).end();
    this.clock = clock;
    this.outbox = new Outbox({
      account,
      device: {
        put: (...given) => (this.#alive ? device.put(...given) : never()),
        remove: (...given) => (this.#alive ? device.remove(...given) : never()),
        all: (...given) => device.all(...given),
      },
      tabs: new Tabs(this.#end),
      send: (...asked) => (this.#alive ? server.send(...asked) : never()),
      digest,
      clock: { now: clock.now, after: (wait, act) => clock.after(wait, () => this.#alive && act()) },
    });
    this.saved = [];
    this.outbox.addEventListener('saved', ({ detail }) => this.saved.push(detail));
  }

  #end;
  #alive = true;
  /** Whether the input method has a syllable in the works. */
  composing = false;
  text = null;

  sheet = {
    read: () => this.text,
    write: (text) => {
      if (!this.composing) {
        this.sheet.show(text);
      }
      return !this.composing;
    },
    // As a form's fields do.
    show: (text) => {
      this.text = { ...text, content: text.content.replaceAll('\r\n', '\n') };
    },
  };

  async begin() {
    this.#take(this.outbox.begin());
  }

  async open(sequence) {
    const opening = this.outbox.open(sequence);
    await this.clock.pass(300);
    this.#take(await opening);
  }

  #take(saver) {
    this.saver = saver;
    saver.attach(this.sheet);
  }

  /** Goes on with what was left here. */
  take(saver) {
    this.#take(saver);
  }

  /** Writes the content anew, or a part of the text. */
  type(change) {
    this.text = { ...this.text, ...(typeof change === 'string' ? { content: change } : change) };
    this.saver.touch();
  }

  /** The process is killed: nothing is written, sent or heard any more. */
  kill() {
    this.#alive = false;
    this.#end.close();
  }

  get state() {
    return this.saver.state;
  }
}

function never() {
  return new Promise(() => {});
}
