// Every view has an address: `#product/code` for a code, `#?q=words&kind=device` for a search.

/** The address of what search box and filters say. */
const address = () => {
  const query = new URLSearchParams();
  if (box.value.trim() !== "") query.set("q", box.value.trim());
  for (const { name, values } of chosenFilters()) {
    values.forEach((value) => query.append(name, value));
  }
  const text = query.toString();
  return text === "" ? "#" : `#?${text}`;
};

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Shows what the address says. */
const follow = () => {
  view = seen.get(location.hash) ?? fresh();
  seen.set(location.hash, view);
  const hash = location.hash.slice(1);
  const cut = hash.indexOf("?");
  const place = decoded(cut < 0 ? hash : hash.slice(0, cut));
  const query = new URLSearchParams(cut < 0 ? "" : hash.slice(cut));
  const entry = byAddress.get(place);
  const [product, number] = place.split("/");
  if (!entry && number !== undefined) {
    // A code that this edition does not list: what is known of its number, in its product.
    query.set("q", number);
    query.append("product", product);
  }
  box.value = query.get("q") ?? "";
  for (const facet of facets) {
    const values = query.getAll(facet.name);
    facet.options.forEach(({ input }) => (input.checked = values.includes(input.value)));
  }
  if (entry) {
    showEntry(entry);
    entry.summary.focus();
    entry.node.scrollIntoView();
  } else {
    showList();
    scrollTo(0, view.scroll);
  }
};

// A search is one step of the history, whatever the number of its letters. Its address is
// written once the typing pauses: browsers refuse more than a few changes a second.
let typing = false;
let unsettled = false;
let pause;
const settle = () => {
  clearTimeout(pause);
  const target = address();
  if (!unsettled || target === (location.hash || "#")) return;
  unsettled = false;
  history[typing ? "replaceState" : "pushState"](null, "", target);
  seen.set(location.hash, view);
};
const changed = () => {
  unsettled = true;
  view = fresh();
  showList();
};

history.scrollRestoration = "manual";
addEventListener("hashchange", () => {
  clearTimeout(pause);
  typing = false;
  unsettled = false;
  follow();
});
addEventListener("scroll", () => (view.scroll = scrollY), { passive: true });
box.addEventListener("input", () => {
  changed();
  clearTimeout(pause);
  pause = setTimeout(() => {
    settle();
    typing = true;
  }, 300);
});
box.addEventListener("blur", () => {
  settle();
  typing = false;
});
filters.addEventListener("change", () => {
  changed();
  settle();
});
clear.addEventListener("click", () => {
  facets.forEach((facet) => facet.options.forEach(({ input }) => (input.checked = false)));
  changed();
  settle();
  box.focus();
});
more.addEventListener("click", () => {
  const next = shown[view.limit];
  view.limit += PAGE;
  unfold();
  next.summary.focus();
});
