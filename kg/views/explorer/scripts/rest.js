/* The rest of a big graph that is drawn whole: what vis-network does not hold is painted behind it,
   in bulk, on a sheet that is kept until the view has moved. It is clicked like all else. */
const MARGIN = 0.25; // of the view, painted on each side, for it to be dragged into
const restSheet = document.createElement("canvas");
const rest = { at: null, stale: true };
const hasRest = () => state.all && isBig();

const placeOf = (position) => {
  const node = network.body.nodes[position];
  if (node) return node;
  const pin = state.pinned[position];
  return pin ? { x: pin[0], y: pin[1] } : data.nodes[position];
};

/** Nodes and ties of the rest within a part of the plane. */
function restWithin(left, top, right, bottom) {
  const within = ({ x, y }) => x >= left && x <= right && y >= top && y <= bottom;
  const positions = [];
  entities.forEach((_, position) => {
    if (visible.entity[position] && !drawn.has(position) && within(placeOf(position))) positions.push(position);
  });
  const lines = [];
  ties.forEach((tie, position) => {
    if (!visible.tie[position] || edgesDrawn.has(position)) return;
    const [one, other] = [placeOf(tie.subject), placeOf(tie.object)];
    if (Math.max(one.x, other.x) < left || Math.min(one.x, other.x) > right) return;
    if (Math.max(one.y, other.y) < top || Math.min(one.y, other.y) > bottom) return;
    lines.push([position, one, other]);
  });
  return { positions, lines };
}
/** Ties in groups that are drawn alike: by colour, dashes and faintness. */
function inLooks(lines) {
  const groups = new Map();
  for (const line of lines) {
    const tie = ties[line[0]];
    const { color, dashes } = data.edges[line[0]];
    const faint = visible.tie[line[0]] === 1 || tie.stance === "denied";
    const key = `${color} ${dashes ?? ""} ${faint}`;
    if (!groups.has(key)) groups.set(key, { color, dashes: dashes ?? [], faint, lines: [] });
    groups.get(key).lines.push(line);
  }
  return [...groups.values()];
}
function trace(context, shape, x, y, r) {
  const corners = { triangle: [3, -90], square: [4, -45], diamond: [4, -90], hexagon: [6, 0], star: [5, -90] }[shape];
  context.beginPath();
  if (!corners) context.arc(x, y, r, 0, 2 * Math.PI);
  else for (let corner = 0; corner < corners[0]; corner++) {
    const angle = (corners[1] + corner * 360 / corners[0]) * Math.PI / 180;
    context.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  context.fill();
}

/** Paint the rest by a transform of the plane; the sheet is wider than the view by its margins. */
function paintRest(transform) {
  const [right, down] = [sheet.width * MARGIN, sheet.height * MARGIN].map(Math.round);
  [restSheet.width, restSheet.height] = [sheet.width + 2 * right, sheet.height + 2 * down];
  const context = restSheet.getContext("2d");
  const { a: scale } = transform;
  const [e, f] = [transform.e + right, transform.f + down];
  const { positions, lines } = restWithin(-e / scale, -f / scale, (restSheet.width - e) / scale, (restSheet.height - f) / scale);
  context.lineWidth = Math.min(Math.max(scale, 0.4), 2);
  for (const group of inLooks(lines)) {
    context.strokeStyle = group.color;
    context.globalAlpha = group.faint ? 0.2 : 0.45;
    context.setLineDash(scale > 0.25 ? group.dashes.map((length) => length * scale) : []);
    for (let start = 0; start < group.lines.length; start += 256) { // one path of all is slower
      context.beginPath();
      for (const [, one, other] of group.lines.slice(start, start + 256)) {
        context.moveTo(one.x * scale + e, one.y * scale + f);
        context.lineTo(other.x * scale + e, other.y * scale + f);
      }
      context.stroke();
    }
  }
  context.globalAlpha = 1;
  for (const position of positions) {
    const { x, y } = placeOf(position);
    const r = bySize[position] * scale;
    context.fillStyle = data.nodes[position].color;
    if (r < 2) context.fillRect(x * scale + e - r, y * scale + f - r, Math.max(2 * r, 1), Math.max(2 * r, 1));
    else trace(context, data.nodes[position].shape, x * scale + e, y * scale + f, r);
  }
  Object.assign(rest, { at: { scale, e: transform.e, f: transform.f, right, down }, stale: false });
}
/** Put the sheet under the drawing; while the view moves it is moved and stretched, and then painted anew. */
function drawRest(context) {
  if (!hasRest()) return;
  const transform = context.getTransform();
  const { at } = rest;
  const moved = at && (Math.abs(transform.e - at.e) > at.right || Math.abs(transform.f - at.f) > at.down);
  if (rest.stale || (!zooming && (at.scale !== transform.a || moved))) paintRest(transform);
  const factor = transform.a / rest.at.scale;
  context.save();
  if (state.chosen?.entity !== undefined || pathFound) context.globalAlpha = 0.4; // it steps back, as ties that are apart
  context.setTransform(factor, 0, 0, factor, transform.e - (rest.at.e + rest.at.right) * factor, transform.f - (rest.at.f + rest.at.down) * factor);
  context.drawImage(restSheet, 0, 0);
  context.restore();
}
network.on("beforeDrawing", drawRest);

/** What of the rest lies under a point of the plane. */
function restAt({ x, y }) {
  if (!hasRest()) return {};
  const near = 5 / network.getScale();
  let entity;
  entities.forEach((_, position) => {
    const at = placeOf(position);
    const far = Math.max(bySize[position], near);
    if (visible.entity[position] && Math.abs(at.x - x) < far && Math.abs(at.y - y) < far
      && (entity === undefined || rank[position] < rank[entity])) entity = position;
  });
  if (entity !== undefined) return { entity };
  let [tie, least] = [undefined, near];
  ties.forEach(({ subject, object }, position) => {
    if (!visible.tie[position]) return;
    const [one, other] = [placeOf(subject), placeOf(object)];
    const [dx, dy] = [other.x - one.x, other.y - one.y];
    const along = Math.min(Math.max(((x - one.x) * dx + (y - one.y) * dy) / (dx * dx + dy * dy || 1), 0), 1);
    const far = Math.hypot(one.x + along * dx - x, one.y + along * dy - y);
    if (far < least) [tie, least] = [position, far];
  });
  return { tie };
}
