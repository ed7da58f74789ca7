/* The time slider, and the strip of claims by month above it. */
const [fromSlider, toSlider] = [byId("from"), byId("to")];
const [firstDay, lastDay] = hasTime ? timeSpan : [0, 0];
for (const slider of [fromSlider, toSlider]) {
  slider.min = firstDay;
  slider.max = lastDay;
  slider.disabled = !hasTime || firstDay === lastDay;
}
byId("play").disabled = !hasTime || firstDay === lastDay;

function readSliders(quiet) {
  const [from, to] = [+fromSlider.value, +toSlider.value];
  if (from > to) (document.activeElement === fromSlider ? toSlider : fromSlider).value = document.activeElement === fromSlider ? from : to;
  setTime(Math.min(+fromSlider.value, +toSlider.value), Math.max(+fromSlider.value, +toSlider.value), quiet);
}
function setTime(from, to, quiet) {
  change({ from: from <= firstDay ? "" : dayText(from), to: to >= lastDay ? "" : dayText(to) }, { quiet });
}
let sliding = false;
for (const slider of [fromSlider, toSlider]) {
  slider.addEventListener("input", () => { readSliders(sliding); sliding = true; });
  slider.addEventListener("change", () => { readSliders(sliding); sliding = false; });
}
byId("open-time").addEventListener("change", (event) => change({ open: event.target.checked }));
byId("all-time").addEventListener("click", () => { stop(); change({ from: "", to: "" }); });

/* Playing moves a window over the days, a sixtieth of all time in a step. */
let playing = null;
function stop() {
  clearInterval(playing);
  playing = null;
  showPlay();
}
function play() {
  const whole = lastDay - firstDay;
  const chosen = (state.to === "" ? lastDay : dayNumber(state.to)) - (state.from === "" ? firstDay : dayNumber(state.from));
  const width = chosen < whole ? chosen : Math.ceil(whole / 8);
  let from = state.from === "" || state.to === "" ? firstDay : dayNumber(state.from);
  let first = true;
  const pace = Math.max(Math.ceil(whole / 60), 1);
  playing = setInterval(() => {
    setTime(from + 1, Math.min(from + width, lastDay - 1), !first);
    first = false;
    from += pace;
    if (from + width >= lastDay) stop();
  }, 300);
  showPlay();
}
function showPlay() {
  byId("play").setAttribute("aria-pressed", String(playing !== null));
  byId("play").textContent = say(playing === null ? "play" : "pause");
}
byId("play").addEventListener("click", () => (playing === null ? play() : stop()));

/* The strip: a bar for each month, stances on top of one another. */
const STACK = [["affirmed", "#56708c"], ["alleged", "#c79a00"], ["denied", "#b34a00"]];
const monthOf = remembering((day) => dayText(day).slice(0, 7));
function monthsBetween(first, last) {
  const months = [];
  for (let [year, month] = monthOf(first).split("-").map(Number); ;) {
    months.push(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`);
    if (months.at(-1) >= monthOf(last) || months.length > 2400) return months;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
const months = hasTime ? monthsBetween(firstDay, lastDay) : [];
function showStrip() {
  const counts = new Map(months.map((month) => [month, { affirmed: 0, alleged: 0, denied: 0 }]));
  const told = new Set();
  ties.forEach((tie, position) => { if (isInStrip(position)) tie.claims.forEach((claim) => told.add(claim)); });
  for (const claim of told) if (claimDays[claim] !== null) counts.get(monthOf(claimDays[claim]))[claims[claim].stance] += 1;
  const most = Math.max(1, ...[...counts.values()].map((count) => count.affirmed + count.alleged + count.denied));
  const strip = byId("strip");
  strip.setAttribute("viewBox", `0 0 ${Math.max(months.length, 1) * 10} 50`);
  const bars = [...counts].flatMap(([month, count], place) => {
    let top = 50;
    return STACK.filter(([stance]) => count[stance]).map(([stance, colour]) => {
      const height = Math.max(46 * count[stance] / most, 3);
      top -= height;
      const bar = makeSvg("rect", { class: "bar", x: place * 10 + 1, y: top, width: 8, height, fill: colour, "data-month": month });
      bar.append(makeSvg("title", {}, `${month} · ${stanceWord(stance)} · ${count[stance]}`));
      return bar;
    });
  });
  const at = (iso, end) => (iso === "" ? (end ? months.length * 10 : 0)
    : (months.indexOf(iso.slice(0, 7)) + (+iso.slice(8) - 1) / 31) * 10);
  const [from, to] = [at(state.from, false), at(state.to, true)];
  const chosen = makeSvg("rect", { x: from, y: 0, width: Math.max(to - from, 2), height: 50, fill: "#0b57d0", opacity: state.from || state.to ? 0.14 : 0 });
  strip.replaceChildren(chosen, ...bars);
}
/** The strip counts the chosen's claims, else all that pass but for time. */
function isInStrip(position) {
  const { entity, tie } = state.chosen ?? {};
  if (tie !== undefined) return position === tie;
  if (entity !== undefined && !tiesOf[entity].includes(position)) return false;
  return passes(ties[position]);
}
byId("strip").addEventListener("click", (event) => {
  const { month } = event.target.dataset;
  if (month) change({ from: `${month}-01`, to: dayText(edge(month, true)) });
});
function showTime() {
  fromSlider.value = state.from === "" ? firstDay : dayNumber(state.from);
  toSlider.value = state.to === "" ? lastDay : dayNumber(state.to);
  byId("from-out").value = hasTime ? state.from || dayText(firstDay) : "—";
  byId("to-out").value = hasTime ? state.to || dayText(lastDay) : "—";
  fromSlider.classList.toggle("above", +fromSlider.value > (firstDay + lastDay) / 2); // where both meet, one must be had
  fromSlider.setAttribute("aria-valuetext", byId("from-out").value);
  toSlider.setAttribute("aria-valuetext", byId("to-out").value);
  byId("open-time").checked = state.open;
  showPlay();
  showStrip();
}
