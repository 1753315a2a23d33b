/* What a script in a browser has to do with `writing_help` to say the same as the checker; ES5, knows no page.
   Run by node: {help, texts, titles} in on stdin, the tips out on stdout. */
"use strict";
function writingHelp(help) {
  var patterns = help.patronen, messages = help.meldingen, starts = {};
  Object.keys(help.woorden).forEach(function (phrase) {
    var parts = phrase.split(" ");
    (starts[parts[0]] = starts[parts[0]] || []).push(parts);
  });
  Object.keys(starts).forEach(function (first) {
    starts[first].sort(function (a, b) { return b.length - a.length; });
  });
  function all(name, text) {
    var pattern = new RegExp(patterns[name], "gi"), found = [], match;
    while ((match = pattern.exec(text))) found.push(match);
    return found;
  }
  function blanked(name, text) {
    return text.replace(new RegExp(patterns[name], "gi"), function (link) { return new Array(link.length + 1).join(" "); });
  }
  function quote(text) {
    var most = help["langste-citaat"];
    if (text.length > most) text = text.slice(0, most - 1).replace(/\s+$/, "") + "\u2026";
    return "\u201c" + text.replace(/\u00a0/g, " ") + "\u201d";
  }
  function filled(text, values) {
    return text.replace(/\{([a-z]+)\}/g, function (whole, key) { return key in values ? values[key] : whole; });
  }
  function tip(line, spot, length, code, values, kind) {
    var said = messages[kind || code];
    return { regel: line, teken: spot, lengte: length, code: code, melding: filled(said[0], values), oplossing: filled(said[1], values) };
  }
  function isBsn(digits) {
    var total = 0, index;
    for (index = 0; index < 9; index += 1) total += Number(digits.charAt(index)) * (index < 8 ? 9 - index : -1);
    return total % 11 === 0 && digits !== "000000000";
  }
  function privateData(line, number) {
    var found = [], blank = line.indexOf("/") < 0 ? line : blanked("link", line);
    ["mobiel", "mail", "bsn"].forEach(function (name) {
      var match = all(name, name === "mail" ? line : blank).filter(function (each) { return name !== "bsn" || isBsn(each[2]); })[0];
      if (match) {
        found.push(tip(number, match.index + match[1].length, match[2].length, "persoonsgegevens",
          { gevonden: quote(match[2]), wat: help.soorten[name] }));
      }
    });
    return found;
  }
  function hardWords(line, number) {
    var spots = all("woord", blanked("adres", line)), found = [], free = 0;
    spots.forEach(function (spot, index) {
      if (index < free) return;
      (starts[spot[0].toLowerCase()] || []).some(function (parts) {
        var last = spots[Math.min(index + parts.length, spots.length) - 1], text = line.slice(spot.index, last.index + last[0].length);
        if (text.toLowerCase() !== parts.join(" ")) return false;
        found.push(tip(number, spot.index, text.length, "moeilijk-woord", { gevonden: quote(text),
          wat: help.soorten[parts.length > 1 ? "woorden" : "woord"], simpel: help.woorden[parts.join(" ")] }));
        free = index + parts.length;
        return true;
      });
    });
    return found;
  }
  function longSentences(text) {
    var found = [], start = 0, ends = all("zin-einde", text).map(function (each) { return each.index + each[0].length; });
    ends.concat([text.length]).forEach(function (end) {
      var part = text.slice(start, end), words = all("woord", part).length, sentence = part.trim(), lead, before;
      if (words > help["langste-zin"]) {
        lead = text.indexOf(sentence, start);
        before = text.slice(0, lead).split("\n");
        found.push(tip(before.length - 1, before[before.length - 1].length, sentence.split("\n")[0].length, "lange-zin", { aantal: words }));
      }
      start = end;
    });
    return found;
  }
  function text(content) {
    var found = [];
    content.split("\n").forEach(function (line, number) { found = found.concat(privateData(line, number), hardWords(line, number)); });
    return found.concat(longSentences(content));
  }
  return { text: text };
}
if (typeof require !== "undefined" && require.main === module) {
  var given = JSON.parse(require("fs").readFileSync(0, "utf8")), help = writingHelp(given.help);
  process.stdout.write(JSON.stringify(given.texts.map(help.text)));
}
if (typeof module !== "undefined") module.exports = writingHelp;
