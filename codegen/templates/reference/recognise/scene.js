// All that one record of a text holds, before anything is judged.
// The twin of `marks.rs` and `scene.rs` of the crate.

/** `zoom.us`, `Zoom`, `ZoomMtg`, `zoom api`; a map that zooms is none. */
const isZoom = (word, next = "") =>
  (word === "zoom" && lists.AFTER_ZOOM.has(next.toLowerCase())) ||
  (word === "zoomgov" && next.toLowerCase() === "com") ||
  /^(?:Zoom|ZOOM)$|^Zoom[A-Z]/.test(word);

/** Whether nobody but the SDK of an error would call anything so. */
const isTelling = (name, { product }) => {
  const parts = name.split("_");
  const mixed = /[a-z]/.test(name) && /[A-Z]/.test(name);
  const long = parts.length >= 3 && name.length >= 16;
  const prefixed =
    (mixed && parts.length >= 2 && parts[0].length >= 6) ||
    rules.prefixes.some((prefix) => name.startsWith(prefix));
  const isSdk = !["code", "status"].some((key) => fieldsByKey.get(key)?.codes.has(product));
  return isSdk && /[A-Z]/.test(name) && (long || prefixed);
};

/** The operation whose address stands in a text. */
const operationIn = (text) => {
  const cut = text.indexOf("/v2/");
  if (cut < 0) return undefined;
  const path = /^[^\s?"'`)>,#]*/.exec(text.slice(cut + 4))[0].replace(/[:./;\]]+$/, "");
  const before = text.slice(0, cut).split(/[^A-Za-z]/);
  const method = before.reverse().find((word) => METHODS.includes(word));
  return operationsAt(path, method)[0];
};

class Scene {
  constructor(text) {
    const words = wordsOf(text);
    const { pairs, groups } = pairsOf(text);
    this.text = text;
    this.groups = groups;
    this.sections = sectionsOf([...pairs, ...inProse(text, words, groups)], groups);
    this.zoom = words.some(({ text: word }, at) => isZoom(word, words[at + 1]?.text));
    this.statuses = words
      .filter(({ text: word }) => /^[45]\d\d$/.test(word))
      .map(({ start, text: word }) => ({ start, status: Number(word) }));
    this.spokenFor = words.map(({ text: word }) => spokenFor(word)).filter(Boolean);
    this.names = words
      .filter(({ text: word }) => word.length >= 6 && /[_A-Z]/.test(word) && byName.has(word))
      .map(({ start, end, text: word }) => {
        const errors = byName
          .get(word)
          .map((entry) => ({ entry, telling: isTelling(word, entry) }));
        return { start, end, errors, home: this.home(start) };
      });
    this.operation = this.zoom ? operationIn(text) : undefined;
    this.messages = messagesIn(words);
    for (const message of this.messages) message.home = this.home(message.start);
  }

  /** The section whose code something belongs to: the nearest around it, or the only one. */
  home(place) {
    const coded = this.sections.filter((section) => section.codes().length > 0);
    for (let group = groupAt(this.groups, place); ; group = this.groups[group].parent) {
      const here = coded.find((section) => section.group === group && section.has(place));
      if (here) return here;
      if (group === 0) return coded.length === 1 ? coded[0] : undefined;
    }
  }

  /** The fields around a section. */
  around(section) {
    const outer = this.groups[section.group].parent;
    if (outer === section.group) return [];
    return this.sections.filter((other) => other.group === outer && other.has(section.start));
  }

  messagesOf(section) {
    return this.messages.filter(({ home }) => home === section);
  }

  /** What is said in a section, in the one around it, or what a message is. */
  said(section) {
    const around = () =>
      this.around(section)
        .map((outer) => outer.text(lists.SAID))
        .find((text) => text !== undefined);
    const message = () => {
      const [first] = this.messagesOf(section);
      return first && this.text.slice(first.start, first.end);
    };
    const said = section.text(lists.SAID) ?? around() ?? message();
    return said?.trim() || undefined;
  }

  /** The status of HTTP around a code, that is not the code itself. */
  status(start, end) {
    return this.statuses.find((other) => other.start < start || other.start >= end)?.status;
  }
}
