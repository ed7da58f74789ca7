/* Elements of the page: strings always become text, never markup. */
const byId = (id) => document.getElementById(id);

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
const make = (name, attributes = {}, ...children) =>
  fill(document.createElement(name), attributes, children);
const makeSvg = (name, attributes = {}, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

/** Text without the marks that could turn the text around it. */
const plain = (text) => String(text).replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
  .replace(/[\s\u0000-\u001f]+/g, " ").trim();
const shorten = (text, most) => {
  const letters = Array.from(plain(text));
  return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : letters.join("");
};
const isArabic = (text) => /[\u0620-\u064a\ufb50-\ufefc]/.test(text);

function notify(text) {
  byId("notice").textContent = text;
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => { byId("notice").textContent = ""; }, 4000);
}
