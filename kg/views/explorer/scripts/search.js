/* Search by any name, in any spelling and either script. */
let index = null;
function namesIndex() {
  index ??= entities.map((entity) => entity.names.map((name) => {
    const folded = fold(name);
    return { folded, arabic: isArabic(folded), bones: skeletons(folded) };
  }));
  return index;
}
const isNear = (wanted, bones) => wanted.some((either) => either.length && either.join("").length > 1
  && either.every((bone) => bones.some((other) => other === bone || (bone.length > 2 && other.startsWith(bone)))));

/** How well an entity fits: 0 whole name, 1 beginning, 2 within, 3 sounds alike, 9 not at all. */
function likeness(names, wanted, bones, arabic) {
  let best = 9;
  for (const name of names) {
    if (name.folded === wanted) return 0;
    if (name.folded.startsWith(wanted)) best = Math.min(best, 1);
    else if (name.folded.includes(wanted)) best = Math.min(best, 2);
    else if (name.arabic !== arabic && isNear(bones, name.bones)) {
      best = Math.min(best, 3);
    }
  }
  return best;
}
/** Positions of the entities that a text may mean, the likeliest first. */
function find(text, most = 20) {
  const wanted = fold(text).replace(/\s+/g, " ");
  if (wanted === "") return [];
  const bones = [skeletons(wanted), skeletons(wanted.replace(/(^|\s)[ae]l(?=[a-z]{3})/g, "$1"))]; // almarziq, too
  const arabic = isArabic(wanted);
  return namesIndex().map((names, position) => [likeness(names, wanted, bones, arabic), position])
    .filter(([fitness]) => fitness < 9)
    .sort((one, other) => one[0] - other[0] || byRank(one[1], other[1]))
    .slice(0, most).map(([, position]) => position);
}

const query = byId("query");
const found = byId("found");
let pointed = -1;
function showFound() {
  const hits = find(query.value);
  pointed = hits.length ? 0 : -1;
  found.replaceChildren(...hits.map((position, place) => make("li", {
    role: "option", id: `found-${place}`, "aria-selected": String(place === 0),
    onmousedown: (event) => { event.preventDefault(); take(position); },
  }, nameElement(position), " · " + kindWord(entities[position].kind))));
  found.hidden = hits.length === 0;
  found.hits = hits;
  query.setAttribute("aria-expanded", String(hits.length > 0));
  if (hits.length) query.setAttribute("aria-activedescendant", "found-0");
  else query.removeAttribute("aria-activedescendant");
  const empty = query.value.trim() === "";
  byId("found-count").textContent = empty ? "" : hits.length ? counted("found_count", hits.length) : say("nothing_found");
}
function point(to) {
  const options = found.children;
  if (!options.length) return;
  pointed = (to + options.length) % options.length;
  Array.from(options).forEach((option, place) => option.setAttribute("aria-selected", String(place === pointed)));
  options[pointed].scrollIntoView({ block: "nearest" });
  query.setAttribute("aria-activedescendant", `found-${pointed}`);
}
function closeFound() {
  found.hidden = true;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
}
function take(position) {
  closeFound();
  query.value = "";
  chooseEntity(position, { bring: true });
}
query.addEventListener("input", showFound);
query.addEventListener("blur", closeFound);
query.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") point(pointed + 1);
  else if (event.key === "ArrowUp") point(pointed - 1);
  else if (event.key === "Enter" && pointed >= 0 && !found.hidden) take(found.hits[pointed]);
  else if (event.key === "Escape") closeFound();
  else return;
  event.preventDefault();
  event.stopPropagation();
});
