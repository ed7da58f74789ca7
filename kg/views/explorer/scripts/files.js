/* What leaves the page: pictures of the view, a table of what is selected, the printed page. */
function download(name, url) {
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}
function downloadText(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  download(name, url);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const ARROWS = {
  arrow: "M0 0L-14 -6L-14 6Z", vee: "M0 0L-14 -7L-9 0L-14 7Z", diamond: "M0 0L-7 -5L-14 0L-7 5Z",
  box: "M0 -5H-10V5H0Z", circle: "M0 0a5 5 0 1 1 -10 0a5 5 0 1 1 10 0Z",
};
function shapeOf(shape, x, y, r) {
  const corners = { triangle: [3, -90], square: [4, -45], diamond: [4, -90], hexagon: [6, 0], star: [10, -90] }[shape];
  if (!corners) return makeSvg("circle", { cx: x, cy: y, r });
  const points = Array.from({ length: corners[0] }, (_, corner) => {
    const angle = (corners[1] + corner * 360 / corners[0]) * Math.PI / 180;
    const far = shape === "star" && corner % 2 ? r * 0.5 : r;
    return `${(x + far * Math.cos(angle)).toFixed(1)},${(y + far * Math.sin(angle)).toFixed(1)}`;
  });
  return makeSvg("polygon", { points: points.join(" ") });
}
function drawEdge(id, unit) {
  const { from, to, edgeType } = network.body.edges[id];
  const look = edges.get(id);
  const [one, other] = [from, to]; // vis-network's own ends stop short of the arrowheads
  const middle = look.smooth ? edgeType.getPoint(0.5) : { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  const bend = { x: 2 * middle.x - (one.x + other.x) / 2, y: 2 * middle.y - (one.y + other.y) / 2 };
  const group = makeSvg("g", { stroke: look.color.color, fill: look.color.color, opacity: look.color.opacity });
  group.append(makeSvg("path", {
    d: `M${one.x} ${one.y}Q${bend.x} ${bend.y} ${other.x} ${other.y}`, fill: "none", "stroke-width": look.width,
    "stroke-dasharray": look.dashes ? look.dashes.join(" ") : null,
  }));
  for (const [end, node, tip] of [["to", to, other], ["from", from, one]]) {
    if (!look.arrows[end]) continue;
    const angle = Math.atan2(tip.y - bend.y, tip.x - bend.x);
    const far = bySize[node.id] + 2;
    group.append(makeSvg("path", {
      d: ARROWS[look.arrows[end].type], stroke: "none",
      transform: `translate(${tip.x - far * Math.cos(angle)} ${tip.y - far * Math.sin(angle)}) rotate(${angle * 180 / Math.PI})`,
    }));
  }
  const { mark } = looks.stances[ties[id].stance];
  return makeSvg("g", {}, group, mark ? svgText(mark, middle.x, middle.y, 15 * unit) : null); // seen, be the tie ever so faint
}
const svgText = (text, x, y, size) => makeSvg("text", {
  x, y, "font-size": size, "text-anchor": "middle", "font-family": "sans-serif", fill: "#1b1b1b", stroke: "#ffffff",
  "stroke-width": size / 4, "paint-order": "stroke", direction: isArabic(text) ? "rtl" : "ltr",
}, text);

/** What vis-network does not hold, of a graph drawn whole. */
function drawRestAsSvg({ x, y, width, height }, unit) {
  if (!hasRest()) return [];
  const { positions, lines } = restWithin(x, y, x + width, y + height);
  const paths = inLooks(lines).map(({ color, dashes, faint, lines: its }) => makeSvg("path", {
    d: its.map(([, one, other]) => `M${one.x} ${one.y}L${other.x} ${other.y}`).join(""), stroke: color, fill: "none",
    opacity: faint ? 0.2 : 0.45, "stroke-width": Math.max(unit / 2, 1), "stroke-dasharray": dashes.length ? dashes.join(" ") : null,
  }));
  return [...paths, ...positions.map((position) => shapeOfNode(position, placeOf(position)))];
}
function shapeOfNode(position, { x, y }) {
  const shape = shapeOf(data.nodes[position].shape, x, y, bySize[position]);
  shape.setAttribute("fill", data.nodes[position].color);
  return shape;
}

/** The view as a drawing: what the canvas shows, as shapes and text. */
function drawView() {
  if (state.view === "map") {
    const copy = world.cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", world.clientWidth);
    copy.setAttribute("height", world.clientHeight);
    copy.setAttribute("viewBox", box.join(" "));
    copy.removeAttribute("id");
    copy.prepend(makeSvg("rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: "#dfeaf2" }));
    return copy;
  }
  const { clientWidth: width, clientHeight: height } = byId("graph");
  const [from, to] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: width, y: height })];
  const unit = (to.x - from.x) / width;
  const size = { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
  const svg = makeSvg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `${size.x} ${size.y} ${size.width} ${size.height}` },
    makeSvg("title", {}, document.title), makeSvg("rect", { ...size, fill: "#ffffff" }),
    ...drawRestAsSvg(size, unit));
  for (const id of edges.getIds()) if (network.body.edges[id].connected) svg.append(drawEdge(id, unit));
  const takes = makeRooms();
  const context = document.createElement("canvas").getContext("2d");
  const labels = [];
  for (const position of inLabelOrder()) {
    const node = network.body.nodes[position];
    if (!node) continue;
    svg.append(shapeOfNode(position, node));
    const [x, y] = [(node.x - from.x) / unit, (node.y - from.y) / unit];
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const half = widthOf(context, labelOf(position)) * 7 + 3;
    const at = findRoom(takes, { x, y, width, half, radius: bySize[position] / unit, size: 14 });
    if (at) labels.push(svgText(labelOf(position), from.x + at.x * unit, from.y + (at.y + 5) * unit, 14 * unit));
  }
  svg.append(...labels);
  return svg;
}
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const viewAsSvg = () => new XMLSerializer().serializeToString(drawView()).replace(NOT_XML, "");
addEventListener("beforeprint", () => byId("print-view").replaceChildren(drawView()));
addEventListener("afterprint", () => byId("print-view").replaceChildren());
async function viewAsPng() {
  const shown = state.view === "map" ? world : frame.querySelector("canvas");
  const canvas = document.createElement("canvas");
  canvas.width = shown.width || shown.clientWidth;
  canvas.height = shown.height || shown.clientHeight;
  if (state.view === "map") [canvas.width, canvas.height] = [world.clientWidth, world.clientHeight];
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  let picture = shown;
  if (state.view === "map") {
    picture = new Image();
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(viewAsSvg());
    await picture.decode();
  }
  context.drawImage(picture, 0, 0);
  return canvas.toDataURL("image/png");
}

/* The table: one row a claim; a cell that begins like a formula is made harmless. */
const cell = (value) => {
  const text = value === undefined || value === null ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const COLUMNS = ["subject", "verb", "object", "tie_stance", "tie_sources", "stance", "sentence", "quote", "title", "publisher",
  "issued", "url", "speaker", "attribution", "role", "place", "since", "until", "as_of", "rule", "confidence"];
function selectedTies() {
  const { entity, tie } = state.chosen ?? {};
  if (tie !== undefined) return [tie];
  const shown = entity !== undefined ? tiesOf[entity] : state.path && pathFound ? pathFound.ties : ties.keys();
  return [...shown].filter((position) => visible.tie[position]);
}
function asTable(positions) {
  const rows = positions.flatMap((position) => {
    const tie = ties[position];
    const told = tie.claims.length ? tie.claims.map((claim) => claims[claim]) : [{}];
    return told.map((claim) => {
      const sentence = sentences[claim.sentence] ?? "";
      const row = {
        ...claim, ...articles[claim.article], subject: nameOf(tie.subject), verb: tie.verb, object: nameOf(tie.object),
        tie_stance: tie.stance, tie_sources: tie.sources, sentence, quote: Array.from(sentence).slice(...(claim.quote ?? [0, 0])).join(""),
      };
      return COLUMNS.map((column) => cell(row[column])).join(",");
    });
  });
  return "\ufeff" + [COLUMNS.join(","), ...rows].join("\r\n") + "\r\n";
}

const closeMenu = () => { byId("save").open = false; };
const onSave = (id, save) => byId(id).addEventListener("click", () => { closeMenu(); save(); });
onSave("save-png", async () => download("graph.png", await viewAsPng()));
onSave("save-svg", () => downloadText("graph.svg", "image/svg+xml", viewAsSvg()));
onSave("save-csv", () => downloadText("claims.csv", "text/csv;charset=utf-8", asTable(selectedTies())));
onSave("save-print", () => print());
onSave("save-link", async () => {
  history.replaceState(null, "", toFragment());
  try { await navigator.clipboard.writeText(location.href); } catch { /* the address bar has it */ }
  notify(say("copied"));
});
