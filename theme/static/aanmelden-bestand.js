/* The file of a new activity, and the addresses that carry it away. The same bytes as notation/fields/authoring.py and
   cli/new.py write: tests/unit/theme/test_form_script.py runs both. Nothing here knows the page; node can load it. */
(function (root) {
  "use strict";
  var LETTER = "A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f";
  var OTHER = "!\"$-9;-~\u00a1-\u00ac\u00ae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac";
  var BARE = new RegExp("^[" + LETTER + "](?:[" + OTHER + "]| (?![ #]|$)|:(?! |$))*$");
  var ESCAPED = new RegExp(
    "[\\\\\"\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e" +
    "\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0d\\ufeff\\uffa0\\ufff9-\\ufffb]|\\udb40[\\udc00-\\udfff]", "g");
  var SHORT = { "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\t": "\\t" };
  var APART = {
    "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u00f0": "d", "\u00fe": "th", "\u0142": "l", "\u0111": "d",
    "\u0131": "i", "+": "-plus ", "&": "-en-", "@": "-at-"
  };
  var LONGEST_URL = 7500, LONGEST_MAIL = 1800;

  function isText(value) { return typeof value === "string"; }
  function isList(value) { return Object.prototype.toString.call(value) === "[object Array]"; }
  function hex(number, size) {
    var found = number.toString(16);
    while (found.length < size) found = "0" + found;
    return found;
  }
  function quoted(text) {
    return "\"" + text.replace(ESCAPED, function (found) {
      if (SHORT.hasOwnProperty(found)) return SHORT[found];
      if (found.length === 1) return "\\u" + hex(found.charCodeAt(0), 4);
      return "\\U" + hex((found.charCodeAt(0) - 0xd800) * 0x400 + found.charCodeAt(1) - 0xdc00 + 0x10000, 8);
    }) + "\"";
  }
  function scalar(text) { return BARE.test(text) ? text : quoted(text); }
  function item(text) { return /[\[\]{},]/.test(text) ? quoted(text) : scalar(text); }

  function named(keys, values) {
    var pairs = values.pairs || keys.map(function (key) { return [key, values[key]]; });
    return pairs.filter(function (pair) { return pair[1]; }).map(function (pair) {
      return (pair[0].indexOf(":") < 0 ? scalar(pair[0]) : quoted(pair[0])) + ": " + scalar(pair[1]);
    });
  }
  function field(key, value, keys) {
    var lines = [];
    if (isText(value)) return value ? [key + ": " + scalar(value)] : [];
    if (!isList(value)) {
      lines = named(keys, value).map(function (line) { return "  " + line; });
      return lines.length ? [key + ":"].concat(lines) : [];
    }
    value = value.filter(Boolean);
    if (value.every(isText)) return value.length ? [key + ": [" + value.map(item).join(", ") + "]"] : [];
    value.forEach(function (each) {
      var part = isText(each) ? [scalar(each)] : named(keys, each);
      part.forEach(function (line, number) { lines.push((number ? "    " : "  - ") + line); });
    });
    return [key + ":"].concat(lines);
  }
  /* `order` is the table of fields: key by key, with the keys of its parts. What has names of its own, as prices have, is
     {pairs: [[name, text], …]}: an object would put numbers first. */
  function text(order, fields, body) {
    var lines = ["---"];
    order.forEach(function (row) {
      if (fields[row[0]]) lines = lines.concat(field(row[0], fields[row[0]], row[1]));
    });
    lines.push("---");
    if (body) lines.push(body);
    return lines.join("\n") + "\n";
  }

  /* The lines of a header by field; remarks and empty lines above a field are its lead. */
  function blocks(header) {
    var found = [], lead = [];
    header.split("\n").forEach(function (line) {
      var key = /^([A-Za-z][A-Za-z0-9\-]*)[ \t]*:/.exec(line);
      if (key) {
        found.push({ key: key[1].toLowerCase(), lead: lead, lines: [line] });
        lead = [];
      } else if (!found.length || /^#|^\s*$/.test(line)) lead.push(line);
      else {
        found[found.length - 1].lines = found[found.length - 1].lines.concat(lead, line);
        lead = [];
      }
    });
    return { rows: found, tail: lead };
  }
  function same(a, b) { return JSON.stringify(a) === JSON.stringify(b); }
  /* The file with these fields in the place of the original ones ({velden, tekst, kop}): every line of a field that
     did not change stays as it was. */
  function changed(order, original, fields, body) {
    var split = blocks(original.kop), rows = split.rows, inside, keys = order.map(function (row) { return row[0]; });
    var known = rows.map(function (each) { return each.key; }).filter(function (key) { return key !== "beschrijving"; });
    if (!same(known.slice().sort(), Object.keys(original.velden).sort())) return text(order, fields, body.replace(/^\n+|\s+$/g, ""));
    inside = known.length < rows.length;
    if (inside && same(body, original.tekst)) body = "";
    else if (inside) rows = rows.map(function (each) { return each.key === "beschrijving" ? { key: "", lead: each.lead, lines: [] } : each; });
    order.forEach(function (row, number) {
      var key = row[0], at = known.indexOf(key), made = fields[key] ? field(key, fields[key], row[1]) : [];
      if (at > -1) {
        rows = rows.map(function (each) {
          return each.key !== key || same(fields[key], original.velden[key]) ? each : { key: key, lead: each.lead, lines: made };
        });
      } else if (made.length) {
        for (at = rows.length; at > 0 && keys.indexOf(rows[at - 1].key) > number; at--) continue;
        rows = rows.slice(0, at).concat({ key: key, lead: [], lines: made }, rows.slice(at));
      }
    });
    return ["---"].concat.apply(["---"], rows.map(function (each) { return each.lead.concat(each.lines); })).concat(split.tail, "---").join("\n") +
      "\n" + body.replace(/\s+$/, "") + (/\S/.test(body) ? "\n" : "");
  }

  function slug(title, longest) {
    var plain = title.toLowerCase().replace(/['\u2019]/g, "").replace(/./g, function (each) {
      return APART.hasOwnProperty(each) ? APART[each] : each;
    });
    if (plain.normalize) plain = plain.normalize("NFKD");
    plain = plain.replace(/[^\u0000-\u007f]/g, "");
    function trim(name) { return name.replace(/^-+|-+$/g, ""); }
    return trim(trim(plain.replace(/[^a-z0-9]+/g, "-")).slice(0, longest));
  }
  function freeName(title, taken, longest) {
    var stem = slug(title, longest) || "activiteit", name, number = 1;
    if (/^(con|prn|aux|nul|(com|lpt)[0-9])$/.test(stem)) stem += "-1"; // Windows keeps these
    name = stem;
    while (taken.indexOf(name) > -1) {
      number += 1;
      name = stem.slice(0, longest - 5).replace(/-+$/, "") + "-" + number;
    }
    return name;
  }

  function steps(path) { return path.split("/").map(encodeURIComponent).join("/"); }
  function encode(value) { return encodeURIComponent(value).replace(/%20/g, "+"); }
  /* Where the forge begins a new file: with its text in the address, or without it where that would be too long for it. */
  function forgeUrl(forge, path, content) {
    var names, slash = path.lastIndexOf("/"), branch = steps(forge.branch), base, short, full;
    if (forge.kind === "forgejo") {
      base = forge.url + "/_new/" + branch + "/" + path.slice(0, slash);
      short = base + "?filename=" + encode(path.slice(slash + 1));
      names = "&value=";
    } else if (forge.kind === "gitlab") {
      short = forge.url + "/-/new/" + branch + "?file_name=" + encode(path);
      names = "&content=";
    } else {
      short = forge.url + "/new/" + branch + "?filename=" + encode(path);
      names = "&value=";
    }
    full = short + names + encode(content);
    return full.length <= LONGEST_URL ? { url: full, complete: true } : { url: short, complete: false };
  }
  /* Where the forge lets a file that is there be changed. */
  function editUrl(forge, path) {
    var way = { github: "/edit/", gitlab: "/-/edit/", forgejo: "/_edit/" }[forge.kind];
    return forge.url + way + steps(forge.branch) + "/" + steps(path);
  }
  /* Gives the article on the page of an activity and what its file says to `use`, or null where there is none. */
  function ask(name, use) {
    var request = new XMLHttpRequest();
    if (!/^[a-z0-9\-]+$/.test(name) || !root.DOMParser) return use(null);
    request.open("GET", "activiteit/" + name + ".html");
    request.onload = function () {
      var page = request.status < 400 && new DOMParser().parseFromString(request.responseText, "text/html");
      var written = page && page.getElementById("bron");
      use(page && page.querySelector("article[data-bestand]"), written && JSON.parse(written.textContent));
    };
    request.onerror = function () { use(null); };
    request.send();
    return undefined;
  }
  /* A file that takes the place of another, as notation/text/envelope.py marks it in a mail. */
  function mark(path) {
    var parts = path.replace(/\.md$/, "").split("/");
    return "=== wijzig " + parts[2] + "/" + parts[parts.length - 1] + " ===";
  }
  function enveloped(path, content) { return mark(path) + "\n" + content.replace(/\s+$/, "") + "\n=== einde ==="; }
  /* A mail with the file in it; `complete` is false where that would be too long, and the file has to be attached. */
  function mailUrl(address, subject, lead, content, attach) {
    function url(body) {
      return "mailto:" + address + "?subject=" + encodeURIComponent(subject) + "&body=" +
        encodeURIComponent(body.replace(/\n/g, "\r\n"));
    }
    var full = url(lead + "\n\n" + content);
    return full.length <= LONGEST_MAIL ? { url: full, complete: true } : { url: url(attach), complete: false };
  }

  var made = { text: text, changed: changed, same: same, slug: slug, freeName: freeName, forgeUrl: forgeUrl, editUrl: editUrl, mailUrl: mailUrl, ask: ask,
    mark: mark, enveloped: enveloped };
  if (typeof module !== "undefined" && module.exports) module.exports = made;
  else root.meedoenBestand = made;
})(this);
