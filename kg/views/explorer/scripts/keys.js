/* The keyboard: everything can be reached and done without a mouse. */
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function moveOrZoom(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const move = MOVES[event.key];
  if (move && state.view === "map") moveMap(move[0] * 0.1, move[1] * 0.1);
  else if (move && !event.shiftKey && state.chosen?.entity !== undefined) walk(move);
  else if (event.key === "Enter" && event.currentTarget === frame) {
    if (state.chosen) byId("panel").focus();
    else chooseMiddle();
  } else if (move) {
    const { x, y } = network.getViewPosition();
    const far = 80 / network.getScale();
    network.moveTo({ position: { x: x + move[0] * far, y: y + move[1] * far } });
    lookAgain();
  } else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else return;
  event.preventDefault();
}
frame.addEventListener("keydown", moveOrZoom);
world.addEventListener("keydown", moveOrZoom);

const isTyping = (target) => target.matches("input:not([type=checkbox]):not([type=range]), select, textarea");
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isTyping(event.target)) {
    (event.shiftKey ? redo : undo)();
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "y" && !isTyping(event.target)) redo();
  else if (event.key === "/" && !isTyping(event.target)) query.focus();
  else if (event.key === "Escape") {
    if (byId("save").open) { closeMenu(); byId("save").querySelector("summary").focus(); }
    else if (!isTyping(event.target)) change({ chosen: null, path: null });
    else return;
  } else return;
  event.preventDefault();
});
