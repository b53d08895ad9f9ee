// The keyboard, and the first view.

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  element("results").focus();
});

const focusResult = (at) => {
  const entry = shown[at];
  if (entry?.node.isConnected) entry.summary.focus();
  return entry;
};
element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const first = focusResult(0);
  if (first) first.details.open = true;
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const at = shown.findIndex((entry) => entry.summary === document.activeElement);
  const inBox = document.activeElement === box;
  if (event.key === "/" && !inBox) {
    box.focus();
    box.select();
  } else if (event.key === "Enter" && inBox && !event.shiftKey) {
    element("form").requestSubmit();
  } else if (event.key === "Escape" && inBox && box.value !== "") {
    box.value = "";
    changed();
    settle();
    typing = false;
  } else if (event.key === "Escape" && !inBox) {
    box.focus();
  } else if (event.key === "ArrowDown" && (inBox || at >= 0)) {
    focusResult(at + 1);
  } else if (event.key === "ArrowUp" && at > 0) {
    focusResult(at - 1);
  } else if (event.key === "ArrowUp" && at === 0) {
    box.focus();
  } else {
    return;
  }
  event.preventDefault();
});

const narrow = matchMedia("(max-width: 52rem)");
filters.open = !narrow.matches;
overview.open = !narrow.matches;
narrow.addEventListener("change", () => (filters.open = !narrow.matches));
follow();
if (!location.hash && matchMedia("(pointer: fine)").matches) box.focus();
// The first message that somebody pastes does not wait for the index of all.
(globalThis.requestIdleCallback ?? setTimeout)(() => messagesIn([]));
