// The operations of the REST APIs: found by method and address, and what they can answer.

const METHODS = ["GET", "POST", "PATCH", "PUT", "DELETE"];

/** One operation. */
class Operation {
  constructor(product, place, [call, label, classic, granular, daily]) {
    const [method, path] = call.split(" ");
    const segments = path.split("/").slice(1);
    Object.assign(this, { product, place, call, label, daily, method, segments });
    this.classic = classic.map((at) => facts.scopes[at]);
    this.granular = granular.map((at) => facts.scopes[at]);
  }

  /** Whether the first segments of a path are its own, ids in place of the placeholders. */
  begins(segments) {
    return segments.every((given, at) => {
      const own = this.segments[at];
      return own === given || (own?.startsWith("{") && given !== "");
    });
  }

  /** What its label allows, plan by plan. */
  rates() {
    const own = facts.rates.some(({ product }) => product === this.product);
    return facts.rates.filter(
      ({ product, label }) => product === (own ? this.product : null) && label === this.label,
    );
  }

  /** What it is documented to answer, by status and code. */
  failures() {
    this.answers ??= entries
      .filter(({ product }) => product === this.product)
      .flatMap((entry) => entry.responses().filter(({ calls }) => calls.includes(this.place)))
      .sort((a, b) => a.status - b.status || a.entry.order - b.entry.order);
    return this.answers;
  }
}

const operations = Object.entries(facts.operations).flatMap(([product, rows]) =>
  rows.map((row, place) => new Operation(product, place, row)),
);
const operationsOf = new Map(Object.keys(facts.operations).map((product) => [product, []]));
for (const operation of operations) operationsOf.get(operation.product).push(operation);

/** The segments of an address, without host, `/v2`, query and the slashes around it. */
const segmentsOf = (address) => {
  const plain = address.trim().split("?")[0].split("#")[0];
  const url = /^\w*:\/\/[^/]*\/?(.*)$/s.exec(plain) ?? /^[^/]*\.[^/]*\/(.*)$/s.exec(plain);
  const path = (url?.[1] ?? plain).replace(/^\/+|\/+$/g, "").replace(/^v2\//, "");
  return path.split("/");
};

/** A named segment goes before a placeholder. */
const byNamed = (a, b) => {
  const at = a.segments.findIndex((own, at) => own.startsWith("{") !== b.segments[at].startsWith("{"));
  return at < 0 ? 0 : a.segments[at].startsWith("{") ? 1 : -1;
};

/** The operations that an address can be, one for each method, or that of the method. */
const operationsAt = (address, method) => {
  const segments = segmentsOf(address);
  const find = (segments) => {
    const fitting = operations.filter(
      (operation) => operation.segments.length === segments.length && operation.begins(segments),
    );
    return METHODS.filter((known) => (method ?? known).toUpperCase() === known)
      .map((known) => fitting.filter((one) => one.method === known).sort(byNamed)[0])
      .filter(Boolean);
  };
  const found = find(segments);
  // A master account puts `/accounts/{accountId}` before any path.
  return found.length === 0 && segments[0] === "accounts" ? find(segments.slice(2)) : found;
};

/** The product whose paths alone begin as this one does. */
const productAt = (address) => {
  const segments = segmentsOf(address);
  for (let length = segments.length; length > 0; length -= 1) {
    const begun = operations.filter((operation) => operation.begins(segments.slice(0, length)));
    if (begun.length > 0) {
      const products = new Set(begun.map(({ product }) => product));
      return products.size === 1 ? begun[0].product : undefined;
    }
  }
  return undefined;
};

/** The call that a query is: a path or an address, with a method or without; or nothing. */
const callOf = (query) => {
  const words = query.trim().split(/\s+/).map((word) => word.replace(/^["'`<]+|["'`>,]+$/g, ""));
  const isMethod = (word) => METHODS.includes(word.toUpperCase());
  const isAddress = (word) => /^(?:https?:\/\/|\/[\w{]|[\w-]+(?:\.[\w-]+)+\/v2\/)/.test(word);
  const at = words.findIndex((word) => isAddress(word));
  const method = words.find((word) => isMethod(word));
  const given = words[at] ?? (words.length === 2 && isMethod(words[0]) ? words[1] : undefined);
  const others = words.filter((word) => word !== given && word !== method);
  const plain = others.every((word) => /^(?:curl|-X|--request|HTTP\/[\d.]+)$/.test(word));
  if (given === undefined || !plain) return undefined;
  const operations = operationsAt(given, method);
  const product = operations[0]?.product ?? productAt(given);
  return product === undefined ? undefined : { operations, product };
};

/** What an operation needs and how often it may be called. */
const operationFacts = (operation) => {
  const on = ({ plan, calls, per, daily, pooled }) =>
    `${calls} a ${per}` +
    (daily ? `, ${daily} a day${pooled ? " with all heavy and resource-intensive calls" : ""}` : "") +
    ` on ${plan}`;
  const label = operation.label?.replace(/_/g, " ") ?? "";
  const rates = operation.rates().map(on).join("; ");
  return [
    ["Classic scopes", operation.classic.join(", ")],
    ["Granular scopes", operation.granular.join(", ")],
    ["Rate limit", rates === "" ? label : `${label}: ${rates}`],
    ["By the day", operation.daily ?? ""],
  ].filter(([, text]) => text !== "");
};
