/* What is to be seen: which entities and ties pass, and which of them there is room to draw. */
const visible = { entity: new Uint8Array(entities.length), tie: new Uint8Array(ties.length) };

/** Entities within some steps; a place is reached but not crossed, as in `kg show --steps`. */
function within(start, steps, passing) {
  const far = new Map([[start, 0]]);
  const waiting = [start];
  for (const here of waiting) {
    if (far.get(here) >= steps || (here !== start && entities[here].kind === "Place")) continue;
    for (const position of tiesOf[here]) {
      const near = otherEnd(ties[position], here);
      if (passing[position] && !far.has(near)) { far.set(near, far.get(here) + 1); waiting.push(near); }
    }
  }
  return far;
}

function findVisible() {
  const filtered = isFiltered();
  const near = state.place >= 0 ? tiedToPlace(state.place) : null;
  const hidden = new Set(state.hidden);
  const kinds = new Set(state.kinds);
  const fits = (position) => !hidden.has(position) && !kinds.has(entities[position].kind) && (!near || near.has(position));
  ties.forEach((tie, position) => {
    visible.tie[position] = passes(tie) && fits(tie.subject) && fits(tie.object) ? holds(position) : 0;
  });
  const around = state.around && within(state.around.entity, state.around.steps, visible.tie);
  entities.forEach((_, position) => {
    const tied = !filtered || tiesOf[position].some((tie) => visible.tie[tie]) || position === state.place;
    visible.entity[position] = fits(position) && tied && (!around || around.has(position)) ? 1 : 0;
  });
  ties.forEach((tie, position) => {
    if (!visible.entity[tie.subject] || !visible.entity[tie.object]) visible.tie[position] = 0;
  });
}

/** Entities tied to one by what is to be seen, the most important first. */
const neighboursOf = (position) => [...new Set(tiesOf[position].filter((tie) => visible.tie[tie])
  .map((tie) => otherEnd(ties[tie], position)))].filter((other) => other !== position).sort(byRank);

/** The entities vis-network draws: the reader's own, then the most important in view, as far as there is room. */
function findDrawn(inView) {
  const candidates = data.order.filter((position) => visible.entity[position]);
  if (candidates.length <= MOST_DRAWN) return new Set(candidates);
  const tie = state.chosen && ties[state.chosen.tie];
  const own = [...state.added, ...Object.keys(state.pinned).map(Number), ...(pathFound?.entities ?? []),
    ...(tie ? [tie.subject, tie.object] : []),
    ...(state.chosen && !tie ? [state.chosen.entity, ...neighboursOf(state.chosen.entity).slice(0, MOST_BESIDE)] : [])];
  const drawn = new Set(own.filter((position) => visible.entity[position]));
  for (const position of candidates) {
    if (drawn.size >= MOST_DRAWN) break;
    if (inView(position)) drawn.add(position);
  }
  return drawn;
}
/** The ties it draws among the drawn: all, or in big graphs those that matter most. */
function findEdges(drawn) {
  const between = [];
  ties.forEach((tie, position) => {
    if (visible.tie[position] && drawn.has(tie.subject) && drawn.has(tie.object)) between.push(position);
  });
  if (between.length <= MOST_EDGES) return between;
  const kept = new Set(pathFound?.ties ?? []);
  const weight = (position) => {
    const { subject, object, sources } = ties[position];
    const own = kept.has(position) || state.chosen?.tie === position
      || subject === state.chosen?.entity || object === state.chosen?.entity;
    return (own ? -1e9 : 0) + Math.max(rank[subject], rank[object]) - sources * 100;
  };
  return between.map((position) => [weight(position), position])
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]).slice(0, MOST_EDGES).map(([, position]) => position);
}
