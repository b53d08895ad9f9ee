// What names of fields say, and which pairs belong together.
// The twin of `fields.rs` and `sections.rs` of the crate.

const { rules } = facts;
const lists = Object.fromEntries(
  Object.entries(rules.lists).map(([name, list]) => [name, new Set(list)]),
);
const fieldsByKey = new Map(
  rules.fields.map(([key, spelled, codes, beside]) => [
    key,
    { key, spelled, codes: new Set(codes), beside: new Set(beside) },
  ]),
);
const wordProducts = new Map(rules.words.map(([word, products]) => [word, new Set(products)]));

const foldKey = (written) => written.replace(/[_-]/g, "").toLowerCase();
const spokenFor = (word) => (word.length <= 40 ? wordProducts.get(word.toLowerCase()) : undefined);

/** `ObjecterrorCode`, as a copy from a console glues a type and its first field. */
const glued = (written) => {
  const fits = (name) =>
    name.length > 5 &&
    !/^[A-Z]/.test(name) &&
    written.endsWith(name) &&
    /^[A-Z].*[a-z]$/.test(written.slice(0, -name.length));
  return rules.fields.find(([, spelled]) => spelled.some(fits))?.[0];
};

class Name {
  constructor(written) {
    this.written = written;
    this.folded = foldKey(written);
    this.field = fieldsByKey.get(this.folded) ?? fieldsByKey.get(glued(written));
    this.isStatus = lists.STATUS_NAMES.has(this.folded);
    this.isAnybodys = this.folded === "code" || this.folded === "status";
    // A type of codes: `MobileRTCMeetError`.
    const isType =
      /(?:Error|Errors|Code|Reason|Result)$/.test(written) && spokenFor(written) !== undefined;
    const inProse = lists.IN_PROSE.has(this.folded);
    const hasCodes = (this.field?.codes.size ?? 0) > 0;
    this.holdsCode = hasCodes || inProse || written === "" || isType;
    this.isProse = inProse || (hasCodes && !lists.ANYBODYS.has(this.folded)) || isType;
    // Spelled as Zoom spells it, and hardly anybody else.
    this.isZooms =
      (this.field?.spelled.some((name) => written.endsWith(name)) ?? false) &&
      (this.field.key === "errorcode" || !lists.ANYBODYS.has(this.field.key));
  }
  claims(product) {
    return this.field?.codes.has(product) ?? false;
  }
}

/** Fields that belong together. */
class Section {
  constructor(start, end, group) {
    Object.assign(this, { start, end, group, fields: [] });
  }
  has(place) {
    return this.start <= place && place < this.end;
  }
  codes() {
    return this.fields.filter(
      ({ name, value }) => name.holdsCode && value.number !== undefined,
    );
  }
  text(keys) {
    const nothing = ["null", "undefined", "None", "nil", ""];
    for (const key of keys) {
      const found = this.fields.find(
        ({ name, value }) =>
          name.written.toLowerCase() === key.toLowerCase() &&
          value.text !== undefined &&
          !nothing.includes(value.text.trim()),
      );
      if (found) return found.value.text;
    }
    return undefined;
  }
  isOf(product) {
    return this.fields.every(
      ({ name }) => name.isStatus || name.claims(product) || name.field?.beside.has(product),
    );
  }
  beside(product, written) {
    return this.fields.filter(
      ({ name }) => name.written !== written && name.field?.beside.has(product),
    ).length;
  }
}

/** Numbers that a sentence tells: `error 5003`, `(4,700)`. */
const inProse = (text, words, groups) => {
  const pairs = [];
  words.forEach((word, at) => {
    const number = words[at + 1];
    const between = number ? text.slice(word.end, number.start) : "";
    if (/^[ #(\[-]+$/.test(between) && new Name(word.text).isProse) {
      const value = valueAt(text, number.start - (between.endsWith("-") ? 1 : 0));
      if (value.end >= number.end) {
        const { start, text: key } = word;
        pairs.push({ key, start, value, group: groupAt(groups, start) });
      }
    }
    const grouped = /^\d{1,3}(?:,\d{3})+(?=\))/.exec(text.slice(word.start, word.start + 30))?.[0];
    if (text[word.start - 1] === "(" && grouped) {
      const value = { number: Number(grouped.replace(/,/g, "")), end: word.start + grouped.length };
      pairs.push({ key: "", start: word.start, value, group: groupAt(groups, word.start) });
    }
  });
  return pairs;
};

/** Puts the pairs of one bracket together, up to where a key comes again. */
const sectionsOf = (pairs, groups) => {
  const sections = [];
  const growing = new Map();
  for (const { key, start, group, value } of pairs.sort((a, b) => a.start - b.start)) {
    let section = growing.get(group);
    const again = key !== "" && section?.fields.some(({ name }) => name.written === key);
    if (!section || again) {
      if (section) section.end = start;
      section = new Section(section ? start : groups[group].start, groups[group].end, group);
      growing.set(group, section);
      sections.push(section);
    }
    section.fields.push({ name: new Name(key), start, value });
  }
  return sections;
};
