// The documented messages in a text, by an index over pairs of words.
// The twin of `messages.rs` of the crate, and of what the generator prepares for it.

const ANY = "\0";
/** So many words may stand in place of a placeholder. */
const ANYTHING = 24;

/** The words of a message in lower case; a word with a placeholder in it is one. */
const patternOf = (parts) => {
  const pattern = [];
  for (const run of parts.toLowerCase().match(/[\w\0\u0080-\u1fff\u3000-\uffff]+/g) ?? []) {
    if (!run.includes(ANY)) pattern.push(run);
    else if (pattern.at(-1) !== ANY) pattern.push(ANY);
  }
  return pattern;
};

const pairsIn = (pattern) =>
  pattern
    .slice(1)
    .map((second, at) => ({ at, first: pattern[at], second }))
    .filter(({ first, second }) => first !== ANY && second !== ANY)
    .map(({ at, first, second }) => ({ at, pair: `${first} ${second}` }));

const givenIn = (pattern) => pattern.filter((word) => word !== ANY).length;

/** Every message, with the errors that send it, under its rarest pair of words. */
const anchorsOf = (entries) => {
  const messages = new Map();
  const add = (parts, entry, operations, whole) => {
    const pattern = patternOf(parts.replace(/[`*]/g, ""));
    if (pairsIn(pattern).length === 0) return;
    const key = pattern.join(" ");
    const message = messages.get(key) ?? { pattern, given: givenIn(pattern), owners: [] };
    messages.set(key, message);
    const { owners } = message;
    const same = (one) =>
      one.entry === entry && one.operations === operations && one.whole === whole;
    if (!owners.some(same)) owners.push({ entry, operations, whole });
  };
  for (const entry of entries) {
    for (const { parts, calls } of entry.responses()) {
      add(parts, entry, calls.length, true);
      // What follows the first sentence changes most.
      const first = parts.split(/\. /)[0];
      if (first !== parts && givenIn(patternOf(first)) >= 4) {
        add(first, entry, calls.length, false);
      }
    }
    for (const { fragment } of entry.reasons()) {
      if (fragment) add(fragment, entry, 0, false);
    }
  }
  for (const [address, parts] of rules.texts) {
    const entry = byAddress.get(address);
    if (entry) add(parts, entry, 1, true);
  }
  const often = new Map();
  for (const { pattern } of messages.values()) {
    for (const { pair } of pairsIn(pattern)) often.set(pair, (often.get(pair) ?? 0) + 1);
  }
  const anchors = new Map();
  for (const message of messages.values()) {
    message.owners.sort(
      (a, b) =>
        a.entry.order - b.entry.order || a.operations - b.operations || a.whole - b.whole,
    );
    const pairs = pairsIn(message.pattern);
    const rarest = pairs.reduce((a, b) => (often.get(b.pair) < often.get(a.pair) ? b : a));
    const here = anchors.get(rarest.pair) ?? [];
    anchors.set(rarest.pair, here);
    here.push({ message, at: rarest.at });
  }
  return anchors;
};

/** How many words a pattern takes from a place; a placeholder takes as few as it can. */
const takes = (words, pattern) => {
  const parts = [[]];
  for (const word of pattern) word === ANY ? parts.push([]) : parts.at(-1).push(word);
  const is = (at, part) =>
    part.every((given, by) => words[at + by]?.text.toLowerCase() === given);
  const [first, ...rest] = parts;
  if (!is(0, first)) return undefined;
  let at = first.length;
  for (const part of rest) {
    // A placeholder at the end may have been cut off.
    if (part.length === 0) continue;
    let from = at;
    while (from <= at + ANYTHING && !is(from, part)) from += 1;
    if (from > at + ANYTHING) return undefined;
    at = from + part.length;
  }
  return at;
};

let anchors;
/** Every message in a text, that with most words first. */
const messagesIn = (words) => {
  anchors ??= anchorsOf(entries);
  const found = [];
  words.slice(1).forEach((second, at) => {
    const key = `${words[at].text} ${second.text}`.toLowerCase();
    for (const { message, at: anchor } of anchors.get(key) ?? []) {
      const { pattern, given, owners } = message;
      const earlier = words.slice(Math.max(0, at - 6 * ANYTHING), at).reverse();
      const later = words.slice(at, at + 12 * ANYTHING);
      const start = takes(earlier, pattern.slice(0, anchor).reverse());
      const end = takes(later, pattern.slice(anchor));
      if (start === undefined || end === undefined) continue;
      const first = start > 0 ? earlier[start - 1] : words[at];
      found.push({ start: first.start, end: later[end - 1].end, given, owners, pattern });
    }
  });
  return found.sort((a, b) => b.given - a.given || a.start - b.start).slice(0, 100);
};
