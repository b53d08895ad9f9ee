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
