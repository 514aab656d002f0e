/** What must be read: words that stay until they are closed, and what can be done about it. */

export class Notice {
  #element;
  #cleared;

  /**
   * @param {Element} place where it appears, after those that are there already
   * @param {() => void} cleared called when the words are gone
   */
  constructor(place, cleared = () => {}) {
    this.#element = document.getElementById('notice').content.firstElementChild.cloneNode(true);
    this.#cleared = cleared;
    this.#part('.close').addEventListener('click', () => this.clear());
    place.append(this.#element);
  }

  /** @param {{text: string, danger?: boolean, act: () => void}[]} actions */
  say(message, actions = []) {
    this.#part('p').textContent = message;
    this.#part('.actions').replaceChildren(...actions.map(button));
    this.#element.hidden = false;
  }

  clear() {
    this.#element.hidden = true;
    this.#part('p').textContent = '';
    this.#cleared();
  }

  #part(selector) {
    return this.#element.querySelector(selector);
  }
}

function button({ text, danger, act }) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.classList.toggle('danger', Boolean(danger));
  element.addEventListener('click', act);
  return element;
}
