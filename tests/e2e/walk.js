// The controls of a page in the order of the document, and what of each is to be seen when it has the focus.
// Sent to the browser once for each page, as `window.walk`; one press of Tab goes before each `walk.here()`.
() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const one = (radio) => radio.checked || ![...document.getElementsByName(radio.name)].some((each) => each.checked);
  const controls = [...document.querySelectorAll(
    "a[href], area[href], summary, button, input, select, textarea, iframe, audio[controls], video[controls], [tabindex], [contenteditable]")]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && shown(each) && (each.type !== "radio" || one(each)));
  const name = (element) => `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") || element.textContent).trim().slice(0, 40)}”`;
  const scrolls = (element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
  const channels = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const hex = (colour) => "#" + channels(colour).slice(0, 3).map((n) => Math.round(n).toString(16).padStart(2, "0")).join("");
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (channels(colour).length === 3) return hex(colour);
    }
    return "#ffffff";
  };
  const covered = (element) => {
    const box = [...element.getClientRects()].find((each) => each.width > 1 && each.height > 1);
    if (!box) return true;
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    return !top || !(element.contains(top) || top.contains(element) || top.control === element);
  };
  const here = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const place = controls.indexOf(element), style = getComputedStyle(element);
    if (place < 0 && scrolls(element)) return { place: "scrolls" };
    const ring = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
    const inside = parseFloat(style.outlineOffset) < 0 ? element : element.parentElement;
    return { place, name: name(element), ring, colour: hex(style.outlineColor), ground: ground(inside), covered: covered(element) };
  };
  window.walk = { here };
  return controls.map(name);
}
