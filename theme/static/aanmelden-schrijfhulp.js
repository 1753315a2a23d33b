/* Help with writing: the same tips as `meedoen controleer` gives, from the words and patterns of `writing_help` in
   programme/writing_help.py. tests/cases/schrijfhulp.json holds both equal. Nothing here knows the page; node can load it. */
(function (root) {
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
    function mailCode(line, number) {
      var match = all("mailcode", line)[0];
      return match ? [tip(number, match.index + match[1].length, match[2].length, "mailcode", { gevonden: quote(match[2]) })] : [];
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
    function lines(content, look) {
      var found = [];
      content.split("\n").forEach(function (line, number) { found = found.concat(look(line, number)); });
      return found;
    }
    /* Of a name nobody can use other words. */
    function name(content) {
      return lines(content, function (line, number) { return privateData(line, number).concat(mailCode(line, number)); });
    }
    function text(content) {
      return lines(content, function (line, number) {
        return privateData(line, number).concat(mailCode(line, number), hardWords(line, number));
      }).concat(longSentences(content));
    }

    function month(text) {
      if (/^\d+$/.test(text)) return Number(text);
      return (help.maanden.indexOf(text.toLowerCase()) + 1) || help["maanden-kort"].indexOf(text.toLowerCase()) + 1;
    }
    function isName(day, number) {
      return help["dagen-met-een-naam"].some(function (each) { return each[0] === day && each[1] === number; });
    }
    function withoutDate(title, match) {
      var start = match.index + match[1].length, rest = title.slice(0, start) + title.slice(start + match[2].length);
      rest = rest.replace(new RegExp(patterns["los-einde"], "gi"), "");
      return rest.length > 2 ? rest.split(/\s+/).filter(Boolean).join(" ") : "";
    }
    function dated(title, days) {
      var found = null, first = days[0].split("-").map(Number);
      ["datum-in-woorden", "datum-in-cijfers"].some(function (name) {
        return all(name, title).some(function (match) {
          var day = Number(match[3]), number = month(match[4]), year = Number(match[5] || 0), known, kind, better;
          if (number < 1 || number > 12 || day < 1 || day > 31 || (!year && isName(day, number))) return false;
          if (year && Math.abs(year - first[0]) > 1) return false;
          known = days.some(function (each) {
            var parts = each.split("-").map(Number);
            return parts[2] === day && parts[1] === number && (!year || parts[0] === year);
          });
          kind = known ? "titel-met-datum" : "titel-met-datum-anders";
          better = withoutDate(title, match);
          found = tip(0, 0, 0, "titel-met-datum", {
            gevonden: quote(match[2]), datum: first[2] + " " + help.maanden[first[1] - 1] + " " + first[0]
          }, kind);
          found.oplossing += better ? ": " + better : ".";
          return true;
        });
      });
      return found;
    }
    /* `days` are the dates on which it happens, as 2026-12-01; none where that is not known. */
    function title(content, days) {
      var found = [], first;
      if (content.length >= help["kortste-hoofdletters"] && content === content.toUpperCase() && content !== content.toLowerCase()) {
        first = content.charAt(0) + content.slice(1).toLowerCase();
        found.push(tip(0, 0, 0, "hoofdletters", { titel: first }));
      }
      return found.concat(days.length ? dated(content, days) || [] : []);
    }
    return { text: text, name: name, title: title };
  }
  if (typeof module !== "undefined" && module.exports) module.exports = writingHelp;
  else root.meedoenSchrijfhulp = writingHelp;
})(this);
