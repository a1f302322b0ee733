import { button, drawing, element } from './elements.js';

/** @import { MethodRow, MyView } from '../page-data.ts' */

/**
 * @param {MyView} view
 * @param {() => void} openChat
 * @returns {readonly Node[]}
 */
export function myPage(view, openChat) {
  return [
    element('h1', {}, view.title),
    ...view.notes.map((note) => element('p', { class: 'card note' }, note)),
    element(
      'div',
      { class: 'card ready' },
      ring(view),
      element(
        'div',
        {},
        ...view.sentences.map((sentence) => element('p', {}, sentence)),
        element('p', { class: 'progress' }, view.progress),
      ),
    ),
    ...(view.due.rows.length > 0 ? [element('h2', {}, view.due.title), rows(view.due.rows.map(dueRow))] : []),
    element('h2', {}, view.methods.title),
    rows(view.methods.rows.map(methodRow)),
    element('h2', {}, view.tickets.title),
    view.tickets.rows.length > 0
      ? rows(view.tickets.rows.map(({ name, state }) => [named(name), element('div', { class: 'open' }, state)]))
      : element('p', { class: 'quiet' }, view.tickets.none),
    element('p', { class: 'chat' }, button(view.chat, openChat)),
    element('h2', {}, view.privacy.title),
    element('p', { class: 'quiet' }, view.privacy.text),
  ];
}

/**
 * @param {readonly (readonly Node[])[]} content
 * @returns {HTMLElement}
 */
function rows(content) {
  return element('ul', { class: 'rows' }, ...content.map((parts) => element('li', {}, ...parts)));
}

/** @param {string} text */
function named(text) {
  return element('div', { class: 'name' }, text);
}

/** @param {string} text */
function dueRow(text) {
  return [element('div', { class: 'attention' }, text)];
}

/** @param {MethodRow} row */
function methodRow({ name, address, state, next, tone }) {
  return [
    element('div', { class: 'row' }, named(name), element('div', { class: tone }, state)),
    element('div', { class: 'row quiet' }, element('div', {}, address), element('div', {}, next)),
  ];
}

/**
 * A ring with a part for each method that is needed; a tick once all are there, an exclamation mark where something else
 * stops a reset. The words beside it say the same.
 * @param {MyView} view
 */
function ring({ proven, required, sign }) {
  const radius = 26;
  const length = 2 * Math.PI * radius;
  const gap = required > 1 ? 5 : 0;
  const parts = Array.from({ length: required }, (_, part) =>
    drawing('circle', {
      cx: 32,
      cy: 32,
      r: radius,
      class: part < proven ? 'full' : 'empty',
      'stroke-dasharray': `${length / required - gap} ${length - length / required + gap}`,
      'stroke-dashoffset': -(part * length) / required - gap / 2,
    }),
  );
  const turned = drawing('g', { transform: 'rotate(-90 32 32)', 'stroke-width': 8, fill: 'none' }, ...parts);
  const path = { ready: 'M23 33 L30 40 L42 26', stopped: 'M32 21 L32 34 M32 41 L32 43', none: '' }[sign];
  const shape = { d: path, class: sign === 'stopped' ? 'stopped' : 'full', 'stroke-width': 5, fill: 'none' };
  return drawing('svg', { viewBox: '0 0 64 64', 'aria-hidden': 'true' }, turned, drawing('path', shape));
}
