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
    entries.filter((entry) => entry.mark === number).map((entry) => entry.product),
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

const callPanel = element("call");
const make = (name, ...content) => {
  const node = document.createElement(name);
  node.append(...content);
  return node;
};
const link = (href, text) => Object.assign(make("a", text), { href });

/** What a call needs, and which of the codes below it documents. */
const showCall = (call) => {
  callPanel.hidden = call === undefined;
  if (call === undefined) return;
  const parts = call.operations.flatMap((operation) => {
    const facts = operationFacts(operation).flatMap(([label, text]) => [
      make("dt", label),
      make("dd", text),
    ]);
    const answers = operation.failures().map(({ node, entry }) => {
      const text = make("li", link(`#${entry.node.id}`, entry.called[0]), ", ");
      text.append(...Array.from(node.childNodes, (part) => part.cloneNode(true)));
      text.querySelector(".calls")?.remove();
      return text;
    });
    return [make("h2", operation.call), make("dl", ...facts), make("ul", ...answers)];
  });
  const shared = make("p", "Every operation may also answer the ");
  shared.append(link("#?product=rest_api", "codes of every product"), ".");
  const unknown = make("p", "No operation of the reference; these are the codes of its product.");
  callPanel.replaceChildren(...(parts.length > 0 ? parts : [unknown]), shared);
};

/** What only a script can tell of a code: its operations, its address, its namesakes. */
const dressed = new WeakSet();
const dress = (entry) => {
  if (dressed.has(entry)) return entry.node;
  dressed.add(entry);
  for (const { node, calls } of entry.responses()) {
    if (calls.length === 0) continue;
    const all = operationsOf.get(entry.product) ?? [];
    const text = calls.map((at) => all[at]?.call).join(", ");
    node.append(" ", Object.assign(make("span", text), { className: "calls" }));
  }
  const steps = entry.node.querySelector(".as");
  const own = steps && entry.canonical().node.querySelector("h3 + ol");
  if (own) steps.replaceWith(own.cloneNode(true));
  const last = entry.node.querySelector(".facts");
  last.append(". ", link(`#${entry.node.id}`, `#${entry.node.id}`));
  const same = entry.code === undefined ? 1 : byCode.get(entry.code).length;
  if (same > 1) last.append(". ", link(`#?q=${entry.mark}`, `All ${same} errors with ${entry.mark}`));
  return entry.node;
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
const unfold = (limit = view.limit) => {
  list.append(...shown.slice(list.childElementCount, Math.min(limit, view.limit)).map(dress));
  more.hidden = shown.length <= view.limit;
  more.textContent = `Show ${Math.min(PAGE, shown.length - view.limit)} more of ${shown.length}`;
};

// No code takes less of the window than this.
const LEAST_HEIGHT = 80;
let turn = 0;
/** Shows what fits the window at once, so that no answer is slow because it is long; what is below
 * it, and the counts of the filters, after the next frame. */
const show = (passed, counts) => {
  const fitting = Math.ceil((Math.max(scrollY, view.scroll) + innerHeight) / LEAST_HEIGHT);
  shown = passed;
  list.replaceChildren();
  unfold(fitting);
  list.ariaBusy = "true";
  const own = (turn += 1);
  const rest = () => {
    if (own !== turn) return;
    unfold();
    showCounts(counts);
    list.ariaBusy = "false";
  };
  requestAnimationFrame(() => setTimeout(rest));
};

const unique = (all) => [...new Set(all)];

/** What a query means: a call, failures that a text tells, or words. */
const answer = (query) => {
  const call = callOf(query);
  if (call) {
    const documented = call.operations.flatMap((one) => one.failures().map(({ entry }) => entry));
    const ofProduct = () => entries.filter(({ product }) => product === call.product);
    return { call, found: call.operations.length > 0 ? unique(documented) : ofProduct() };
  }
  const terms = termsOf(query);
  const exact = entries.some(
    ({ mark, names }) => terms.length === 1 && (mark === terms[0] || names.includes(terms[0])),
  );
  const findings = terms.length > 1 || !exact ? recognise(query) : [];
  const found = unique(findings.flatMap(({ candidates }) => candidates.map(({ entry }) => entry)));
  if (found.length > 0) {
    const best = findings.flatMap(({ candidates: [first] }) => (first ? [first.entry] : []));
    return { found: unique([...best, ...found]), best: unique(best) };
  }
  const unlisted = findings.map(({ code }) => String(code));
  return { terms: unlisted.length > 0 ? unlisted : terms };
};

/** Shows what search box and filters say. */
const showList = () => {
  const { call, best, found: told, terms = [] } = answer(box.value);
  const { found, words } = told ? { found: told, words: 0 } : find(terms);
  const { passed, counts } = filter(found);
  const active = chosenFilters();
  const named = ({ mark, names }) =>
    terms.some((term) => mark === term || names.includes(term));
  const exact = passed.filter(best ? (entry) => best.includes(entry) : named);
  open(exact.length <= 4 ? exact : []);
  show(passed, counts);
  showCall(call);
  showRanges(terms, active.find((facet) => facet.name === "product")?.values);
  overview.hidden = box.value.trim() !== "" || active.length > 0;
  const partly = words < terms.length && shown.length > 0;
  status.textContent =
    (shown.length === entries.length
      ? codes(entries.length)
      : `${shown.length} of ${codes(entries.length)}`) +
    (call ? ", as the call documents" : best ? ", read from the text" : "") +
    (partly ? `: none has all ${terms.length} words, these have most of them` : "") +
    (shown.length === 0 && active.length > 0 && found.length > 0
      ? `; without the filters ${found.length}`
      : "");
  document.title = title;
};

/** Shows one code. */
const showEntry = (entry) => {
  open([entry]);
  show([entry], filter(entries).counts);
  showRanges([]);
  showCall(undefined);
  overview.hidden = true;
  const all = document.createElement("a");
  all.href = "#";
  all.textContent = `Show all ${codes(entries.length)}`;
  status.replaceChildren("1 code. ", all);
  const name = entry.summary.querySelector("h2").textContent;
  document.title =
    `${entry.code ?? ""} ${name} - ${title}`.trim();
};
