/* The drawing: vis-network holds what there is room for, and is kept in step with the state. */
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const network = new vis.Network(byId("graph"), { nodes, edges }, data.options);
const frame = network.canvas.frame;
frame.tabIndex = 0;
frame.setAttribute("role", "application");
frame.dataset.label = "graph_label";
frame.querySelector("canvas").setAttribute("aria-hidden", "true");

const bySize = data.nodes.map((node) => node.size);
let drawn = new Set();
let edgesDrawn = new Set();
let zooming = false;
let seen = null; // the part of the plane in view, in its own coordinates

function nodeLook(position) {
  const node = { ...data.nodes[position], borderWidth: 1, shapeProperties: { borderDashes: false } };
  const pin = state.pinned[position];
  const onPath = pathFound?.entities.includes(position);
  if (pin) Object.assign(node, { x: pin[0], y: pin[1], fixed: true, shapeProperties: { borderDashes: [3, 3] } });
  if (pin || onPath) {
    node.color = { background: node.color, border: "#000000", highlight: { background: node.color, border: "#000000" } };
    node.borderWidth = 4;
  }
  return node;
}
/** A tie steps back while an actor is chosen to which it does not lead, or a path it is not of. */
function isApart(position) {
  const { subject, object } = ties[position];
  const { entity, tie } = state.chosen ?? {};
  if (entity !== undefined) return subject !== entity && object !== entity;
  return tie === undefined && pathFound !== null && !pathFound.ties.includes(position);
}
function edgeLook(position) {
  const edge = { ...data.edges[position] };
  const faint = visible.tie[position] === 1 || ties[position].stance === "denied";
  const onPath = pathFound?.ties.includes(position);
  const opacity = isApart(position) ? 0.15 : faint ? 0.35 : 0.9;
  edge.color = { color: edge.color, highlight: edge.color, hover: edge.color, opacity };
  if (onPath) edge.width += 4;
  return edge;
}
/** Make a DataSet hold just these items; only what differs is touched. */
function keep(set, wanted, look) {
  const gone = set.getIds().filter((id) => !wanted.has(id));
  if (gone.length) set.remove(gone);
  const fresh = [];
  const changed = [];
  for (const id of wanted) {
    const item = look(id);
    const sign = JSON.stringify(item);
    const old = set.get(id);
    if (!old) fresh.push({ ...item, sign });
    else if (old.sign !== sign) changed.push({ ...item, sign, ...(item.fixed ? {} : { fixed: false }) });
  }
  if (fresh.length) set.add(fresh);
  if (changed.length) set.update(changed);
}

function findSeen() {
  const { clientWidth: width, clientHeight: height } = byId("graph");
  const from = network.DOMtoCanvas({ x: -width * 0.15, y: -height * 0.15 });
  const to = network.DOMtoCanvas({ x: width * 1.15, y: height * 1.15 });
  return { from, to };
}
const isSeen = (position) => {
  const { x, y } = data.nodes[position];
  return !seen || (x >= seen.from.x && x <= seen.to.x && y >= seen.from.y && y <= seen.to.y);
};

function drawNetwork() {
  drawn = findDrawn(isSeen);
  edgesDrawn = new Set(findEdges(drawn));
  rest.stale = true;
  keep(nodes, drawn, nodeLook);
  keep(edges, edgesDrawn, edgeLook);
  select();
  count();
}
function select() {
  const { entity, tie } = state.chosen ?? {};
  network.setSelection({
    nodes: entity !== undefined && nodes.get(entity) ? [entity] : [],
    edges: tie !== undefined && edges.get(tie) ? [tie] : [],
  }, { highlightEdges: true });
}
function count() {
  const total = (list) => list.reduce((sum, passing) => sum + (passing ? 1 : 0), 0);
  const [shown, tied] = [total(visible.entity), total(visible.tie)];
  const part = (key, some, all) => counted(key, some) + (some === all ? "" : ` ${say("of")} ${number(all)}`);
  const text = [part("actors", shown, entities.length), part("ties", tied, ties.length), counted("claims", claims.length)].join(" · ");
  const left = !state.all && (drawn.size < shown || edges.length < tied);
  byId("count").textContent = left ? `${text} (${say("drawn")}: ${number(drawn.size)} · ${number(edges.length)})` : text;
}

/** Bring an entity into the middle, with the nearest of those tied to it. */
function goTo(position) {
  const { x, y } = placeOf(position);
  const far = neighboursOf(position).map(placeOf).map((at) => Math.hypot(at.x - x, at.y - y)).sort((one, other) => one - other);
  const { clientWidth, clientHeight } = byId("graph");
  const room = Math.min(clientWidth, clientHeight) * 0.42 / (far[Math.min(far.length, MOST_NEAR) - 1] ?? 1);
  network.moveTo({ position: { x, y }, scale: Math.min(Math.max(room, 0.25), 1) });
  lookAgain();
}
function fit() {
  network.fit({ nodes: [...drawn], maxZoomLevel: 1.5 });
  lookAgain();
}
const isBig = () => data.order.length > MOST_DRAWN;
const isPart = () => isBig() && !state.all;
/** In big graphs the view decides what is drawn: the nearer, the more of what lies there. */
function lookAgain() {
  clearTimeout(lookAgain.timer);
  lookAgain.timer = setTimeout(() => {
    zooming = false;
    if (!isBig()) return;
    seen = findSeen();
    drawNetwork();
  }, 150);
}
function zoom(factor) {
  if (state.view === "map") return zoomMap(factor);
  network.moveTo({ scale: network.getScale() * factor });
  lookAgain();
}
network.on("dragEnd", (event) => {
  lookAgain();
  if (event.nodes.length) rest.stale = true;
  if (event.nodes.length && state.pinned[event.nodes[0]]) pin(event.nodes[0]);
});
network.on("zoom", () => { zooming = true; lookAgain(); });
network.on("click", (event) => {
  if (event.nodes.length) return chooseEntity(event.nodes[0]);
  const { entity, tie = event.edges[0] } = restAt(event.pointer.canvas);
  if (entity !== undefined) chooseEntity(entity);
  else if (tie !== undefined) chooseTie(tie);
  else change({ chosen: null });
});
network.on("doubleClick", (event) => { if (event.nodes.length) expand(event.nodes[0]); });

/* What a reader does with a node. */
function pin(position) {
  const { x, y } = nodes.get(position) ? network.getPosition(position) : data.nodes[position];
  change({ pinned: { ...state.pinned, [position]: [Math.round(x), Math.round(y)] } });
}
function unpin(position) {
  const { [position]: _, ...pinned } = state.pinned;
  change({ pinned });
}
function hide(position) {
  change({ hidden: [...state.hidden, position], added: without(state.added, position), chosen: null });
}
function expand(position) {
  const near = tiesOf[position].map((tie) => otherEnd(ties[tie], position));
  const hidden = state.hidden.filter((other) => !near.includes(other));
  const around = state.around && { ...state.around, steps: state.around.steps + (state.around.entity === position ? 1 : 0) };
  change({ added: [...new Set([...state.added, position, ...near])], hidden, around });
}
byId("zoom-in").addEventListener("click", () => zoom(1.4));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
byId("fit").addEventListener("click", () => (state.view === "map" ? fitMap() : fit()));
byId("physics").addEventListener("change", (event) => {
  rest.stale = true;
  network.setOptions({ physics: { ...data.options.physics, enabled: event.target.checked } });
});
