/** Publishing, in a dialog: nothing can be typed while the text leaves the desk. */

import { askingToSignIn, newKey, send } from './api.js';
import { closable, say, words } from './forms.js';
import { path } from './saves.js';
import { text } from './texts.js';
import { same } from './writing.js';

const part = (id) => document.getElementById(id);
const dialog = part('publishing');

/**
 * Fires `published` {title, post, total} when it is, and `stopped` {error} when it was not: without an error because
 * the save before it brought in what somebody else wrote, which nobody here has read yet.
 */
export class Publishing extends EventTarget {
  #saver = null;
  #title = '';
  /** What was sent and not yet answered: sent again it is the same publication. */
  #sent = null;

  constructor() {
    super();
    closable(dialog);
    dialog.addEventListener('cancel', (event) => {
      if (this.#busy) {
        event.preventDefault();
      }
    });
    part('publish-now').addEventListener('click', () => this.#publishNow());
  }

  /** @param {import('./saver.js').Saver} saver the text on the screen */
  ask(saver) {
    this.#saver = saver;
    this.#title = saver.text.title || text('untitled');
    show(text('publishQuestion', this.#title), false);
    say(dialog, null);
    dialog.showModal();
  }

  /** It is published whether or not its address can be read. */
  async showPublished({ blog, post }) {
    const link = part('published-link');
    link.href = blog;
    show(text('published', this.#title), true);
    link.focus();
    const { body } = await send('GET', `/api/posts/${post}`);
    link.href = body.post.url;
  }

  async #publishNow() {
    this.#busy = true;
    say(dialog, null);
    part('publishing-text').textContent = text('publishing');
    try {
      const body = await this.#publish();
      if (body) {
        this.#tell('published', { saver: this.#saver, post: body.post.sequence, total: body.total });
      } else {
        this.#stop(null);
      }
    } catch (error) {
      this.#refused(error);
    } finally {
      this.#busy = false;
    }
  }

  /** @returns {Promise<object|null>} the answer; null when what is on the screen now nobody has read */
  async #publish() {
    const saver = this.#saver;
    const { text: read, sequence: before } = saver;
    await askingToSignIn(() => saver.save(before === null));
    if (!same(saver.text, read) || (before !== null && saver.sequence !== before)) {
      return null;
    }
    const { sequence, version } = saver;
    if (this.#sent?.sequence !== sequence || this.#sent.version !== version) {
      this.#sent = { sequence, version, key: newKey() };
    }
    const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': this.#sent.key };
    const publication = `${path(sequence)}/publication`;
    const { body } = await saver.takeOff(() => send('POST', publication, { body: {}, headers }));
    this.#sent = null;
    return body;
  }

  #refused(error) {
    if (error.status === 412) {
      this.#stop(null);
    } else if (error.errors?.length > 0) {
      this.#stop(error);
    } else {
      show(text('publishStopped'), false);
      say(dialog, words(error));
    }
  }

  #stop(error) {
    dialog.close();
    this.#tell('stopped', { error });
  }

  get #busy() {
    return part('publishing-before').inert;
  }

  set #busy(busy) {
    part('publishing-before').inert = busy;
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}

function show(message, done) {
  part('publishing-text').textContent = message;
  part('publishing-before').hidden = done;
  part('publishing-after').hidden = !done;
}
