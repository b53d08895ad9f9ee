// Which lines belong together. The twin of `records.rs` of the crate.

const MOST_LINES = 200;
const MOST_LETTERS = 16384;

const depthOf = (line) =>
  Array.from(line).reduce(
    (depth, mark) => depth + ("{[(".includes(mark) ? 1 : "}])".includes(mark) ? -1 : 0),
    0,
  );
const isBlank = (line) => line.trim() === "";
const isHttp = (line) => {
  const plain = line.replace(/^[<>* ]+/, "").trimEnd();
  return plain.startsWith("HTTP/") || / HTTP\/(?:1\.1|2)$/.test(plain);
};
/** `errorCode: 1`, as headers and dumps have it; levels of logs are written in capitals. */
const isField = (line) => {
  const name = /^[<>* ]*([a-z][\w-]{0,39}):/i.exec(line)?.[1];
  return name !== undefined && /[a-z]/.test(name);
};
const goesOn = (line) => (!isBlank(line) && /^[ \t}\])"',]/.test(line)) || isField(line);
const isObject = (line) => {
  const plain = line.trim().replace(/,$/, "");
  return plain.startsWith("{") && plain.endsWith("}") && depthOf(plain) === 0;
};

/** Lines, with those that go on from them: inside of a bracket, indented, or fields one a line. */
const recordsOf = (text) => {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const records = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines[at];
    let [record, depth, blank, count] = ["", 0, false, 0];
    let http = isHttp(first);
    for (; at < lines.length; at += 1) {
      const line = lines[at];
      if (count > 0) {
        const inside = depth > 0 || (http && (blank || isField(line) || isBlank(line)));
        // An object that is whole stands alone, unless the head of an answer is above it.
        const alone = !http && isObject(line) && (depth === 0 || line.startsWith("{"));
        const next = alone && (depth > 0 || isObject(first));
        const long = count >= MOST_LINES || record.length + line.length > MOST_LETTERS;
        if (long || next || !(inside || goesOn(line))) break;
        // A body ends a dump.
        http &&= !blank || isBlank(line);
      }
      blank = isBlank(line);
      depth = Math.max(0, depth + depthOf(line));
      record += line;
      count += 1;
    }
    records.push(record);
  }
  return records;
};
