// What cannot be read on paper, as a list of sentences: letters of less than 6.5 points, and tables that are broader than their
// page. Evaluated in the page by the tests, at the width of a page: upright, or turned sideways for what stands on such a page.
(() => {
  const problems = [];
  const isUpright = document.documentElement.clientWidth < 1000;
  const width = document.documentElement.clientWidth;
  const isSeen = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const isHere = element => !element.closest(".hidden, .skip, .tip, script, style") && !!element.closest(".broad") !== isUpright;
  const place = element => "#" + (element.closest("figure[id], .table[id], section[id]") || document.body).id;
  const points = element => {
    const size = parseFloat(getComputedStyle(element).fontSize);
    const matrix = element instanceof SVGElement && element.getScreenCTM();
    return (matrix ? size * Math.hypot(matrix.a, matrix.b) : size) * 0.75;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !isHere(element) || !isSeen(element)) continue;
    const size = points(element);
    if (size < 6.495) problems.push(`${size.toFixed(2)} pt in ${place(element)}: ${texts.currentNode.data.trim().slice(0, 40)}`);
  }
  for (const table of document.querySelectorAll("main table")) {
    if (!isSeen(table) || !isHere(table)) continue;
    const box = table.getBoundingClientRect();
    if (box.right > width + 1) problems.push(`${Math.round(box.right)} wide in ${width}: ${place(table)}`);
  }
  return [...new Set(problems)].slice(0, 20);
})()
