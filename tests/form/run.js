/* Runs the pure scripts of the form: a list of [function, arguments] in on stdin, the results out on stdout. */
"use strict";
var path = require("path"), folder = path.join(__dirname, "..", "..", "theme", "static");
var file = require(path.join(folder, "aanmelden-bestand.js")), rules = require(path.join(folder, "aanmelden-regels.js"));
var writingHelp = require(path.join(folder, "aanmelden-schrijfhulp.js"));
var given = JSON.parse(require("fs").readFileSync(0, "utf8")), writing = writingHelp(given.data.help);
given.data.writing = writing;
var made = rules(given.data);
var known = {
  text: function (fields, body) { return file.text(given.data.order, fields, body); },
  changed: function (original, fields, body) { return file.changed(given.data.order, original, fields, body); },
  check: function (fields, body, today) { return made.check(fields, body, made.fromIso(today)); },
  days: function (fields) {
    var found = made.schedule(fields);
    return found && { days: found.days.map(made.iso), excluded: found.excluded.map(made.iso) };
  },
  phrases: function (first) { return made.phrases(made.fromIso(first)); },
  textTips: writing.text, nameTips: writing.name, titleTips: writing.title,
  freeName: function (title, taken) { return file.freeName(title, taken, given.data.limits.name); }, forgeUrl: file.forgeUrl, mailUrl: file.mailUrl, money: made.money
};
process.stdout.write(JSON.stringify(given.calls.map(function (call) { return known[call[0]].apply(null, call[1]); })));
