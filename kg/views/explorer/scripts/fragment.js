/* The state in the address: what differs from the start, entities by id. It comes from outside, so
   only what has the right form is taken. */
const positionOf = new Map(entities.map((entity, position) => [entity.id, position]));
const endsOf = ({ subject, verb, object }) => [entities[subject].id, verb, entities[object].id];
const sameTies = (ends) => (ends.length < 3 || !isText(ends[1]) ? [] : tiesOf[positionOf.get(ends[0])] ?? [])
  .filter((tie) => endsOf(ties[tie]).every((end, place) => end === ends[place]));
/** A tie by its ends and verb, and its place among those alike. */
const keyOfTie = (tie) => [...endsOf(ties[tie]), sameTies(endsOf(ties[tie])).indexOf(tie)];
const tieFrom = (key) => sameTies(list(key))[list(key)[3]] ?? -1;
const idOf = (position) => entities[position].id;
const isText = (value) => typeof value === "string" && value.length < 200;
const isDay = (value) => value === "" || (isText(value) && /^\d{4}-\d\d-\d\d$/.test(value));
const isOneOf = (...values) => (value) => values.includes(value);
const list = (value) => (Array.isArray(value) ? value : []);
const entityFrom = (id) => positionOf.get(id) ?? -1;
const entitiesFrom = (ids) => list(ids).map(entityFrom).filter((position) => position >= 0);

const OUTWARD = {
  around: (value) => value && { entity: idOf(value.entity), steps: value.steps },
  hidden: (value) => value.map(idOf),
  added: (value) => value.map(idOf),
  place: (value) => (value < 0 ? "" : idOf(value)),
  path: (value) => value && value.map(idOf),
  pinned: (value) => Object.entries(value).map(([position, at]) => [idOf(position), ...at]),
  chosen: (value) => value && ("tie" in value ? { tie: keyOfTie(value.tie) } : { entity: idOf(value.entity) }),
};
const INWARD = {
  language: isOneOf("ar", "en"), view: isOneOf("graph", "map"), open: isOneOf(true, false), all: isOneOf(true, false),
  publisher: isText, from: isDay, to: isDay,
  confidence: (value) => value >= 0 && value <= 1, sources: (value) => Number.isInteger(value) && value >= 1,
};
const RESTORED = {
  around: (value) => (entityFrom(value?.entity) < 0 || !(value.steps >= 1) ? null
    : { entity: entityFrom(value.entity), steps: Math.min(Math.floor(value.steps), 9) }),
  hidden: entitiesFrom, added: entitiesFrom, place: entityFrom,
  kinds: (value) => list(value).filter((kind) => Object.hasOwn(looks.kinds, kind)),
  families: (value) => list(value).filter((family) => Object.hasOwn(looks.families, family)),
  stances: (value) => list(value).filter((stance) => Object.hasOwn(looks.stances, stance)),
  verbs: (value) => list(value).filter((verb) => verbs.has(verb)),
  path: (value) => (entitiesFrom(value).length === 2 ? entitiesFrom(value) : null),
  pinned: (value) => Object.fromEntries(list(value)
    .filter((pin) => Array.isArray(pin) && entityFrom(pin[0]) >= 0 && isFinite(pin[1]) && isFinite(pin[2]))
    .map(([id, x, y]) => [entityFrom(id), [+x, +y]])),
  chosen: (value) => (tieFrom(value?.tie) >= 0 ? { tie: tieFrom(value.tie) }
    : entityFrom(value?.entity) >= 0 ? { entity: entityFrom(value.entity) } : null),
};

function toFragment() {
  const record = {};
  for (const [key, value] of Object.entries(state)) {
    if (JSON.stringify(value) !== JSON.stringify(START[key])) record[key] = OUTWARD[key] ? OUTWARD[key](value) : value;
  }
  const text = JSON.stringify(record).replace(/\\ud[89a-f][0-9a-f]{2}/g, "\\ufffd"); // half letters cannot stand in an address
  return text === "{}" ? "#" : "#" + encodeURIComponent(text);
}
function fromFragment(fragment) {
  let record = {};
  try { record = JSON.parse(decodeURIComponent(fragment.slice(1))); } catch { return structuredClone(START); }
  const restored = structuredClone(START);
  for (const key of Object.keys(record ?? {})) {
    if (Object.hasOwn(INWARD, key) && INWARD[key](record[key])) restored[key] = record[key];
    if (Object.hasOwn(RESTORED, key)) restored[key] = RESTORED[key](record[key]);
  }
  return restored;
}
followers.push(() => {
  clearTimeout(toFragment.timer);
  toFragment.timer = setTimeout(() => history.replaceState(null, "", toFragment()), 50);
});
addEventListener("hashchange", () => {
  const next = fromFragment(location.hash);
  if (JSON.stringify(next) !== JSON.stringify(state)) change(next);
});
