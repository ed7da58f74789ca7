"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { entities, ties, claims, words } = data;
  const panel = document.getElementById("panel");
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const map = document.getElementById("map");
  const network = new vis.Network(map, { nodes, edges }, data.options);

  /** Make an element; strings become text nodes, never markup. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick") element.addEventListener("click", value);
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }
  const both = (name) => (words.terms[name] || [name, name]).join(" · ");
  const stance = (name) => {
    const [ar, en, mark] = words.stances[name] || [name, name, ""];
    return (mark ? mark + " " : "") + ar + " · " + en;
  };
  const named = (position) => make("bdi", {}, entities[position].label);

  function facts(rows) {
    const list = make("dl", {});
    for (const [ar, en, value] of rows) {
      if (value === undefined || value === null || value === "" || value === false) continue;
      const shown = value instanceof Node ? value : String(value);
      list.append(make("dt", {}, ar + " · " + en), make("dd", {}, shown));
    }
    return list;
  }

  function sentence(claim) {
    const [start, end] = claim.quote;
    const letters = Array.from(claim.sentence); // offsets are code points
    const part = (from, to) => letters.slice(from, to).join("");
    return make("blockquote", { dir: "auto" }, part(0, start),
      make("mark", {}, part(start, end)), part(end));
  }

  function link(claim) {
    if (!/^https?:\/\//i.test(claim.url || "")) return claim.article;
    return make("a", { href: claim.url, target: "_blank", rel: "noopener noreferrer" }, claim.article);
  }

  function showClaim(claim) {
    const known = Object.keys(words.stances).includes(claim.stance) ? claim.stance : "";
    return make("article", { class: "claim " + known }, sentence(claim), facts([
      ["الموقف", "stance", stance(claim.stance)],
      ["المقال", "article", link(claim)],
      ["الناشر", "publisher", claim.publisher],
      ["التاريخ", "date", claim.issued],
      ["المتحدث", "speaker", claim.speaker],
      ["الإسناد", "attribution", claim.attribution],
      ["الصفة", "role", claim.role],
      ["المكان", "place", claim.place],
      ["منذ", "since", claim.since],
      ["حتى", "until", claim.until],
      ["بتاريخ", "as of", claim.as_of],
      ["انتهى", "ended", claim.ended ? "نعم · yes" : ""],
      ["القاعدة", "rule", claim.rule],
      ["الثقة", "confidence", claim.confidence],
    ]));
  }

  function tieLine(tie) {
    return [named(tie.subject), " — " + (words.terms[tie.verb] || [tie.verb])[0] + " ← ", named(tie.object)];
  }

  function showTie(position) {
    const tie = ties[position];
    panel.replaceChildren(
      make("h3", {}, ...tieLine(tie)),
      facts([
        ["الفعل", "verb", both(tie.verb)],
        ["الموقف", "stance", stance(tie.stance)],
        ["منذ", "since", tie.since],
        ["حتى", "until", tie.until],
        ["أول ذكر", "first seen", tie.first],
        ["آخر ذكر", "last seen", tie.last],
        ["مصادر مستقلة", "independent sources", tie.sources],
        ["الثقة", "confidence", tie.confidence],
        ["انتهت", "ended", tie.ended ? "نعم · yes" : ""],
      ]),
      ...tie.claims.map((number) => showClaim(claims[number])));
  }

  function showEntity(position) {
    const entity = entities[position];
    const its = ties.map((tie, number) => [tie, number])
      .filter(([tie]) => tie.subject === position || tie.object === position);
    panel.replaceChildren(
      make("h3", {}, named(position)),
      facts([
        ["النوع", "kind", both(entity.kind)],
        ["مقالات", "articles", entity.articles],
      ]),
      make("h2", {}, "الأسماء · names"),
      make("ul", {}, ...entity.names.map((name) => make("li", {}, make("bdi", {}, name)))),
      make("h2", {}, "الصلات · ties"),
      ...its.map(([tie, number]) => make("button", {
        class: "tie", type: "button", onclick: () => chooseTie(number),
      }, (words.stances[tie.stance] || ["", "", ""])[2] + " ", ...tieLine(tie))));
  }

  function chooseTie(number) {
    network.setSelection({ nodes: [], edges: [number] });
    showTie(number);
  }
  function chooseEntity(position) {
    network.selectNodes([position]);
    network.focus(position, { scale: 1 });
    showEntity(position);
  }
  network.on("click", (event) => {
    if (event.nodes.length) showEntity(event.nodes[0]);
    else if (event.edges.length) showTie(event.edges[0]);
  });

  /* Search: the query is folded as the names were. */
  const fold = (text) => Array.from(text.normalize("NFKC"))
    .map((letter) => letter in data.fold ? data.fold[letter] : letter).join("").toLowerCase().trim();
  const query = document.getElementById("query");
  const found = document.getElementById("found");
  query.addEventListener("input", () => {
    const wanted = fold(query.value);
    const hits = wanted === "" ? [] : entities.map((entity, position) => [entity, position])
      .filter(([entity]) => entity.folded.some((name) => name.includes(wanted))).slice(0, 20);
    found.replaceChildren(...hits.map(([entity, position]) => make("li", {}, make("button", {
      type: "button",
      onclick: () => { found.replaceChildren(); chooseEntity(position); },
    }, make("bdi", {}, entity.label), " · " + both(entity.kind)))));
  });
  query.addEventListener("keydown", (event) => {
    const first = found.querySelector("button");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "Escape") found.replaceChildren();
  });

  /* Legend: what is unticked is hidden. */
  const ticks = Array.from(document.querySelectorAll("#legend input"));
  function filter() {
    const off = (key) => new Set(ticks.filter((tick) => !tick.checked && tick.dataset[key])
      .map((tick) => tick.dataset[key]));
    const [kinds, families, stances] = ["kind", "family", "stance"].map(off);
    nodes.update(entities.map((entity, id) => ({ id, hidden: kinds.has(entity.kind) })));
    edges.update(ties.map((tie, id) => ({
      id, hidden: families.has(tie.family) || stances.has(tie.stance),
    })));
  }
  for (const tick of ticks) tick.addEventListener("change", filter);

  document.getElementById("count").textContent =
    entities.length + " فاعلًا ومكانًا · " + ties.length + " صلة · " + claims.length + " ادعاء";
  network.fit();
  document.documentElement.dataset.ready = "yes";
  window.kgNetwork = network; // for those who script the page from its console
})();
