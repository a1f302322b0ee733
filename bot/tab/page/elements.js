/** @typedef {string | Node} Child */

/**
 * An element with its attributes and what is in it. Words become text, never markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * The same for drawings.
 * @param {string} tag
 * @param {Readonly<Record<string, string | number>>} attributes
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function drawing(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/**
 * @param {string} title
 * @param {() => void} pressed
 * @param {boolean} [plain] not the main thing to do
 * @returns {HTMLButtonElement}
 */
export function button(title, pressed, plain = false) {
  const made = element('button', { type: 'button', ...(plain && { class: 'plain' }) }, title);
  made.addEventListener('click', pressed);
  return made;
}
