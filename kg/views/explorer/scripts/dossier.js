/* The dossier of an actor or place: its names, and its ties in the order an analyst asks for them. */
const HEADING = ["commands", "leads", "deputyLeaderOf", "appointedBy", "succeeded"];
const SECTIONS = [
  ["posts", (tie) => HEADING.includes(tie.verb)],
  ["backers", (tie) => tie.family === "support"],
  ["units", (tie) => tie.family === "belonging" && !HEADING.includes(tie.verb)],
  ["fights", (tie) => tie.family === "fight"],
  ["places", (tie) => tie.family === "ground"],
  ["others", () => true],
];
const startOf = (position) => {
  const { firm, open } = spans[position];
  return isFinite(open[0]) ? open[0] : firm ? firm[0] : Infinity;
};
const byTime = (one, other) => (startOf(one) === startOf(other) ? one - other : startOf(one) - startOf(other));
const MOST_LISTED = 200;

function section(key, items, show) {
  if (!items.length) return null;
  const more = items.length > MOST_LISTED ? make("p", { class: "note" }, counted("more", items.length - MOST_LISTED)) : null;
  return make("section", { "data-section": key }, make("h2", {}, `${say(key)} (${items.length})`),
    make("ul", {}, ...items.slice(0, MOST_LISTED).map((item) => make("li", {}, show(item)))), more);
}

function sourcesOf(its) {
  const counts = new Map();
  const told = new Set(its.flatMap((position) => ties[position].claims));
  for (const claim of told) {
    const name = plain(articles[claims[claim].article].publisher ?? articles[claims[claim].article].title ?? "");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}
/** Claims of what happened at a place, though no tie leads there. */
function happenedAt(place) {
  return ties.map((_, position) => position).filter((position) =>
    ties[position].subject !== place && ties[position].object !== place
    && ties[position].claims.some((claim) => claims[claim].place_entity === place));
}

function actions(position) {
  const pinned = position in state.pinned;
  const steps = make("input", {
    type: "number", min: 1, max: 9, id: "steps", "aria-label": `${say("around")}: ${say("steps")}`,
    value: state.around?.entity === position ? state.around.steps : 1,
    onchange: () => { if (state.around?.entity === position) around(); },
  });
  const around = () => {
    change({ around: { entity: position, steps: Math.min(Math.max(Math.floor(+steps.value) || 1, 1), 9) } });
    fit();
  };
  return make("div", { class: "actions" },
    action("around", "show_around", around), steps,
    state.around && action("everything", "show_everything", () => { change({ around: null }); fit(); }),
    action("expand", "expand", () => expand(position)),
    action("hide", "hide", () => hide(position)),
    pinned ? action("unpin", "unpin", () => unpin(position)) : action("pin", "pin", () => pin(position)),
    action("path", "path_here", () => startPath(position)));
}

function entityPanel(position) {
  const entity = entities[position];
  const its = [...tiesOf[position]].sort(byTime);
  const left = new Set(its);
  const sections = SECTIONS.map(([key, belongs]) => {
    const own = [...left].filter((tie) => belongs(ties[tie]));
    own.forEach((tie) => left.delete(tie));
    if (key === "fights") own.push(...happenedAt(position).filter((tie) => ties[tie].family === "fight"));
    return section(key, own, (tie) => tieButton(tie, ties[tie].subject === position || ties[tie].object === position ? position : undefined));
  });
  return [
    make("h2", { class: "name" }, nameElement(position)),
    facts([["kind", kindWord(entity.kind)], ["articles", entity.articles], ["ties_of", its.length]]),
    actions(position),
    make("section", { "data-section": "names" }, make("h2", {}, say("names")),
      make("ul", {}, ...entity.names.map((name) => make("li", {}, make("bdi", {}, plain(name)))))),
    ...sections,
    section("publishers", sourcesOf(its), ([name, times]) => make("span", {}, make("bdi", {}, name), ` (${times})`)),
  ];
}
