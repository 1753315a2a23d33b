/* At the foot of a page: when this site was made. At its top as well when that is more than two days ago: then something is
   wrong with publishing, and what changed since is not on the page. ES5, and without any of it the page is simply there. */
(function () {
  "use strict";
  var line = document.getElementById("gebouwd"), main = document.querySelector("#inhoud > .wrap"), request;
  if (!line || !main || !window.XMLHttpRequest || !window.JSON) return;

  function days(from, to) { return Math.floor((to - from) / 864e5); }

  function show() {
    var told, day, parts, now = new Date().getTime(), sent, notice;
    if (request.status !== 200) return;
    try { told = JSON.parse(request.responseText); } catch (broken) { return; }
    day = told.tekst[document.documentElement.lang] || told.tekst.nl;
    line.textContent = line.getAttribute("data-day").replace("{day}", day);
    line.hidden = false;
    // A telephone whose clock runs ahead must not raise an alarm: the server says what time it is as well.
    sent = Date.parse(request.getResponseHeader("Date"));
    if (sent < now) now = sent;
    parts = told.dag.split("-");
    if (days(new Date(parts[0], parts[1] - 1, parts[2]).getTime(), now) <= 2) return;
    notice = document.createElement("p");
    notice.className = "state banner is-unsaved";
    notice.id = "oud";
    notice.textContent = line.getAttribute("data-old").replace("{day}", day);
    main.insertBefore(notice, main.firstChild);
  }

  request = new XMLHttpRequest();
  request.onload = show;
  request.open("GET", line.getAttribute("data-file"));
  request.send();
})();
