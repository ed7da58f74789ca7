/* The data of the page, and who is tied to whom. */
async function unpack(element) {
  if (element.dataset.packing === "json") return JSON.parse(element.textContent);
  const letters = atob(element.textContent.trim());
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(stream).text());
}
if (byId("data").dataset.packing !== "json" && typeof DecompressionStream === "undefined") {
  byId("panel").replaceChildren(...JSON.parse(byId("panel").dataset.tooOld).map((text) => make("p", { dir: "auto", role: "alert" }, text)));
  return; // nothing can be shown: the scripts of the page are one function
}
const data = await unpack(byId("data"));
const { entities, ties, claims, sentences, articles, looks } = data;
const verbs = new Map(looks.verbs.map(([verb, ar, en, family]) => [verb, { ar, en, family }]));
const MOST_DRAWN = 1500;
const MOST_EDGES = 3000;
const MOST_BESIDE = 300; // drawn beside the chosen, be they in view or not
const MOST_NEAR = 12; // of them brought into view

/** Ties of each entity, by position. */
const tiesOf = entities.map(() => []);
ties.forEach((tie, number) => {
  tie.claims ??= [];
  tie.days ??= [];
  tie.family = verbs.get(tie.verb).family;
  tiesOf[tie.subject].push(number);
  if (tie.object !== tie.subject) tiesOf[tie.object].push(number);
});
const otherEnd = (tie, end) => (tie.subject === end ? tie.object : tie.subject);

/** Where each entity stands in the order of importance. */
const rank = new Int32Array(entities.length);
data.order.forEach((position, place) => { rank[position] = place; });
const byRank = (one, other) => rank[one] - rank[other];

const publishersOf = (tie) => new Set(tie.claims.map((claim) =>
  articles[claims[claim].article].publisher ?? ""));
