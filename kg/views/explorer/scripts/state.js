/* What the reader chose: one plain object, its earlier versions, and what follows from a change. */
const START = {
  language: data.language, view: "graph",
  kinds: [], families: [], verbs: [], stances: [], // those switched off
  confidence: 0, sources: 1, publisher: "", place: -1,
  from: "", to: "", open: true,
  around: null, hidden: [], pinned: {}, added: [],
  chosen: null, path: null, all: data.draw_all,
};
let state = structuredClone(START);
const past = [];
let future = [];
const followers = [];

/** Change some of the state; `quiet` changes join the one before, as while a slider is dragged. */
function change(patch, { quiet = false } = {}) {
  const before = JSON.stringify(state);
  const next = { ...state, ...patch };
  if (JSON.stringify(next) === before) return;
  if (!quiet) {
    past.push(before);
    if (past.length > 200) past.shift();
    future = [];
  }
  state = next;
  follow(JSON.parse(before));
}
function follow(before) {
  for (const follower of followers) follower(before);
}
function step(from, to) {
  if (!from.length) return;
  const before = JSON.stringify(state);
  to.push(before);
  state = JSON.parse(from.pop());
  follow(JSON.parse(before));
}
const undo = () => step(past, future);
const redo = () => step(future, past);
byId("undo").addEventListener("click", undo);
byId("redo").addEventListener("click", redo);
byId("switch").addEventListener("click", () => change({ language: state.language === "ar" ? "en" : "ar" }));
followers.push(() => {
  byId("undo").disabled = past.length === 0;
  byId("redo").disabled = future.length === 0;
});

const without = (list, item) => list.filter((other) => other !== item);
const chooseTie = (tie) => change({ chosen: { tie } });
function chooseEntity(entity, { bring = false } = {}) {
  const added = state.added.includes(entity) ? state.added : [...state.added, entity];
  const hidden = without(state.hidden, entity);
  change({ chosen: { entity }, ...(bring ? { added, hidden } : {}) });
  if (bring) goTo(entity);
}
