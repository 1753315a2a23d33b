/* The files of this project in the editor: from text to what its fields hold, and back.
 *
 * The editor by itself reads `10.30` as a number, drops comments and writes every line anew. So we read with all values
 * as text, and give back each line that was not changed exactly as it was. Reading is js-yaml's; the words and tables
 * come from velden.js, which is made from the field table.
 */
(function (root, factory) {
  if (typeof module === "object" && module.exports) module.exports = factory;
  else root.Meedoen = factory(root.jsyaml, root.MEEDOEN);
})(this, function (yaml, given) {
  "use strict";

  const SOURCE = "_bestand"; // what the file was: hidden from the fields, and never written
  const BROKEN = "_kapot";
  const KEY = /^(?:"([^"\\]+)"|'([^']+)'|([^\s#"'\-\[\]{}&*!|>%@`?][^#]*?))\s*:(?:\s|$)/;
  /* As notation/fields/authoring.py writes a text: bare where that is safe for sure, else between quotes. */
  const LETTER = "A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f";
  const OTHER = '!"$-9;-~\u00a1-\u00ac\u00ae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac';
  const BARE = new RegExp(`^[${LETTER}](?:[${OTHER}]| (?![ #]|$)|:(?! |$))*$`);
  const ESCAPED = new RegExp(
    '[\\\\"\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e' +
    "\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0d\\ufeff\\uffa0\\ufff9-\\ufffb]|[\\u{e0000}-\\u{e03ff}]",
    "gu"
  );
  const SHORT = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };
  const IN_LIST = /[[\]{},]/;

  /* ---- text of a file -> values for the fields of the editor ---- */

  function fromFile(table, text) {
    const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").split("\n");
    const split = table.body ? header(lines) : { header: lines, body: null };
    const fields = split && read(split.header.join("\n"));
    if (!fields) return { [BROKEN]: text, [table.title]: given.words.broken };
    const byKey = new Map(table.fields.map((row) => [row.key, row]));
    const parts = chunks(split.header);
    const data = {};
    parts.known.forEach((part) => {
      const written = part.key;
      const alone = read(part.lines.join("\n"));
      const row = byKey.get(written) || byKey.get(slug(written));
      part.key = "";
      if (!row || row.key in data || !alone || !same(alone[written], fields[written])) return;
      part.key = row.key;
      part.was = data[row.key] = shown(row, fields[written]);
    });
    if (table.body) data.body = split.body.join("\n").replace(/^\n+/, "");
    data[SOURCE] = JSON.stringify({ parts: parts.known, tail: parts.tail, body: split.body, was: data.body });
    return data;
  }

  function header(lines) {
    const first = lines.findIndex((line) => line.trim());
    if (first < 0 || lines[first].trim() !== "---") return null;
    const last = lines.findIndex((line, at) => at > first && line.trimEnd() === "---");
    return last < 0 ? null : { header: lines.slice(first + 1, last), body: lines.slice(last + 1) };
  }

  function read(text) {
    try {
      const found = yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA, listener: refuse });
      return found === undefined || found === null ? {} : typeof found === "object" && !Array.isArray(found) ? found : null;
    } catch (error) {
      return null;
    }
  }

  /* A value that refers to another can be made to grow without end. */
  function refuse(event, state) {
    if (state.anchor) throw new Error("anchor");
  }

  /* The lines of each field, with the comments above it; `tail` is what follows the last one. */
  function chunks(lines) {
    const known = [];
    let waiting = [];
    lines.forEach((line) => {
      const found = KEY.exec(line);
      if (found) {
        known.push({ key: found[1] || found[2] || found[3], before: waiting, lines: [line] });
        waiting = [];
      } else if (known.length && line.trim() && line[0] !== "#") {
        known[known.length - 1].lines.push(...waiting, line);
        waiting = [];
      } else waiting.push(line);
    });
    return { known, tail: waiting };
  }

  function shown(row, value) {
    if (row.kind === "exceptions") return list(value).filter(isText);
    if (row.kind === "extra-dates") return list(value).map((item) => record(row, isText(item) ? { datum: item } : item));
    if (row.kind === "record" && row.many) return list(value).map((item) => record(row, item));
    if (row.kind === "registration" && isText(value)) return registration(value);
    if (row.kind === "address" && isText(value)) return address(value);
    if (row.kind === "image" && isText(value)) return { bestand: value };
    if (row.parts) return record(row, value);
    if (row.kind === "price") return isText(value) ? value : pairs(value).map(([who, what]) => `${who}: ${what}`).join("\n");
    if (row.kind === "texts") return pairs(value).map(([day, what]) => `${day}: ${what}`).join("\n");
    if (row.kind === "point") return list(value).filter(isText).join(", ");
    if (row.many) return list(value).filter(isText).map((item) => one(row, item));
    return isText(value) ? one(row, value) : "";
  }

  function record(row, value) {
    const found = {};
    if (!value || typeof value !== "object" || Array.isArray(value)) return found;
    row.parts.forEach((part) => {
      if (part.key in value) found[part.key] = shown(part, value[part.key]);
    });
    return found;
  }

  function one(row, text) {
    if (row.kind === "date") return isoDate(text);
    if (row.kind === "yes-no") {
      const word = text.trim().toLowerCase();
      return given.words.yes.includes(word) ? true : given.words.no.includes(word) ? false : text;
    }
    const spellings = given.spellings[row.vocabulary] || {};
    return [text, slug(text)].filter((word) => Object.hasOwn(spellings, word)).map((word) => spellings[word])[0] || text;
  }

  function registration(text) {
    const word = slug(text);
    const needed = given.words.registration[word];
    if (needed) return { nodig: needed };
    return /^(https?:\/\/|www\.)/.test(text) ? { nodig: "ja", link: text } : { nodig: text };
  }

  function address(text) {
    const parts = text.split(",").map((part) => part.trim());
    const found = { naam: parts[0] };
    if (parts.length > 2) found.straat = parts.slice(1, -1).join(", ");
    if (parts.length > 1) found.plaats = parts[parts.length - 1];
    return found;
  }

  function isoDate(text) {
    const found = /^(?:\p{L}+\.?\s+)?(\d{1,2})(?:\s+(\p{L}+)\.?\s+|-(\d{1,2})-)(\d{4})$/u.exec(text.trim());
    if (!found) return text;
    const word = (found[2] || "").toLowerCase();
    const month = found[3] ? Number(found[3]) : given.monthNumbers[word];
    if (!(month >= 1 && month <= 12)) return text;
    return `${found[4]}-${String(month).padStart(2, "0")}-${found[1].padStart(2, "0")}`;
  }

  /* ---- values of the fields -> text of the file ---- */

  function toFile(table, data) {
    if (BROKEN in data) return data[BROKEN];
    const source = data[SOURCE] ? JSON.parse(data[SOURCE]) : { parts: [], tail: [], body: null };
    const order = table.fields.map((row) => row.key);
    const byKey = new Map(table.fields.map((row) => [row.key, row]));
    const had = new Map(source.parts.filter((part) => part.key).map((part) => [part.key, part]));
    const lines = [];
    const add = (key) => lines.push(...written(byKey.get(key), data[key], had.get(key)));
    const fresh = order.filter((key) => !had.has(key));
    const place = (key) => order.indexOf(key);
    source.parts.forEach((part) => {
      if (part.key) while (fresh.length && place(fresh[0]) < place(part.key)) add(fresh.shift());
      lines.push(...part.before);
      if (part.key) add(part.key);
      else lines.push(...part.lines);
    });
    fresh.forEach(add);
    if (!data[SOURCE] && !lines.length && !data.body) return ""; // nothing to keep for later
    if (!table.body) return [...lines, ...source.tail].join("\n").replace(/\n+$/, "") + "\n";
    return ["---", ...lines, ...source.tail, "---", ...bodyOf(source, data.body)].join("\n").replace(/\n*$/, "\n");
  }

  function bodyOf(source, body) {
    const text = (body || "").replace(/\s+$/, "");
    if (source.body && text === (source.was || "").replace(/\s+$/, "")) return source.body;
    return text ? text.split("\n") : [];
  }

  function written(row, value, part) {
    if (part && same(bare(part.was), bare(value))) return part.lines;
    if (isEmpty(bare(value)) && !(row.kind === "yes-no" && part && value === false)) return [];
    return lineOf(row, row.parts ? bare(value) : value);
  }

  function lineOf(row, value) {
    const nested = (items) => [`${row.key}:`, ...items];
    if (row.kind === "registration") {
      const short = Object.keys(bare(value)).length === 1 && given.words.short[value.nodig];
      if (short) return [`${row.key}: ${short}`];
    }
    if (row.kind === "extra-dates" && value.every((each) => !each.tijd))
      return [`${row.key}: [${value.map((each) => longDate(each.datum)).join(", ")}]`];
    if (row.kind === "extra-dates")
      return nested(value.flatMap((each) => each.tijd ? block(row, each, "  - ", "    ") : [`  - ${longDate(each.datum)}`]));
    if (row.parts && row.many) return nested(value.flatMap((each) => block(row, each, "  - ", "    ")));
    if (row.parts) return nested(block(row, value, "  ", "  "));
    if (row.kind === "price" || row.kind === "texts") {
      const each = String(value).split("\n").map((line) => line.trim()).filter(Boolean);
      if (row.kind === "price" && each.length === 1 && !/:\s/.test(each[0])) return [`${row.key}: ${scalar(each[0])}`];
      return nested(each.map((line) => `  ${pair(line)}`));
    }
    if (row.kind === "point") return [`${row.key}: [${String(value).split(",").map((part) => scalar(part.trim())).join(", ")}]`];
    if (row.many) return [`${row.key}: [${list(value).filter((each) => each !== "").map(item).join(", ")}]`];
    return [`${row.key}: ${typed(row, value)}`];
  }

  function block(row, value, first, next) {
    const lines = row.parts.filter((part) => !isEmpty(bare(value[part.key]))).flatMap((part) => lineOf(part, value[part.key]));
    return lines.map((line, at) => (at ? next : first) + line);
  }

  function pair(line) {
    const at = line.search(/:(\s|$)/);
    const name = (at < 0 ? line : line.slice(0, at)).trim();
    return `${name.includes(":") ? quoted(name) : scalar(name)}: ${at < 0 ? '""' : scalar(line.slice(at + 1).trim())}`;
  }

  function typed(row, value) {
    if (row.kind === "date") return longDate(value);
    if (value === true) return "ja";
    if (value === false) return "nee";
    return scalar(row.kind === "text" ? String(value).replace(/\s+$/, "") : String(value).trim());
  }

  function longDate(text) {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text || "");
    return found ? `${Number(found[3])} ${given.months[Number(found[2]) - 1]} ${found[1]}` : scalar(String(text || ""));
  }

  function scalar(text) {
    return BARE.test(text) ? text : quoted(text);
  }

  function quoted(text) {
    const hex = (each, size) => each.codePointAt(0).toString(16).padStart(size, "0");
    return `"${text.replace(ESCAPED, (each) => SHORT[each] || (each.length > 1 ? `\\U${hex(each, 8)}` : `\\u${hex(each, 4)}`))}"`;
  }

  function item(value) {
    const text = String(value).trim();
    return IN_LIST.test(text) ? quoted(text) : scalar(text);
  }

  /* ---- small words ---- */

  const isText = (value) => typeof value === "string";
  const list = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

  function pairs(value) {
    return list(value).flatMap((each) => (each && typeof each === "object" ? Object.entries(each) : []))
      .filter(([, text]) => isText(text));
  }

  function slug(text) {
    return text.toLowerCase().replace(/['’]/g, "").replace(/\+/g, "-plus ").replace(/&/g, "-en-")
      .normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  }

  /* Without what a form adds by itself: empty texts, lists and blocks. */
  function bare(value) {
    if (Array.isArray(value)) return value.map(bare).filter((each) => !isEmpty(each));
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bare(each)]).filter(([, each]) => !isEmpty(each)));
  }

  function isEmpty(value) {
    if (value === undefined || value === null || value === "" || value === false) return true;
    return typeof value === "object" && Object.keys(value).length === 0;
  }

  function same(one, other) {
    if (isEmpty(one) && isEmpty(other)) return (one === false) === (other === false);
    if (typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
  }

  function format(table) {
    return { fromFile: (text) => fromFile(table, text), toFile: (data) => toFile(table, data) };
  }

  return { format, tables: given.tables };
});
