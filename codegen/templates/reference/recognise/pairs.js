// What stands in a text: words, and pairs of key and value in whatever notation.
// The twin of `words.rs`, `value.rs` and `pairs.rs` of the crate; a browser test holds them together.

/** Runs of letters, digits and `_`; escapes such as `\n`, `\u201c` and `%20` part them. */
const wordsOf = (text) => {
  const parts =
    /([\w\u0080-\u1fff\u3000-\uffff]+)|\\(?:u[\da-f]{4}|[nrt])|%[\da-f]{2}|[^]/gi;
  const words = [];
  for (const { 1: word, index } of text.matchAll(parts)) {
    if (word) words.push({ start: index, end: index + word.length, text: word });
  }
  return words;
};

/** A whole number at the beginning, also with `.0` behind it, and its length. */
const numberAt = (text) => {
  const found = /^[-+]?\d{1,18}(?!\d)/.exec(text)?.[0];
  if (found === undefined) return undefined;
  const fraction = /^\.0(?![a-z\d])/i.test(text.slice(found.length)) ? 2 : 0;
  return { number: Number(found), length: found.length + fraction };
};

const QUOTES = { '"': '"', "'": "'", "`": "`", "“": "”", "”": "”", "„": "”", "‘": "’" };
const LONGEST_TEXT = 2000;

/** Where a quoted text ends: at the same quote behind as many backslashes, or fewer. */
const closing = (text, start, quote, escapes) => {
  const most = Math.min(start + LONGEST_TEXT, text.length);
  let backslashes = 0;
  for (let at = start; at < most; at += 1) {
    if (text[at] === "\\") {
      backslashes += 1;
    } else if (text.startsWith(quote, at)) {
      if (/[”’]/.test(quote)) return at;
      if (backslashes <= escapes) return at - backslashes;
      backslashes = 0;
    } else {
      backslashes = 0;
    }
  }
  return most;
};

/** The value at a place: a number with its end, a text with its start, or neither. */
const valueAt = (text, from) => {
  let at = from;
  while (at < from + 40 && " \t\n\r".includes(text[at] ?? "x")) at += 1;
  const escapes = /^\\*/.exec(text.slice(at, at + 100))[0].length;
  const opening = text.startsWith("%22", at + escapes) ? "%22" : text[at + escapes];
  const quote = opening === "%22" ? "%22" : QUOTES[opening];
  if (quote === undefined) return bareValue(text, at);
  const start = at + escapes + opening.length;
  const end = closing(text, start, quote, escapes);
  const content = text.slice(start, end);
  const whole = numberAt(content);
  if (whole && whole.length === content.trimEnd().length) {
    return { number: whole.number, end };
  }
  return { text: content, start };
};

/** A value without quotes: a number, or what stands before the next mark. */
const bareValue = (text, at) => {
  const rest = text.slice(at, at + 400);
  const whole = numberAt(rest);
  if (whole) {
    const behind = rest.slice(whole.length);
    // `3f2a` and `12ms` are no numbers; `5007reason:` is one, glued to the next field.
    const glued = /^[a-z\d]{1,40}:/i.test(behind);
    if (/^[a-z]/i.test(behind) && !glued) return {};
    if (/^(?:[.:/-]\d|_)/.test(behind)) return {};
    return { number: whole.number, end: at + whole.length };
  }
  const value = /^[^,;}\])\n\r&"|<]{0,300}/.exec(rest)[0].trim();
  return value === "" ? {} : { text: value, start: at };
};

/** The name before a separator, without its quotes. */
const keyBefore = (text, separator) => {
  let end = separator;
  while (end > 0 && separator - end < 12) {
    if (/[ "'`\\*”’“]/.test(text[end - 1])) end -= 1;
    else if (text[end - 1] === "]" && text.startsWith("=>", separator)) end -= 1;
    else if (text.startsWith("%22", end - 3)) end -= 3;
    else break;
  }
  // `5007reason: …`, as a copy from a console glues fields.
  const name = /[\w$-]{1,41}$/.exec(text.slice(Math.max(0, end - 41), end))?.[0];
  const key = name?.replace(/^[\d-]+/, "") ?? "";
  return key === "" || key.length > 40 ? undefined : { key, start: end - key.length };
};

/** All pairs of a text, and the brackets that they stand in; the first is the whole text. */
const pairsOf = (text) => {
  const groups = [{ start: 0, end: text.length, parent: 0 }];
  const pairs = [];
  const open = [];
  const add = (separator, behind) => {
    const key = keyBefore(text, separator);
    if (key) pairs.push({ ...key, group: open.at(-1) ?? 0, value: valueAt(text, behind) });
    return key !== undefined;
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if ("{[(".includes(mark) && open.length < 200) {
      groups.push({ start: at, end: text.length, parent: open.at(-1) ?? 0 });
      open.push(groups.length - 1);
    } else if ("}])".includes(mark)) {
      const group = open.pop();
      if (group !== undefined) groups[group].end = at + 1;
    } else if (mark === ":" || mark === "=") {
      const behind = at + (/[>=]/.test(text[at + 1] ?? "") ? 2 : 1);
      add(at, behind);
      at = behind - 1;
    } else if (text.startsWith("->", at)) {
      // `->` of PHP, and `%3D` or `%3A` of an address.
      if (add(at, at + 2)) at += 1;
    } else if (mark === "%" && /^%3[ad]/i.test(text.slice(at, at + 3))) {
      if (add(at, at + 3)) at += 2;
    }
  }
  return { pairs, groups };
};

/** The innermost bracket around a place. */
const groupAt = (groups, place) => {
  let inner = 0;
  groups.forEach((group, at) => {
    if (group.start <= place && place < group.end) inner = at;
  });
  return inner;
};
