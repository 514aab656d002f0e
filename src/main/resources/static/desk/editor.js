/** The sheet a text stands on: the form's fields, which a person and now and then another device write into. */

import { moveCaret } from './merge.js';

/** A syllable is often followed at once by the next; the fields are free when none was begun for so long. */
const AFTER_SYLLABLE_MS = 100;

/** Fires `input` when a person has written, and `free` when the fields may be written into again. */
export class Editor extends EventTarget {
  #form;
  #composing = false;
  #timer;

  /** @param {HTMLFormElement} form with the fields title, content and format */
  constructor(form) {
    super();
    this.#form = form;
    form.addEventListener('input', () => this.dispatchEvent(new Event('input')));
    form.addEventListener('compositionstart', () => {
      clearTimeout(this.#timer);
      this.#composing = true;
    });
    form.addEventListener('compositionend', () => {
      this.#timer = setTimeout(() => this.#free(), AFTER_SYLLABLE_MS);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      form.elements.content.focus();
    });
  }

  get title() {
    return this.#form.elements.title.value;
  }

  read() {
    const { title, content, format } = this.#form.elements;
    return { title: title.value, content: content.value, format: format.value };
  }

  /** Lays out another text, from its beginning. */
  show(text) {
    const fields = this.#form.elements;
    fields.title.value = text.title;
    fields.content.value = text.content;
    fields.format.value = text.format;
    fields.content.scrollTop = 0;
    fields.content.setSelectionRange(0, 0);
  }

  /** Changes the text under the hands of whoever writes: the caret stays between the same words. */
  write(text) {
    if (this.#composing) {
      return false;
    }
    const fields = this.#form.elements;
    rewrite(fields.title, text.title);
    rewrite(fields.content, text.content);
    fields.format.value = text.format;
    return true;
  }

  #free() {
    this.#composing = false;
    this.dispatchEvent(new Event('free'));
  }
}

function rewrite(field, text) {
  if (field.value === text) {
    return;
  }
  const { selectionStart, selectionEnd, selectionDirection } = field;
  const before = field.value;
  field.value = text;
  field.setSelectionRange(moveCaret(before, text, selectionStart), moveCaret(before, text, selectionEnd), selectionDirection);
}
