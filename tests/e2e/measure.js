// What the tests want to know of a page, measured inside the browser. One function, so that it can be sent there.
() => {
  const shown = (element) => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return style.visibility !== "hidden" && style.display !== "none" && box.width > 1 && box.height > 1
      && !element.closest(".hidden, .skip, details:not([open]) > :not(summary)");
  };
  const channels = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const hex = (colour) => "#" + channels(colour).slice(0, 3).map((n) => Math.round(n).toString(16).padStart(2, "0")).join("");
  const solid = (colour) => channels(colour).length === 3 || channels(colour)[3] === 1;
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (solid(colour)) return hex(colour);
    }
    return "#ffffff";
  };
  const words = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join("");
  const name = (element) => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}”`;

  const texts = [], outside = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!shown(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 1 || box.left < -1) outside.push(name(element));
    if (!words(element)) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize), bold = style.fontWeight >= 600;
    texts.push({ text: name(element), colour: hex(style.color), ground: ground(element), large: size >= 24 || (bold && size >= 18.66) });
  }

  // A link in a running text may be as small as its words; a card is one target, a box to tick with its words too; all else is for a thumb.
  const small = [];
  for (const link of document.querySelectorAll("a[href], summary, button, input")) {
    if (!shown(link)) continue;
    const cover = getComputedStyle(link, "::after");
    const whole = cover.position === "absolute" && cover.content !== "none" ? link.closest("li") : link.closest("label") || link;
    const box = whole.getBoundingClientRect();
    const running = whole === link && getComputedStyle(link).display === "inline" && link.closest("p, dd, .text li") && !link.closest("nav, .chips");
    const least = running ? 0 : 44;
    if (box.height < least || box.width < least) small.push(`${name(link)} ${box.width} × ${box.height}`);
  }

  let longest = 0;
  for (const text of document.querySelectorAll(".text p, .intro, .summary, .text li")) {
    const box = text.getBoundingClientRect(), style = getComputedStyle(text);
    const lines = Math.round(box.height / parseFloat(style.lineHeight));
    if (lines > 2) longest = Math.max(longest, text.textContent.trim().length / lines);
  }
  return { scrollWidth: document.documentElement.scrollWidth, outside, texts, small, longest };
}
