/** Says where the text is: in the bar always, in a notice when something is to be done about it. */

import { askedToSignIn } from './api.js';
import { clearFields, showAtFields } from './forms.js';
import { Notice } from './notices.js';
import { count, text, when } from './texts.js';
import { troubleOf } from './troubles.js';

const part = (id) => document.getElementById(id);

export class StateLine {
  #form = part('editor');
  #notice = new Notice(part('notices'));
  /** The trouble that was told last; it is not told again at every key. */
  #told = null;

  show({ state }, title) {
    const { trouble, unsaved, copy } = state;
    const [name, words] = line(state);
    part('state').dataset.state = name;
    part('state').toggleAttribute('data-trouble', unsaved && (trouble !== null || !['none', 'kept'].includes(copy)));
    write(part('state-text'), words);
    document.title = `${trouble ? '● ' : ''}${title || text('stateNew')} — ${text('chogo')}`;
    if (trouble?.kind !== this.#told) {
      this.#told = trouble?.kind ?? null;
      this.speak(words);
      if (trouble) {
        this.tell(trouble.error, false);
      } else {
        this.#clear();
      }
    }
  }

  /**
   * Tells why the text could not be saved.
   *
   * @param {boolean} pressed whether a person waits for it
   */
  tell(error, pressed) {
    const kind = troubleOf(error);
    if (kind === 'signed-out') {
      this.askToSignIn();
      return;
    }
    // A fault of ours has no words but those in the bar, and is in the browser's log.
    const left = kind === 'fault' ? null : showAtFields(this.#form, error, pressed);
    if (left && (pressed || kind === 'refused')) {
      this.#notice.say(left);
    }
  }

  /** Not the dialog itself: it would catch what is being typed. */
  askToSignIn() {
    this.#notice.say(text('signedOut'), [{ text: text('signIn'), act: askedToSignIn }]);
  }

  /** Said aloud to who cannot see the bar, and only what they should hear: the bar changes every few seconds. */
  speak(words) {
    part('spoken').textContent = words;
  }

  /** The person is back, wherever they signed in. */
  signedIn() {
    if (this.#told === null || this.#told === 'signed-out') {
      this.#clear();
    }
  }

  #clear() {
    clearFields(this.#form);
    this.#notice.clear();
  }
}

/** @returns {[name: string, words: string]} */
function line({ unsaved, saving, copy, trouble, savedAt, length, sequence }) {
  if (!unsaved) {
    return sequence === null ? ['new', text('stateNew')] : ['saved', text('stateSaved', savedAt && when(savedAt))];
  }
  const where = [
    trouble ? text(`trouble-${trouble.kind}`) : null,
    text(`copy-${copy}`),
    sequence === null ? text('nothingOnServer') : text('onServer', count(length)),
  ];
  return [saving && !trouble ? 'saving' : 'unsaved', where.filter(Boolean).join(' · ')];
}

/** Written only when it differs, or the selection in it would be lost. */
function write(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}
