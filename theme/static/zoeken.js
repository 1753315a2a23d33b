/* Searching in an index that is fetched when somebody goes to the field. Its texts stand in the page.
   ES5, for old telephones; where something is missing the list of everything stays. */
(function () {
  "use strict";
  var form = document.getElementById("zoek"), field = document.getElementById("q");
  if (!form || !field || !"".normalize || !window.JSON || !window.history || !history.replaceState) return;

  var status = document.getElementById("aantal"), results = document.getElementById("gevonden");
  var none = document.getElementById("niets"), all = document.getElementById("alles");
  var PER_PAGE = 50, activities = null, asked = false, failed = false, timer = 0;

  function words(name, query, n) {
    return form.getAttribute("data-" + name).split("{n}").join(n).split("{q}").join(query);
  }

  /* outputs/search_index.py has the same. */
  function fold(text) {
    var letters = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "ς": "σ" };
    return text.normalize("NFKD").toLowerCase()
      .replace(/[ßæœøðþłđıς]/g, function (each) { return letters[each]; })
      .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'\u2018\u2019\u2010\u2011\-]/g, "")
      .replace(/[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f]+/g, " ")
      .replace(/^ +| +$/g, "");
  }

  /* In a compound: schaken → schaak, voorlezen → voorlees, and back. */
  function stems(word) {
    var found = [], stem = word.replace(/(en|e)$|([^aeou])s$/, "$2");
    function add(each) { if (each.length > 3 && each !== word) found.push(each); }
    if (stem !== word) {
      add(stem);
      stem = stem.replace(/z$/, "s").replace(/v$/, "f").replace(/([bdfgklmnprst])\1$/, "$1");
      add(stem);
      add(stem.replace(/([^aeiou])([aeou])([bcdfgklmnprst])$/, "$1$2$2$3"));
    } else if (/[aeiou][aeouij][^aeiou]$/.test(word)) {
      add(word.replace(/([aeou])\1(.)$/, "$1$2").replace(/s$/, "z").replace(/f$/, "v"));
    }
    return found;
  }

  /* Whether the text begins with the word but for one letter: wrong, missing, extra, or swapped. */
  function near(word, text) {
    var i = 0;
    while (i < word.length && word.charAt(i) === text.charAt(i)) i++;
    function rest(from, to) { return text.indexOf(word.slice(from), to) === to; }
    return rest(i + 1, i + 1) || rest(i + 1, i) || rest(i, i + 1) ||
      (word.charAt(i) === text.charAt(i + 1) && word.charAt(i + 1) === text.charAt(i) && rest(i + 2, i + 2));
  }
  /* The same for any word of the text; long ones also inside a compound. */
  function resembles(word, text) {
    return text.split(" ").some(function (part) {
      if (word.length < 5 && part.length > 5) return false;
      for (var at = 0; !at || (word.length > 5 && at < part.length - 3); at++) if (near(word, part.slice(at))) return true;
    });
  }

  /* One or two letters begin a word, more stand anywhere. */
  function has(text, list) {
    return list.some(function (each) { return (" " + text).indexOf(each.length < 3 ? " " + each : each) > -1; });
  }
  /* 0 the word is in the title, 1 its stem is, 2 and 3 the same elsewhere; 4 and 5 with a typing error; else 9. */
  function fit(each, word, stem, loose) {
    if (has(each.title, [word])) return 0;
    if (has(each.title, stem)) return 1;
    if (has(each.rest, [word])) return 2;
    if (has(each.rest, stem)) return 3;
    if (!loose || word.length < 4) return 9;
    return resembles(word, each.title) ? 4 : resembles(word, each.rest) ? 5 : 9;
  }
  /* The activities that have all words, the best first, then the soonest. */
  function search(query, loose) {
    var parts = query.split(" "), stemmed = parts.map(stems), found = [], i, n, worst;
    for (i = 0; i < activities.length; i++) {
      for (n = worst = 0; n < parts.length && worst < 9; n++) {
        worst = Math.max(worst, fit(activities[i], parts[n], stemmed[n], loose));
      }
      if (worst < 9) found.push({ rank: worst, at: i });
    }
    found.sort(function (a, b) { return a.rank - b.rank || a.at - b.at; });
    return found;
  }

  function make(parent, name, text, kind) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    parent.appendChild(made);
    return made;
  }
  function card(list, each) {
    var item = make(list, "li", "", (each.theme ? "thema-" + each.theme : "") + (each.kind ? " is-" + each.kind : ""));
    if (each.state) make(item, "p", each.state, "state");
    var title = make(item, "h2"), link = make(title, "a", each.name), texts = [title];
    link.href = each.href;
    make(item, "p", each.when, "when");
    make(item, "p", each.where, "where");
    if (each.summary) texts.push(make(item, "p", each.summary, "summary"));
    for (var i = 0; each.lang && i < texts.length; i++) {
      texts[i].lang = each.lang;
      if (each.dir) texts[i].dir = each.dir;
    }
    return link;
  }
  function show(found) {
    var list = make(results, "ul", "", "picks"), more = make(results, "button", words("next"), "button is-quiet");
    function next() {
      var links = found.splice(0, PER_PAGE).map(function (each) { return card(list, activities[each.at]); });
      more.hidden = !found.length;
      return links[0];
    }
    more.type = "button";
    more.onclick = function () { next().focus(); };
    next();
  }

  function answer() {
    var typed = field.value.replace(/\s+/g, " ").replace(/^ | $/g, ""), query = fold(typed), found = [], exact;
    if (query && !activities) {
      status.textContent = words(failed ? "failed" : "wait");
      if (!failed) load();
      return;
    }
    if (query) found = search(query, false);
    exact = found.length > 0;
    if (query && !exact) found = search(query, true);
    all.hidden = !!typed;
    none.hidden = !typed || found.length > 0;
    exact = (exact ? "" : "near-") + (found.length === 1 ? "one" : "many");
    status.textContent = typed ? words(found.length ? exact : "none", typed, found.length) : "";
    results.textContent = "";
    if (found.length) show(found);
    history.replaceState(null, "", location.pathname + (typed ? "?q=" + encodeURIComponent(typed) : ""));
  }

  function read(index) {
    activities = index.name.map(function (name, i) {
      var each = { title: fold(name) };
      for (var field in index) each[field] = index[field][i];
      each.href = index.pages[each.site] + (each.page || each.title.split(" ").join("-")) + ".html";
      each.rest = fold([each.summary, each.when, each.where, each.state].join(" "));
      (each.more || []).forEach(function (n) { each.rest += " " + index.words[n]; });
      return each;
    });
  }
  function load() {
    if (asked) return;
    asked = true;
    var request = new XMLHttpRequest();
    request.onloadend = function () {
      try { read(JSON.parse(request.responseText)); } catch (error) { failed = true; }
      if (field.value) answer();
    };
    request.open("GET", form.getAttribute("data-index"));
    request.send();
  }

  function later() { clearTimeout(timer); timer = setTimeout(answer, 200); }
  field.addEventListener("focus", load);
  field.addEventListener("input", later);
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); if (failed) asked = failed = false; answer(); });

  var given = /[?&]q=([^&]*)/.exec(location.search);
  if (given) {
    try { field.value = decodeURIComponent(given[1].replace(/\+/g, " ")); } catch (error) { field.value = ""; }
  }
  if (field.value) answer();
})();
