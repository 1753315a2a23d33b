/* The form of aanmelden.html: reads what is filled in, shows the dates and the card, says what is wrong and makes the ways
   out. The draft stays in this browser. Without this script the page is a form on paper. */
(function () {
  "use strict";
  var form = document.getElementById("formulier"), file = window.meedoenBestand, makeRules = window.meedoenRegels, makeHelp = window.meedoenSchrijfhulp;
  if (!form || !file || !makeRules || !form.querySelectorAll || !window.JSON || !window.addEventListener) return;
  var data = JSON.parse(document.getElementById("regels").textContent), rules = makeRules(data);
  var forgeData = document.getElementById("forge"), forge = forgeData && JSON.parse(forgeData.textContent);
  var folder = words("folder"), store = "meedoen " + folder, taken = [], touched = {}, wholeForm = false, later = 0, original = null, begun = false;
  var weeks = ["week", "2weken", "3weken"];

  function words(name, values) {
    return (form.getAttribute("data-" + name) || "").replace(/\{(\w+)\}/g, function (all, key) {
      return values && values[key] !== undefined ? values[key] : all;
    });
  }
  function id(name) { return document.getElementById(name); }
  function list(found) { return Array.prototype.slice.call(found); }
  function all(selector, inside) { return list((inside || form).querySelectorAll(selector)); }
  function named(name) { return all("[name='" + name + "']"); }
  function show(element, shown) { if (element) element.hidden = !shown; }
  function part(selector, text) {
    var found = id("kaart").querySelector(selector);
    found.textContent = text;
    show(found, !!text);
  }

  /* Reading. What nobody sees is left out: it comes along when people paste. */
  function visible(text) {
    return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "\ufffd").replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1\ufffd");
  }
  function clean(text) { return visible(text || "").replace(/\s+/g, " ").trim(); }
  function value(name) { var found = named(name)[0]; return found ? clean(found.value) : ""; }
  function checked(name) {
    return named(name).filter(function (each) { return each.checked; }).map(function (each) { return each.value; });
  }
  function dayOf(text) {
    var found = /^(\d{1,2})[\-\/](\d{1,2})[\-\/](\d{4})$/.exec(text), on;
    function two(part) { return (part.length < 2 ? "0" : "") + part; }
    on = found ? rules.fromIso(found[3] + "-" + two(found[2]) + "-" + two(found[1])) : rules.read(text);
    return on === null ? text : rules.show(on);
  }
  function day(name) { return dayOf(value(name)); }
  function isDate(name) { var found = named(name)[0]; return !!found && found.type === "date"; }
  function answer(name) { return isDate(name) ? day(name) : value(name); }
  function clock(text) { return text.replace(/^0(?=\d)/, "").replace(":", "."); }
  function span(from, to) {
    if (!from) return "";
    return to ? clock(from) + " - " + clock(to) : "vanaf " + clock(from) + " uur";
  }
  function filled(record) {
    var found = {};
    Object.keys(record).forEach(function (key) {
      var each = record[key];
      if (each && (typeof each === "string" || each.pairs || each.length || (!("length" in each) && Object.keys(each).length))) found[key] = each;
    });
    return found;
  }
  function pairs(first, second) {
    var others = named(second);
    return named(first).map(function (each, n) { return [clean(each.value), clean(others[n].value)]; });
  }

  function recurrence(first) {
    var chosen = value("herhaling"), found = "";
    if (!chosen || first === null) return chosen === "los" ? "losse data" : "";
    rules.phrases(first, weekdays()).forEach(function (each) { if (each[0] === chosen) found = each[1]; });
    return found;
  }
  function weekdays() { return checked("dagen").map(Number); }
  function exceptions() {
    return checked("vrij").concat(pairs("behalve", "behalve-tm").filter(function (each) { return each[0]; })
      .map(function (each) { return dayOf(each[0]) + (each[1] && each[1] !== each[0] ? " t/m " + dayOf(each[1]) : ""); }));
  }
  function price() {
    var kind = value("prijs");
    if (kind === "een") return value("prijs.bedrag");
    if (kind !== "meer") return kind;
    var found = pairs("prijs-wie", "prijs-bedrag").filter(function (each) { return each[0] || each[1]; });
    return found.length ? { pairs: found } : "";
  }
  /* What the parts of a field say, of those that are asked. */
  function record(key, parts) {
    var found = {};
    parts.forEach(function (part) { found[part] = answer(key + "." + part); });
    return filled(found);
  }
  function registration(parts) {
    var kind = value("aanmelden");
    if (kind !== "nodig" && kind !== "handig") return kind;
    var more = record("aanmelden", parts);
    if (!Object.keys(more).length) return kind;
    more.nodig = kind === "nodig" ? "ja" : kind;
    return more;
  }
  /* What the file will say: what is filled in, and of a file that is there all that was not touched. */
  function answers() {
    var made = fields(), found = {}, planned;
    if (!original) return made;
    function kept(now, shown, there, parts) {
      var record = {};
      if (file.same(now, shown)) return there;
      if (!parts.length || typeof now !== "object" || typeof there !== "object" || now.length !== undefined) return now;
      parts.forEach(function (part) {
        var each = file.same(now[part], (shown || {})[part]) ? there[part] : now[part];
        if (each) record[part] = each;
      });
      return record;
    }
    data.order.forEach(function (row) {
      var each = kept(made[row[0]], original.shown[row[0]], original.velden[row[0]], row[1]);
      if (each) found[row[0]] = each;
    });
    planned = rules.schedule(found);
    if (planned && found.wijzigingen && data.days.some(function (key) { return found[key] !== original.velden[key]; })) {
      found.wijzigingen = found.wijzigingen.filter(function (each) { return planned.days.indexOf(rules.read(each.datum)) > -1; });
      if (!found.wijzigingen.length) delete found.wijzigingen;
    }
    return found;
  }
  function text() { return original && body() === original.shownBody ? original.tekst : body(); }
  function fields() {
    var first = rules.read(day("datum")), made = {}, parts = {}, place = value("locatie"), series, wholeDay = checked("hele-dag").length;
    data.order.forEach(function (row) {
      var found = named(row[0]);
      parts[row[0]] = row[1];
      if (found.length) made[row[0]] = found[0].type === "checkbox" ? checked(row[0]) : answer(row[0]);
    });
    series = recurrence(first);
    made.tijd = wholeDay ? "" : span(value("van"), value("klaar"));
    made["hele-dag"] = wholeDay ? "ja" : "";
    made.herhaling = series;
    made.tot = made.behalve = made.ook = "";
    if (series && series !== "losse data") {
      made.tot = /^\d+$/.test(value("keer")) ? +value("keer") + " keer" : day("tot");
      made.behalve = exceptions();
    }
    if (series === "losse data") {
      made.ook = pairs("ook", "ook-van").filter(function (each) { return each[0]; }).map(function (each) {
        return each[1] ? { datum: dayOf(each[0]), tijd: span(each[1]) } : dayOf(each[0]);
      });
    }
    made.locatie = place.charAt(0) === "_" ? "" : place;
    made.adres = place === "_anders" ? record("adres", parts.adres) : "";
    made.online = place === "_online" ? value("online") || data.afterwards : "";
    made.prijs = price();
    made.aanmelden = registration(parts.aanmelden);
    delete made.beschrijving;
    made = filled(made);
    if (place === "_anders" && !made.adres) made.adres = {};
    return made;
  }
  function body() {
    return visible(named("beschrijving")[0].value).replace(/[ \t]+(?=\n|$)/g, "").replace(/^\n+|\s+$/g, "");
  }

  /* Showing */
  function short(on) { return rules.show(on, true, true); }
  function joined(names) {
    if (names.length < 2) return names.join("");
    return words("and", { a: names.slice(0, -1).join(", "), b: names[names.length - 1] });
  }
  function euros(text) {
    var cents = rules.money(text);
    if (cents === null) return text;
    if (!cents) return words("free").toLowerCase();
    return "\u20ac\u00a0" + Math.floor(cents / 100) + (cents % 100 ? "," + ("0" + cents % 100).slice(-2) : "");
  }
  function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }
  function chosenNames(name) {
    return named(name).filter(function (each) { return each.checked; }).map(function (each) { return clean(each.parentNode.textContent); });
  }
  function showDates(made) {
    var found = rules.schedule(made), days, text = "";
    if (found) {
      days = found.days;
      text = days.length < 2 ? words("once", { days: days.map(short).join("") }) : days.length > 8 ?
        words("until-last", { n: days.length, days: days.slice(0, 7).map(short).join(", "), last: short(days[days.length - 1]) }) :
        words("times", { n: days.length, days: joined(days.map(short)) });
      if (found.excluded.length) {
        text += " " + words("except", { days: joined(found.excluded.slice(0, 12).map(short).concat(found.excluded.length > 12 ? ["\u2026"] : [])) });
      }
    }
    text = text || words("unknown");
    if (id("datums").textContent !== text) id("datums").textContent = text;
    return found;
  }
  function showCard(made, found) {
    var times = rules.times(made.tijd), select = named("locatie")[0], where = "", who = chosenNames("doelgroep"), line = [];
    var cost = made.prijs, time = id("kaart").querySelector(".time");
    id("kaart-dag").textContent = found ? capital(rules.show(found.days[0], true)) : words("noday");
    part("h3", made.titel || words("noname"));
    time.textContent = "";
    if (times && times.end !== null) {
      time.appendChild(document.createElement("b")).textContent = rules.clock(times.start);
      time.appendChild(document.createTextNode(" " + words("end", { end: times.end ? rules.clock(times.end) : "24.00" })));
    } else time.appendChild(document.createElement("b")).textContent = times ? words("start", { start: rules.clock(times.start) }) : words("whole");
    show(time, !!(times || made["hele-dag"]));
    if (made.locatie) where = value("locatie") === made.locatie ? select.options[select.selectedIndex].text : made.locatie;
    else if (made.adres) where = [made.adres.naam, made.ruimte, made.adres.plaats].filter(Boolean).join(", ");
    else where = made.online ? words("online") : words("noplace");
    part(".where", made.locatie && made.ruimte ? where + ", " + made.ruimte : where);
    if (who.length) line.push(words("for", { who: joined(who) }));
    if (typeof cost === "string") line.push(capital(euros(cost)));
    else if (cost) line.push(capital(cost.pairs.map(function (each) { return each[0] + " " + euros(each[1]); }).join(", ")));
    part(".who", line.concat(chosenNames("thema").slice(0, 1)).join(" \u00b7 "));
    part(".summary", made.samenvatting || "");
    id("kaart").className = "card" + (found && found.days.length > 1 ? " is-series" : "");
  }
  function showPhrases(first) {
    var select = named("herhaling")[0], known = {};
    if (first === null) return;
    named("dagen").forEach(function (each) {
      var own = +each.value === rules.weekday(first);
      /* The day of a date that was only half typed does not stay chosen. */
      if (own || each.disabled) each.checked = own;
      each.disabled = own;
    });
    rules.phrases(first, weekdays()).forEach(function (each) { known[each[0]] = each[1]; });
    list(select.options).forEach(function (each) {
      if (!each.value || each.value === "los") return;
      each.disabled = !known[each.value];
      if (known[each.value] && each.value !== "week" || select.value === "week") each.text = capital(known[each.value] || each.text);
      else if (each.value === "week" && known.week) each.text = capital(rules.phrases(first)[0][1]);
    });
  }
  function showParts() {
    var often = value("herhaling"), place = value("locatie"), sign = value("aanmelden"), states = {
      week: weeks.indexOf(often) > -1, reeks: often && often !== "los", los: often === "los", anders: place === "_anders",
      online: place === "_online", "prijs-een": value("prijs") === "een", "prijs-meer": value("prijs") === "meer",
      aanmelden: sign === "nodig" || sign === "handig"
    };
    all("[data-when]").forEach(function (each) { show(each, !!states[each.getAttribute("data-when")]); });
    named("van").concat(named("klaar")).forEach(function (each) { each.disabled = checked("hele-dag").length > 0; });
  }

  /* What is wrong */
  function ownProblems(made) {
    var seen = {}, found = [];
    if (!made.prijs || !made.prijs.pairs) return found;
    made.prijs.pairs.forEach(function (each) {
      var wrong = !each[0] ? words("label") : seen.hasOwnProperty(each[0]) ? words("double", { name: each[0] }) : "";
      if (wrong && !found.length) found.push({ key: "prijs.regels", message: wrong, hint: "", fault: true });
      seen[each[0]] = true;
    });
    return found;
  }
  function place(key) {
    var found = form.querySelector("[data-key='" + key + "']");
    while (found && found.parentNode !== form && !found.offsetParent && key.indexOf(".") > -1) {
      key = key.slice(0, key.lastIndexOf("."));
      found = form.querySelector("[data-key='" + key + "']");
    }
    return found || (key === "prijs" && place("prijs.bedrag"));
  }
  function control(where) { return where.querySelector("input:not([disabled]), select, textarea"); }
  function clear(each) {
    var where = each.parentNode, found = where.querySelector("[aria-invalid]");
    where.removeChild(each);
    if (!found) return;
    found.removeAttribute("aria-invalid");
    var before = found.getAttribute("data-described");
    if (before) found.setAttribute("aria-describedby", before);
    else found.removeAttribute("aria-describedby");
  }
  function mark(problem) {
    var key = problem.key, where = place(key === "prijs" && value("prijs") === "meer" ? "prijs.regels" : key === "prijs" ? "prijs.bedrag" : key);
    if (!where || !(wholeForm || touched[where.getAttribute("data-key")])) return;
    var text = document.createElement("span"), found = control(where);
    text.className = problem.fault ? "wrong" : "tip";
    text.id = "fout-" + where.getAttribute("data-key") + all(".wrong, .tip", where).length;
    text.textContent = problem.message + " " + problem.hint;
    where.appendChild(text);
    if (!found) return;
    if (found.getAttribute("aria-invalid") === null) found.setAttribute("data-described", found.getAttribute("aria-describedby") || "");
    found.setAttribute("aria-invalid", problem.fault ? "true" : "false");
    found.setAttribute("aria-describedby", clean((found.getAttribute("aria-describedby") || "") + " " + text.id));
  }
  function check(made) {
    var now = new Date(), today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000;
    var found = ownProblems(made).concat(rules.check(made, text(), today));
    all(".wrong, .tip").forEach(clear);
    found.forEach(mark);
    return found.filter(function (each) { return each.fault; });
  }
  function summary(faults) {
    var box = id("fouten"), items = document.createElement("ul"), head = document.createElement("h3");
    box.textContent = "";
    show(box, faults.length > 0);
    if (!faults.length) return;
    head.textContent = words("faults");
    faults.forEach(function (each) {
      var where = place(each.key), found = where && control(where), item = document.createElement("li"), link = document.createElement("a");
      link.textContent = each.message + " " + each.hint;
      if (found) {
        if (!found.id) found.id = "v-" + each.key;
        link.href = "#" + found.id;
        link.onclick = function (event) { event.preventDefault(); found.focus(); };
      }
      item.appendChild(link);
      items.appendChild(item);
    });
    box.appendChild(head);
    box.appendChild(items);
    box.focus();
  }

  function refresh() {
    var made, found;
    showParts();
    showPhrases(rules.read(day("datum")));
    made = answers();
    found = showDates(made);
    showCard(made, found);
    check(made);
    show(id("versturen"), false);
    save();
  }

  /* The ways out */
  function outcome(text) {
    id("ontvangst").querySelector("p").textContent = text;
  }
  function download(name, text) {
    var link = document.createElement("a"), url = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
    link.href = url;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(url); }, 10000);
  }
  function copy(text, kind) {
    var area = id("bestand"), worked = false;
    id("bekijk").open = true;
    area.focus();
    area.select();
    try { worked = document.execCommand("copy"); } catch (error) { worked = false; }
    if (!worked && navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(function () { outcome(words(kind + "copied")); }, function () {});
    }
    outcome(words(kind + (worked ? "copied" : "by-hand")));
  }
  function prepare(made) {
    var content = original ? file.changed(data.order, original, made, text()) : file.text(data.order, made, body()), kind = original ? "change-" : "";
    var path = original ? original.path : folder + file.freeName(made.titel, taken, data.limits.name) + ".md", name = path.slice(path.lastIndexOf("/") + 1);
    var values = { file: name, mail: words("mail"), site: words("site"), forge: forge ? forge.name : "", title: made.titel };
    var mail = file.mailUrl(words("mail"), words(kind + "subject", values), words(kind + "lead", values), original ? file.enveloped(path, content) : content,
      words(kind + "attach", values) + (original ? "\n\n" + file.mark(path) : ""));
    var git = forge && (original ? { url: file.editUrl(forge, path), complete: false } : file.forgeUrl(forge, path, content));
    id("bestand").value = content;
    id("kenmerk").textContent = path.replace(/^content\/activiteiten\//, "").replace(/\.md$/, "");
    id("klaar").textContent = words("good");
    outcome("");
    if (id("via-mail")) {
      id("via-mail").href = mail.url;
      id("via-mail").onclick = function () {
        if (!mail.complete) download(name, content);
        outcome(words(mail.complete ? "mailed" : "attached", values));
      };
    }
    if (git) {
      id("via-git").href = git.url;
      id("via-git").onclick = function (event) {
        outcome(words("opened", values));
        if (git.complete) return;
        /* The text is pasted by hand there, so that has to be read here first. */
        event.preventDefault();
        git.complete = true;
        copy(content, kind);
      };
    }
    id("opslaan").onclick = function (event) {
      event.preventDefault();
      download(name, content);
      outcome(words("saved", values));
    };
    show(id("versturen"), true);
    id("versturen").focus();
  }
  function submit(event) {
    event.preventDefault();
    wholeForm = true;
    var made = answers(), faults = check(made);
    summary(faults);
    if (!faults.length) prepare(made);
  }

  /* The draft, and a form that is filled in beforehand */
  function rows(name, size) {
    var box = form.querySelector("[data-rows='" + name + "']"), made;
    while (box.children.length < size) {
      made = box.children[0].cloneNode(true);
      all("input", made).forEach(function (each) { each.value = ""; each.removeAttribute("id"); each.removeAttribute("aria-invalid"); each.removeAttribute("aria-describedby"); });
      box.appendChild(made);
    }
    return box;
  }
  function controls() {
    return all("[name]").filter(function (each) { return each.name; });
  }
  /* Nothing is kept until somebody fills in something. */
  function save() {
    var kept = {};
    if (!begun) return;
    controls().forEach(function (each) {
      kept[each.name] = (kept[each.name] || []).concat(each.type === "checkbox" ? (each.checked ? [each.value] : []) : [each.value]);
    });
    try { localStorage.setItem(store, JSON.stringify(kept)); } catch (error) { return; }
  }
  function put(kept) {
    ["behalve", "ook"].forEach(function (name) { rows(name, (kept[name] || []).length); });
    rows("prijs", (kept["prijs-wie"] || []).length);
    Object.keys(kept).forEach(function (name) {
      named(name).forEach(function (each, n) {
        if (each.type === "checkbox") each.checked = kept[name].indexOf(each.value) > -1;
        else if (kept[name][n] !== undefined) each.value = kept[name][n];
      });
    });
  }
  function restore() {
    var kept = null;
    try { kept = JSON.parse(localStorage.getItem(store)); } catch (error) { kept = null; }
    if (!kept || !kept.titel || !(kept.titel[0] || (kept.samenvatting || [])[0] || (kept.datum || [])[0])) return false;
    put(kept);
    return true;
  }
  function tell(name, values) {
    var box = form.querySelector(".draft");
    show(box, true);
    box.querySelector("p").textContent = words(name, values);
  }
  function asIso(text) { var on = rules.read(text); return on === null ? "" : rules.iso(on); }
  /* From the fields of a file to the controls: what the address of the page brings along, as #{"velden": …, "tekst": …}. */
  function fill(made, text) {
    var kept = { beschrijving: [text || ""] }, first = rules.read(made.datum), times = /^(?:vanaf )?(\d+)\.(\d\d)(?: - (\d+)\.(\d\d))?/.exec(made.tijd || "");
    function time(hour, minute) { return hour ? ("0" + hour).slice(-2) + ":" + minute : ""; }
    data.order.forEach(function (row) {
      var given = made[row[0]], found = named(row[0])[0];
      if (given && isDate(row[0])) kept[row[0]] = [asIso(given)];
      else if (given && (typeof given === "string" || found && found.type === "checkbox")) kept[row[0]] = [].concat(given);
    });
    if (times) { kept.van = [time(times[1], times[2])]; kept.klaar = [time(times[3], times[4])]; }
    kept.herhaling = [""];
    if (made.herhaling && first !== null) {
      [[]].concat([0, 1, 2, 3, 4, 5, 6].map(function (each) { return [each]; }), [[0, 1, 2, 3, 4]]).forEach(function (days) {
        rules.phrases(first, days).forEach(function (each) {
          if (each[1] !== made.herhaling) return;
          kept.herhaling = [each[0]];
          kept.dagen = days.map(String);
        });
      });
    }
    if (/ keer$/.test(made.tot || "")) { kept.keer = [parseInt(made.tot, 10) + ""]; kept.tot = [""]; }
    kept.vrij = (made.behalve || []).filter(function (each) { return /^[a-z]+$/.test(each); });
    kept.behalve = (made.behalve || []).filter(function (each) { return !/^[a-z]+$/.test(each); });
    kept["behalve-tm"] = kept.behalve.map(function (each) { return asIso(each.split(" t/m ")[1] || ""); });
    kept.behalve = kept.behalve.map(function (each) { return asIso(each.split(" t/m ")[0]); });
    kept.ook = (made.ook || []).map(function (each) { return asIso(each.datum || each); });
    kept["ook-van"] = (made.ook || []).map(function (each) {
      var found = each.tijd && rules.times(each.tijd);
      return found ? time(rules.clock(found.start).split(".")[0], rules.clock(found.start).split(".")[1]) : "";
    });
    if (typeof made.adres === "string") {
      kept.locatie = ["_anders"];
      kept["adres.naam"] = [made.adres];
    } else if (made.adres) {
      kept.locatie = ["_anders"];
      Object.keys(made.adres).forEach(function (key) { kept["adres." + key] = [made.adres[key]]; });
    } else if (made.online && !made.locatie) {
      kept.locatie = ["_online"];
      kept.online = [made.online === data.afterwards ? "" : made.online];
    }
    if (made.prijs && made.prijs.pairs) {
      kept.prijs = ["meer"];
      kept["prijs-wie"] = made.prijs.pairs.map(function (each) { return each[0]; });
      kept["prijs-bedrag"] = made.prijs.pairs.map(function (each) { return each[1]; });
    } else if (made.prijs && made.prijs !== "gratis") { kept.prijs = ["een"]; kept["prijs.bedrag"] = [made.prijs]; }
    if (made.aanmelden && typeof made.aanmelden === "object") {
      Object.keys(made.aanmelden).forEach(function (key) {
        var name = "aanmelden." + key, given = made.aanmelden[key];
        kept[name] = [isDate(name) ? asIso(given) : given];
      });
      kept.aanmelden = [made.aanmelden.nodig === "handig" ? "handig" : "nodig"];
    } else if (made.aanmelden) {
      kept.aanmelden = [/^(nee|niet|hoeft|vrije|inloop)/i.test(made.aanmelden) ? "niet nodig" : /^(handig|gewenst|mag)/i.test(made.aanmelden) ? "handig" : "nodig"];
      if (/\./.test(made.aanmelden)) kept["aanmelden.link"] = [made.aanmelden];
    }
    put(kept);
  }
  /* Once more, on another date: what the file of the activity says, but for when it is. */
  function again(article, written) {
    if (!written) return;
    data.days.forEach(function (key) { delete written.velden[key]; });
    fill(written.velden, written.tekst);
    tell("filled");
    refresh();
    named("datum")[0].focus();
  }
  /* A change of what is there: what nobody touches stays as it was written, also what this form can't show. */
  function change(article, written) {
    if (!written || !/\.md$/.test(article.getAttribute("data-bestand"))) return;
    fill(written.velden, written.tekst);
    refresh();
    written.path = article.getAttribute("data-bestand");
    written.shown = fields();
    written.shownBody = body();
    original = written;
    /* The questions are those of a new activity; what stands above them is not. */
    id("kop-pagina").textContent = document.title = words("change-title");
    show(id("kop-pagina").nextElementSibling, false);
    if (restore()) tell("restored");
    else tell("changing", { title: written.velden.titel });
    refresh();
  }
  function fromAddress() {
    var asked = /^\?(nog-een-keer|wijzig)=(.+)$/.exec(location.search);
    /* With a draft of its own: what somebody had begun with stays as it is. */
    if (asked) {
      store += " " + asked[0];
      if (asked[1] === "wijzig") file.ask(asked[2], change);
      else if (restore()) setTimeout(function () { tell("restored"); }, 0);
      else file.ask(asked[2], again);
      return true;
    }
    var found = null;
    try { found = JSON.parse(decodeURIComponent(location.hash.slice(1))); } catch (error) { return false; }
    if (!found || !found.velden) return false;
    store += " #";
    fill(found.velden, found.tekst);
    setTimeout(function () { tell("filled"); }, 0);
    return true;
  }

  function load() {
    var request = new XMLHttpRequest();
    request.open("GET", words("names"));
    request.onload = function () {
      try {
        var found = JSON.parse(request.responseText);
        taken = found.taken || [];
        if (makeHelp) data.writing = makeHelp(found.help);
      } catch (error) { return; }
      refresh();
    };
    request.send();
  }
  function fold() {
    var meer = id("meer"), inside = document.createElement("details"), head = document.createElement("summary");
    head.textContent = id("kop-meer").textContent;
    id("kop-meer").className = "hidden";
    inside.appendChild(head);
    while (meer.children.length > 1) inside.appendChild(meer.children[1]);
    meer.appendChild(inside);
  }

  form.className = "form";
  fold();
  all(".result").forEach(function (each) { show(each, each.id !== "versturen"); });
  all("[data-more]").forEach(function (button) {
    button.onclick = function () {
      var box = form.querySelector("[data-rows='" + button.getAttribute("data-more") + "']");
      rows(button.getAttribute("data-more"), box.children.length + 1).lastElementChild.querySelector("input").focus();
    };
  });
  form.addEventListener("input", function () { begun = true; clearTimeout(later); later = setTimeout(refresh, 250); });
  form.addEventListener("change", function (event) {
    var each = event.target;
    while (each && each !== form) {
      if (each.getAttribute("data-key")) touched[each.getAttribute("data-key")] = true;
      each = each.parentNode;
    }
    begun = true;
    clearTimeout(later);
    refresh();
  });
  form.addEventListener("submit", submit);
  id("wis").onclick = function () {
    if (!window.confirm(words("sure"))) return undefined;
    try { localStorage.removeItem(store); } catch (error) { save(); }
    if (original) return location.reload();
    form.reset();
    touched = {};
    wholeForm = false;
    summary([]);
    begun = false;
    refresh();
    tell("wiped");
    named("titel")[0].focus();
    return undefined;
  };
  load();
  if (fromAddress()) show(form.querySelector(".draft"), false);
  else if (restore()) tell("restored");
  refresh();
})();
