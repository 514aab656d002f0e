/**
 * What a save is: the request that makes a draft what is on the sheet, and what its answer says of the ground the
 * text stands on. Knows no time and keeps no state.
 *
 * @typedef {import('./writing.js').Text} Text
 * @typedef {{version: number, text: Text, digest: string|null}} State a draft as the server has it
 *
 * @typedef {object} Ground what the text on the sheet has grown from
 * @property {number|null} sequence the draft's number, or null before the server has seen it
 * @property {State} base all its words went into the sheet
 * @property {State|null} ahead a newer one, whose words did not yet
 * @property {Sent|null} sent the save that was sent and not yet answered
 *
 * @typedef {object} Sent
 * @property {string|null} key of a new draft
 * @property {number} version of the state it was made from
 * @property {string[]} members those that have changed since
 * @property {boolean} explicit whether a person asked for it
 * @property {Text} mine the sheet
 * @property {Text} text what is saved: the sheet, or what it is on top of `ahead`
 * @property {string|null} digest of a content that is not sent because it has not changed
 */

import { newKey } from './api.js';
import { BLANK, carried, different, same, shown } from './writing.js';

const MERGE_PATCH = 'application/merge-patch+json';

/** @type {Ground} */
export const NEW = { sequence: null, base: { version: 0, text: BLANK, digest: null }, ahead: null, sent: null };

/** The server says it saved, but something else than what was sent. */
export class Unproven extends Error {}

/** @returns {Sent} */
export function nextSave({ sequence, base, ahead }, mine, explicit) {
  const merged = ahead && carried(base.text, ahead.text, mine);
  // Where both changed the same words, the server is told what the sheet grew from, and makes two texts of it.
  const [from, text] = merged && !merged.conflict ? [ahead, merged.text] : [base, mine];
  const members = sequence === null ? Object.keys(BLANK) : different(from.text, text);
  return {
    key: sequence === null ? newKey() : null,
    version: from.version,
    members,
    explicit,
    mine,
    text,
    digest: members.includes('content') ? null : from.digest,
  };
}

/**
 * Sends a save, the same words each time, and proves what became of it.
 *
 * @param {Ground} ground
 * @param {{send: typeof import('./api.js').send, digest: typeof import('./sha256.js').digest}} tools
 * @param {boolean} leaving whether the page goes away
 * @returns {Promise<{sequence: number, state: State, merge: string|null, total: number}>} the draft that has the
 *   text now, which after a fork is another one than before
 * @throws {Refusal|NoAnswer} it was not, or nobody knows
 * @throws {Unproven} the text may not be there
 */
export async function deliver(ground, tools, leaving) {
  const { sent } = ground;
  const [method, address, options] = request(ground);
  const { headers, body } = await tools.send(method, address, { ...options, quiet: true, leaving });
  const version = Number(headers.get('Chogo-Version'));
  const merge = headers.get('Chogo-Merge');
  const { sequence } = body.fork ?? body.draft;
  let state = { version, text: sent.text, digest: sent.digest ?? (await tools.digest(sent.text.content)) };
  if (merge) {
    state = await read(path(sequence), tools);
    // The answer tells the version of the draft, not that of a fork; by now somebody may have made another.
    if (!body.fork && state.version !== version) {
      state = await read(`${path(sequence)}/versions/${version}`, tools);
    }
  }
  if (state.digest !== headers.get('Chogo-Digest')) {
    throw new Unproven(address);
  }
  return { sequence, state, merge, total: body.total };
}

function request({ sequence, sent }) {
  const body = Object.fromEntries(sent.members.map((member) => [member, sent.text[member]]));
  const asked = sent.explicit ? { explicit: true } : {};
  return sent.key
    ? ['POST', '/api/drafts', { body: { ...body, ...asked }, headers: { 'Idempotency-Key': sent.key } }]
    : ['PATCH', path(sequence), { body: { ...body, baseVersion: sent.version, ...asked }, type: MERGE_PATCH }];
}

/** A draft, or one of its versions, without asking anybody to sign in. */
export async function read(address, { send, digest }) {
  const { body } = await send('GET', address, { quiet: true });
  return stateOf(body.draft ?? body.version, digest);
}

/**
 * The ground once a save has come to `sequence` and `state`: what was on the sheet then is the new base.
 *
 * @returns {Ground}
 */
export function grown({ sequence: before, base, sent }, { sequence, state }) {
  const version = sequence === before ? base.version : state.version;
  return { sequence, base: { version, text: sent.mine, digest: null }, ahead: state, sent: null };
}

/**
 * The ground once the draft was seen to be at `state`. Of a save whose answer an earlier page did not hear, that may
 * tell what became of it: it is there, or nothing has arrived since. Otherwise it is still to be sent again.
 *
 * @returns {Ground}
 */
export function met(ground, state) {
  const { sequence, base, ahead, sent } = ground;
  if (sent && same(sent.text, state.text)) {
    return grown(ground, { sequence, state });
  }
  if (sent && sent.version !== state.version) {
    return ground;
  }
  return { ...ground, ahead: state.version > (ahead ?? base).version ? state : ahead, sent: null };
}

/**
 * The sheet's text with the words of `ahead` in it, and the ground once that stands there.
 *
 * @returns {{ground: Ground, text: Text}}
 */
export function settled(ground, mine) {
  const { base, ahead, sent } = ground;
  if (!ahead) {
    return { ground, text: mine };
  }
  const { text, conflict } = carried(base.text, ahead.text, mine);
  if (conflict) {
    // The next save tells the server what it was made from, and the server makes two texts of it.
    return { ground: { ...ground, ahead: null }, text: mine };
  }
  // What was saved on top of `ahead` is what will stand on the sheet.
  const onTop = sent?.version === ahead.version ? { ...sent, mine: sent.text } : sent;
  return { ground: { ...ground, base: ahead, ahead: null, sent: onTop }, text };
}

export async function stateOf(draft, digest) {
  return { version: draft.version, text: shown(draft), digest: await digest(draft.content) };
}

export function path(sequence) {
  return `/api/drafts/${sequence}`;
}
