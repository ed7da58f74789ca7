/* Time: what the text bounds, and what it leaves open. Days are numbers since 1970. */
/** A function that answers at once what it was asked before: days come again in many ties. */
function remembering(answer) {
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, answer(text));
    return known.get(text);
  };
}
const dayNumber = remembering((iso) => Math.floor(Date.parse(iso + "T00:00:00Z") / 86400000));
const dayText = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
function edge(iso, last) {
  const [year, month, day] = iso.split("-").map(Number);
  if (day) return dayNumber(iso);
  if (month) return last ? Math.floor(Date.UTC(year, month, 0) / 86400000) : dayNumber(`${iso}-01`);
  return dayNumber(last ? `${iso}-12-31` : `${iso}-01-01`);
}
/** First and last day that `2023`, `2023-03`, `2023-03-12` or two of them joined by `/` can mean. */
const bounds = remembering((iso) => {
  const [first, last] = iso.split("/");
  return [edge(first, false), edge(last ?? first, true)];
});

/** When a tie surely held by its texts (`firm`), and when it may have (`open`). */
const spans = ties.map((tie) => {
  const since = tie.since ? bounds(tie.since) : null;
  const until = tie.until ? bounds(tie.until) : null;
  const days = tie.days.map(dayNumber);
  const known = [...days, ...(since ? [since[1]] : []), ...(until ? [until[0]] : [])];
  if (!known.length) return { firm: null, open: [-Infinity, Infinity] };
  const firm = [Math.min(...known), Math.max(...known)];
  return { firm, open: [since ? since[0] : -Infinity, until ? until[1] : Infinity] };
});
/** The day by which a claim is put on the strip: the one it speaks of, else that of its article. */
const claimDays = claims.map((claim) => {
  const iso = claim.as_of ?? articles[claim.article].issued ?? claim.since ?? claim.until;
  return iso === undefined ? null : bounds(iso)[0];
});
const allDays = [...claimDays.filter((day) => day !== null), ...spans.flatMap(({ firm }) => firm ?? [])];
const timeSpan = allDays.reduce(([first, last], day) => [Math.min(first, day), Math.max(last, day)], [Infinity, -Infinity]);
const hasTime = allDays.length > 0;

/** 2 where a tie is said to hold in the chosen time, 1 where it may, 0 where it cannot. */
function holds(position) {
  if (state.from === "" && state.to === "") return 2;
  const from = state.from === "" ? -Infinity : dayNumber(state.from);
  const to = state.to === "" ? Infinity : dayNumber(state.to);
  const { firm, open } = spans[position];
  if (firm && firm[0] <= to && firm[1] >= from) return 2;
  return state.open && open[0] <= to && open[1] >= from ? 1 : 0;
}

/** A bar for the life of a tie: solid as far as the text bounds it, faint where it leaves it open. */
function lifeline(position) {
  const { firm, open } = spans[position];
  if (!firm) return null;
  const [first, last] = timeSpan;
  const width = Math.max(last - first, 1);
  const scale = (day) => 1000 * (Math.min(Math.max(day, first), last) - first) / width;
  const colour = looks.families[ties[position].family].colour;
  const bar = ([from, to], opacity) => makeSvg("rect", {
    x: scale(from), y: 1, width: Math.max(scale(to) - scale(from), 8), height: 6, fill: colour, opacity,
  });
  return makeSvg("svg", {
    class: "lifeline", viewBox: "0 0 1008 8", preserveAspectRatio: "none", role: "img", "aria-label": say("lifeline"),
  }, bar(open, 0.22), bar(firm, 1));
}
