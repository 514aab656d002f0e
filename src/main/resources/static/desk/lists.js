/** The drawers: drafts and posts, a page at a time. */

import { nextPage, send } from './api.js';
import { closable, say, words } from './forms.js';
import { count, text, when } from './texts.js';

/** A list of the author's in a dialog; read anew each time it is opened. */
export class Drawer {
  #dialog;
  #path;
  #member;
  #fill;
  #next = null;

  /**
   * @param {HTMLDialogElement} dialog
   * @param {object} list
   * @param {string} list.path where it is read
   * @param {string} list.member the member of the answer that holds the rows
   * @param {HTMLTemplateElement} list.row
   * @param {(row: Element, item: object) => void} list.fill wires one row
   */
  constructor(dialog, { path, member, row, fill }) {
    this.#dialog = dialog;
    this.#path = path;
    this.#member = member;
    this.#fill = (item) => {
      const element = row.content.firstElementChild.cloneNode(true);
      fill(element, item);
      return element;
    };
    closable(dialog);
    this.#part('[data-more]').addEventListener('click', () => this.#read(this.#next));
  }

  async open() {
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    await this.reload();
  }

  async reload() {
    this.#part('.rows').replaceChildren();
    await this.#read(this.#path);
  }

  close() {
    this.#dialog.close();
  }

  say(message) {
    say(this.#dialog, message);
  }

  set total(total) {
    this.#part('[data-total]').textContent = count(total);
  }

  /** Takes one row out and keeps the keyboard's place in the list. */
  remove(row) {
    const neighbour = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (neighbour?.querySelector('.row-open') ?? this.#part('[data-close]')).focus();
    this.#showWhatIsLeft();
  }

  async #read(page) {
    this.say(null);
    this.#dialog.setAttribute('aria-busy', 'true');
    try {
      const { headers, body } = await send('GET', page);
      this.#next = nextPage(headers);
      this.total = body.total;
      this.#part('.rows').append(...body[this.#member].map(this.#fill));
      this.#showWhatIsLeft();
    } catch (error) {
      this.say(words(error));
    } finally {
      this.#dialog.removeAttribute('aria-busy');
    }
  }

  #showWhatIsLeft() {
    this.#part('[data-more]').hidden = this.#next === null;
    this.#part('[data-empty]').hidden = this.#next !== null || this.#part('.rows').childElementCount > 0;
  }

  #part(selector) {
    return this.#dialog.querySelector(selector);
  }
}

/** Writes what every row shows: title, first words and time. */
export function fillRow(row, { title, excerpt }, time) {
  row.querySelector('.row-title').textContent = title || text('untitled');
  row.querySelector('.row-excerpt').textContent = excerpt;
  const element = row.querySelector('time');
  element.dateTime = time;
  element.textContent = when(time);
}
