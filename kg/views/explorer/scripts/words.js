/* Both languages: all words of the page are set anew when the language is switched. */
const say = (key) => data.words[key][state.language === "ar" ? 0 : 1];
const lookWord = (look) => look[state.language];
const verbWord = (verb) => verbs.get(verb)?.[state.language] ?? verb;
const kindWord = (kind) => lookWord(looks.kinds[kind]);
const stanceWord = (stance) => {
  const look = looks.stances[stance];
  return (look.mark ? look.mark + " " : "") + lookWord(look);
};
const nameOf = (position) => {
  const entity = entities[position];
  return (state.language === "en" ? entity.en : entity.ar) ?? entity.ar ?? entity.id;
};
const nameElement = (position) => make("bdi", {}, plain(nameOf(position)));
/** A number after its word, which then needs no plural of its own. */
const counted = (key, value) => `${say(key)}: ${number(value)}`;
const number = (value) => Number(value).toLocaleString(state.language === "ar" ? "ar-u-nu-latn" : "en");

function speak() {
  const root = document.documentElement;
  root.lang = state.language;
  root.dir = state.language === "ar" ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = say(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
  }
  for (const element of document.querySelectorAll("[data-hint]")) element.title = say(element.dataset.hint);
  for (const group of ["kind", "family", "stance"]) {
    const members = looks[{ kind: "kinds", family: "families", stance: "stances" }[group]];
    for (const element of document.querySelectorAll(`[data-${group}]`)) {
      element.textContent = lookWord(members[element.dataset[group]]);
    }
  }
  byId("query").placeholder = say("search_hint");
  byId("switch").textContent = say("language");
  byId("switch").lang = state.language === "ar" ? "en" : "ar";
  const title = plain(data.title ?? say("title"));
  byId("title").textContent = title;
  document.title = title;
}
