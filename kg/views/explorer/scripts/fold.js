/* Names are folded as the reader folds them; across scripts their consonants are compared. */
const PRESENTATION = /[\ufb50-\ufdff\ufe70-\ufefc]/;
function fold(text) {
  const composed = PRESENTATION.test(text) ? text.normalize("NFKC") : text;
  return Array.from(composed, (letter) => data.fold[letter] ?? letter).join("").toLowerCase().trim();
}

const sounds = new Map(data.skeletons);
/** The consonants of a word in either script: `firas` and `فراس` both give `frs`. */
function skeleton(word) {
  const letters = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ه$|(?<=[aeiou])h$/, "");
  let found = "";
  for (let at = 0; at < letters.length;) {
    const length = [3, 2, 1].find((size) => sounds.has(letters.slice(at, at + size)));
    const sound = length ? sounds.get(letters.slice(at, at + length)) : "";
    if (!found.endsWith(sound) || sound === "") found += sound;
    at += length ?? 1;
  }
  return found;
}
/** The skeletons of the words of a folded name, articles left out. */
const skeletons = (folded) => folded
  .replace(/(^|[\s-])(al|el|ad|as|ash|at|az|an|ar)-/g, "$1").replace(/(^|\s)(al|el)\s/g, "$1")
  .split(/[\s\-'’‘`.]+/).map((word) => skeleton(word.replace(/^ال(?=..)/, ""))).filter((word) => word);
