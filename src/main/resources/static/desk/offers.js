/** Texts that an earlier page has left on this device, and what becomes of them. */

import { ask } from './forms.js';
import { Notice } from './notices.js';
import { count, text, when } from './texts.js';
import { codePoints } from './writing.js';

export class Offers {
  #notice = new Notice(document.getElementById('notices'));
  #goOn;
  /** Those that were told of, so that a notice that was closed comes back only with others. */
  #told = '';

  /** @param {(saver: import('./saver.js').Saver) => void} goOn lays one out */
  constructor(goOn) {
    this.#goOn = goOn;
  }

  /** @param {import('./outbox.js').Outbox} outbox */
  show(outbox) {
    const { offers } = outbox;
    const ids = offers.map(({ id }) => id).join(' ');
    if (ids === this.#told) {
      return;
    }
    this.#told = ids;
    if (offers.length === 0) {
      this.#notice.clear();
    } else {
      this.#say(outbox, offers[0], offers.length - 1);
    }
  }

  #say(outbox, saver, others) {
    const { title, content } = saver.text;
    const name = title || text('untitled');
    this.#notice.say(text('offer', name, when(saver.changedAt), count(codePoints(content)), others), [
      { text: text('goOn'), act: () => this.#goOn(saver) },
      { text: text('throwAway'), danger: true, act: () => this.#throwAway(outbox, saver, name) },
    ]);
  }

  async #throwAway(outbox, saver, name) {
    const choice = await ask(text('throwAwayQuestion', name), [{ value: 'delete', text: text('throwAway'), danger: true }]);
    if (choice === 'delete') {
      outbox.release(saver);
      this.show(outbox);
    }
  }
}
