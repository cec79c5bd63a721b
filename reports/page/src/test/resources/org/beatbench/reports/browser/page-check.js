// What is wrong with how a page is laid out, as a list of sentences. Evaluated in the page by the tests.
(() => {
  const problems = [];
  const isSeen = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const name = element => {
    const kind = element.tagName.toLowerCase() + (element.getAttribute("class") ? "." + element.getAttribute("class") : "");
    const near = element.closest("figure[id], .table[id], section[id]");
    return `${kind} in #${near ? near.id : "?"}: "${element.textContent.trim().replace(/\s+/g, " ").slice(0, 60)}"`;
  };
  const say = (what, ...elements) => problems.push([what, ...elements.map(name)].join(" | "));

  // Nothing reaches beyond the window, but for what can be scrolled to.
  const width = document.documentElement.clientWidth;
  // On paper, broad tables stand on pages that are turned sideways.
  const isUpright = matchMedia("print").matches && width < 1000;
  if (!isUpright && document.documentElement.scrollWidth > width + 1) problems.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
  const scrolls = element => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const walk = element => {
    if (element.matches(".hidden, .skip, .tip, script, style") || isUpright && element.matches(".broad")) return;
    if (isSeen(element)) {
      const box = element.getBoundingClientRect();
      if (box.width && (box.right > width + 1 || box.left < -1)) { say("beyond the window", element); return; }
      const isCell = element.matches("td, th, dd, dt, h1, h2, h3, p, button, summary, label, li, figcaption");
      if (isCell && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline") {
        say("too narrow for what it holds", element);
      }
    }
    if (scrolls(element)) {
      // Inside, cells must still hold their own text.
      for (const cell of element.querySelectorAll("td, th")) {
        if (isSeen(cell) && cell.scrollWidth > cell.clientWidth + 1) say("too narrow for what it holds", cell);
      }
      return;
    }
    if (!(element instanceof SVGElement)) [...element.children].forEach(walk);
  };
  walk(document.body);

  // No text of a drawing leaves it, or lies on another.
  const corners = text => {
    const box = text.getBBox(), matrix = text.getScreenCTM();
    const inset = Math.min(1.5, box.height / 6);
    return [[box.x, box.y + inset], [box.x + box.width, box.y + inset], [box.x + box.width, box.y + box.height - inset],
      [box.x, box.y + box.height - inset]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
  };
  // Two turned rectangles lie apart if a line along one of their sides parts them.
  const parts = (one, other) => one.some((from, i) => {
    const to = one[(i + 1) % 4], nx = from.y - to.y, ny = to.x - from.x;
    const side = points => points.map(point => (point.x - from.x) * nx + (point.y - from.y) * ny);
    const a = side(one), b = side(other);
    return Math.max(...a) <= Math.min(...b) + 0.01 || Math.max(...b) <= Math.min(...a) + 0.01;
  });
  for (const svg of document.querySelectorAll("main svg")) {
    if (!isSeen(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].filter(text => text.textContent.trim());
    const shapes = texts.map(corners);
    texts.forEach((text, i) => {
      if (shapes[i].some(point => point.x < frame.left - 1 || point.x > frame.right + 1 || point.y < frame.top - 1
          || point.y > frame.bottom + 1)) say("outside of its drawing", text);
      for (let j = i + 1; j < texts.length; j++) {
        if (!parts(shapes[i], shapes[j]) && !parts(shapes[j], shapes[i])) say("one on another", text, texts[j]);
      }
    });
    for (const shape of svg.querySelectorAll("circle, rect, path")) {
      const box = shape.getBoundingClientRect();
      if (box.right > frame.right + 4 || box.left < frame.left - 4 || box.bottom > frame.bottom + 4 || box.top < frame.top - 4) {
        say("outside of its drawing", shape);
      }
    }
  }

  const strange = document.body.innerText.match(/.{0,30}\b(NaN|Infinity|undefined|null)\b.{0,30}/g);
  if (strange) problems.push(...strange.map(text => "no number: " + text));
  return problems.slice(0, 20);
})()
