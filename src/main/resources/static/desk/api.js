/** All talk with the server: JSON out, JSON in, and a refusal or a missing answer as an error. */

const PATIENCE_MS = 30_000;
/** Browsers grant 64 KiB to all requests together that may outlive their page; their fields need some of it. */
const LEAVING_BYTES = 60 * 1_024;

/** The server said no: a problem document (RFC 9457) with Chogo's `errors`. */
export class Refusal extends Error {
  /** @param {{status: number, headers: Headers, body: object}} answer */
  constructor({ status, headers, body }) {
    super(body.detail ?? body.title ?? `${status}`);
    this.status = status;
    this.headers = headers;
    this.title = body.title;
    this.detail = body.detail;
    /** The last part of its `type`, such as `handle-taken`. */
    this.kind = body.type?.split('/').pop();
    /** @type {{pointer?: string, parameter?: string, detail: string}[]} */
    this.errors = body.errors ?? [];
    this.problem = body;
  }

  /** Whether something sent at this JSON pointer is at fault. */
  at(pointer) {
    return this.errors.some((error) => error.pointer === pointer);
  }
}

/** Chogo's answer never came, so nobody knows whether it was done; `status` is what something else answered, if anything. */
export class NoAnswer extends Error {
  constructor(status, cause) {
    super(status ? `status ${status}` : 'no answer', { cause });
    this.status = status;
  }
}

/** Fires `exchange` with what was asked and answered, word for word; the request's body stays out, it may hold a password. */
export const exchanges = new EventTarget();

let signInAgain = async () => false;
let asking = null;
let suspended = false;

/** @param {() => Promise<boolean>} handler asks the person to sign in where they are; true when they did */
export function whenSignedOut(handler) {
  signInAgain = handler;
}

/** Sends nothing more until the person has signed in again: another tab has changed who the cookie stands for. */
export function suspend() {
  suspended = true;
}

/** Sends again: another tab has changed it back. */
export function unsuspend() {
  suspended = false;
}

/**
 * Sends a request, and the same one again if a login that ran out is renewed meanwhile.
 *
 * @param {object} [options]
 * @param {object} [options.body] the JSON to send
 * @param {string} [options.type] its media type
 * @param {Record<string, string>} [options.headers]
 * @param {boolean} [options.quiet] true when nobody is to be asked to sign in: a 401 is an ordinary refusal
 * @param {boolean} [options.door] the same for the requests that open the door, which are sent in any case
 * @param {boolean} [options.leaving] true when the page goes away and the request is to arrive all the same, if it is small
 * @returns {Promise<{status: number, headers: Headers, body: object}>} a success
 * @throws {Refusal} the server said no
 * @throws {NoAnswer} nothing is known
 */
export async function send(method, path, options = {}) {
  if (suspended && !options.door && (options.quiet || !(await askedToSignIn()))) {
    throw signedOut();
  }
  let answer = await exchange(method, path, options);
  if (answer.status === 401 && !options.door && !options.quiet) {
    if (!(await askedToSignIn())) {
      throw signedOut();
    }
    answer = await exchange(method, path, options);
  }
  if (answer.body?.success === true) {
    return answer;
  }
  throw answer.body?.success === false ? new Refusal(answer) : new NoAnswer(answer.status);
}

/** The person chose not to sign in now. */
function signedOut() {
  return new Refusal({ status: 401, headers: new Headers(), body: { type: '/problems/not-signed-in' } });
}

/**
 * Asks the person to sign in where they are. Several requests may find the login gone at once; they are asked once.
 *
 * @returns {Promise<boolean>} whether they did
 */
export async function askedToSignIn() {
  asking ??= signInAgain().finally(() => {
    asking = null;
  });
  const signedIn = await asking;
  suspended &&= !signedIn;
  return signedIn;
}

/** Does something quiet, and does it again once the person has signed in. */
export async function askingToSignIn(act) {
  try {
    return await act();
  } catch (error) {
    if (error.status !== 401 || !(await askedToSignIn())) {
      throw error;
    }
    return act();
  }
}

async function exchange(method, path, { body, type = 'application/json', headers = {}, leaving = false }) {
  const request = {
    method,
    headers: { Accept: 'application/json, application/problem+json', ...headers },
    cache: 'no-store',
    // A redirect is a captive portal or a sign-in page of somebody else's, never an answer.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  };
  if (body !== undefined) {
    request.headers['Content-Type'] = type;
    request.body = JSON.stringify(body);
    request.keepalive = leaving && new TextEncoder().encode(request.body).length <= LEAVING_BYTES;
  }
  let response;
  let text;
  try {
    response = await fetch(path, request);
    text = await response.text();
  } catch (cause) {
    tell({ method, path });
    throw new NoAnswer(response?.status, cause);
  }
  tell({ method, path, status: response.status, reason: response.statusText, headers: response.headers, text });
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

function tell(detail) {
  exchanges.dispatchEvent(new CustomEvent('exchange', { detail }));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The address of the next page of a list (RFC 8288), or null on the last. */
export function nextPage(headers) {
  const link = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(headers.get('Link') ?? '');
  if (!link) {
    return null;
  }
  const { pathname, search } = new URL(link[1], location.origin);
  return pathname + search;
}

/**
 * A new `Idempotency-Key`. Not `crypto.randomUUID`: browsers hide it from plain http, which is what a
 * service at home is reached by.
 */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
