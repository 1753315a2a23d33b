// What would be lost where the reader's own colours replace ours: grounds and shadows. Asked twice, before and with them.
() => {
  const style = (element) => getComputedStyle(element);
  const name = (element) => element.outerHTML.slice(0, 90);
  const clear = (colour) => /^rgba\(.*, 0\)$/.test(colour);
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) if (!clear(style(each).backgroundColor)) return style(each).backgroundColor;
    return "rgb(255, 255, 255)";
  };
  const edged = (element) => ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(style(element)[`border${side}Width`]) > 0)
    || style(element).textDecorationLine.includes("underline") || style(element.parentElement).borderBottomStyle === "solid";
  const controls = [...document.querySelectorAll("a, button, summary, select, input")].filter((each) => each.checkVisibility());
  const lasting = (element) => [element, element.firstElementChild].filter(Boolean).map((each) => [style(each).outlineStyle,
    style(each).borderBottomWidth, style(each).fontWeight, style(each).textDecorationLine].join()).join("|");
  const passing = (element) => [element, element.firstElementChild].filter(Boolean).map((each) =>
    [style(each).boxShadow, style(each).backgroundColor].join()).join("|");
  const marked = [...document.querySelectorAll("ul [aria-current], table [aria-current]")].map((current) => {
    const others = [...current.closest("ul, table").querySelectorAll(current.tagName)].filter((each) => !each.ariaCurrent
      && each.firstElementChild?.tagName === current.firstElementChild?.tagName);
    return [current, others[0]];
  }).filter(([, other]) => other);
  return {
    onGround: controls.filter((each) => ground(each) !== ground(each.parentElement)).map(name),
    flat: controls.filter((each) => !edged(each)).map(name),
    marked: marked.filter(([current, other]) => lasting(current) + passing(current) !== lasting(other) + passing(other)).map(([each]) => name(each)),
    unmarked: marked.filter(([current, other]) => lasting(current) === lasting(other)).map(([each]) => name(each)),
    optedOut: [...document.querySelectorAll("body *")].filter((each) => style(each).forcedColorAdjust === "none").map(name),
  };
}
