/** What stands between a text and the server. */

import { NoAnswer, Refusal } from './api.js';
import { Unproven } from './saves.js';

/** Refused now, but not for good: time-out, the first of two equal requests still under way, too early, too many. */
const PASSING = [408, 409, 425, 429];

/** @returns {'silent'|'foreign'|'unproven'|'signed-out'|'busy'|'failing'|'gone'|'refused'|'fault'} the last is ours */
export function troubleOf(error) {
  if (error instanceof Unproven) {
    return 'unproven';
  }
  if (error instanceof NoAnswer) {
    // Proxies have limits of their own, and no words for them that we know.
    return error.status === 413 ? 'refused' : error.status ? 'foreign' : 'silent';
  }
  if (!(error instanceof Refusal)) {
    return 'fault';
  }
  if (error.status === 401) {
    return 'signed-out';
  }
  if (error.status >= 500) {
    return 'failing';
  }
  if (PASSING.includes(error.status)) {
    return 'busy';
  }
  // A base the server does not know of: it was put back to an older copy of its data.
  return [404, 410].includes(error.status) || error.at('/baseVersion') ? 'gone' : 'refused';
}

/** Milliseconds the server asks to be left alone (RFC 9110, section 10.2.3, in seconds); 0 when it does not say. */
export function askedToWait(error) {
  return 1_000 * (Number.parseInt(error.headers?.get('Retry-After') ?? '', 10) || 0);
}
