/* How two actors are connected: the fewest ties, none denied, not by way of a place. */
let pathFound = null;

function shortestPath(start, goal) {
  const before = new Map([[start, null]]);
  const waiting = [start];
  for (const here of waiting) {
    if (here === goal) break;
    if (here !== start && entities[here].kind === "Place") continue;
    const near = tiesOf[here].filter((tie) => visible.tie[tie] && ties[tie].stance !== "denied")
      .map((tie) => otherEnd(ties[tie], here)).sort((one, other) => one - other);
    for (const next of near) if (!before.has(next)) { before.set(next, here); waiting.push(next); }
  }
  if (!before.has(goal)) return null;
  const path = [];
  for (let here = goal; here !== null; here = before.get(here)) path.unshift(here);
  return path;
}
const tiesBetween = (one, other) => tiesOf[one].filter((tie) =>
  otherEnd(ties[tie], one) === other && visible.tie[tie] && ties[tie].stance !== "denied");

function findPath() {
  const path = state.path && visible.entity[state.path[0]] && visible.entity[state.path[1]]
    ? shortestPath(...state.path) : null;
  pathFound = path && {
    entities: path,
    ties: path.slice(1).flatMap((next, place) => tiesBetween(path[place], next)),
  };
}
function pathPanel() {
  const head = make("h2", {}, `${say("path")}: `, nameElement(state.path[0]), " ← → ", nameElement(state.path[1]));
  if (!pathFound) return [head, make("p", { id: "no-path" }, say("no_path"))];
  const steps = pathFound.entities.slice(1).map((next, place) => make("li", {},
    ...tiesBetween(pathFound.entities[place], next).map((tie) => make("div", {},
      tieButton(tie), ...ties[tie].claims.slice(0, 1).map(showClaim)))));
  return [head, make("p", {}, counted("path_steps", steps.length)), make("ol", { id: "path-steps" }, ...steps)];
}

const [pathFrom, pathTo] = [byId("path-from"), byId("path-to")];
function startPath(position) {
  byId("path-box").open = true;
  pathFrom.value = nameOf(position);
  pathTo.focus();
}
function suggest(event) {
  byId("names").replaceChildren(...find(event.target.value, 12).map((position) => make("option", { value: nameOf(position) })));
}
pathFrom.addEventListener("input", suggest);
pathTo.addEventListener("input", suggest);
byId("path-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const ends = [pathFrom, pathTo].map((input) => find(input.value, 1)[0]);
  if (ends.includes(undefined)) return notify(say("nothing_found"));
  change({ path: ends, chosen: null });
  if (pathFound) network.fit({ nodes: pathFound.entities.filter((position) => nodes.get(position)) });
});
