/* Walking the graph by key: from an actor to those tied to it, each told to who cannot see it. */
/** How far off a node lies in a direction: the straighter, the nearer; nothing if it lies elsewhere. */
function farness(from, to, [right, down]) {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const along = x * right + y * down;
  const aside = Math.abs(x * down) + Math.abs(y * right);
  return along > 0 && aside <= along * 2 ? along + 2 * aside : Infinity;
}
function walk(direction) {
  const { entity } = state.chosen;
  const from = placeOf(entity);
  const [nearest] = neighboursOf(entity).map((position) => [farness(from, placeOf(position), direction), position])
    .filter(([far]) => far < Infinity).sort((one, other) => one[0] - other[0]);
  if (!nearest) return tellText(`${nameOf(entity)}: ${say("nobody_there")}`);
  chooseEntity(nearest[1]);
  const { x, y } = placeOf(nearest[1]);
  network.moveTo({ position: { x, y } });
  lookAgain();
}
function chooseMiddle() {
  const middle = network.getViewPosition();
  const far = (position) => Math.hypot(placeOf(position).x - middle.x, placeOf(position).y - middle.y);
  const nearest = [...drawn].reduce((best, position) => (best === undefined || far(position) < far(best) ? position : best), undefined);
  if (nearest !== undefined) chooseEntity(nearest);
}

const tellText = (text) => { byId("spoken").textContent = plain(text); };
/** Tell what is chosen now: an actor, how it is tied to the one before, and how many ties lead on. */
function tell(before) {
  const { entity, tie } = state.chosen ?? {};
  if (tie !== undefined) return tellText([nameOf(ties[tie].subject), verbWord(ties[tie].verb), nameOf(ties[tie].object), stanceWord(ties[tie].stance)].join(" "));
  if (entity === undefined) return tellText("");
  const earlier = before.chosen?.entity;
  const way = earlier === undefined ? [] : tiesOf[entity].filter((position) => visible.tie[position] && otherEnd(ties[position], entity) === earlier)
    .map((position) => [nameOf(ties[position].subject), verbWord(ties[position].verb), nameOf(ties[position].object)].join(" "));
  tellText([nameOf(entity), kindWord(entities[entity].kind), counted("ties", tiesOf[entity].filter((position) => visible.tie[position]).length), ...way].join(" · "));
}
