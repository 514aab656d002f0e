/** The hash by which the desk checks that what is kept is what was typed. */

import { sha256 } from '../vendor/noble-sha256.js';

/**
 * The SHA-256 of a text's UTF-8 bytes, written as `Chogo-Digest` is (RFC 9530): `sha-256=:…:`.
 *
 * @param {SubtleCrypto|undefined} subtle missing on plain http, which is what a service at home is reached by
 */
export async function digest(text, subtle = globalThis.crypto.subtle) {
  const bytes = new TextEncoder().encode(text);
  const hash = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
  return `sha-256=:${btoa(String.fromCharCode(...hash))}:`;
}
