/* The chooser of abonneren.html: three lists that show the right calendar at once. It reads the list in the page, which
   is all that there is without this script. Old telephones run it too: ES5, and nothing happens when a part is missing. */
(function () {
  "use strict";
  var box = document.getElementById("agenda");
  if (!box || !box.querySelectorAll || !window.history || !history.replaceState || !window.addEventListener) return;

  function words(name) { return box.getAttribute("data-" + name); }
  var base = words("address");
  var site = words("site");
  var title = document.getElementById("gekozen");
  var ways = box.querySelectorAll("a[data-form]");
  var address = box.querySelector("code");
  var held = box.querySelector(".held");
  var everything = { label: title.textContent, path: address.textContent.slice(base.length), held: link(held) };
  var calendars = { "": everything };
  var pickers = [];
  var shown = everything;

  function link(anchor) { return anchor ? anchor.getAttribute("href") : ""; }
  function make(name, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }
  function child(parent, name) {
    for (var each = parent.firstElementChild; each; each = each.nextElementSibling) {
      if (each.tagName === name || each.className === name) return each;
    }
    return null;
  }

  function read() {
    var each, i, list = document.querySelectorAll("details.calendar");
    for (i = 0; i < list.length; i++) {
      each = list[i];
      calendars[each.id] = {
        label: child(each, "SUMMARY").firstChild.data.trim(),
        path: child(each, "CODE").textContent.slice(base.length),
        held: link(child(each, "held"))
      };
    }
    list = document.querySelectorAll("li[data-key]");
    for (i = 0; i < list.length; i++) {
      each = list[i];
      calendars[each.getAttribute("data-key")] = { path: link(child(each, "file")), held: link(child(each, "held")) };
    }
  }

  function picker(kind, heading) {
    var label = make("label", heading), select = make("select"), list = document.querySelectorAll("details.calendar");
    select.appendChild(new Option(words("any"), ""));
    for (var i = 0; i < list.length; i++) {
      if (list[i].id.indexOf(kind + "-") === 0) select.appendChild(new Option(calendars[list[i].id].label, list[i].id));
    }
    select.onchange = function () { choose(true); };
    label.appendChild(select);
    pickers.push(select);
    return label;
  }

  function keys() {
    var found = [];
    for (var i = 0; i < pickers.length; i++) if (pickers[i].value) found.push(pickers[i].value);
    return found;
  }
  function labelOf(chosen) {
    var names = [];
    for (var i = 0; i < chosen.length; i++) names.push(calendars[chosen[i]].label);
    return names.join(", ") || everything.label;
  }
  /* As the calendar calls itself: a place that says the town already stands for it. */
  function nameOf(chosen) {
    var label = labelOf(chosen);
    if (!chosen.length) return "Agenda " + site;
    return chosen[0].indexOf("locatie-") === 0 && calendars[chosen[0]].label.indexOf(site) > -1 ? label : site + ": " + label;
  }

  function fill(chosen) {
    var path = without.input.checked && shown.held ? shown.held : shown.path, url = base + path;
    var short = url.replace(/^[a-z]+:\/\//, ""), values = {
      "{address}": short,
      "{url}": encodeURIComponent(url),
      "{webcal}": encodeURIComponent("webcal://" + short),
      "{name}": encodeURIComponent(nameOf(chosen))
    };
    for (var i = 0; i < ways.length; i++) {
      var form = ways[i].getAttribute("data-form");
      for (var each in values) form = form.split(each).join(values[each]);
      ways[i].href = form;
    }
    address.textContent = url;
    without.label.hidden = !shown.held;
    copied.textContent = "";
  }

  /* What is nearest: the choices with one thing fewer, else each thing by itself. */
  function nearest(chosen) {
    var found = [];
    for (var i = chosen.length - 1; i >= 0; i--) {
      var fewer = chosen.slice(0, i).concat(chosen.slice(i + 1));
      if (calendars[fewer.join(" ")]) found.push(fewer);
    }
    return found.length ? found : chosen.map(function (each) { return [each]; });
  }
  function offer(chosen) {
    var list = make("ul");
    list.className = "chips";
    nearest(chosen).forEach(function (fewer) {
      var item = make("li"), button = make("button", labelOf(fewer));
      button.type = "button";
      button.onclick = function () { pick(fewer); choose(true); title.focus(); };
      item.appendChild(button);
      list.appendChild(item);
    });
    none.textContent = "";
    none.appendChild(make("p", words("none")));
    none.appendChild(list);
  }

  function pick(chosen) {
    for (var i = 0; i < pickers.length; i++) {
      pickers[i].value = "";
      for (var n = 0; n < chosen.length; n++) {
        if (chosen[n].indexOf(pickers[i].getAttribute("data-kind") + "-") === 0) pickers[i].value = chosen[n];
      }
    }
  }
  function choose(tell) {
    var chosen = keys(), found = calendars[chosen.join(" ")];
    title.textContent = labelOf(chosen);
    none.hidden = !!found;
    rest.hidden = !found;
    if (found) {
      shown = found;
      fill(chosen);
    } else {
      offer(chosen);
    }
    if (tell) {
      status.textContent = found ? words("now").replace("{n}", labelOf(chosen)) : words("told");
      history.replaceState(null, "", location.pathname + (chosen.length ? "#" + chosen.join("+") : ""));
    }
  }

  /* The address may name a choice: of the three lists it is shown here; anything else is opened below. */
  function follow() {
    var asked = [];
    try { asked = decodeURIComponent(location.hash.slice(1)).split("+"); } catch (error) { return; }
    if (!asked[0]) return;
    pick(asked);
    if (keys().length) {
      choose(false);
      box.scrollIntoView();
    } else {
      var there = document.getElementById(asked[0]);
      if (there && there.tagName === "DETAILS") {
        there.open = true;
        there.scrollIntoView();
      }
    }
  }

  function copy() {
    function done() { copied.textContent = words("copied"); }
    function byHand() {
      var range = document.createRange(), selection = getSelection(), worked = false;
      range.selectNodeContents(address);
      selection.removeAllRanges();
      selection.addRange(range);
      try { worked = document.execCommand("copy"); } catch (error) { worked = false; }
      if (worked) done();
      else copied.textContent = words("selected");
    }
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(address.textContent).then(done, byHand);
    else byHand();
  }

  var chooser = make("div"), rest = make("div"), none = make("div"), status = make("p"), copied = make("span");
  var without = { label: make("label"), input: make("input") }, button = make("button", words("copy"));
  var kinds = [["locatie", words("place")], ["doelgroep", words("who")], ["thema", words("about")]];

  read();
  chooser.className = "chooser";
  kinds.forEach(function (kind) {
    var label = picker(kind[0], kind[1]);
    pickers[pickers.length - 1].setAttribute("data-kind", kind[0]);
    if (pickers[pickers.length - 1].options.length > 1) chooser.appendChild(label);
  });
  status.className = "hidden";
  status.setAttribute("role", "status");
  copied.setAttribute("role", "status");
  title.tabIndex = -1;
  none.hidden = true;
  without.label.className = "check";
  without.input.type = "checkbox";
  without.input.onchange = function () { fill(keys()); };
  without.label.appendChild(without.input);
  without.label.appendChild(document.createTextNode(" " + words("held")));
  button.type = "button";
  button.className = "button is-quiet";
  button.onclick = copy;

  while (title.nextSibling) rest.appendChild(title.nextSibling);
  if (held) held.parentNode.replaceChild(without.label, held);
  address.parentNode.appendChild(button);
  address.parentNode.appendChild(copied);
  box.insertBefore(make("p", words("choose")), title);
  box.insertBefore(chooser, title);
  box.appendChild(status);
  box.appendChild(none);
  box.appendChild(rest);
  without.label.hidden = !everything.held;
  var byHand = document.querySelector(".by-hand");
  if (byHand) byHand.hidden = true;
  follow();
  window.addEventListener("hashchange", follow);
  window.addEventListener("load", follow);
})();
