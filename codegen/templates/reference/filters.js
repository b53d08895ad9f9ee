// The filters and their counts.

const clear = element("clear");
const chosen = element("chosen");

/** The chosen values of each filter that has any. */
const chosenFilters = () =>
  facets
    .map((facet, at) => ({
      at,
      name: facet.name,
      values: new Set(facet.options.filter((o) => o.input.checked).map((o) => o.input.value)),
    }))
    .filter((facet) => facet.values.size > 0);

/** Entries that pass, and the count of each choice: what it would show beside the others. */
const filter = (found) => {
  const active = chosenFilters();
  const counts = facets.map(() => new Map());
  const add = (at, value) => counts[at].set(value, (counts[at].get(value) ?? 0) + 1);
  const passed = [];
  for (const entry of found) {
    let failed = 0;
    let last;
    for (const { at, values } of active) {
      if (values.has(entry.values[at])) continue;
      failed += 1;
      last = at;
    }
    if (failed === 0) {
      passed.push(entry);
      entry.values.forEach((value, at) => add(at, value));
    } else if (failed === 1) {
      add(last, entry.values[last]);
    }
  }
  const number = active.reduce((sum, facet) => sum + facet.values.size, 0);
  chosen.textContent = number === 0 ? "" : ` (${number})`;
  clear.hidden = number === 0;
  return { passed, counts };
};

const showCounts = (counts) =>
  facets.forEach((facet, at) => {
    for (const { label, input, count } of facet.options) {
      const number = counts[at].get(input.value) ?? 0;
      count.textContent = number;
      label.classList.toggle("none", number === 0);
    }
  });
