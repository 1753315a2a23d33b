/* wijzigen.html?activiteit=<page>: two questions, and the lines that the file needs. It reads the page itself; without
   this script there is the mail address. */
(function () {
  "use strict";
  var form = document.getElementById("wijziging"), file = window.meedoenBestand, makeRules = window.meedoenRegels;
  if (!form || !file || !makeRules || !document.querySelectorAll) return;
  var data = JSON.parse(id("regels").textContent), rules = makeRules(data), forge = id("forge"), name = location.search.replace(/^\?activiteit=/, "");
  var most = data.longest.reden;
  forge = forge && JSON.parse(forge.textContent);

  function id(each) { return document.getElementById(each); }
  function clean(text) { return text.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, " ").replace(/\s+/g, " ").trim(); }
  function words(key, values) {
    return form.getAttribute("data-" + key).replace(/\{(\w+)\}/g, function (all, each) { return values ? values[each] : all; });
  }
  function wrong(text, control) {
    id("melding").textContent = text;
    id("melding").hidden = !text;
    if (!text) return;
    control.setAttribute("aria-invalid", "true");
    control.focus();
  }
  function option(text, value) { id("datum").appendChild(new Option(text, value)); }

  function lines(series) {
    var reason = clean(id("reden").value), on = id("datum").value;
    var fields = series && on ? { wijzigingen: [{ datum: rules.show(rules.fromIso(on)), status: "afgelast", reden: reason }] } :
      { status: "afgelast", reden: reason };
    return file.text(data.order, fields).replace(/^---\n|---\n$/g, "");
  }
  function open(article) {
    if (!article) return;
    var now = new Date(), today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000, seen = {}, days = [];
    var path = article.getAttribute("data-bestand"), title = clean(article.querySelector("h1").textContent), series;
    var values = { title: title, file: path, address: words("address") + "activiteit/" + name + ".html" };
    Array.prototype.forEach.call(article.querySelectorAll(".facts time, .dates time"), function (each) {
      var on = rules.fromIso(each.getAttribute("datetime"));
      if (on === null || on < today || seen[on]) return;
      seen[on] = true;
      days.push(on);
    });
    series = !!article.querySelector(".is-series");
    days.sort(function (a, b) { return a - b; }).forEach(function (on) { option(rules.show(on, true), rules.iso(on)); });
    if (series || !days.length) option(words("all"), "");
    if (/\.md$/.test(path)) {
      id("zelf").querySelector("a").href = "aanmelden.html?wijzig=" + name;
      id("zelf").hidden = false;
    }
    id("welke").textContent = title;
    form.hidden = false;
    id("soort").onchange = form.oninput = function () {
      id("af").hidden = id("soort").value !== "af";
      id("fout").hidden = !id("af").hidden;
      id("uit").hidden = true;
      wrong("");
      id("reden").removeAttribute("aria-invalid");
      id("wat").removeAttribute("aria-invalid");
    };
    form.onsubmit = function (event) {
      var off = id("soort").value === "af", text = off ? lines(series) : id("wat").value.trim();
      event.preventDefault();
      if (off && !clean(id("reden").value)) return wrong(words("reason"), id("reden"));
      if (off && clean(id("reden").value).length > most) return wrong(words("long", { most: most }), id("reden"));
      if (!text) return wrong(words("what"), id("wat"));
      wrong("");
      id("tekst").value = text;
      var lead = words(off ? "lead" : "tell", values), mail = file.mailUrl(words("mail"), words(off ? "off" : "wrong", values), lead, text, lead);
      /* What does not fit in a mail link stays in sight, to be copied. */
      id("regel").hidden = !off && mail.complete;
      if (id("per-mail")) id("per-mail").href = mail.url;
      if (forge) id("per-git").href = file.editUrl(forge, path);
      id("uit").hidden = false;
      id("uit").focus();
      return undefined;
    };
  }
  file.ask(name, open);
})();
