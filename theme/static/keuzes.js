/* Choosing within a list: pickers made here, so that nobody sees one that does nothing. What can be chosen is read from
   kies.html when the pickers are opened. ES5, and without any of it the list is simply there. */
(function () {
  "use strict";
  var main = document.getElementById("inhoud");
  if (!main || !main.querySelectorAll || !window.XMLHttpRequest || !window.DOMParser || !window.history || !history.replaceState) return;
  var items = main.querySelectorAll("li[data-kies]");
  if (items.length < 5) return;

  var script = document.querySelector("script[src$='keuzes.js']"), choices = script.getAttribute("data-choices"), words;
  var own = document.querySelector("link[rel=canonical]").href.split("/").slice(-2)[0];
  var box = make("details"), body = make("div"), status = make("p"), clear = make("button");
  var pickers = [], loaded = false, kinds = " doelgroep thema locatie dagdeel prijs taal toegankelijkheid ";

  function make(name, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }
  function marks(item) { return " " + item.getAttribute("data-kies") + " "; }

  function asked() {
    var found = {}, parts = location.search.slice(1).split("&"), i, pair;
    for (i = 0; i < parts.length; i++) {
      pair = parts[i].split("=");
      if (pair[1]) found[pair[0]] = decodeURIComponent(pair[1]);
    }
    return found;
  }

  function picker(group, wanted) {
    var label = make("label", group.querySelector("h2").textContent), select = make("select");
    var links = group.querySelectorAll("a"), all = "", i, name;
    for (i = 0; i < items.length; i++) all += marks(items[i]);
    select.name = group.querySelector("h2").id;
    select.appendChild(new Option(words.getAttribute("data-any"), ""));
    for (i = 0; i < links.length; i++) {
      name = links[i].getAttribute("href").split("/").pop().replace(".html", "");
      if (all.indexOf(" " + select.name + "-" + name + " ") < 0) continue;
      select.appendChild(new Option(links[i].firstChild.textContent.trim(), name));
    }
    if (select.name === own || select.length < 2 || kinds.indexOf(" " + select.name + " ") < 0) return;
    select.value = wanted[select.name] || "";
    if (select.selectedIndex < 0) select.value = "";
    select.onchange = function () { show(true); };
    pickers.push(select);
    label.appendChild(select);
    body.appendChild(label);
  }

  function load(then) {
    if (loaded) return;
    loaded = true;
    var request = new XMLHttpRequest();
    request.onload = function () {
      var page = new DOMParser().parseFromString(request.responseText, "text/html"), groups, wanted = asked(), i;
      groups = page.querySelectorAll("section.choice");
      words = page.getElementById("keuzes");
      clear.textContent = words.getAttribute("data-clear");
      for (i = 0; i < groups.length; i++) picker(groups[i], wanted);
      then();
    };
    request.onerror = function () { loaded = false; };
    request.open("GET", choices);
    request.send();
  }

  function fits(item) {
    for (var i = 0; i < pickers.length; i++) {
      if (pickers[i].value && marks(item).indexOf(" " + pickers[i].name + "-" + pickers[i].value + " ") < 0) return false;
    }
    return true;
  }

  function show(told) {
    var count = 0, state = [], days, i;
    for (i = 0; i < items.length; i++) {
      items[i].hidden = !fits(items[i]);
      if (!items[i].hidden) count++;
    }
    days = main.querySelectorAll(".day, .today");
    for (i = 0; i < days.length; i++) {
      if (days[i].querySelector("li[data-kies]")) days[i].hidden = !days[i].querySelector("li[data-kies]:not([hidden])");
    }
    for (i = 0; i < pickers.length; i++) {
      if (pickers[i].value) state.push(pickers[i].name + "=" + encodeURIComponent(pickers[i].value));
    }
    clear.hidden = !state.length;
    status.textContent = !state.length && !told ? "" :
      words.getAttribute(count === 1 ? "data-one" : count ? "data-many" : "data-none").replace("{n}", count);
    history.replaceState(null, "", location.pathname + (state.length ? "?" + state.join("&") : "") + location.hash);
  }

  clear.type = "button";
  clear.className = "button is-quiet";
  clear.hidden = true;
  clear.onclick = function () {
    for (var i = 0; i < pickers.length; i++) pickers[i].value = "";
    show(true);
    if (pickers[0]) pickers[0].focus();
  };
  status.setAttribute("role", "status");
  body.className = "chooser";
  box.className = "filters";
  box.appendChild(make("summary", script.getAttribute("data-open")));
  box.appendChild(body);
  box.appendChild(status);
  box.appendChild(clear);
  box.ontoggle = function () { if (box.open) load(function () { show(false); }); };

  var first = document.getElementById("lijst") || items[0].parentNode;
  first.parentNode.insertBefore(box, first);

  for (var name in asked()) {
    if (/^[a-z]+$/.test(name)) { box.open = true; load(function () { show(false); }); break; }
  }
})();
