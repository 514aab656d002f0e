/** The panel that shows what the desk asked and the server answered, as it was sent. */

import { exchanges } from './api.js';
import { text } from './texts.js';

const KEPT = 6;
const SHOWN_CHARACTERS = 2_000;
const FIELDS = ['Location', 'ETag', 'Chogo-Version', 'Chogo-Digest', 'Chogo-Merge', 'WWW-Authenticate', 'Retry-After', 'Link'];

export function showExchanges() {
  const log = document.getElementById('exchanges-log');
  const ticker = document.getElementById('exchanges-ticker');
  const template = document.getElementById('exchange');

  exchanges.addEventListener('exchange', ({ detail }) => {
    const entry = template.content.firstElementChild.cloneNode(true);
    fill(entry, detail);
    log.prepend(entry);
    log.children[KEPT]?.remove();
    log.scrollTop = 0;
    document.getElementById('ticker-text').textContent = [status(detail), detail.text ?? ''].join(' ');
  });
  ticker.addEventListener('click', () => {
    ticker.setAttribute('aria-expanded', ticker.getAttribute('aria-expanded') !== 'true');
  });
}

function fill(entry, exchange) {
  entry.querySelector('.exchange-method').textContent = exchange.method;
  entry.querySelector('.exchange-path').textContent = exchange.path;
  const code = entry.querySelector('.exchange-status');
  code.textContent = status(exchange);
  code.classList.toggle('refused', !(exchange.status < 400));
  entry.querySelector('.exchange-fields').textContent = FIELDS.filter((name) => exchange.headers?.get(name))
    .map((name) => `${name}: ${exchange.headers.get(name)}`)
    .join('\n');
  entry.querySelector('.exchange-body').textContent = shortened(exchange.text ?? '');
}

function status({ status: code, reason }) {
  return code ? `${code} ${reason}`.trim() : text('exchangeNone');
}

function shortened(body) {
  if (body.length <= SHOWN_CHARACTERS) {
    return body;
  }
  // Not inside a surrogate pair, or an emoji would be shown in halves.
  const cut = body.slice(0, SHOWN_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '');
  return cut + text('exchangeCut', body.length);
}
