// What shows: a list of results, or one code.

const PAGE = 50;
const title = document.title;
const status = element("status");
const more = element("more");
const overview = element("overview");
const rangeList = element("ranges");
const rangesTitle = element("ranges-title");
const ranges = Array.from(rangeList.querySelectorAll("article"), (node) => ({
  node,
  first: Number(node.dataset.first),
  last: node.dataset.last === "" ? Infinity : Number(node.dataset.last),
}));

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
  rangesTitle.textContent = `Ranges of ${number} in products that do not list it`;
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
    (shown.length === entries.length
      ? codes(entries.length)
      : `${shown.length} of ${codes(entries.length)}`) +
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
  document.title =
    `${entry.summary.querySelector(".number").textContent} ${name} - ${title}`.trim();
};
