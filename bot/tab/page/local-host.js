/* Stands in for Teams in local mode: answers what the tab asks of it, as somebody of the demo people. */

const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
/** @param {string} name */
const chosen = (name) => String(new FormData(form).get(name));

const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: { currentApp: {} } },
};

/** @type {Readonly<Record<string, () => readonly unknown[]>>} */
const answers = {
  initialize: () => ['content', 'web', JSON.stringify(runtime), '2.58.0'],
  getContext: () => [{ theme: chosen('theme'), locale: chosen('locale'), appId: 'local', entityId: 'methods' }],
  'authentication.getAuthToken': () => [true, `demo.${chosen('person')}.local`],
  'pages.currentApp.navigateTo': () => {
    window.open(document.body.dataset.chat, '_blank', 'noopener');
    return [undefined, true];
  },
};

window.addEventListener('message', ({ data, source, origin }) => {
  if (source !== frame.contentWindow || origin !== location.origin) return;
  const args = answers[data.func]?.();
  if (!args) return;
  frame.contentWindow?.postMessage({ id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, args }, origin);
});

form.addEventListener('change', ({ target }) => {
  const themeOnly = target instanceof HTMLSelectElement && target.name === 'theme';
  if (themeOnly) frame.contentWindow?.postMessage({ func: 'themeChange', args: [chosen('theme')] }, location.origin);
  else frame.src = '/tab';
});

frame.src = '/tab';
