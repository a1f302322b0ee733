import { deskPage } from './desk-page.js';
import { button, element } from './elements.js';
import { myPage } from './my-page.js';
import { organisationPage } from './organisation-page.js';

/** @import { ClosedView, DeskCall, DeskView, FileView, FixedWords, MyView, NamesView, OrganisationView } from '../page-data.ts' */
/** @typedef {typeof import('@microsoft/teams-js')} TeamsJs */

/** Ends with the page in Teams, or leaves the words for everywhere else standing. */
const teams = /** @type {{ microsoftTeams: TeamsJs }} */ (/** @type {unknown} */ (globalThis)).microsoftTeams;
/** How long Teams may take to answer, ms. */
const patience = 10_000;
/** Coming back to the tab after this, ms, looks again: something may have happened in the chat. */
const stale = 15_000;

const page = /** @type {HTMLElement} */ (document.getElementById('page'));
const outside = /** @type {HTMLElement} */ (document.getElementById('outside'));

/** @type {FixedWords} */
let words;
/** @type {MyView | ClosedView | undefined} */
let mine;
let readAt = 0;
/** The half of the page that is shown. */
let show = showMine;

if (window.parent !== window || 'nativeInterface' in window) await begin();

async function begin() {
  try {
    await within(teams.app.initialize());
  } catch {
    return;
  }
  teams.app.notifyAppLoaded();
  const context = await teams.app.getContext();
  dress(context.app.theme);
  teams.app.registerOnThemeChangeHandler(dress);
  const said = await fetch(`/tab/words?${wish(context.app.locale)}`).catch(() => undefined);
  outside.hidden = true;
  page.hidden = false;
  if (!said?.ok) return wordless();
  words = await said.json();
  document.documentElement.lang = words.language;
  put(element('p', { class: 'quiet', role: 'status' }, words.wait));
  await showMine();
  teams.app.notifySuccess();
  document.addEventListener('visibilitychange', () => {
    // A form that is being filled in stays.
    if (!document.hidden && Date.now() - readAt > stale && !page.querySelector('form')) void show();
  });
}

/** The bot is away before it said a word: the page has brought two sentences of its own. */
function wordless() {
  const { away = '', again = '' } = page.dataset;
  const way = button(again, () => location.reload());
  put(element('p', { class: 'card note', role: 'alert' }, away), element('p', {}, way));
}

/** @param {Promise<unknown>} work */
function within(work) {
  const late = new Promise((_, reject) => setTimeout(reject, patience, new Error('late')));
  return Promise.race([work, late]);
}

/** @param {string} theme */
function dress(theme) {
  document.documentElement.dataset.theme = ['dark', 'contrast'].includes(theme) ? theme : 'default';
}

/** @param {string} language */
function wish(language) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return new URLSearchParams({ language, timeZone });
}

async function showMine() {
  show = showMine;
  const read = /** @type {MyView | ClosedView | undefined} */ (await ask('/tab/me', showMine));
  if (!read || show !== showMine) return;
  mine = read;
  readAt = Date.now();
  if (read.kind === 'closed') return put(element('h1', {}, read.title), element('p', {}, read.text));
  put(...halves('mine'), ...myPage(read, openChat));
}

async function showOrganisation() {
  show = showOrganisation;
  const read = /** @type {OrganisationView | undefined} */ (await ask('/tab/organisation', showOrganisation));
  if (!read || show !== showOrganisation) return;
  readAt = Date.now();
  put(...halves('organisation'), ...organisationPage(read, namesOf, words.wait));
}

/** @returns {Promise<readonly string[]>} */
async function namesOf() {
  const read = /** @type {NamesView | undefined} */ (await ask('/tab/organisation/lapsing', showOrganisation, 'POST'));
  return read?.names ?? [];
}

/**
 * A page of the desk.
 * @param {DeskCall} call
 */
async function showDesk(call) {
  const again = () => showDesk(call);
  show = again;
  const read = /** @type {DeskView | undefined} */ (await ask(`/tab/desk/${call.name}`, again, 'POST', call.given));
  if (!read || show !== again) return;
  // What was done once is not done again by coming back to the page, or by looking whether it has come to its end.
  const same = () => showDesk(read.same);
  show = same;
  readAt = Date.now();
  put(
    ...halves(read.page),
    ...deskPage(read, { go: showDesk, keep, open: (address) => void teams.app.openLink(address) }),
  );
  if (read.again !== null) setTimeout(() => show === same && !document.hidden && void same(), read.again);
}

/**
 * @param {DeskCall} call
 * @param {string} name of the file
 */
async function keep({ name: asked, given }, name) {
  const read = /** @type {FileView | undefined} */ (await ask(`/tab/desk/${asked}`, show, 'POST', given));
  if (!read) return;
  const link = URL.createObjectURL(new Blob([read.text], { type: 'text/csv;charset=utf-8' }));
  element('a', { href: link, download: name }).click();
  URL.revokeObjectURL(link);
}

/**
 * The pages to choose from, for those who may.
 * @param {string} shown
 */
function halves(shown) {
  if (mine?.kind !== 'mine') return [];
  const { title, organisation, pages } = mine;
  const choices = /** @type {[name: string, button: HTMLButtonElement][]} */ ([
    ['mine', button(title, showMine, true)],
    ...(organisation === null ? [] : [['organisation', button(organisation, showOrganisation, true)]]),
    ...pages.map((one) => [one.name, button(one.title, () => showDesk({ name: one.name, given: {} }), true)]),
  ]);
  if (choices.length < 2) return [];
  for (const [name, choice] of choices) choice.setAttribute('aria-pressed', String(name === shown));
  return [element('nav', {}, ...choices.map(([, choice]) => choice))];
}

/**
 * What the bot says to whoever Teams vouches for. Says what is wrong, with a way on, when there is no answer; but not when
 * the other half of the page was chosen meanwhile.
 * @param {string} path
 * @param {typeof showMine} again
 * @param {string} [method]
 * @param {Readonly<Record<string, string>>} [given] what was typed and chosen
 */
async function ask(path, again, method = 'GET', given) {
  const half = show;
  const token = await teams.authentication.getAuthToken().catch(() => undefined);
  if (token === undefined) return problem(words.signInProblem, again);
  const headers = { Authorization: `Bearer ${token}`, ...(given && { 'Content-Type': 'application/json' }) };
  const body = given && { body: JSON.stringify(given) };
  const answer = await fetch(`${path}?${wish(words.language)}`, { method, headers, cache: 'no-store', ...body }).catch(
    () => undefined,
  );
  if (answer?.ok) return answer.json();
  if (show !== half) return undefined;
  return problem(answer?.status === 401 ? words.signInProblem : words.awayProblem, again);
}

/**
 * @param {string} text
 * @param {() => void} again
 * @returns {undefined}
 */
function problem(text, again) {
  const ways = [button(words.again, again), ' ', button(words.chat, openChat, true)];
  put(element('p', { class: 'card note', role: 'alert' }, text), element('p', {}, ...ways));
}

/**
 * Whoever goes by keyboard stays where they were: on the button that chose this page; from within the page, at what is wrong in
 * it, or at its heading.
 * @param {...Node} content
 */
function put(...content) {
  const before = document.activeElement;
  const within = page.contains(before);
  const chose = before?.closest('nav') !== null;
  page.replaceChildren(...content);
  if (!within) return;
  const chosen = '[aria-pressed="true"]';
  const inside = page.querySelector('[aria-invalid="true"]') ?? page.querySelector('h1[tabindex]');
  const next = /** @type {HTMLElement | null} */ ((chose ? null : inside) ?? page.querySelector(chosen));
  next?.focus();
}

async function openChat() {
  const { currentApp } = teams.pages;
  if (currentApp.isSupported()) return currentApp.navigateTo({ pageId: 'conversations' });
  const { app } = await teams.app.getContext();
  return teams.app.openLink(`https://teams.microsoft.com/l/entity/${app.appId?.toString()}/conversations`);
}
