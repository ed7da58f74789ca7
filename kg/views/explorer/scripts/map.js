/* The map: places whose coordinates the lexicon knows, on coasts and borders that travel in the page. */
const outline = JSON.parse(byId("outline").textContent);
const world = byId("world");
const SQUEEZE = Math.cos(30 * Math.PI / 180); // degrees of longitude are drawn as long as at 30° north
const toMap = ([lon, lat]) => [lon * SQUEEZE, -lat];
const RELATIONS = [
  ["clashes_here", "#D55E00"], ["controls_here", "#0072B2"], ["operates_here", "#009E73"], ["lies_here", "#6b6b6b"],
];
const MOST_MARKS = 800;
const placed = entities.map((_, position) => position).filter((position) => entities[position].at);
let box = null; // left, top, width and height of what is in view, in degrees

function pathOf(numbers, reverse) {
  const points = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < numbers.length; at += 2) {
    x += numbers[at]; y += numbers[at + 1];
    points.push(toMap([x / outline.steps, y / outline.steps]).map((value) => +value.toFixed(3)));
  }
  return reverse ? points.reverse() : points;
}
function drawOutline() {
  const ring = (arcs) => "M" + arcs.flatMap((arc) => pathOf(outline.lines[arc < 0 ? ~arc : arc], arc < 0)).join("L") + "Z";
  const line = (arc) => "M" + pathOf(outline.lines[arc], false).join("L");
  return [
    makeSvg("path", { d: outline.rings.map(ring).join(""), fill: "#f7f5ee", stroke: "#8c8c8c", "stroke-width": 1, "vector-effect": "non-scaling-stroke", "fill-rule": "evenodd" }),
    makeSvg("path", { d: outline.borders.map(line).join(""), fill: "none", stroke: "#a3a3a3", "stroke-width": 1, "stroke-dasharray": "4 3", "vector-effect": "non-scaling-stroke" }),
  ];
}

/** What visible actors do at a place: relation → their ties. */
function relationsAt(place, elsewhere) {
  const found = RELATIONS.map(() => []);
  for (const position of tiesOf[place]) {
    const { verb } = ties[position];
    const relation = verb === "controls" ? 1 : verb === "operatesIn" ? 2 : ["fight"].includes(ties[position].family) ? 0 : 3;
    if (visible.tie[position]) found[relation].push(position);
  }
  for (const position of elsewhere.get(place) ?? []) found[0].push(position);
  return found;
}
/** Fights at places to which no tie leads: place → ties. */
function fightsByPlace() {
  const found = new Map();
  ties.forEach((tie, position) => {
    if (!visible.tie[position] || tie.family !== "fight") return;
    for (const claim of tie.claims) {
      const place = claims[claim].place_entity;
      if (place !== undefined) found.set(place, new Set(found.get(place)).add(position));
    }
  });
  return found;
}
/** Places of the chosen: where it is said to be or to have happened; of a tie without a place, those of its ends. */
function placesOfChosen() {
  const { entity, tie } = state.chosen ?? {};
  if (entity === undefined && tie === undefined) return null;
  const own = tie === undefined ? placesOf([entity], tiesOf[entity]) : placesOf([], [tie]);
  if (tie === undefined || placed.some((position) => own.has(position))) return own;
  const { subject, object } = ties[tie];
  return placesOf([subject, object], [...tiesOf[subject], ...tiesOf[object]]);
}
function placesOf(actors, own) {
  const near = new Set(actors);
  for (const position of own) {
    near.add(ties[position].subject).add(ties[position].object);
    for (const claim of ties[position].claims) if (claims[claim].place_entity !== undefined) near.add(claims[claim].place_entity);
  }
  return near;
}
/** Who is at a place, by what they do there, each once. */
function actorsAt(place, found) {
  const told = new Set([place]);
  return found.flatMap((list, relation) => list.flatMap((tie) => [ties[tie].subject, ties[tie].object]).sort(byRank)
    .filter((position) => entities[position].kind !== "Place" && !told.has(position) && told.add(position))
    .map((position) => [position, relation]));
}

const land = makeSvg("g", {}, ...drawOutline());
const marks = makeSvg("g");
world.append(land, marks);
function showMap() {
  byId("graph").hidden = state.view === "map";
  byId("ground").hidden = state.view !== "map";
  byId("view-graph").setAttribute("aria-pressed", String(state.view === "graph"));
  byId("view-map").setAttribute("aria-pressed", String(state.view === "map"));
  if (state.view === "map") drawMap();
}
function drawMap() {
  const elsewhere = fightsByPlace();
  const near = placesOfChosen();
  const shown = placed.filter((position) => visible.entity[position]).sort(byRank).slice(0, MOST_MARKS);
  if (!box) fitMap(true);
  const unit = unitOfMap();
  const takes = makeRooms();
  const context = document.createElement("canvas").getContext("2d");
  const all = shown.map((position) => ({ position, found: relationsAt(position, elsewhere), mine: !near || near.has(position) }));
  all.sort((one, other) => other.mine - one.mine || byRank(one.position, other.position));
  marks.replaceChildren(...all.map((mark) => markOf(mark, unit, takes, context)).reverse());
  world.setAttribute("viewBox", box.join(" "));
  const none = all.length ? "" : say("no_places") + " · ";
  byId("ground-note").replaceChildren(none, ...RELATIONS.flatMap(([key, colour]) => [
    makeSvg("svg", { viewBox: "-6 -6 12 12", width: 11, height: 11, "aria-hidden": "true" }, makeSvg("circle", { r: 5, fill: colour })), ` ${say(key)} `,
  ]), "· ", say("map_credit"));
}
function unitOfMap() {
  const { clientWidth, clientHeight } = world;
  return Math.max(box[2] / Math.max(clientWidth, 1), box[3] / Math.max(clientHeight, 1));
}
/** Those at a place, under its name: as many as there is room for, the first three at most. */
function namesAt({ left, top }, actors, unit, takes, context) {
  const names = [];
  for (const [position, relation] of actors.slice(0, 3)) {
    const text = labelOf(position);
    const half = widthOf(context, text) * 5.5 + 2;
    const below = top + names.length * 14;
    if (!takes([left - half, below - 4, left + half, below + 9])) break;
    names.push(makeSvg("text", {
      x: box[0] + left * unit, y: box[1] + (below + 7) * unit, "font-size": 11 * unit, "text-anchor": "middle", fill: RELATIONS[relation][1], stroke: "#ffffff",
      "stroke-width": 3 * unit, "paint-order": "stroke", direction: isArabic(text) ? "rtl" : "ltr", "font-family": "sans-serif",
    }, text));
  }
  return names;
}
/** A place: rings for what goes on there, its name where there is room. */
function markOf({ position, found, mine }, unit, takes, context) {
  const [x, y] = toMap(entities[position].at);
  const total = found.reduce((sum, list) => sum + list.length, 0);
  const radius = Math.min(4 + 2 * Math.sqrt(total), 14);
  const group = makeSvg("g", {
    class: "mark", "data-place": position, role: "button", tabindex: "0", opacity: mine ? 1 : 0.25,
    "aria-label": `${plain(nameOf(position))} · ${counted("ties", total)}`,
    onclick: () => chooseEntity(position, { bring: true }),
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.stopPropagation(); chooseEntity(position, { bring: true }); } },
  });
  const rings = found.map((list, relation) => [list.length, RELATIONS[relation][1]]).filter(([length]) => length);
  if (!rings.length) rings.push([1, "#6b6b6b"]);
  rings.forEach(([, colour], place) => group.append(makeSvg("circle", {
    cx: x, cy: y, r: (radius + 3.5 * (rings.length - 1 - place)) * unit, fill: colour, stroke: "#ffffff", "stroke-width": unit,
  })));
  if (state.chosen?.entity === position) group.append(makeSvg("circle", { cx: x, cy: y, r: (radius + 9) * unit, fill: "none", stroke: "#000000", "stroke-width": 2 * unit }));
  const text = labelOf(position);
  const half = widthOf(context, text) * 6.5 + 2;
  const top = (y - box[1]) / unit + radius + 3;
  const across = (x - box[0]) / unit;
  const wide = box[2] / unit;
  const left = (across < 0 || across > wide ? across : Math.max(Math.min(across, wide - half), half)) - half; // no name is cut off
  if (takes([left, top, left + 2 * half, top + 16])) {
    group.append(makeSvg("text", {
      x: box[0] + (left + half) * unit, y: y + (radius + 13) * unit, "font-size": 13 * unit, "text-anchor": "middle", fill: "#1b1b1b", stroke: "#ffffff",
      "stroke-width": 3 * unit, "paint-order": "stroke", direction: isArabic(text) ? "rtl" : "ltr", "font-family": "sans-serif",
    }, text));
    if (mine) group.append(...namesAt({ left: left + half, top: top + 20 }, actorsAt(position, found), unit, takes, context));
  }
  group.prepend(makeSvg("title", {}, [text, ...actorsAt(position, found).slice(0, 12).map(([actor, relation]) =>
    `${say(RELATIONS[relation][0])}: ${plain(nameOf(actor))}`)].join("\n")));
  return group;
}

/* Moving about the map. */
function setBox(next) {
  box = next;
  clearTimeout(setBox.timer);
  world.setAttribute("viewBox", box.join(" "));
  setBox.timer = setTimeout(() => { if (state.view === "map") drawMap(); }, 80);
}
function fitMap(quiet) {
  const at = placed.filter((position) => visible.entity[position]).map((position) => toMap(entities[position].at));
  const [xs, ys] = [0, 1].map((axis) => at.map((point) => point[axis]));
  const [left, right] = at.length ? [Math.min(...xs) - 2, Math.max(...xs) + 2] : [toMap([20, 0])[0], toMap([60, 0])[0]];
  const [top, bottom] = at.length ? [Math.min(...ys) - 2, Math.max(...ys) + 2] : [-40, -10];
  box = [left, top, right - left, (bottom - top) * 1.12]; // the note below covers some
  widen();
  if (quiet !== true) setBox(box);
}
/** Give the box the shape of the window, so that a point of the one is a point of the other. */
function widen() {
  const { clientWidth, clientHeight } = world;
  if (!clientWidth || !clientHeight) return;
  const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
  const unit = unitOfMap();
  box = [x - clientWidth * unit / 2, y - clientHeight * unit / 2, clientWidth * unit, clientHeight * unit];
}
function zoomMap(factor, fx = 0.5, fy = 0.5) {
  const width = Math.min(Math.max(box[2] / factor, 0.2), 400);
  const height = box[3] * width / box[2];
  setBox([box[0] + (box[2] - width) * fx, box[1] + (box[3] - height) * fy, width, height]);
}
const moveMap = (right, down) => setBox([box[0] + right * box[2], box[1] + down * box[3], box[2], box[3]]);
world.addEventListener("wheel", (event) => {
  event.preventDefault();
  const { left, top, width, height } = world.getBoundingClientRect();
  zoomMap(event.deltaY < 0 ? 1.25 : 0.8, (event.clientX - left) / width, (event.clientY - top) / height);
}, { passive: false });
let held = null;
world.addEventListener("pointerdown", (event) => { held = [event.clientX, event.clientY]; });
addEventListener("pointermove", (event) => {
  if (!held || state.view !== "map") return;
  const [dx, dy] = [event.clientX - held[0], event.clientY - held[1]];
  if (Math.hypot(dx, dy) < 3) return;
  held = [event.clientX, event.clientY];
  moveMap(-dx / world.clientWidth, -dy / world.clientHeight);
});
addEventListener("pointerup", () => { held = null; });
byId("view-graph").addEventListener("click", () => change({ view: "graph" }));
byId("view-map").addEventListener("click", () => change({ view: "map" }));
