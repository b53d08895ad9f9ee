// From what a text holds to the failures that it tells. The twin of `judge.rs` and `alone.rs` of the
// crate, for texts that somebody takes for Zoom's.

/** Whether a number that nobody lists is told as Zoom tells codes. */
const isUnlisted = (scene, section, { name, value: { number } }) =>
  [...(name.field?.codes ?? [])].some((product) => {
    const inRange = ranges.some(
      ({ node, first, last }) =>
        node.dataset.product === product && first <= number && number <= last,
    );
    const several = section.fields.length > 1 && number > 0;
    const zooms = name.isZooms && section.isOf(product) && (inRange || several);
    return zooms || scene.zoom || inRange;
  });

/** A number under a name. */
const coded = (scene, section, field) => {
  const { name, value } = field;
  const listed = byCode.get(value.number) ?? [];
  const success = listed.some((entry) => !entry.failure && name.claims(entry.product));
  const failures = listed.filter(({ failure }) => failure);
  let candidates = rank(failures.map((entry) => weigh(scene, section, field, entry)));
  const proven = candidates.some((candidate) => candidate.proven);
  if (success && !proven) return undefined;
  if (!proven && !isUnlisted(scene, section, field)) return undefined;
  if (!proven) candidates = [];
  return { start: field.start, code: value.number, candidates };
};

/** Whether a message is so particular that it needs no number. */
const speaksAlone = ({ given, owners }) =>
  given >= 4 || new Set(owners.map(({ entry }) => entry.canonical())).size === 1;

/** Failures that a message tells without a number. */
const byMessage = (scene, findings) => {
  const found = [];
  for (const message of scene.messages) {
    const owns = ({ candidates }) =>
      message.owners.some((owner) => candidates.some(({ entry }) => entry === owner.entry));
    const explained = (finding) =>
      message.home?.has(finding.start) &&
      ((finding.candidates[0]?.weight ?? 0) >= WEIGHT.FIELD || owns(finding));
    const part = scene.messages.some(
      (other) =>
        other.start <= message.start && message.end <= other.end && other.given > message.given,
    );
    if (findings.some(explained) || part || !speaksAlone(message)) continue;
    const candidates = message.owners
      .filter(({ entry }) => entry.failure)
      .map(({ entry, operations, whole }) => {
        const candidate = new Candidate(entry);
        candidate.weight += whole ? WEIGHT.MESSAGE : WEIGHT.FRAGMENT;
        candidate.weight += Math.min(operations, 20) + message.given;
        candidate.proven = true;
        bySurroundings(scene, candidate, 0, 0);
        return candidate;
      });
    found.push(finding(message.start, rank(candidates)));
  }
  const told = found.filter(Boolean);
  told.sort((a, b) => b.candidates[0].weight - a.candidates[0].weight);
  return findings.length === 0 ? told.slice(0, 1) : told;
};

const finding = (start, candidates) =>
  candidates.length === 0
    ? undefined
    : { start, code: candidates[0].entry.code, candidates };

/** Failures that a constant or a word tells without a number. */
const byConstant = (scene, findings, others) => {
  let found = [];
  for (const named of scene.names) {
    if (findings.some(({ start }) => named.home?.has(start))) continue;
    const length = named.end - named.start;
    const own = scene.sections.find(
      (section) =>
        section.has(named.start) &&
        section.fields.some(
          ({ value: { text, start } }) =>
            text !== undefined &&
            start <= named.start &&
            named.end <= start + text.length + 1 &&
            text.trim().length === length,
        ),
    );
    const candidates = named.errors
      .filter(({ entry }) => entry.failure)
      .map(({ entry }) => {
        const candidate = new Candidate(entry);
        candidate.weight += entry.code === undefined ? WEIGHT.FIELD : WEIGHT.CONSTANT;
        candidate.weight += WEIGHT.BESIDE * (own?.beside(entry.product) ?? 0);
        candidate.proven = true;
        bySurroundings(scene, candidate, 0, 0);
        return candidate;
      });
    found.push(finding(named.start, rank(candidates)));
  }
  found = found.filter(Boolean);
  // A code says more than the class of failure beside it.
  const codes = found.filter(({ code }) => code !== undefined);
  return codes.length > 0 || others.length > 0 ? codes : found;
};

/** Each failure once, though a dump prints it twice: the one that says more. */
const once = (findings) => {
  const kept = [];
  const weight = ({ candidates: [best] }) => best?.weight ?? 0;
  for (const one of findings.sort((a, b) => a.start - b.start)) {
    const same = (other) =>
      (other.candidates[0]?.entry === one.candidates[0]?.entry && other.code === one.code) ||
      (other.code === one.code && one.code !== undefined);
    const at = kept.findLastIndex(same);
    if (at < 0) kept.push(one);
    else if (weight(kept[at]) < weight(one)) kept[at] = one;
  }
  return kept.sort((a, b) => a.start - b.start);
};

const judge = (scene) => {
  let findings = [];
  for (const section of scene.sections) {
    const codes = section.codes();
    const alone = codes.every(({ name }) => name.isStatus);
    for (const field of codes) {
      if (field.value.number === 0 || (field.name.isStatus && !alone)) continue;
      findings.push(coded(scene, section, field));
    }
  }
  findings = findings.filter(Boolean);
  // A status is that of a failure which is told otherwise, if one is.
  const weak = ({ candidates: [best] }) => best !== undefined && best.weight < WEIGHT.FIELD;
  const others = byMessage(scene, findings);
  others.push(...byConstant(scene, findings, others));
  if (others.length > 0 || findings.some((one) => !weak(one))) {
    findings = findings.filter((one) => !weak(one) || !(one.code >= 100 && one.code < 600));
  }
  return once([...findings, ...others]);
};

/** The failures that a text tells, each with what it may be, the likeliest first. */
const recognise = (text) =>
  recordsOf(text.slice(0, 1 << 18))
    .flatMap((record) => judge(new Scene(record)))
    .filter(({ candidates, code }) => candidates.length > 0 || code !== undefined);
