import { button, drawing, element } from './elements.js';

/** @import { Count, OrganisationView } from '../page-data.ts' */

/**
 * @param {OrganisationView} view
 * @param {() => Promise<readonly string[]>} namesOf asks the bot for names, which is written down
 * @param {string} wait said while they are looked for
 * @returns {readonly Node[]}
 */
export function organisationPage(view, namesOf, wait) {
  const { overTime, tickets, failures, lapsing } = view;
  return [
    element('h1', {}, view.title),
    element('p', {}, view.sentence),
    ...(overTime.days.length > 0
      ? [
          element('h2', {}, overTime.title),
          element('div', { class: 'card' }, plot(overTime), axis(overTime), legend(overTime), table(overTime)),
        ]
      : []),
    element('h2', {}, tickets.title),
    counted(tickets.rows, tickets.none),
    element('h2', {}, failures.title),
    counted(failures.rows, failures.none),
    element('h2', {}, lapsing.title),
    element('p', {}, lapsing.text),
    ...(lapsing.ask === null ? [] : [asking(lapsing.ask, lapsing.noted, namesOf, wait)]),
    element('p', { class: 'quiet' }, view.reckoned),
  ];
}

/**
 * Names only after they were asked for.
 * @param {string} title
 * @param {string} noted
 * @param {() => Promise<readonly string[]>} namesOf
 * @param {string} wait
 */
function asking(title, noted, namesOf, wait) {
  const place = element('div', {});
  const show = async () => {
    place.replaceChildren(element('p', { class: 'quiet', role: 'status' }, wait));
    const names = await namesOf();
    place.replaceChildren(element('ul', { class: 'rows' }, ...names.map((name) => element('li', {}, name))));
  };
  place.append(button(title, show, true), element('p', { class: 'quiet' }, noted));
  return place;
}

/**
 * @param {readonly Count[]} rows
 * @param {string} none
 */
function counted(rows, none) {
  if (rows.length === 0) return element('p', { class: 'quiet' }, none);
  const lines = rows.map(({ name, count }) =>
    element('tr', {}, element('td', {}, name), element('td', {}, String(count))),
  );
  return element('div', { class: 'card' }, element('table', {}, element('tbody', {}, ...lines)));
}

/**
 * Shares as columns on top of one another, a column a day, each over the number of those who have enough; the table below has
 * the other numbers.
 * @param {OrganisationView['overTime']} overTime
 */
function plot({ title, days }) {
  const [width, height, gap] = [600, 160, 4];
  const step = width / days.length;
  const columns = days.flatMap(({ ready, partly, none }, place) => {
    const all = Math.max(1, ready + partly + none);
    const part = (/** @type {string} */ name, /** @type {number} */ below, /** @type {number} */ count) =>
      drawing('rect', {
        class: `${name}-part`,
        x: place * step,
        y: height * (1 - (below + count) / all),
        width: step - gap,
        height: (height * count) / all,
      });
    const middle = place * step + (step - gap) / 2;
    const number = drawing('text', { x: middle, y: height + 20, 'text-anchor': 'middle' }, new Text(String(ready)));
    return [part('ready', 0, ready), part('partly', ready, partly), part('none', ready + partly, none), number];
  });
  return drawing(
    'svg',
    { viewBox: `0 0 ${width} ${height + 26}`, class: 'plot', role: 'img', 'aria-label': title },
    ...columns,
  );
}

/**
 * From when to when the columns go.
 * @param {OrganisationView['overTime']} overTime
 */
function axis({ days }) {
  const [first, last] = [days[0], days.at(-1)];
  return element(
    'p',
    { class: 'axis quiet' },
    element('span', {}, first?.day ?? ''),
    element('span', {}, last?.day ?? ''),
  );
}

/** @param {OrganisationView['overTime']} overTime */
function legend(overTime) {
  const entries = /** @type {const} */ (['ready', 'partly', 'none']).map((part) => {
    const colour = drawing('rect', { class: `${part}-part`, width: 12, height: 12 });
    const sign = drawing('svg', { viewBox: '0 0 12 12', class: 'plot', 'aria-hidden': 'true' }, colour);
    return element('span', {}, sign, overTime[part]);
  });
  return element('p', { class: 'legend' }, ...entries);
}

/** @param {OrganisationView['overTime']} overTime */
function table({ tableTitle, day, ready, partly, none, days }) {
  const head = [day, ready, partly, none].map((name) => element('th', { scope: 'col' }, name));
  const lines = days.map((one) =>
    element('tr', {}, ...[one.day, one.ready, one.partly, one.none].map((cell) => element('td', {}, String(cell)))),
  );
  const numbers = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...lines),
  );
  return element('details', {}, element('summary', {}, tableTitle), numbers);
}
