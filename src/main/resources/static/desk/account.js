/** The door: creating an account, signing in and out, and signing in again where one is. */

import { send, suspend, unsuspend, whenSignedOut } from './api.js';
import { closable, onSubmit, say, words } from './forms.js';
import { Tabs } from './tabs.js';
import { text } from './texts.js';

const door = document.getElementById('door');
const again = document.getElementById('sign-in-again');
/** All tabs of this browser, whoever they belong to. */
const tabs = new Tabs(new BroadcastChannel('chogo'));

/**
 * Fires `away` when another tab has signed out or in as somebody else, and nothing is sent any more; `back` when the
 * person whose desk this is has signed in again, here or there.
 */
export const presence = new EventTarget();

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
    tabs.say('person', handle);
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
  tabs.say('person', null);
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
  tabs.say('person', handle);
  comeBack();
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

tabs.addEventListener('person', ({ detail: person }) => {
  if (handle === null) {
    return;
  }
  if (person === handle) {
    comeBack();
  } else {
    suspend();
    presence.dispatchEvent(new Event('away'));
  }
});

function comeBack() {
  unsuspend();
  if (again.open) {
    again.close('signed in');
  }
  presence.dispatchEvent(new Event('back'));
}
