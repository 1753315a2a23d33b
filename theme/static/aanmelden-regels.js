/* The rules of the form: dates, recurrence and what is wrong, as `meedoen controleer` has them. Which words to use comes
   with the data of the page (outputs/form_data.py); tests/form/cases.json holds both equal. Node can load it. */
(function (root) {
  "use strict";
  var DAY = 86400000;

  function day(year, month, number) {
    var made = new Date(Date.UTC(year, month - 1, number));
    return made.getUTCMonth() === month - 1 && made.getUTCDate() === number ? made.getTime() / DAY : null;
  }
  function parts(on) {
    var made = new Date(on * DAY);
    return [made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()];
  }
  function weekday(on) { return (on + 3) % 7; }
  function two(number) { return (number < 10 ? "0" : "") + number; }
  function iso(on) { var p = parts(on); return p[0] + "-" + two(p[1]) + "-" + two(p[2]); }
  function fromIso(text) {
    var found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text || "");
    return found ? day(+found[1], +found[2], +found[3]) : null;
  }
  function length(text) { return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "_").length; }
  function plain(text) { return text.trim().split(/\s+/).join(" "); }
  function ascending(a, b) { return a - b; }
  function unique(list) {
    return list.slice().sort(ascending).filter(function (each, n, all) { return !n || all[n - 1] !== each; });
  }
  function quote(text) {
    return "\u201c" + (text.length > 60 ? text.slice(0, 59).replace(/\s+$/, "") + "\u2026" : text) + "\u201d";
  }

  function goodHost(host) {
    var top = host.slice(host.lastIndexOf(".") + 1);
    return host.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(host) &&
      /^[a-z]/.test(top) && top !== "localhost";
  }
  function goodUrl(text, longest) {
    if (text.indexOf("www.") === 0) text = "https://" + text;
    var found = /^https?:\/\/([^\/?#]*)/i.exec(text), host = found && /^([^:]*)(?::(80|443)?)?$/.exec(found[1].toLowerCase());
    return text.length <= longest && !/[ \t\n"'<>\\\^\x60{|}]/.test(text) && !!host && goodHost(host[1]);
  }
  function goodPhone(text) {
    var digits = text.replace(/\D/g, "").length;
    return /^(?:\+[1-9]|\(?0|1[148])[0-9 ()\-]{2,18}$/.test(text) && digits >= 4 && digits <= 15;
  }
  function goodMail(text, longest) {
    var found = /^[A-Za-z0-9][A-Za-z0-9._%+\-]*@([A-Za-z0-9.\-]+)$/.exec(text);
    return !!found && text.length <= longest && goodHost(found[1].toLowerCase());
  }
  function goodAge(text, limits) {
    var age = plain(text.toLowerCase()), found;
    if (/^(?:alle leeftijden|iedereen|alle)$/.test(age)) return true;
    if (age.length > limits.age) return false;
    found = /^([0-9]{1,3})\s*(-|\u2013|tot en met|t\/m|tot|en)\s*([0-9]{1,3})(?:\s*jaar)?$/.exec(age.replace(/^van /, ""));
    if (found) return +found[1] <= +found[3] - (found[2] === "tot") && +found[3] - (found[2] === "tot") <= limits.oldest;
    found = /^(tot en met|t\/m|tot)\s*([0-9]{1,3})(?:\s*jaar)?$/.exec(age);
    if (found) return +found[2] - (found[1] === "tot") >= 0 && +found[2] - (found[1] === "tot") <= limits.oldest;
    found = /^(?:vanaf\s*|van\s*)?([0-9]{1,3})\s*(?:\+|-?plus|jaar en ouder|jaar o[f] ouder|en ouder|jaar)?$/.exec(age);
    return !!found && +found[1] <= limits.oldest;
  }

  /* data: months, weekdays (long and short), positions, holidays, order, required, longest, limits, labels, prose, free, messages;
     see form_data.py. `writing`, help with writing, may be added later. */
  function rules(data) {
    var limits = data.limits;
    function show(on, withWeekday, short) {
      var p = parts(on), text = p[2] + " " + (short ? data.monthsShort : data.months)[p[1] - 1];
      if (withWeekday) text = (short ? data.weekdaysShort : data.weekdays)[weekday(on)] + " " + text;
      return short ? text : text + " " + p[0];
    }
    function read(text) {
      var found = /^(?:[a-z]+ )?(\d{1,2}) ([a-z]+) (\d{4})$/.exec(text || ""), month = found ? data.months.indexOf(found[2]) + 1 : 0;
      return month ? day(+found[3], month, +found[1]) : fromIso(text);
    }
    function money(text) {
      var amount = plain(text.toLowerCase()), found;
      if (data.free.indexOf(amount) > -1) return 0;
      found = /^(?:\u20ac|eur|euro)?\s*([0-9]{1,4})(?:[.,]([0-9]{2}|-{1,2}))?\s*(?:,-)?\s*(?:\u20ac|eur|euro)?$/.exec(amount);
      return found ? +found[1] * 100 + (/^\d/.test(found[2] || "") ? +found[2] : 0) : null;
    }
    function times(text) {
      var found = /^(?:vanaf )?(\d{1,2})\.(\d\d)(?: - (\d{1,2})\.(\d\d))?(?: uur)?$/.exec(text || "");
      if (!found) return null;
      return { start: +found[1] * 60 + +found[2], end: found[3] === undefined ? null : +found[3] * 60 + +found[4] };
    }
    function clock(minutes) { return Math.floor(minutes / 60) + "." + two(minutes % 60); }

    function listOf(names) {
      return names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " " + data.and + " " + names[names.length - 1];
    }
    function weekly(interval, days) {
      var names = listOf(days.map(function (each) { return data.weekdays[each]; })), all = days.join("") === "01234";
      if (interval === 1) return all ? "elke werkdag" : "elke " + names;
      return "elke " + interval + " weken op " + (all ? "werkdagen" : names);
    }
    /* How often it can be for this first date, as [name of the choice, phrase]; the weekday and so on follow from it. */
    function phrases(first, days) {
      var on = weekday(first), p = parts(first), last = new Date(Date.UTC(p[0], p[1], 0)).getUTCDate();
      var name = data.weekdays[on], nth = Math.ceil(p[2] / 7), found = [];
      days = unique((days || []).concat(on));
      found.push(["week", weekly(1, days)], ["2weken", weekly(2, days)], ["3weken", weekly(3, days)], ["dag", "elke dag"]);
      if (nth < 5) found.push(["nde", "elke " + data.positions[nth - 1] + " " + name + " van de maand"]);
      if (p[2] > last - 7) found.push(["laatste", "elke " + data.last + " " + name + " van de maand"]);
      found.push(["maand", "elke maand op de " + p[2] + "e"], ["los", "losse data"]);
      return found;
    }
    function rule(text, first) {
      var found, days = [];
      if (text === "losse data") return { loose: true };
      if (text === "elke dag") return { every: "day", interval: 1 };
      text = text.replace(/^elke werkdag$/, "elke " + data.workdays).replace(/ werkdagen$/, " " + data.workdays);
      found = /^elke ([a-z]+) ([a-z]+) van de maand$/.exec(text);
      if (found) {
        var which = found[1] === data.last ? -1 : data.positions.indexOf(found[1]) + 1, on = data.weekdays.indexOf(found[2]);
        return which && on > -1 ? { every: "month", interval: 1, position: which, weekday: on } : null;
      }
      found = /^elke (?:(\d+) maanden|maand) op de (?:(\d+)e|laatste dag)$/.exec(text);
      if (found) return { every: "month", interval: +found[1] || 1, number: +found[2] || -1 };
      found = /^elke (?:week|(\d+) weken)$/.exec(text);
      if (found) return { every: "week", interval: +found[1] || 1, days: [weekday(first)] };
      found = /^elke (?:(\d+) weken op )?([a-z, ]+)$/.exec(text);
      if (!found) return null;
      days = found[2].split(/, | en /).map(function (each) { return data.weekdays.indexOf(each); });
      return days.indexOf(-1) > -1 ? null : { every: "week", interval: +found[1] || 1, days: unique(days) };
    }
    function inMonth(made, year, month) {
      var size = new Date(Date.UTC(year, month, 0)).getUTCDate(), number = made.number;
      if (made.position) {
        var begin = (made.weekday - weekday(day(year, month, 1)) + 7) % 7 + 1;
        number = made.position > 0 ? begin + 7 * (made.position - 1) : begin + 7 * Math.floor((size - begin) / 7);
      } else if (number < 0) number = size;
      return number <= size ? day(year, month, number) : null;
    }
    function expand(made, first, last) {
      var found = [], on, month, year, p = parts(first);
      function add(each) { if (each !== null && each >= first && each <= last) found.push(each); }
      if (made.every === "day") for (on = first; on <= last && found.length <= limits.dates; on += made.interval) found.push(on);
      if (made.every === "week") {
        for (on = first - weekday(first); on <= last && found.length <= limits.dates; on += 7 * made.interval) {
          for (var n = 0; n < made.days.length; n++) add(on + made.days[n]);
        }
      }
      if (made.every === "month") {
        for (month = p[0] * 12 + p[1] - 1; found.length <= limits.dates; month += made.interval) {
          year = Math.floor(month / 12);
          if (day(year, month % 12 + 1, 1) > last) break;
          add(inMonth(made, year, month % 12 + 1));
        }
      }
      return found.slice(0, limits.dates + 1);
    }
    function firstThatFits(made, from) {
      for (var on = from; on < from + 400; on++) if (expand(made, on, on).length) return on;
      return from;
    }

    function few(items) { return items && items.length <= limits.items ? items : []; }
    /* What is wrong is told by `say(key of the field, name of the message, values)`. */
    function excluded(fields, planned, say) {
      var out = {}, known = data.holidays;
      function take(low, high) {
        var hit = planned.filter(function (each) { return each >= low && each <= high; });
        hit.forEach(function (each) { out[each] = true; });
        return hit.length;
      }
      few(fields.behalve).forEach(function (item) {
        if (item === "feestdagen") return known["public"].forEach(function (each) { take(fromIso(each), fromIso(each)); });
        if (item === "schoolvakanties") {
          known.school.forEach(function (span) { take(fromIso(span[0]), fromIso(span[1])); });
          var end = known.school.length ? fromIso(known.school[known.school.length - 1][1]) : 0;
          if (planned.length && planned[planned.length - 1] > (end && end + limits.holiday)) {
            if (end) say("behalve", "vakanties-na", { last: show(end) });
            else say("behalve", "vakanties-onbekend");
          }
          return undefined;
        }
        var halves = item.split(" t/m "), low = read(halves[0]), high = halves[1] ? read(halves[1]) : low;
        if (low !== null && high !== null && !take(low, high)) say("behalve", "raakt-niets", { day: item });
        return undefined;
      });
      return out;
    }
    function series(fields, first, extra, made, say) {
      var end = fields.tot || "", number = /^(\d+) keer$/.exec(end), until = number ? null : read(end);
      if (!number && until === null) return null;
      if (!expand(made, first, first).length) {
        var fits = firstThatFits(made, first);
        say("datum", "past-niet", { day: capital(show(first, true)), rule: fields.herhaling, fits: show(fits) });
        return null;
      }
      if (until !== null && until < first) {
        say("tot", "laatste-voor-eerste", { last: show(until), first: show(first) });
        return null;
      }
      var planned = expand(made, first, until === null ? first + limits.days : until), out = {}, held = 0, n;
      if (number) {
        out = excluded(fields, planned, function () {});
        for (n = 0; n < planned.length && held < +number[1]; n++) held += out[planned[n]] ? 0 : 1;
        if (held < +number[1]) {
          say("tot", planned.length > limits.dates ? "te-veel-keren" : "reeks-te-lang");
          return null;
        }
        excluded(fields, planned, function (key, name, values) { if (name === "raakt-niets") say(key, name, values); });
        planned = planned.slice(0, n);
        excluded(fields, planned, function (key, name, values) { if (name !== "raakt-niets") say(key, name, values); });
      } else out = excluded(fields, planned, say);
      var days = planned.filter(function (each) { return !out[each]; });
      var gone = planned.filter(function (each) { return out[each]; });
      days = unique(days.concat(extra));
      if (!days.length) {
        say("behalve", "geen-datum-over");
        return null;
      }
      return within({ days: days, excluded: gone, length: 0 }, "tot", say);
    }
    function within(found, key, say) {
      var name = found.days.length + found.excluded.length > limits.dates ? "te-veel-keren" :
        found.days[found.days.length - 1] - found.days[0] > limits.days ? "reeks-te-lang" : "";
      if (!name) return found;
      say(key, name);
      return null;
    }
    function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }

    /* The dates as they will be: {days, excluded, length}, or null where they can't be told. */
    function schedule(fields, say) {
      var first = read(fields.datum), last = fields.einddatum ? read(fields.einddatum) : null, extra;
      say = say || function () {};
      if (fields.herhaling && fields.herhaling !== "losse data" && !fields.tot && !fields.einddatum) say("tot", "zonder-einde");
      if (first === null) return null;
      if (last !== null && last < first) {
        say("einddatum", "einddatum-voor-datum", { last: show(last), first: show(first) });
        return null;
      }
      if (last !== null && last - first > limits.days) {
        say("einddatum", "duurt-te-lang");
        return null;
      }
      extra = few(fields.ook).map(function (each) { return read(each.datum || each); })
        .filter(function (each) { return each !== null; });
      if (!fields.herhaling || fields.herhaling === "losse data") {
        return within({ days: unique(extra.concat(first)), excluded: [], length: last === null ? 0 : last - first }, "ook", say);
      }
      if (last !== null) {
        say("einddatum", "einddatum-te-veel");
        return null;
      }
      var made = rule(fields.herhaling, first);
      return made && series(fields, first, extra, made, say);
    }

    function checkTimes(fields, say) {
      var given = times(fields.tijd), several = fields.einddatum && fields.einddatum !== fields.datum;
      if (!fields.tijd && fields["hele-dag"] !== "ja" && !fields.einddatum) say("tijd", "tijd-ontbreekt");
      if (!given || given.end === null || several || given.end > given.start) return;
      var size = (given.end - given.start + 1440) % 1440;
      if (size && given.end < 360 && (size <= 720 || !given.end)) return;
      if (!size) say("tijd", "zelfde-tijd", { start: clock(given.start) });
      else say("tijd", "einde-voor-begin", { start: clock(given.start), end: clock(given.end) });
    }
    function checkPrice(fields, say) {
      var lines = typeof fields.prijs === "string" ? [["", fields.prijs]] : (fields.prijs || { pairs: [] }).pairs;
      lines.some(function (line) {
        var bad = money(line[1]) === null;
        if (bad) say("prijs", "prijs", { text: quote(line[1]) });
        return bad;
      });
    }
    function checkJoining(fields, say) {
      var given = typeof fields.aanmelden === "object" ? fields.aanmelden : {};
      if (fields.online && fields.online !== data.afterwards) link("online", "online-link", fields.online);
      function link(key, name, text) {
        var whole = name === "link" && text.indexOf(".") > -1 && text.indexOf(":") < 0 && goodUrl("https://" + text, limits.url);
        if (!goodUrl(text, limits.url)) say(key, whole ? "link-zonder-https" : name, { text: quote(text), raw: text });
      }
      if (given.link) link("aanmelden.link", "link", given.link);
      if (given.telefoon && !goodPhone(given.telefoon)) say("aanmelden.telefoon", "telefoon", { text: quote(given.telefoon) });
      if (given.mail && !goodMail(given.mail, limits.mail)) say("aanmelden.mail", "mail", { text: quote(given.mail) });
      if (given.plaatsen && !/^\d{1,5}$/.test(given.plaatsen)) say("aanmelden.plaatsen", "getal", { text: quote(given.plaatsen) });
      if (given.van && given.tot && read(given.tot) < read(given.van)) say("aanmelden.tot", "sluit-voor-opent");
    }
    /* Of a field, or of a part of one: `adres.naam`. */
    function answer(fields, key) {
      var way = key.split("."), value = fields[way[0]];
      return way[1] ? (value || {})[way[1]] : value;
    }
    function checkRequired(fields, inside, say) {
      data.required.forEach(function (key) {
        var way = key.split("."), isPart = !!way[1];
        if (isPart !== inside || isPart && typeof fields[way[0]] !== "object") return;
        if (!answer(fields, key)) say(key, "ontbreekt", { key: way[1] || key, example: data.examples[key] });
      });
    }
    function checkLengths(fields, say) {
      function line(key, text) {
        var most = data.longest[key], size, cut;
        if (!most || typeof text !== "string") return;
        size = length(plain(text));
        if (size <= most) return;
        cut = plain(text).slice(0, most + 1);
        cut = (cut.lastIndexOf(" ") > 0 ? cut.slice(0, cut.lastIndexOf(" ")) : cut.slice(0, -1)).trim().split(/\s+/).slice(-4);
        say(key, "te-lang", { n: size, most: most, text: quote(cut.join(" ")) });
      }
      data.order.forEach(function (row) {
        [row[0]].concat(row[1].map(function (part) { return row[0] + "." + part; })).forEach(function (key) { line(key, answer(fields, key)); });
      });
      Object.keys(fields).forEach(function (key) {
        var size = Array.isArray(fields[key]) ? fields[key].length : 0;
        if (size > limits.items) say(key, "te-veel-regels", { key: key, n: size });
      });
    }

    function advise(fields, planned, today, say) {
      if (planned && planned.days[planned.days.length - 1] + planned.length < today) {
        say("datum", "voorbij", { day: show(planned.days[planned.days.length - 1] + planned.length) });
      } else if (planned && planned.days[0] - today > limits.far) say("datum", "ver-weg", { day: show(planned.days[0]) });
      Object.keys(data.labels).forEach(function (key) {
        var size = (fields[key] || []).length;
        if (size > data.labels[key]) say(key, "te-veel-labels", { key: key, n: size, most: data.labels[key] });
      });
      if (fields.adres && !(fields.toegankelijkheid || []).length) say("toegankelijkheid", "toegankelijkheid-ontbreekt");
    }
    /* What help with writing has to say, once it is there (aanmelden-schrijfhulp.js). */
    function tips(fields, body, planned) {
      var found = [], days = planned ? planned.days : [];
      function add(key, told) {
        told.forEach(function (each) { found.push({ key: key, rule: each.code, message: each.melding, hint: each.oplossing, fault: false }); });
      }
      if (!data.writing) return found;
      for (var more = 1; planned && more <= planned.length; more++) days = days.concat(planned.days[0] + more);
      add("titel", data.writing.title(fields.titel || "", days.map(iso)));
      Object.keys(data.prose).forEach(function (key) {
        var value = key === "beschrijving" ? body : answer(fields, key) || "";
        if (value.pairs) value = value.pairs.map(function (each) { return each[0]; }).join("\n");
        add(key, data.writing[data.prose[key]](value));
      });
      return found;
    }

    /* Everything that is wrong or could be better: [{key, rule, message, hint, fault}], faults first. */
    function check(fields, body, today) {
      var found = [];
      function say(key, name, values) {
        var row = data.messages[name];
        function fill(text) {
          return text.replace(/\{(\w+)\}/g, function (_, each) { return values[each]; });
        }
        found.push({ key: key, rule: row[0], message: fill(row[1]), hint: fill(row[2]), fault: row[3] });
      }
      checkRequired(fields, false, say);
      if (fields.datum) checkTimes(fields, say);
      if (!fields.locatie && !fields.adres && !fields.online) say("locatie", "geen-plek");
      checkRequired(fields, true, say);
      checkLengths(fields, say);
      checkPrice(fields, say);
      if (fields.leeftijd && !goodAge(fields.leeftijd, limits)) say("leeftijd", "leeftijd", { text: quote(fields.leeftijd) });
      checkJoining(fields, say);
      var planned = schedule(fields, say), size = unescape(encodeURIComponent(body)).length + 1;
      if (size > limits.text) say("beschrijving", "te-groot", { n: Math.ceil(size / 1024) });
      advise(fields, planned, today, say);
      found = found.concat(tips(fields, body, planned));
      return found.filter(function (each) { return each.fault; }).concat(found.filter(function (each) { return !each.fault; }));
    }

    return {
      check: check, schedule: schedule, phrases: phrases, show: show, read: read, iso: iso, fromIso: fromIso, money: money,
      weekday: weekday, clock: clock, times: times
    };
  }

  if (typeof module !== "undefined" && module.exports) module.exports = rules;
  else root.meedoenRegels = rules;
})(this);
