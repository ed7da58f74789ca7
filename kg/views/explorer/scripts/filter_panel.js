/* The filters: controls that show the state and change it. */
const ticks = () => document.querySelectorAll("#filters input[data-off]");
byId("verbs").append(...looks.verbs.map(([verb]) => make("label", {},
  make("input", { type: "checkbox", checked: true, "data-off": "verbs", value: verb }), make("span", { "data-verb": verb }))));
byId("filters").addEventListener("change", (event) => {
  const { off } = event.target.dataset;
  if (!off) return;
  const { value, checked } = event.target;
  change({ [off]: checked ? without(state[off], value) : [...state[off], value].sort() });
});

const allPublishers = [...new Set(articles.map((article) => article.publisher).filter(Boolean))].sort();
const tiedPlaces = entities.map((_, position) => position)
  .filter((position) => ["Place", "State"].includes(entities[position].kind) && tiesOf[position].length)
  .sort((one, other) => byRank(one, other)).slice(0, 500);
function fillChoices() {
  byId("publisher").replaceChildren(make("option", { value: "" }, say("any")),
    ...allPublishers.map((name) => make("option", { value: name }, plain(name))));
  byId("place").replaceChildren(make("option", { value: -1 }, say("any")),
    ...tiedPlaces.map((position) => make("option", { value: position }, plain(nameOf(position)))));
  for (const element of document.querySelectorAll("[data-verb]")) element.textContent = verbWord(element.dataset.verb);
}
const bind = (id, event, read) => byId(id).addEventListener(event, () => change(read(byId(id))));
bind("confidence", "change", (input) => ({ confidence: +input.value }));
bind("sources", "change", (input) => ({ sources: Math.max(1, Math.floor(+input.value) || 1) }));
bind("publisher", "change", (input) => ({ publisher: input.value }));
bind("place", "change", (input) => ({ place: +input.value }));
bind("draw-all", "change", (input) => ({ all: input.checked }));
byId("confidence").addEventListener("input", (event) => { byId("confidence-out").value = event.target.value; });
byId("reset").addEventListener("click", () => {
  const { kinds, families, verbs, stances, confidence, sources, publisher, place, from, to } = START;
  change({ kinds, families, verbs, stances, confidence, sources, publisher, place, from, to, around: null, hidden: [] });
});

function showFilters() {
  for (const tick of ticks()) tick.checked = !state[tick.dataset.off].includes(tick.value);
  byId("confidence").value = state.confidence;
  byId("confidence-out").value = state.confidence;
  byId("sources").value = state.sources;
  byId("publisher").value = state.publisher;
  if (state.place >= 0 && !tiedPlaces.includes(state.place)) tiedPlaces.unshift(state.place), fillChoices();
  byId("place").value = state.place;
  byId("draw-all").checked = state.all;
  byId("all-row").hidden = entities.length <= MOST_DRAWN;
}
