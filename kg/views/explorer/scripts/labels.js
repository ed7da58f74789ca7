/* Labels are written where there is room, the most important first, in one size at every zoom. */
const FACE = '"Noto Naskh Arabic", "Segoe UI", Tahoma, "DejaVu Sans", sans-serif';
const widths = new Map();
let dragging = false;

function widthOf(context, text) {
  if (!widths.has(text)) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.font = `100px ${FACE}`;
    widths.set(text, context.measureText(text).width / 100);
    context.restore();
  }
  return widths.get(text);
}

/** Rooms on the screen that are taken; a box is given by its left, top, right and bottom. */
function makeRooms() {
  const cells = new Map();
  const around = (box) => {
    const keys = [];
    for (let x = Math.floor(box[0] / 80); x <= Math.floor(box[2] / 80); x++) {
      for (let y = Math.floor(box[1] / 24); y <= Math.floor(box[3] / 24); y++) keys.push(x * 65536 + y);
    }
    return keys;
  };
  const meets = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
  return (box) => {
    const keys = around(box);
    if (keys.some((key) => cells.get(key)?.some((other) => meets(box, other)))) return false;
    for (const key of keys) {
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(box);
    }
    return true;
  };
}

/** The middle of where a name has room, below its node or above it, on the screen; a name is never cut off. */
function findRoom(takes, { x, y, width, half, radius, size, always }) {
  const middle = Math.max(Math.min(x, width - half), half);
  const top = [y + radius + 2, y - radius - 3 - size * 1.25].find((there) => takes([middle - half, there, middle + half, there + size * 1.25]));
  if (top === undefined && !always) return null;
  return { x: middle, y: (top ?? y + radius + 2) + size * 0.65 };
}
function write(context, text, x, y, size, colour = "#1b1b1b") {
  context.font = `${size}px ${FACE}`;
  context.direction = isArabic(text) ? "rtl" : "ltr";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = size / 4;
  context.strokeStyle = "#ffffff";
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

const labelTexts = new Map(); // by language and position
function labelOf(position) {
  const key = state.language + position;
  if (!labelTexts.has(key)) labelTexts.set(key, shorten(nameOf(position), 34));
  return labelTexts.get(key);
}
/** The actor chosen, or the ends of the tie chosen: their names are written, be there room or not. */
const chosenEnds = () => [state.chosen?.entity, ties[state.chosen?.tie]?.subject, ties[state.chosen?.tie]?.object]
  .filter((position) => position !== undefined);
/** Those whose labels come first: the chosen, those on the path, then by importance. */
function inLabelOrder() {
  const own = new Set([...chosenEnds(), ...(pathFound?.entities ?? [])]);
  for (const position of state.chosen?.entity === undefined ? [] : neighboursOf(state.chosen.entity)) if (drawn.has(position)) own.add(position);
  return [...own, ...data.order.filter((position) => drawn.has(position) && !own.has(position))];
}
let labelOrder = null;
followers.push(() => { labelOrder = null; });

function drawLabels(context) {
  const scale = network.getScale();
  const { clientWidth: width, clientHeight: height } = byId("graph");
  const takes = makeRooms();
  const from = network.DOMtoCanvas({ x: 0, y: 0 });
  labelOrder = labelOrder?.size === drawn.size ? labelOrder : Object.assign(inLabelOrder(), { size: drawn.size });
  for (const overlay of [byId("zoom"), byId("count")]) {
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = overlay;
    takes([left, top, left + offsetWidth, top + offsetHeight]);
  }
  for (const position of drawn) {
    const { x, y } = network.body.nodes[position] ?? {};
    const radius = bySize[position] * scale * 0.7;
    const [across, down] = [(x - from.x) * scale, (y - from.y) * scale];
    if (radius > 6) takes([across - radius, down - radius, across + radius, down + radius]);
  }
  const ends = chosenEnds();
  for (const position of labelOrder) {
    const node = network.body.nodes[position];
    if (!node) continue;
    const [x, y] = [(node.x - from.x) * scale, (node.y - from.y) * scale];
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const size = Math.min(13 + bySize[position] / 8, 18);
    const text = labelOf(position);
    const at = findRoom(takes, { x, y, width, half: widthOf(context, text) * size / 2 + 3, radius: bySize[position] * scale, size, always: ends.includes(position) });
    if (at) write(context, text, from.x + at.x / scale, from.y + at.y / scale, size / scale);
  }
  if (!dragging) drawMarks(context, scale, from, takes);
}

const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]; // where on a tie there may be room
/** Marks of stance on every tie that is not plainly affirmed; verbs where there is room. */
function drawMarks(context, scale, from, takes) {
  const { clientWidth: width, clientHeight: height } = byId("graph");
  for (const id of edges.getIds()) {
    const edge = network.body.edges[id];
    if (!edge?.connected) continue;
    const [one, other] = [edge.from, edge.to];
    const long = Math.hypot(one.x - other.x, one.y - other.y) * scale;
    const tie = ties[id];
    const mark = looks.stances[tie.stance].mark;
    if (long < 28 || (!mark && (scale < 0.6 || long < 90))) continue;
    if (isApart(id)) continue;
    const worded = scale >= 0.6 && long > 90;
    const text = [mark, worded ? verbWord(tie.verb) : ""].filter(Boolean).join(" ");
    const half = widthOf(context, text) * 6.5 + 2;
    const colour = looks.families[tie.family].colour;
    const writeAt = (part, words, reach, always) => {
      const at = edge.edgeType.getPoint(part);
      const [x, y] = [(at.x - from.x) * scale, (at.y - from.y) * scale];
      if (x < 0 || y < 0 || x > width || y > height) return false;
      if (!takes([x - reach, y - 8, x + reach, y + 8]) && !always) return false;
      write(context, words, at.x, at.y, 13.5 / scale, colour);
      return true;
    };
    if (long > half * 2 + 20 && ALONG.some((part) => writeAt(part, text, half))) continue;
    if (mark && !ALONG.some((part) => writeAt(part, mark, 6)) && !isBig()) writeAt(0.5, mark, 6, true);
  }
}

/** In an overview: where the communities lie that are drawn only in part. */
const regions = data.communities.slice(0, 60).map((members) => {
  const middle = (axis) => members.map((position) => data.nodes[position][axis]).sort((a, b) => a - b)[members.length >> 1];
  const [x, y] = [middle("x"), middle("y")];
  const far = members.map((position) => Math.hypot(data.nodes[position].x - x, data.nodes[position].y - y)).sort((a, b) => a - b);
  return { x, y, radius: far[Math.floor(members.length * 0.6)] + 40, members };
});
function drawRegions(context) {
  if (!isPart() || dragging) return;
  for (const { x, y, radius } of regions) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = "#f0f3f6";
    context.fill();
  }
}
network.on("beforeDrawing", drawRegions);
network.on("afterDrawing", drawLabels);

/* While the view is dragged a copy of its picture is moved, and nothing drawn anew: that takes no time
   in a graph of any size. It is drawn again when a margin has come into view, and at the end. */
const sheet = frame.querySelector("canvas");
const copy = make("canvas", { class: "copy", "aria-hidden": "true", hidden: true });
frame.append(copy);
let grip = null;
function takeCopy() {
  grip = { ...network.body.view.translation };
  [copy.width, copy.height] = [sheet.width, sheet.height];
  copy.getContext("2d").drawImage(sheet, 0, 0);
  copy.style.transform = "";
}
function drawAgain() {
  Object.assign(network.renderer, { allowRedraw: true, dragging: false });
  network.renderer._redraw();
  network.renderer.allowRedraw = false;
  takeCopy();
}
network.on("dragStart", (event) => {
  dragging = event.nodes.length > 0;
  if (dragging) return;
  takeCopy();
  copy.hidden = false;
  sheet.classList.add("copied");
  network.renderer.allowRedraw = false;
});
network.on("dragging", () => {
  if (!grip) return;
  const { x, y } = network.body.view.translation;
  const [right, down] = [x - grip.x, y - grip.y];
  if (Math.abs(right) > sheet.clientWidth * 0.2 || Math.abs(down) > sheet.clientHeight * 0.2) return drawAgain();
  copy.style.transform = `translate(${right}px, ${down}px)`;
});
network.on("dragEnd", () => {
  dragging = false;
  grip = null;
  copy.hidden = true;
  sheet.classList.remove("copied");
  Object.assign(network.renderer, { allowRedraw: true, dragging: false });
  network.redraw();
});
