// The codes that stand in the page, and how a search finds them.

const element = (id) => document.getElementById(id);
const list = element("codes");
const box = element("search");
const filters = element("filters");

const facets = Array.from(filters.querySelectorAll("fieldset"), (set) => ({
  name: set.dataset.facet,
  options: Array.from(set.querySelectorAll("label"), (label) => ({
    label,
    input: label.querySelector("input"),
    count: label.querySelector(".count"),
  })),
}));

const facts = JSON.parse(element("facts").textContent);

/** What a search finds: links to other codes are none of this one. */
const FOUND = "li,p:not(.as),h4,dd:not(.see)";

/** One code or word. What stands in the page is the data. */
class Entry {
  constructor(node, order) {
    const [, product, mark] = /^([^/]*)\/(.*)$/s.exec(node.id);
    const summary = node.querySelector("summary");
    const [number, name, title, what] = summary.children;
    const places = node.dataset.is.split(" ");
    const rust = node.querySelector(".facts code").textContent;
    Object.assign(this, { node, order, product, summary, title: title.textContent });
    this.details = node.firstElementChild;
    this.code = number.textContent === "" ? undefined : Number(mark);
    this.mark = mark.toLowerCase();
    this.values = places.map((place, at) => facets[at].options[place]?.input.value ?? "");
    // Constants and words, as they are written; Rust's name besides.
    this.called = [name.textContent, mark, ...(node.dataset.names?.split(" ") ?? [])];
    this.names = [...this.called, rust.slice(rust.lastIndexOf(":") + 1)].map((one) =>
      one.toLowerCase(),
    );
    this.what = what.textContent.toLowerCase();
    this.text = [title, what, ...this.details.lastElementChild.querySelectorAll(FOUND)]
      .map((part) => part.textContent)
      .join("\n")
      .toLowerCase();
    this.observed = summary.querySelector(".observed") !== null;
    this.failure = this.values[actorFacet] !== "nobody";
  }

  /** The error that it means the same as, or itself. */
  canonical() {
    return byAddress.get(this.node.dataset.same) ?? this;
  }

  /** What the server says with it; placeholders are zero characters. */
  responses() {
    this.answers ??= Array.from(this.node.querySelectorAll("li[data-on]"), (node) => ({
      node,
      entry: this,
      status: Number(/\d+/.exec(node.firstChild.data)[0]),
      parts: Array.from(node.querySelector("code").childNodes, (piece) =>
        piece.nodeName === "VAR" ? "\0" : piece.data,
      ).join(""),
      calls: node.dataset.on === "" ? [] : node.dataset.on.split(" ").map(Number),
    }));
    return this.answers;
  }

  /** Its finer causes. */
  reasons() {
    this.causes ??= Array.from(this.node.querySelectorAll("section"), (node) => {
      const number = node.querySelector("h4 > em");
      const fragment = node.querySelector(".part")?.textContent;
      return { code: number ? Number(number.textContent) : undefined, fragment };
    });
    return this.causes;
  }
}

// Nodes that do not show are kept out of the document, so that the browser lays out one page of
// results whatever the number of codes.
const actorFacet = facets.findIndex(({ name }) => name === "actor");
const entries = Array.from(list.children, (node, order) => new Entry(node, order));
const byAddress = new Map(entries.map((entry) => [entry.node.id, entry]));
const grouped = (pairs) => {
  const groups = new Map();
  for (const [key, entry] of pairs) {
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    if (!group.includes(entry)) group.push(entry);
  }
  return groups;
};
const byCode = grouped(entries.map((entry) => [entry.code, entry]));
const byName = grouped(entries.flatMap((entry) => entry.called.map((name) => [name, entry])));
list.replaceChildren();
list.classList.add("ready");

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
  let most = 1;
  for (const entry of entries) {
    let score = 0;
    let matched = 0;
    let named = 0;
    scorers.forEach((score_of, at) => {
      const one = score_of(entry);
      score += one;
      matched += one > 0 ? 1 : 0;
      // A constant or a word such as `invalid_grant` says more than all the prose around it.
      named += one >= 90 && terms[at].includes("_") ? 1 : 0;
    });
    const weight = matched + named * terms.length;
    if (weight > most) {
      hits = [];
      most = weight;
      words = matched;
    }
    if (weight === most) hits.push({ entry, score });
  }
  hits.sort((a, b) => b.score - a.score || a.entry.order - b.entry.order);
  return { found: hits.map((hit) => hit.entry), words };
};
