/* A change of the state is followed by all that shows it, each only where it must. */
const differs = (before, ...keys) => keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(state[key]));
const SHOWN_BY = ["kinds", "families", "verbs", "stances", "confidence", "sources", "publisher", "place",
  "from", "to", "open", "around", "hidden"];

followers.push((before) => {
  const anew = differs(before, ...SHOWN_BY);
  const spoken = differs(before, "language");
  if (spoken) { speak(); fillChoices(); }
  if (anew) findVisible();
  const path = differs(before, "path") || (anew && state.path);
  if (path) findPath();
  if (anew || path || differs(before, "pinned", "added", "all", "chosen")) drawNetwork();
  else if (spoken) { count(); network.redraw(); }
  if (anew || differs(before, "all")) lookAgain();
  if (anew || spoken || path || differs(before, "chosen", "pinned")) showPanel();
  if (differs(before, "chosen", "path")) byId("side").scrollTop = 0;
  if (differs(before, "chosen")) tell(before);
  showFilters();
  showTime();
  showMap();
});

state = fromFragment(location.hash);
speak();
fillChoices();
findVisible();
findPath();
drawNetwork();
network.fit();
showPanel();
showFilters();
showTime();
showMap();
byId("undo").disabled = byId("redo").disabled = true;
if (innerWidth < 800) byId("filter-box").open = false;
if (state.chosen?.entity !== undefined && location.hash.length > 1) goTo(state.chosen.entity);
network.once("afterDrawing", () => { document.documentElement.dataset.ready = "yes"; });
network.redraw();
window.kgNetwork = network; // for those who script the page from its console
window.kgState = () => structuredClone(state);
