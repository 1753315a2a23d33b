/* Buttons that copy: a block of the letter, or the whole letter for one program. Without them one selects by hand. */
(function () {
  "use strict";
  var own = document.currentScript || document.querySelector("script[data-copied]");
  function words(name) { return own.getAttribute("data-" + name); }

  function button(name, work) {
    var found = document.createElement("button");
    found.type = "button";
    found.className = "button is-quiet";
    found.textContent = words("copy") + " ";
    var what = document.createElement("span");
    what.className = "hidden";
    what.textContent = name;
    found.appendChild(what);
    var told = document.createElement("span");
    told.setAttribute("role", "status");
    told.className = "note";
    found.onclick = function () { work(function (word) { told.textContent = " " + words(word); }); };
    return [found, told];
  }

  function write(text, done, failed) {
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(text).then(done, failed);
    else failed();
  }

  function byHand(place, tell) {
    var range = document.createRange(), selection = getSelection(), worked = false;
    range.selectNodeContents(place);
    selection.removeAllRanges();
    selection.addRange(range);
    try { worked = document.execCommand("copy"); } catch (error) { worked = false; }
    tell(worked ? "copied" : "selected");
  }

  function each(selector, work) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), work);
  }

  each(".copy-block pre", function (block) {
    var made = button(block.getAttribute("data-name"), function (tell) {
      write(block.textContent, function () { tell("copied"); }, function () { byHand(block, tell); });
    });
    block.parentNode.appendChild(made[0]);
    block.parentNode.appendChild(made[1]);
  });

  if (!window.fetch || !navigator.clipboard) return;
  each("a[download][data-name]", function (link) {
    var made = button(link.getAttribute("data-name"), function (tell) {
      fetch(link.href).then(function (answer) { return answer.text(); }).then(function (text) {
        write(text, function () { tell("copied"); }, function () { location.href = link.href; });
      });
    });
    link.parentNode.insertBefore(made[1], link.nextSibling);
    link.parentNode.insertBefore(made[0], link.nextSibling);
  });
})();
