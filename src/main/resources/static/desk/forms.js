/** Forms and questions: a refusal is shown at the field it points at, and a choice is awaited. */

import { NoAnswer, Refusal } from './api.js';
import { Unproven } from './saves.js';
import { faultText, refusalText, text } from './texts.js';

/** What an error says to a person. */
export function words(error) {
  if (error instanceof NoAnswer) {
    return error.status ? text('foreignAnswer', error.status) : text('noAnswer');
  }
  if (error instanceof Refusal) {
    return refusalText(error);
  }
  if (error instanceof Unproven) {
    return text('unproven');
  }
  throw error;
}

/**
 * Writes a refusal's details under the fields they point at.
 *
 * @param {boolean} [focus] whether the first of them is to have the focus
 * @returns {string|null} what is left to say elsewhere, or null
 */
export function showAtFields(root, error, focus = true) {
  clearFields(root);
  let first = null;
  let left = !(error instanceof Refusal) || error.errors.length === 0;
  for (const fault of error.errors ?? []) {
    const field = fault.pointer && root.querySelector(`[name="${CSS.escape(fault.pointer.split('/')[1] ?? '')}"]`);
    if (!field || !field.checkVisibility()) {
      left = true;
      continue;
    }
    const line = document.createElement('span');
    line.className = 'refusal at-field';
    line.id = `refused-${field.form.id}-${field.name}`;
    line.textContent = faultText(error, fault, field.value);
    field.after(line);
    field.setAttribute('aria-invalid', 'true');
    field.dataset.describedby ??= field.getAttribute('aria-describedby') ?? '';
    field.setAttribute('aria-describedby', `${line.id} ${field.dataset.describedby}`.trim());
    field.addEventListener('input', () => clearField(field), { once: true });
    first ??= field;
  }
  if (focus) {
    first?.focus();
  }
  return left ? words(error) : null;
}

export function clearFields(root) {
  root.querySelectorAll('[aria-invalid]').forEach(clearField);
}

/** What was refused is no longer what stands there. */
function clearField(field) {
  document.getElementById(`refused-${field.form.id}-${field.name}`)?.remove();
  field.removeAttribute('aria-invalid');
  if (field.dataset.describedby) {
    field.setAttribute('aria-describedby', field.dataset.describedby);
  } else {
    field.removeAttribute('aria-describedby');
  }
}

/** Shows words where `root` has its place for them; null hides the place. */
export function say(root, message) {
  const place = root.querySelector('[data-refusal]');
  place.textContent = message ?? '';
  place.hidden = !message;
}

/**
 * Runs `action` with the form's fields when it is submitted, once at a time, and shows its refusal.
 *
 * @param {(fields: Record<string, string>) => Promise<void>} action
 */
export function onSubmit(form, action) {
  let busy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    busy = true;
    form.setAttribute('aria-busy', 'true');
    clearFields(form);
    say(form, null);
    try {
      await action(Object.fromEntries(new FormData(form)));
    } catch (error) {
      say(form, showAtFields(form, error));
    } finally {
      busy = false;
      form.removeAttribute('aria-busy');
    }
  });
}

/** Makes a dialog's own close buttons close it. */
export function closable(dialog) {
  for (const button of dialog.querySelectorAll('[data-close]')) {
    button.addEventListener('click', () => dialog.close());
  }
}

/**
 * Asks a question and waits for the choice.
 *
 * @param {{value: string, text: string, danger?: boolean}[]} choices beside "cancel", which is always there
 * @returns {Promise<string>} the value chosen, or `''`
 */
export function ask(question, choices) {
  const dialog = document.getElementById('question');
  document.getElementById('question-text').textContent = question;
  const buttons = [{ value: '', text: text('cancel') }, ...choices].map((choice) => {
    const button = document.createElement('button');
    button.value = choice.value;
    button.textContent = choice.text;
    button.className = choice.danger ? 'danger' : choice.value ? 'primary' : '';
    return button;
  });
  document.getElementById('question-choices').replaceChildren(...buttons);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
  });
}
