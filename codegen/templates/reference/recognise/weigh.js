// What speaks for an error, and how much. The twin of `weigh.rs` and `rank.rs` of the crate.

const WEIGHT = rules.weights;

class Candidate {
  constructor(entry) {
    Object.assign(this, { entry, weight: 0, proven: false });
  }
}

/** `error code: 3706`: a sentence, and no field that is called `code`. */
const inSentence = (scene, name, start) =>
  name.isAnybodys && /error\s*$/i.test(scene.text.slice(0, start));

/** What speaks for a listed code. */
const weigh = (scene, section, { name, start, value }, entry) => {
  const { product } = entry;
  const candidate = new Candidate(entry);
  const beside =
    section.beside(product, name.written) +
    scene.around(section).reduce((sum, outer) => sum + outer.beside(product, name.written), 0);
  const claims = name.claims(product);
  if (claims && !inSentence(scene, name, start)) candidate.weight += WEIGHT.FIELD;
  else if (name.field) candidate.weight += WEIGHT.FOREIGN_FIELD;
  candidate.weight += WEIGHT.BESIDE * Math.min(beside, 5);
  if (claims && name.isZooms) {
    candidate.proven =
      (section.isOf(product) && (name.field.key === "errorcode" || beside > 0)) ||
      (entry.code >= 1000 && beside > 0) ||
      beside > 1;
  }
  const long = scene.messagesOf(section).some(({ given }) => given >= 6);
  candidate.proven ||= claims && long && section.fields.length < 6;
  candidate.proven ||= claims && !name.isAnybodys && beside > 1 && section.isOf(product);
  byMessages(scene, section, name, candidate);
  byConstants(scene, section, name, candidate);
  bySurroundings(scene, candidate, start, value.end);
  byCause(scene, section, candidate);
  // Whoever asks here asks about Zoom.
  if (claims || !name.field || !name.isZooms) candidate.proven = true;
  return candidate;
};

/** Whether a message is about what the product is called after: `User …` about `users`. */
const namesProduct = (said, product) => {
  const words = said.toLowerCase().split(/[^a-z\d]+/);
  return words.includes(product) || words.includes(product.replace(/s$/, ""));
};

/** Messages that the product sends, with this code or another. */
const byMessages = (scene, section, name, candidate) => {
  const { entry } = candidate;
  const { product } = entry;
  let [best, often] = [0, 0];
  candidate.told = false;
  for (const { given, owners } of scene.messagesOf(section)) {
    const own = owners.filter((owner) => owner.entry.product === product);
    const owner = own.find((one) => one.entry === entry);
    if (owner) {
      candidate.told = true;
      candidate.proven ||= given >= 4 || name.written === "";
      often += Math.min(owner.operations, 255);
      best = Math.max(best, (owner.whole ? WEIGHT.MESSAGE : WEIGHT.FRAGMENT) + given);
    } else if (own.length > 0) {
      candidate.weight += WEIGHT.OF_PRODUCT;
    }
  }
  // Who documents it on many operations sends it more often.
  candidate.weight += best + Math.min(often, 30);
  if (best > 0 && namesProduct(scene.said(section) ?? "", product)) {
    candidate.weight += WEIGHT.OF_PRODUCT;
  }
};

/** Constants of a section. */
const byConstants = (scene, section, name, candidate) => {
  const { entry } = candidate;
  for (const named of scene.names.filter(({ home }) => home === section)) {
    for (const { entry: other, telling } of named.errors) {
      if (other.product !== entry.product) continue;
      candidate.weight += other === entry ? WEIGHT.CONSTANT : WEIGHT.OF_PRODUCT;
      candidate.proven ||= telling || (other === entry && name.claims(entry.product) && name.isZooms);
    }
  }
};

/** Words, addresses and statuses around the code. */
const bySurroundings = (scene, candidate, start, end) => {
  const { entry } = candidate;
  const { product } = entry;
  const called = /^Zoom (.+? SDK)/.exec(entry.title)?.[1];
  if (scene.zoom && called && scene.text.toLowerCase().includes(called.toLowerCase())) {
    candidate.weight += WEIGHT.OF_PRODUCT;
  }
  const words = scene.spokenFor.filter((products) => products.has(product)).length;
  if (words > 0) {
    candidate.weight += WEIGHT.WORD + 5 * (Math.min(words, 4) - 1);
    candidate.proven = true;
  }
  if (scene.operation?.product === product) {
    const documented = scene.operation.failures().some((failure) => failure.entry === entry);
    candidate.weight += WEIGHT.OPERATION + (documented ? WEIGHT.STATUS : 0);
  }
  const status = scene.status(start, end);
  const documented = status === undefined ? [] : entry.responses();
  if (documented.length > 0) {
    const fits = documented.some((response) => response.status === status);
    candidate.weight += fits ? WEIGHT.STATUS : WEIGHT.OTHER_STATUS;
  }
};

/** The finer cause, by a number of its own or by what is said. */
const byCause = (scene, section, candidate) => {
  const reasons = candidate.entry.reasons();
  if (reasons.length === 0 || candidate.told) return;
  const number = section.fields.find(
    ({ name, value }) =>
      ["subCode", "reason"].includes(name.written) && value.number !== undefined,
  )?.value.number;
  const texts = [scene.said(section), section.text(["reason"])].filter(Boolean);
  const told = ({ code, fragment }) =>
    (code !== undefined && code === number) ||
    (fragment && texts.some((text) => text.toLowerCase().includes(fragment.toLowerCase())));
  if (reasons.some(told)) candidate.weight += WEIGHT.REASON;
};

/** Puts what is proven first, then by weight; behind a proven one, drops what weighs far less. */
const rank = (candidates) => {
  candidates.sort(
    (a, b) =>
      b.proven - a.proven ||
      b.weight - a.weight ||
      (a.entry.canonical() !== a.entry) - (b.entry.canonical() !== b.entry) ||
      a.entry.observed - b.entry.observed ||
      a.entry.order - b.entry.order,
  );
  const [best] = candidates;
  if (!best?.proven) return candidates;
  return candidates.filter(
    ({ weight }) => weight * 3 >= best.weight || weight + WEIGHT.FIELD >= best.weight,
  );
};
