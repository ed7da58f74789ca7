/* Which ties pass the filters. */
const isFiltered = () => ["kinds", "families", "verbs", "stances"].some((key) => state[key].length)
  || state.confidence > 0 || state.sources > 1 || state.publisher !== "" || state.place >= 0
  || state.from !== "" || state.to !== "";

function passes(tie) {
  return !state.families.includes(tie.family) && !state.verbs.includes(tie.verb)
    && !state.stances.includes(tie.stance) && tie.confidence >= state.confidence - 1e-9
    && tie.sources >= state.sources && (state.publisher === "" || publishersOf(tie).has(state.publisher));
}

/** Entities that have to do with a place: tied to it, or in a claim of something that happened there. */
function tiedToPlace(place) {
  const near = new Set([place]);
  for (const position of tiesOf[place]) near.add(otherEnd(ties[position], place));
  for (const tie of ties) {
    if (tie.claims.some((claim) => claims[claim].place_entity === place)) near.add(tie.subject).add(tie.object);
  }
  return near;
}
