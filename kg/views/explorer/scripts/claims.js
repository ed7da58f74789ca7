/* The claims behind a tie: the sentence with its words and both names marked, who says so, and where. */
function facts(rows) {
  const list = make("dl");
  for (const [key, value] of rows) {
    if (value === undefined || value === null || value === "" || value === false) continue;
    list.append(make("dt", {}, say(key)), make("dd", {}, value instanceof Node ? value : make("bdi", {}, plain(value))));
  }
  return list;
}

/** A date reads from left to right in either language. */
const dated = (iso) => iso && make("bdi", { dir: "ltr" }, plain(iso));

/** A sentence with spans of it marked; offsets are code points, spans may overlap. */
function marked(text, spans) {
  const letters = Array.from(text);
  const clamp = (at) => Math.min(Math.max(at, 0), letters.length);
  const cuts = [...new Set([0, letters.length, ...spans.flatMap(([from, to]) => [clamp(from), clamp(to)])])].sort((a, b) => a - b);
  const quote = make("blockquote", { dir: "auto", lang: isArabic(text) ? "ar" : null });
  for (let place = 0; place + 1 < cuts.length; place++) {
    const [from, to] = [cuts[place], cuts[place + 1]];
    const kinds = spans.filter((span) => span[0] <= from && to <= span[1]).map((span) => span[2]);
    const words = letters.slice(from, to).join("");
    quote.append(kinds.length ? make("mark", { class: [...new Set(kinds)].join(" ") }, words) : words);
  }
  return quote;
}
function quoteOf(claim) {
  const spans = [[...claim.quote, "quote"]];
  const before = [];
  for (const end of ["subject", "object"]) {
    const [sentence, places] = claim[`${end}_at`] ?? [];
    const own = (places ?? []).map((place) => [...place, end]);
    if (sentence === claim.sentence) spans.push(...own);
    else if (sentence !== undefined) before.push(marked(sentences[sentence], own));
  }
  for (const quote of before) quote.classList.add("before");
  return [...before.flatMap((quote) => [make("p", { class: "note" }, say("named_before") + ":"), quote]),
    marked(sentences[claim.sentence], spans)];
}

function link(article) {
  const title = make("bdi", {}, plain(article.title ?? ""));
  if (!/^https?:\/\//i.test(article.url ?? "")) return title;
  return make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, title);
}
const who = (position, text) => (position === undefined ? make("bdi", {}, plain(text))
  : make("button", { type: "button", class: "who", onclick: () => chooseEntity(position, { bring: true }) }, make("bdi", {}, plain(text))));

function showClaim(position) {
  const claim = claims[position];
  const article = articles[claim.article];
  return make("article", { class: `claim ${claim.stance}` }, ...quoteOf(claim), facts([
    ["stance", stanceWord(claim.stance)],
    ["article", link(article)],
    ["publisher_of", article.publisher],
    ["date", dated(article.issued)],
    ["speaker", claim.speaker && who(claim.speaker_entity, claim.speaker)],
    ["attribution", claim.attribution],
    ["role", claim.role],
    ["place_of", claim.place && who(claim.place_entity, claim.place)],
    ["since", dated(claim.since)], ["until", dated(claim.until)], ["as_of", dated(claim.as_of)],
    ["ended", claim.ended && say("yes")],
    ["rule", claim.rule],
    ["confidence_of", claim.confidence],
  ]));
}

const badge = (text, kind) => make("span", { class: `badge ${kind}` }, text);
function badges(tie) {
  return [
    tie.stance === "affirmed" ? null : badge(stanceWord(tie.stance), tie.stance),
    tie.sources === 1 ? badge(say("single_source"), "single") : null,
    tie.ended ? badge(say("ended"), "ended") : null,
  ];
}
function datesOf(tie) {
  const roles = [...new Set(tie.claims.map((claim) => claims[claim].role).filter(Boolean))].map(plain);
  const parts = [roles.length ? [make("bdi", {}, roles.join("، "))] : [],
    tie.since ? [`${say("since")} `, dated(tie.since)] : [], tie.until ? [`${say("until")} `, dated(tie.until)] : []]
    .filter((part) => part.length);
  if (!parts.length) return null;
  return make("span", { class: "dates" }, ...parts.flatMap((part, place) => (place ? [" · ", ...part] : part)));
}
function tieButton(position, seenFrom) {
  const tie = ties[position];
  const words = seenFrom === undefined || seenFrom === tie.subject
    ? [make("span", { class: "verb" }, verbWord(tie.verb)), " ", nameElement(tie.object)]
    : [nameElement(tie.subject), " ", make("span", { class: "verb" }, verbWord(tie.verb))];
  const ends = seenFrom === undefined ? [nameElement(tie.subject), " "] : [];
  return make("button", { type: "button", class: "tie", onclick: () => chooseTie(position), "data-tie": position },
    ...ends, ...words, " ", ...badges(tie).flatMap((one) => (one ? [one, " "] : [])),
    datesOf(tie), lifeline(position));
}

function tiePanel(position) {
  const tie = ties[position];
  return [
    make("h2", {}, who(tie.subject, nameOf(tie.subject)), ` — ${verbWord(tie.verb)} — `, who(tie.object, nameOf(tie.object))),
    make("p", {}, ...badges(tie).flatMap((one) => (one ? [one, " "] : []))),
    facts([
      ["verb", verbWord(tie.verb)],
      ["stance", stanceWord(tie.stance)],
      ["since", dated(tie.since)], ["until", dated(tie.until)],
      ["attested", dated(tie.days.length > 3 ? `${tie.days[0]} … ${tie.days.at(-1)} (${tie.days.length})` : tie.days.join(", "))],
      ["source_count", tie.sources],
      ["confidence_of", tie.confidence],
    ]),
    lifeline(position), lifeline(position) && make("p", { class: "note" }, say("lifeline")),
    make("h2", {}, `${say("claims")} (${tie.claims.length})`),
    ...(tie.claims.length ? tie.claims.map(showClaim) : [make("p", {}, say("no_claims"))]),
  ];
}
const action = (id, key, onclick, attributes = {}) =>
  make("button", { type: "button", id: `do-${id}`, onclick, ...attributes }, say(key));
