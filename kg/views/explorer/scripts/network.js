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
function edgeLook(position) {
  const edge = { ...data.edges[position] };
  const faint = visible.tie[position] === 1 || ties[position].stance === "denied";
  const onPath = pathFound?.ties.includes(position);
  edge.color = { color: edge.color, highlight: edge.color, hover: edge.color, opacity: faint ? 0.35 : 0.9 };
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
  const between = findEdges(drawn);
  keep(nodes, drawn, nodeLook);
  keep(edges, new Set(between), edgeLook);
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
  const part = (some, all) => (some === all ? number(all) : `${number(some)} ${say("of")} ${number(all)}`);
  const text = `${part(shown, entities.length)} ${say("actors")} · ${part(tied, ties.length)} ${say("ties")} · ${number(claims.length)} ${say("claims")}`;
  const left = drawn.size < shown || edges.length < tied;
  byId("count").textContent = left ? `${text} (${say("drawn")}: ${number(drawn.size)} · ${number(edges.length)})` : text;
}

/** Bring an entity into the middle, near enough to read its neighbours. */
function goTo(position) {
  const at = nodes.get(position) ? network.getPosition(position) : data.nodes[position];
  network.moveTo({ position: { x: at.x, y: at.y }, scale: Math.max(network.getScale(), 0.8) });
  lookAgain();
}
function fit() {
  network.fit({ nodes: [...drawn], maxZoomLevel: 1.5 });
  lookAgain();
}
const isPart = () => data.order.length > MOST_DRAWN && !state.all;
/** In big graphs the view decides what is drawn: the nearer, the more of what lies there. */
function lookAgain() {
  clearTimeout(lookAgain.timer);
  lookAgain.timer = setTimeout(() => {
    if (!isPart()) return;
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
  if (event.nodes.length && state.pinned[event.nodes[0]]) pin(event.nodes[0]);
});
network.on("zoom", lookAgain);
network.on("click", (event) => {
  if (event.nodes.length) chooseEntity(event.nodes[0]);
  else if (event.edges.length) chooseTie(event.edges[0]);
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
  network.setOptions({ physics: { ...data.options.physics, enabled: event.target.checked } });
});
