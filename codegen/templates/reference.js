"use strict";
(() => {
  const PAGE = 50;
  const element = (id) => document.getElementById(id);
  const [list, box, status, more, clear, chosen] =
    ["codes", "search", "status", "more", "clear", "chosen"].map(element);
  const [overview, filters, rangeList] = ["overview", "filters", "ranges"].map(element);
  const title = document.title;
  const narrow = matchMedia("(max-width: 52rem)");

  const facets = Array.from(filters.querySelectorAll("fieldset"), (set) => ({
    name: set.dataset.facet,
    options: Array.from(set.querySelectorAll("label"), (label) => ({
      label,
      input: label.querySelector("input"),
      count: label.querySelector(".count"),
    })),
  }));

  // What stands in the page is the data. Nodes that do not show are kept out of the document, so
  // that the browser lays out one page of results whatever the number of codes.
  const entries = Array.from(list.children, (node, order) => ({
    node,
    order,
    mark: node.dataset.mark.toLowerCase(),
    values: facets.map((facet) => node.dataset[facet.name]),
    details: node.querySelector("details"),
    summary: node.querySelector("summary"),
    names: node.dataset.names.toLowerCase().trim().split(" "),
    what: node.querySelector(".what").textContent.toLowerCase(),
    text: Array.from(node.querySelectorAll("[data-find]"), (part) => part.textContent)
      .join("\n")
      .toLowerCase(),
  }));
  const byAddress = new Map(entries.map((entry) => [entry.node.id, entry]));
  const ranges = Array.from(rangeList.querySelectorAll("article"), (node) => ({
    node,
    first: Number(node.dataset.first),
    last: node.dataset.last === "" ? Infinity : Number(node.dataset.last),
  }));
  const rangesTitle = element("ranges-title");
  list.replaceChildren();
  list.classList.add("ready");
  rangeList.replaceChildren();

  // ---- Search ----

  /** The words of a query; what people paste from a log brings quotes and braces along. */
  const termsOf = (query) =>
    query
      .toLowerCase()
      .split(/[\s"'`(),;=[\]{}<>|]+|(?<!:):(?!:)/)
      .map((term) => term.replace(/[.!?]+$/, ""))
      .filter((term) => term !== "");

  const isNumber = (term) => /^-?\d+$/.test(term);

  /** How well an entry answers a word: nothing, or more the more directly it is meant. */
  const scorer = (term) => {
    const whole = isNumber(term) ? new RegExp(`(?<![\\d-])${term}(?!\\d)`) : /(?:)/;
    const inText = (text) => text.includes(term) && whole.test(text);
    return (entry) => {
      if (entry.mark === term) return 100;
      if (entry.names.includes(term)) return 90;
      if (isNumber(term) && entry.mark.startsWith(term)) return 60;
      if (entry.names.some((name) => name.startsWith(term))) return 50;
      if (entry.names.some((name) => name.includes(term))) return 40;
      if (inText(entry.what)) return 20;
      return inText(entry.text) ? 10 : 0;
    };
  };

  /** The entries with most of the words, best first, and how many of the words that is. */
  const find = (terms) => {
    if (terms.length === 0) return { found: entries, words: 0 };
    const scorers = terms.map(scorer);
    let hits = [];
    let words = 1;
    for (const entry of entries) {
      let score = 0;
      let matched = 0;
      for (const score_of of scorers) {
        const one = score_of(entry);
        score += one;
        matched += one > 0 ? 1 : 0;
      }
      if (matched > words) {
        hits = [];
        words = matched;
      }
      if (matched === words) hits.push({ entry, score });
    }
    hits.sort((a, b) => b.score - a.score || a.entry.order - b.entry.order);
    return { found: hits.map((hit) => hit.entry), words };
  };

  // ---- Filters ----

  /** The chosen values of each filter that has any. */
  const chosenFilters = () =>
    facets
      .map((facet, at) => ({
        at,
        name: facet.name,
        values: new Set(facet.options.filter((o) => o.input.checked).map((o) => o.input.value)),
      }))
      .filter((facet) => facet.values.size > 0);

  /** Entries that pass, with the count of each choice: what it would show beside the others. */
  const filter = (found) => {
    const active = chosenFilters();
    const counts = facets.map(() => new Map());
    const add = (at, value) => counts[at].set(value, (counts[at].get(value) ?? 0) + 1);
    const shown = [];
    for (const entry of found) {
      let failed = 0;
      let last;
      for (const { at, values } of active) {
        if (values.has(entry.values[at])) continue;
        failed += 1;
        last = at;
      }
      if (failed === 0) {
        shown.push(entry);
        entry.values.forEach((value, at) => add(at, value));
      } else if (failed === 1) {
        add(last, entry.values[last]);
      }
    }
    facets.forEach((facet, at) => {
      for (const { label, input, count } of facet.options) {
        const number = counts[at].get(input.value) ?? 0;
        count.textContent = number;
        label.classList.toggle("none", number === 0);
      }
    });
    const number = active.reduce((sum, facet) => sum + facet.values.size, 0);
    chosen.textContent = number === 0 ? "" : ` (${number})`;
    clear.hidden = number === 0;
    return shown;
  };

  // ---- What shows ----

  const codes = (number) => (number === 1 ? "1 code" : `${number} codes`);

  /** The documented ranges of a number in the products that do not list it. */
  const showRanges = (terms, products) => {
    const number = terms.find(isNumber);
    const listed = new Set(
      entries.filter((entry) => entry.mark === number).map((entry) => entry.node.dataset.product),
    );
    const near = ranges.filter(
      ({ node, first, last }) =>
        number !== undefined &&
        first <= Number(number) &&
        Number(number) <= last &&
        !listed.has(node.dataset.product) &&
        (products === undefined || products.has(node.dataset.product)),
    );
    rangesTitle.textContent = `${number} is not listed here, but lies in`;
    rangeList.replaceChildren(rangesTitle, ...near.map((range) => range.node));
    rangeList.hidden = near.length === 0;
  };

  let opened = [];
  const open = (some) => {
    opened.forEach((entry) => (entry.details.open = false));
    some.forEach((entry) => (entry.details.open = true));
    opened = some;
  };

  // How far a view is unfolded and scrolled; by address, so that going back finds it again.
  const fresh = () => ({ limit: PAGE, scroll: 0 });
  const seen = new Map();
  let view = fresh();

  let shown = [];
  const unfold = () => {
    const { limit } = view;
    list.replaceChildren(...shown.slice(0, limit).map((entry) => entry.node));
    more.hidden = shown.length <= limit;
    more.textContent = `Show ${Math.min(PAGE, shown.length - limit)} more of ${shown.length}`;
  };

  /** Shows what search box and filters say. */
  const showList = () => {
    const terms = termsOf(box.value);
    const { found, words } = find(terms);
    shown = filter(found);
    const active = chosenFilters();
    const exact = shown.filter((entry) =>
      terms.some((term) => entry.mark === term || entry.names.includes(term)),
    );
    open(exact.length <= 4 ? exact : []);
    unfold();
    showRanges(terms, active.find((facet) => facet.name === "product")?.values);
    overview.hidden = terms.length > 0 || active.length > 0;
    const partly = words < terms.length && shown.length > 0;
    status.textContent =
      (shown.length === entries.length ? codes(entries.length) : `${shown.length} of ${codes(entries.length)}`) +
      (partly ? `: none has all ${terms.length} words, these have most of them` : "") +
      (shown.length === 0 && active.length > 0 && found.length > 0
        ? `; without the filters ${found.length}`
        : "");
    document.title = title;
  };

  /** Shows one code. */
  const showEntry = (entry) => {
    shown = filter(entries).filter((other) => other === entry);
    open([entry]);
    unfold();
    showRanges([]);
    overview.hidden = true;
    const all = document.createElement("a");
    all.href = "#";
    all.textContent = `Show all ${codes(entries.length)}`;
    status.replaceChildren("1 code. ", all);
    const name = entry.summary.querySelector("h2").textContent;
    document.title = `${entry.summary.querySelector(".number").textContent} ${name} - ${title}`.trim();
  };

  // ---- Addresses: `#product/code` for a code, `#?q=words&kind=device` for a search ----

  /** The address of what search box and filters say. */
  const address = () => {
    const query = new URLSearchParams();
    if (box.value.trim() !== "") query.set("q", box.value.trim());
    for (const { name, values } of chosenFilters()) {
      values.forEach((value) => query.append(name, value));
    }
    return `#${query.size ? "?" : ""}${query}`;
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
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    element("results").focus();
  });

  // ---- Keys ----

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

  filters.open = !narrow.matches;
  overview.open = !narrow.matches;
  narrow.addEventListener("change", () => (filters.open = !narrow.matches));
  follow();
  if (!location.hash && matchMedia("(pointer: fine)").matches) box.focus();
})();
