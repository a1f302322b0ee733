import { button, drawing, element } from './elements.js';

/** @import { DeskBlock, DeskButton, DeskCall, DeskField, DeskView } from '../page-data.ts' */

/**
 * What the page of the desk asks for.
 * @typedef {object} DeskActs
 * @property {(call: DeskCall) => void} go shows what it leads to
 * @property {(call: DeskCall, file: string) => void} keep keeps it as a file
 * @property {(address: string) => void} open opens what lies outside of the page
 */

/**
 * @param {DeskView} view
 * @param {DeskActs} acts
 * @returns {readonly Node[]}
 */
export function deskPage(view, acts) {
  return [element('h1', { tabindex: '-1' }, view.title), ...view.blocks.map((block) => part(block, acts))];
}

/**
 * @param {DeskBlock} block
 * @param {DeskActs} acts
 * @returns {Node}
 */
function part(block, acts) {
  switch (block.kind) {
    case 'heading':
      return element('h2', {}, block.text);
    case 'text':
      return element('p', {}, block.text);
    case 'quiet':
      return element('p', { class: 'quiet' }, block.text);
    case 'note':
      return element('p', { class: 'card note', role: 'status' }, block.text);
    case 'table':
      return element(
        'section',
        {},
        element('h2', {}, block.title),
        wide(block.title, table(block.head, block.rows, block.words, { rows: block.links ?? [], open: acts.open })),
      );
    case 'bars':
      return element('section', {}, element('h2', {}, block.title), bars(block));
    case 'columns':
      return element('section', {}, element('h2', {}, block.title), columns(block));
    case 'links':
      return element(
        'ul',
        { class: 'rows' },
        ...block.rows.map(({ title, note, call }) =>
          element(
            'li',
            {},
            button(title, () => acts.go(call), true),
            element('div', { class: 'quiet' }, note),
          ),
        ),
      );
    case 'buttons':
      return element('div', { class: 'ways' }, ...block.buttons.map((one) => way(one, acts)));
    case 'form':
      return form(block, acts);
    case 'card':
      return element(
        'div',
        { class: 'card preview', lang: block.language, role: 'group', 'aria-label': block.title },
        ...block.lines.map((line, at) => element('p', at === 0 ? { class: 'name' } : {}, line)),
        element('ul', { class: 'ways' }, ...block.buttons.map((title) => element('li', { class: 'shown' }, title))),
      );
    case 'file':
      return element(
        'p',
        {},
        button(block.title, () => acts.keep(block.call, block.file), true),
      );
  }
}

/**
 * A button that asks once more where it matters; the keyboard goes along.
 * @param {DeskButton} one
 * @param {DeskActs} acts
 */
function way({ title, call, sure, plain }, acts) {
  const place = element('span', {});
  const first = button(title, () => (sure ? ask() : acts.go(call)), plain);
  function ask() {
    if (!sure) return;
    const back = () => {
      place.replaceChildren(first);
      first.focus();
    };
    const no = button(sure.no, back, true);
    place.replaceChildren(
      element(
        'div',
        { class: 'card note', role: 'alert' },
        element('p', {}, sure.text),
        element(
          'div',
          { class: 'ways' },
          button(sure.yes, () => acts.go(call)),
          no,
        ),
      ),
    );
    no.focus();
  }
  place.append(first);
  return place;
}

/**
 * @param {Extract<DeskBlock, { kind: 'form' }>} block
 * @param {DeskActs} acts
 */
function form({ fields, submit, call }, acts) {
  const sends = element('button', { type: 'submit' }, submit);
  const made = element('form', { novalidate: '' }, ...fields.map(field), sends);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = Object.fromEntries([...new FormData(made)].map(([name, value]) => [name, String(value)]));
    acts.go({ name: call.name, given: { ...call.given, ...typed } });
  });
  return made;
}

/** @param {DeskField} one */
function field({ name, label, kind, value, choices, wrong }) {
  const id = `field-${name}`;
  const about = {
    id,
    name,
    ...(wrong !== null && { 'aria-invalid': 'true', 'aria-describedby': `${id}-wrong` }),
  };
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label),
    input(kind, value, choices, about),
    ...(wrong === null ? [] : [element('div', { id: `${id}-wrong`, class: 'attention' }, wrong)]),
  );
}

/**
 * @param {DeskField['kind']} kind
 * @param {string} value
 * @param {DeskField['choices']} choices
 * @param {Readonly<Record<string, string>>} about
 */
function input(kind, value, choices, about) {
  if (kind === 'lines') return element('textarea', { ...about, rows: '3' }, value);
  if (kind === 'choice') {
    const options = choices.map((one) =>
      element('option', { value: one.value, ...(one.value === value && { selected: '' }) }, one.title),
    );
    return element('select', about, ...options);
  }
  const more = kind === 'number' ? { type: 'text', inputmode: 'numeric' } : { type: kind };
  return element('input', { ...about, ...more, value });
}

/**
 * Wide tables move sideways, by keyboard too.
 * @param {string} title
 * @param {HTMLElement} content
 */
function wide(title, content) {
  return element('div', { class: 'card wide', role: 'region', 'aria-label': title, tabindex: '0' }, content);
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @param {boolean} [words] not numbers
 * @param {{ rows: readonly (string | null)[], open: (address: string) => void }} [links] where each row leads
 */
function table(head, rows, words = false, links) {
  const named = head.map((name) => (name === '' ? element('td', {}) : element('th', { scope: 'col' }, name)));
  const lines = rows.map(([first = '', ...others], at) => {
    const address = links?.rows[at];
    const name = address ? link(first, address, links.open) : first;
    return element('tr', {}, element('th', { scope: 'row' }, name), ...others.map((cell) => element('td', {}, cell)));
  });
  const shape = words ? { class: 'words' } : {};
  return element('table', shape, element('thead', {}, element('tr', {}, ...named)), element('tbody', {}, ...lines));
}

/**
 * Teams opens it where it belongs; elsewhere it is a link as any other.
 * @param {string} title
 * @param {string} address
 * @param {(address: string) => void} open
 */
function link(title, address, open) {
  const made = element('a', { href: address, target: '_blank', rel: 'noopener' }, title);
  made.addEventListener('click', (event) => {
    event.preventDefault();
    open(address);
  });
  return made;
}

/**
 * A table with a picture in it: the number stands beside its bar.
 * @param {Extract<DeskBlock, { kind: 'bars' }>} block
 */
function bars({ title, most, rows }) {
  const lines = rows.map(({ name, count }) => {
    const bar = drawing('rect', {
      class: 'ready-part',
      width: (100 * count) / Math.max(1, most),
      height: 6,
    });
    const shape = { viewBox: '0 0 100 6', class: 'plot bar', preserveAspectRatio: 'none', 'aria-hidden': 'true' };
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, name, drawing('svg', shape, bar)),
      element('td', {}, String(count)),
    );
  });
  return element(
    'div',
    { class: 'card' },
    element('table', { class: 'bars', 'aria-label': title }, element('tbody', {}, ...lines)),
  );
}

/**
 * Numbers over time, and the same as a table.
 * @param {Extract<DeskBlock, { kind: 'columns' }>} block
 */
function columns({ title, table: same, head, rows }) {
  const [width, height, gap] = [600, 160, 4];
  const step = width / rows.length;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const bodies = rows.map(({ count }, at) =>
    drawing('rect', {
      class: 'ready-part',
      x: at * step,
      y: height * (1 - count / most),
      width: step - gap,
      height: (height * count) / most,
    }),
  );
  const picture = drawing(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'plot', role: 'img', 'aria-label': title },
    ...bodies,
  );
  const ends = [rows[0], rows.at(-1)].map((one) => element('span', {}, one ? `${one.name}: ${one.count}` : ''));
  const numbers = table(
    head,
    rows.map(({ name, count }) => [name, String(count)]),
  );
  return element(
    'div',
    { class: 'card' },
    picture,
    element('p', { class: 'axis quiet' }, ...ends),
    element('details', {}, element('summary', {}, same), numbers),
  );
}
