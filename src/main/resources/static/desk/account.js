/** The door: creating an account, signing in and out, and signing in again where one is. */

import { send, suspend, whenSignedOut } from './api.js';
import { closable, onSubmit, say, words } from './forms.js';
import { text } from './texts.js';

const door = document.getElementById('door');
const again = document.getElementById('sign-in-again');
const tabs = new BroadcastChannel('chogo');

let handle = null;

/**
 * Shows the door or, for who is signed in already, goes through it.
 *
 * @param {(account: {handle: string, name: string}, totals: {drafts: number, posts: number}) => void} enter
 */
export async function openDoor(enter) {
  const goIn = async (body) => {
    const { account, totals } = body.totals ? body : (await send('GET', '/api/account')).body;
    handle = account.handle;
    door.hidden = true;
    tabs.postMessage(handle);
    enter(account, totals);
  };

  onSubmit(form('sign-in'), async (fields) => {
    await send('POST', '/api/session', { body: fields, door: true });
    await goIn({});
  });
  onSubmit(form('sign-up'), async (fields) => {
    await signUp(fields);
    try {
      await send('POST', '/api/session', { body: { handle: fields.handle, password: fields.password }, door: true });
      await goIn({});
    } catch (error) {
      // The account is there all the same, so asking for it once more would be refused.
      show('sign-in');
      form('sign-in').elements.handle.value = fields.handle;
      say(form('sign-in'), `${text('signedUp')} ${words(error)}`);
    }
  });
  for (const link of door.querySelectorAll('[data-show]')) {
    link.addEventListener('click', () => show(link.dataset.show));
  }

  try {
    const { body } = await send('GET', '/api/account', { door: true });
    await goIn(body);
  } catch (error) {
    door.hidden = false;
    show('sign-in');
    if (error.status !== 401) {
      throw error;
    }
  }
}

export async function signOut() {
  try {
    await send('DELETE', '/api/session', { door: true });
  } catch (error) {
    if (error.status !== 401) {
      throw error;
    }
  }
  handle = null;
  tabs.postMessage(null);
}

/** Optional fields that were left empty are not sent: an empty name or code is not a name or code. */
async function signUp(fields) {
  const body = Object.fromEntries(Object.entries(fields).filter(([name, value]) => value || !['name', 'code'].includes(name)));
  try {
    await send('POST', '/api/accounts', { body, door: true });
  } catch (error) {
    if (error.at?.('/code')) {
      for (const element of form('sign-up').querySelectorAll('[data-asked="code"]')) {
        element.hidden = false;
      }
    }
    throw error;
  }
}

function form(id) {
  return document.getElementById(id);
}

function show(id) {
  for (const card of door.querySelectorAll('form')) {
    card.hidden = card.id !== id;
  }
  form(id).elements.handle.focus();
}

closable(again);

onSubmit(again.querySelector('form'), async ({ password }) => {
  // The name is not for choosing: under another one, the number of the open draft is another draft.
  await send('POST', '/api/session', { body: { handle, password }, door: true });
  tabs.postMessage(handle);
  again.close('signed in');
});

whenSignedOut(() => {
  const fields = again.querySelector('form').elements;
  fields.handle.value = handle;
  fields.password.value = '';
  say(again, null);
  again.returnValue = '';
  again.showModal();
  return new Promise((resolve) => {
    again.addEventListener('close', () => resolve(again.returnValue === 'signed in'), { once: true });
  });
});

tabs.addEventListener('message', ({ data }) => {
  if (data === handle && again.open) {
    again.close('signed in');
  } else if (handle !== null && data !== handle) {
    suspend();
  }
});
