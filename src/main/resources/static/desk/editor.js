/** The text on the screen, and whether the server has it. */

import { NoAnswer, newKey, send } from './api.js';

const MERGE_PATCH = 'application/merge-patch+json';
const EMPTY = { title: '', content: '', format: 'markdown' };

/**
 * Fires `change` when what is known about the text has changed, and `total` with the author's number of drafts.
 * Writes into the form only when a text is opened or put away, never because of a save's answer.
 */
export class Editor extends EventTarget {
  #fields;
  #saved = EMPTY;
  #draft = null;
  /** The save that was sent and not yet answered. Until it is, nothing newer is sent: it may have arrived. */
  #unanswered = null;
  #saving = null;
  #again = false;
  #publication = null;

  /** @param {HTMLFormElement} form with the fields title, content and format */
  constructor(form) {
    super();
    this.#fields = form.elements;
    form.addEventListener('input', () => this.#changed());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#fields.content.focus();
    });
  }

  /** The open draft's number, or null for a text the server has not seen. */
  get sequence() {
    return this.#draft?.sequence ?? null;
  }

  get savedAt() {
    return this.#draft?.savedAt ?? null;
  }

  get saving() {
    return this.#saving !== null;
  }

  get text() {
    const { title, content, format } = this.#fields;
    return { title: title.value, content: content.value, format: format.value };
  }

  get unsaved() {
    return this.#unanswered !== null || different(this.text, this.#saved).length > 0;
  }

  /** A fresh sheet. */
  async clear() {
    await this.#settled();
    this.#show(EMPTY, null);
  }

  async open(sequence) {
    const { body } = await send('GET', `/api/drafts/${sequence}`);
    await this.#settled();
    this.#show(body.draft, body.draft);
  }

  /** The open draft as the server has it, without touching the screen. */
  async theirs() {
    const { body } = await send('GET', `/api/drafts/${this.sequence}`);
    return body.draft;
  }

  /**
   * Saves what is on the screen, and what is typed and saved again meanwhile. Pressing twice saves once.
   *
   * @returns {Promise<{moved: boolean}>} moved: the draft was gone and the text became a new one
   * @throws {Refusal|NoAnswer} the text is as unsaved as before
   */
  save() {
    this.#again = true;
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = null;
      this.#changed();
    });
    this.#changed();
    return this.#saving;
  }

  /** Saves the text as a draft of its own and leaves the one it came from as it is. */
  async saveAsNew() {
    await this.#settled();
    this.#draft = null;
    this.#unanswered = null;
    return this.save();
  }

  /** Saves the text over a state of the draft that the person has seen, and over no other. */
  async saveOver(theirs) {
    await this.#settled();
    this.#draft = { ...this.#draft, version: theirs.version };
    this.#unanswered = null;
    this.#saved = { title: theirs.title, content: theirs.content, format: theirs.format };
    return this.save();
  }

  /** The draft is no longer on the desk: a text with changes stays, as one the server has not seen. */
  async forget() {
    await this.#settled();
    if (this.unsaved) {
      this.#draft = null;
      this.#unanswered = null;
      this.#saved = EMPTY;
      this.#changed();
    } else {
      this.#show(EMPTY, null);
    }
  }

  /**
   * Publishes the text on the screen, last keystroke included.
   *
   * @returns {Promise<{sequence: number, total: number}|null>} the post; null when the draft was gone,
   *   since then its post may be there already
   */
  async publish() {
    if (this.unsaved || !this.#draft) {
      const { moved } = await this.save();
      if (moved) {
        return null;
      }
    }
    const { sequence, version } = this.#draft;
    if (this.#publication?.sequence !== sequence || this.#publication.version !== version) {
      this.#publication = { sequence, version, key: newKey() };
    }
    const { body } = await send('POST', `/api/drafts/${sequence}/publication`, {
      body: {},
      headers: { 'If-Match': quoted(version), 'Idempotency-Key': this.#publication.key },
    });
    this.#publication = null;
    await this.forget();
    return { sequence: body.post.sequence, total: body.total };
  }

  /** A save under way belongs to the text it was pressed for: another text waits until its answer is in. */
  async #settled() {
    await this.#saving?.catch(() => {});
  }

  async #saveAll() {
    let moved = false;
    let sent = false;
    while (this.#again) {
      this.#again = false;
      if (this.#unanswered) {
        moved = (await this.#deliver()) || moved;
        sent = true;
      }
      if (!sent || different(this.text, this.#saved).length > 0) {
        this.#unanswered = this.#nextSave();
        moved = (await this.#deliver()) || moved;
        sent = true;
      }
    }
    return { moved };
  }

  /** The request that saves the screen as it is now: a new draft, or what has changed in the open one. */
  #nextSave() {
    const text = this.text;
    if (!this.#draft) {
      return {
        text,
        method: 'POST',
        path: '/api/drafts',
        options: { body: { ...text, explicit: true }, headers: { 'Idempotency-Key': newKey() } },
      };
    }
    const changes = Object.fromEntries(different(text, this.#saved).map((member) => [member, text[member]]));
    return {
      text,
      method: 'PATCH',
      path: `/api/drafts/${this.sequence}`,
      options: {
        body: { ...changes, explicit: true },
        type: MERGE_PATCH,
        headers: { 'If-Match': quoted(this.#draft.version) },
      },
    };
  }

  async #deliver() {
    const { text, method, path, options } = this.#unanswered;
    try {
      const { body, headers } = await send(method, path, options);
      this.#unanswered = null;
      this.#saved = text;
      this.#draft = { sequence: body.draft.sequence, version: headers.get('Chogo-Version'), savedAt: new Date() };
      this.#changed();
      this.dispatchEvent(new CustomEvent('total', { detail: body.total }));
      return false;
    } catch (error) {
      // 409: the first of two equal saves is still under way. 503: stored perhaps, but not for certain.
      if (error instanceof NoAnswer || error.status === 409 || error.status === 503) {
        throw error;
      }
      this.#unanswered = null;
      if (method === 'PATCH' && (error.status === 404 || error.status === 410)) {
        this.#draft = null;
        this.#unanswered = this.#nextSave();
        await this.#deliver();
        return true;
      }
      throw error;
    }
  }

  #show({ title, content, format }, draft) {
    const fields = this.#fields;
    fields.title.value = title;
    fields.content.value = content;
    fields.format.value = format;
    // As the fields hold it: they turn CRLF into LF, and that is no change of the person's.
    this.#saved = this.text;
    this.#draft = draft && { sequence: draft.sequence, version: draft.version, savedAt: new Date(draft.savedAt) };
    this.#unanswered = null;
    fields.content.scrollTop = 0;
    fields.content.setSelectionRange(0, 0);
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

function different(one, other) {
  return Object.keys(one).filter((member) => one[member] !== other[member]);
}

function quoted(version) {
  return `"${version}"`;
}
