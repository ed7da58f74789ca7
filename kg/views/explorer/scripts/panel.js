/* The panel beside the drawing: an overview, a dossier, the claims of a tie, or a path. */
const countIf = (test) => ties.reduce((sum, tie, position) => sum + (visible.tie[position] && test(tie) ? 1 : 0), 0);

function overviewPanel() {
  const most = data.order.filter((position) => visible.entity[position]);
  const degree = (position) => tiesOf[position].filter((tie) => visible.tie[tie]).length;
  const doubtful = ties.map((_, position) => position)
    .filter((position) => visible.tie[position] && ["disputed", "denied"].includes(ties[position].stance));
  const actor = (position, detail) => make("button", {
    type: "button", class: "actor", onclick: () => chooseEntity(position, { bring: true }),
  }, nameElement(position), ` · ${kindWord(entities[position].kind)} · ${detail}`);
  return [
    make("h2", {}, say("overview")),
    make("p", {}, say("start_hint")),
    state.hidden.length ? make("div", { class: "actions" }, action("unhide", "unhide", () => change({ hidden: [] }))) : null,
    state.around ? make("div", { class: "actions" }, action("everything", "show_everything", () => { change({ around: null }); fit(); })) : null,
    make("p", { id: "single" }, counted("single_source_ties", countIf((tie) => tie.sources === 1))),
    section("most_connected", most.slice(0, 12), (position) => actor(position, counted("ties", degree(position)))),
    isPart() ? section("communities", data.communities.slice(0, 30), (members) => actor(members[0], counted("members", members.length))) : null,
    section("disputed_ties", doubtful, (tie) => tieButton(tie)),
  ];
}
function showPanel() {
  const { entity, tie } = state.chosen ?? {};
  const parts = entity !== undefined ? entityPanel(entity) : tie !== undefined ? tiePanel(tie)
    : state.path ? pathPanel() : overviewPanel();
  byId("panel").replaceChildren(...parts.filter(Boolean));
}
