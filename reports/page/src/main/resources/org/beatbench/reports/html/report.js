(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const theme = document.getElementById("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const label = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches;
    theme.textContent = dark ? "Light" : "Dark";
    theme.setAttribute("aria-label", `${theme.textContent} theme`);
    return dark;
  };
  theme.hidden = false;
  theme.onclick = () => { root.dataset.theme = label() ? "light" : "dark"; label(); };
  prefersDark.addEventListener("change", label);
  label();

  // One tip for the whole page, which a screen reader reads out whenever its text changes.
  const tip = make("div", { className: "tip" });
  tip.setAttribute("role", "status");
  document.body.append(tip);
  const hideTip = () => { tip.textContent = ""; };
  const showTip = (text, left, top, height) => {
    tip.textContent = text;
    const width = tip.offsetWidth, seen = root.clientWidth;
    tip.style.left = `${scrollX + Math.max(8, Math.min(left - width / 2, seen - width - 8))}px`;
    const above = top - tip.offsetHeight - 12;
    tip.style.top = `${scrollY + (above < 60 ? top + height + 12 : above)}px`;
  };
  addEventListener("keydown", event => { if (event.key === "Escape") hideTip(); });

  const headsOf = table => [...table.tHead.rows[0].cells];

  // A field that leaves the rows with certain words.
  const filterOf = (rows, title) => {
    const filter = make("input", { type: "search", placeholder: "Filter rows", className: "filter" });
    filter.setAttribute("aria-label", `Filter the rows of ${title}`);
    const found = make("span", { className: "found" });
    found.setAttribute("role", "status");
    filter.oninput = () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      for (const row of rows) {
        const text = [...row.cells].filter(cell => !cell.classList.contains("number"))
          .map(cell => cell.textContent).join(" ").toLowerCase();
        const fits = words.every(word => text.includes(word));
        row.classList.toggle("filtered", !fits);
        left += fits;
      }
      found.textContent = words.length ? `${left} of ${rows.length} rows` : "";
    };
    return [filter, found];
  };

  // The style sheet shows as many columns as can be read at once; this says that there are more, and shows them.
  const wide = matchMedia("(min-width: 68rem)"), middle = matchMedia("(min-width: 40rem)");
  const columnsOf = table => {
    const button = make("button", { type: "button", className: "more" }), columns = headsOf(table).length;
    const update = () => {
      const whole = table.classList.contains("whole");
      const beyond = columns - (wide.matches ? 7 : middle.matches ? 5 : 3);
      button.hidden = beyond <= 0;
      button.textContent = whole ? "Fewer columns" : `${beyond} more column${beyond === 1 ? "" : "s"}`;
      button.setAttribute("aria-expanded", whole);
    };
    button.onclick = () => { table.classList.toggle("whole"); update(); };
    for (const width of [wide, middle]) width.addEventListener("change", update);
    update();
    return button;
  };

  const copied = {
    CSV: (heads, rows) => [heads, ...rows].map(row => row.map(({ text, key }) => {
      // Marks are for readers: keys go without.
      const value = key ?? text.replace(/ †$/, "");
      return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
    }).join(",")).join("\n"),
    Markdown: (heads, rows) => [heads, heads.map(({ number }) => ({ text: number ? "--:" : ":--" })), ...rows]
      .map(row => `| ${row.map(({ text }) => text.replaceAll("|", "\\|")).join(" | ")} |`).join("\n"),
    LaTeX: (heads, rows) => {
      const line = row => row.map(({ text }) => text.replace(/[\\{}$&#^_%~]/g, letter =>
        ({ "\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}" })[letter] ?? `\\${letter}`))
        .join(" & ") + " \\\\";
      return [`\\begin{tabular}{${heads.map(({ number }) => number ? "r" : "l").join("")}}`, "\\toprule", line(heads),
        "\\midrule", ...rows.map(line), "\\bottomrule", "\\end{tabular}"].join("\n");
    },
  };

  const toClipboard = async text => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea", { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  // All columns of the rows that are seen, in their order.
  const copyOf = (table, title) => {
    const choice = make("select", {}, make("option", { textContent: "Copy as …", value: "" }),
      ...Object.keys(copied).map(kind => make("option", { textContent: kind })));
    choice.setAttribute("aria-label", `Copy ${title}`);
    choice.onchange = async () => {
      const cell = element => ({
        text: element.textContent.trim().replace(/\s+/g, " "), key: element.dataset.key,
        number: element.classList.contains("number"),
      });
      const rows = [...table.tBodies[0].rows].filter(row => !row.classList.contains("filtered"));
      await toClipboard(copied[choice.value](headsOf(table).map(cell), rows.map(row => [...row.children].map(cell))));
      choice.options[0].textContent = `${choice.value} copied`;
      choice.selectedIndex = 0;
      setTimeout(() => { choice.options[0].textContent = "Copy as …"; }, 2000);
    };
    return choice;
  };

  // The parts that a broad table is printed in, with each row's twin: paper keeps the order that was asked for.
  const printed = new Map();
  const sortBy = (head, ascending) => {
    const table = head.closest("table"), column = head.cellIndex;
    const key = row => row.children[column].dataset.key;
    const text = row => row.children[column].textContent;
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => {
      const yardsticks = a.classList.contains("reference") - b.classList.contains("reference");
      if (yardsticks) return yardsticks;
      const x = key(a), y = key(b);
      if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
      return (ascending ? 1 : -1) * (x === undefined ? text(a).localeCompare(text(b), "en", { numeric: true }) : x - y);
    });
    table.tBodies[0].append(...rows);
    printed.get(table).forEach((twins, body) => body.append(...rows.map(row => twins.get(row))));
    headsOf(table).forEach(other => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  };

  // What a reader of a column wants to see first: the best, else the largest number, else the first letter.
  const startsAscending = head => head.dataset.better ? head.dataset.better === "lower" : !head.classList.contains("number");

  for (const table of document.querySelectorAll("table.sortable:not(.part)")) {
    headsOf(table).forEach((head, place) => {
      head.dataset.place = place;
      const button = make("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.onclick = () => {
        const sorted = head.getAttribute("aria-sort");
        sortBy(head, sorted ? sorted === "descending" : startsAscending(head));
      };
      const hint = head.title;
      if (!hint) return;
      head.removeAttribute("title");
      const show = () => { const box = button.getBoundingClientRect(); showTip(hint, box.left + box.width / 2, box.top, box.height); };
      head.onmouseenter = show;
      head.onmouseleave = hideTip;
      button.onfocus = () => { if (button.matches(":focus-visible")) show(); };
      button.onblur = hideTip;
    });

    const rows = [...table.tBodies[0].rows];
    const box = table.closest(".table");
    printed.set(table, new Map([...box.querySelectorAll(".part")].map(({ tBodies: [body] }) =>
      [body, new Map(rows.map((row, i) => [row, body.rows[i]]))])));
    const title = box.querySelector("h3").textContent;
    const tools = make("div", { className: "tools" });
    if (rows.length > 12) tools.append(...filterOf(rows, title));
    tools.append(columnsOf(table), copyOf(table, title));
    box.querySelector(".scroll").before(tools);
  }

  // The column that rows are ranked by moves beside their names; the others keep their order.
  const rankBy = head => {
    const table = head.closest("table"), heads = headsOf(table);
    const places = heads.map(other => +other.dataset.place), chosen = +head.dataset.place;
    const wanted = [0, chosen, ...places.filter(place => place && place !== chosen).sort((a, b) => a - b)];
    for (const row of table.rows) {
      const cells = [...row.children];
      row.append(...wanted.map(place => cells[places.indexOf(place)]));
      cells.forEach((cell, i) => cell.classList.toggle("chosen", places[i] === chosen));
    }
    sortBy(head, startsAscending(head));
  };

  // All choices of one question go together, and the address keeps what was chosen.
  const questions = new Map();
  const asked = new URLSearchParams(location.search);
  for (const choice of document.querySelectorAll(".choice")) {
    const { question } = choice.dataset;
    if (!questions.has(question)) questions.set(question, []);
    const options = [...choice.children], rank = make("select"), label = make("label", { className: "rank" }, "Rank by ", rank);
    const elsewhere = make("p", { className: "note" });
    let wanted = "";
    choice.show = (id, name) => {
      const chosen = options.find(option => option.dataset.id === id) ?? options[0];
      elsewhere.textContent = chosen.dataset.id === id ? "" : `Not shown: ${name}. Instead: ${chosen.dataset.name}.`;
      elsewhere.hidden = !elsewhere.textContent;
      options.forEach(option => option.classList.toggle("unchosen", option !== chosen));
      const table = chosen.querySelector("table.sortable");
      const heads = table ? headsOf(table).filter(head => head.dataset.better) : [];
      heads.sort((a, b) => a.dataset.place - b.dataset.place);
      rank.replaceChildren(...heads.map(head => make("option", { textContent: head.textContent })));
      rank.selectedIndex = Math.max(0, heads.findIndex(head => head.textContent === wanted));
      label.hidden = heads.length < 2;
      if (heads.length) rankBy(heads[rank.selectedIndex]);
      rank.onchange = () => { wanted = rank.value; rankBy(heads[rank.selectedIndex]); };
    };
    choice.prepend(elsewhere, make("div", { className: "tools" }, label));
    questions.get(question).push(choice);
  }
  const choose = (question, id) => {
    const name = questions.get(question).names.get(id);
    questions.get(question).forEach(choice => choice.show(id, name));
  };
  for (const [question, choices] of questions) {
    const names = new Map(choices.flatMap(choice => [...choice.querySelectorAll(":scope > .option")])
      .map(({ dataset }) => [dataset.id, dataset.name]));
    choices.names = names;
    const key = question.toLowerCase();
    const select = make("select", {}, ...[...names].map(([value, textContent]) => make("option", { value, textContent })));
    if (names.has(asked.get(key))) select.value = asked.get(key);
    select.onchange = () => {
      choose(question, select.value);
      asked.set(key, select.value);
      try {
        history.replaceState(null, "", `?${asked}${location.hash}`);
      } catch { /* some browsers let no file change its address */ }
    };
    questions.get(question).select = select;
    if (names.size > 1) theme.before(make("label", { className: "switch" }, question, select));
    choose(question, select.value);
  }

  const saveFile = (download, type, text) => {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  // A drawing as a file of its own, in light colours and with its legend, also where the page came without its folder.
  const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "fill-opacity",
    "stroke-opacity", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "paint-order", "display"];
  const SVG = "http://www.w3.org/2000/svg";
  const alone = (view, title) => {
    const shown = root.dataset.theme;
    root.dataset.theme = "light";
    const drawn = view.querySelector("svg");
    const [, , width, height] = drawn.getAttribute("viewBox").split(" ").map(Number);
    const picture = drawn.cloneNode(true);
    const twins = picture.querySelectorAll("*");
    drawn.querySelectorAll("*").forEach((element, i) => {
      const looks = getComputedStyle(element);
      for (const name of LOOKS) twins[i].style.setProperty(name, looks.getPropertyValue(name));
      for (const name of [...twins[i].style]) if (name.startsWith("--")) twins[i].style.removeProperty(name);
      twins[i].removeAttribute("class");
    });
    const element = (name, attributes, text = "") => {
      const made = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.textContent = text;
      return made;
    };
    const lines = [...view.querySelectorAll(".legend li")];
    const total = height + 20 * lines.length + (lines.length ? 8 : 0);
    picture.prepend(
      element("title", {}, title),
      element("rect", { width: "100%", height: "100%", fill: getComputedStyle(root).getPropertyValue("--paper") }));
    lines.forEach((line, i) => {
      const sample = getComputedStyle(line.querySelector("i"));
      const y = height + 18 + 20 * i;
      picture.append(
        element("rect", { x: 4, y: y - 9, width: 10, height: 10, fill: sample.getPropertyValue("--c").trim() }),
        element("text", { x: 22, y, "font-size": 13, fill: getComputedStyle(root).getPropertyValue("--ink") }, line.textContent));
    });
    picture.setAttribute("xmlns", SVG);
    picture.setAttribute("viewBox", `0 0 ${width} ${total}`);
    picture.setAttribute("width", width);
    picture.setAttribute("height", total);
    picture.setAttribute("font-family", "Liberation Sans, Helvetica, Arial, sans-serif");
    if (shown) root.dataset.theme = shown; else delete root.dataset.theme;
    return new XMLSerializer().serializeToString(picture);
  };
  for (const figure of document.querySelectorAll("figure")) {
    const views = [...figure.querySelectorAll(".view")].filter(view => view.querySelector(".chart > svg"));
    if (!views.length) continue;
    const name = figure.querySelector("h3").textContent.trim();
    const button = make("button", { type: "button", className: "more draw", textContent: "save drawing" });
    button.setAttribute("aria-label", `save drawing: ${name}`);
    button.onclick = () =>
      saveFile(`${figure.id}.svg`, "image/svg+xml", alone(views.find(view => view.offsetParent) ?? views[0], name));
    figure.querySelector("figcaption").append(" ", button);
  }

  // Files that came with the page: of each line only what the one before had not, behind the number of letters it had.
  for (const file of document.querySelectorAll(".enclosed")) {
    const button = make("button", { type: "button", className: "save", textContent: `Save ${file.dataset.name}` });
    button.onclick = () => {
      let line = "";
      const lines = file.textContent.split("\n").map(coded => {
        const blank = coded.indexOf(" ");
        line = line.slice(0, +coded.slice(0, blank)) + coded.slice(blank + 1);
        return line;
      });
      saveFile(file.dataset.name, "text/csv", lines.join("\n"));
    };
    (document.querySelector(".storey") ?? document.getElementById("content")).append(button);
  }

  // A word by itself where it was asked for, or all of them.
  const glossary = document.getElementById("glossary");
  for (const asking of document.querySelectorAll("[popovertarget=glossary]")) {
    asking.addEventListener("click", () => {
      for (const entry of glossary.querySelectorAll("dl > div")) {
        entry.hidden = asking.dataset.term !== undefined && entry.id !== asking.dataset.term;
      }
    });
  }

  // What is not read at a glance stands behind a button; on paper it stands there.
  for (const rest of document.querySelectorAll(".rest")) {
    const more = make("button", { type: "button", className: "more", textContent: "more" });
    const unfold = open => {
      rest.classList.toggle("unread", !open);
      more.setAttribute("aria-expanded", open);
      more.textContent = open ? "less" : "more";
    };
    more.onclick = () => unfold(rest.classList.contains("unread"));
    rest.after(" ", more);
    unfold(false);
  }

  // A link leads to what is folded or not chosen, too.
  const follow = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const fold = target.querySelector(":scope > details") ?? target.closest("details");
    const option = target.closest(".unchosen");
    if (option) {
      const { select } = questions.get(option.parentNode.dataset.question);
      select.value = option.dataset.id;
      select.onchange();
    }
    if (fold) fold.open = true;
    if (fold || option) target.scrollIntoView();
  };
  addEventListener("hashchange", follow);

  const folds = [...document.querySelectorAll(".folded > details")];
  if (folds.length) {
    const all = document.getElementById("open-all"), paper = document.getElementById("print-all");
    const unfoldAll = open => folds.forEach(fold => { fold.open = open; });
    const name = () => { all.textContent = folds.every(fold => fold.open) ? "Close all" : "Open all"; };
    all.hidden = paper.hidden = false;
    all.onclick = () => unfoldAll(folds.some(fold => !fold.open));
    folds.forEach(fold => fold.addEventListener("toggle", name));
    paper.onclick = () => {
      const open = folds.filter(fold => fold.open);
      unfoldAll(true);
      print();
      folds.forEach(fold => { fold.open = open.includes(fold); });
    };
  }
  follow();

  // One classifier, wherever it stands: point at it, and all its rows and marks are lit.
  const rowsOf = new Map();
  for (const row of document.querySelectorAll("table.sortable tbody tr")) {
    if (!/^Classifier/.test(headsOf(row.closest("table"))[0].textContent)) continue;
    const name = row.querySelector("th").firstChild?.textContent.trim();
    if (!rowsOf.has(name)) rowsOf.set(name, []);
    rowsOf.get(name).push(row);
  }
  const marksOf = new Map();
  let lit = "";
  const light = name => {
    if (name === lit) return;
    for (const [of, on] of [[lit, false], [name, true]]) {
      for (const element of [...rowsOf.get(of) ?? [], ...marksOf.get(of) ?? []]) element.classList.toggle("lit", on);
    }
    lit = name;
  };
  for (const [name, rows] of rowsOf) {
    for (const row of rows) {
      row.addEventListener("pointerenter", () => light(name));
      row.addEventListener("pointerleave", () => light(""));
    }
  }
  // Its name leads to its card.
  for (const card of document.querySelectorAll("[data-card]")) {
    for (const row of rowsOf.get(card.dataset.card) ?? []) {
      const name = row.querySelector("th").firstChild;
      const link = make("a", { href: `#${card.id}`, className: "self", textContent: name.textContent });
      name.replaceWith(link);
    }
  }
  const ownerOf = text => [...rowsOf.keys()].find(name => text.startsWith(name) && /^[:,]/.test(text.slice(name.length)));

  // Values of drawings: the nearest to the pointer, or one after the other with the arrow keys.
  for (const chart of document.querySelectorAll(".chart")) {
    const svg = chart.querySelector("svg");
    const marks = [];
    for (const title of [...svg.querySelectorAll("title")]) {
      const shape = title.parentNode, text = title.textContent;
      title.remove();
      const owner = ownerOf(text);
      if (owner) marksOf.set(owner, [...marksOf.get(owner) ?? [], shape]);
      marks.push({ text, owner, box: () => shape.getBBox() });
    }
    for (const line of svg.querySelectorAll("[data-tips]")) {
      const tips = line.dataset.tips.split("\n");
      [...line.getAttribute("d").matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].forEach(([, x, y], i) => {
        if (tips[i]) marks.push({ text: tips[i], owner: ownerOf(tips[i]), box: () => ({ x: +x, y: +y, width: 0, height: 0 }) });
      });
      const owner = ownerOf(tips[0] ?? "");
      if (owner) marksOf.set(owner, [...marksOf.get(owner) ?? [], line]);
    }
    if (!marks.length) continue;
    const ring = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    ring.setAttribute("class", "ring");
    let at = -1;
    const leave = () => { hideTip(); light(""); ring.remove(); at = -1; };
    const show = (i, reveal) => {
      at = i;
      light(marks[i].owner ?? "");
      const box = marks[i].box(), ends = box.width > 20;
      const x = ends ? box.x + box.width : box.x + box.width / 2, y = box.y + box.height / 2;
      ring.setAttribute("cx", x);
      ring.setAttribute("cy", y);
      ring.setAttribute("r", 9);
      svg.append(ring);
      if (reveal) ring.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const place = ring.getBoundingClientRect();
      showTip(marks[i].text, place.left + place.width / 2, place.top, place.height);
    };
    const under = event => {
      const frame = svg.getBoundingClientRect(), scale = svg.viewBox.baseVal.width / frame.width;
      const x = (event.clientX - frame.left) * scale, y = (event.clientY - frame.top) * scale;
      let nearest = -1, least = 24;
      marks.forEach((mark, i) => {
        const box = mark.box();
        const far = Math.hypot(
          Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));
        if (far < least) { least = far; nearest = i; }
      });
      return nearest;
    };
    svg.onpointermove = svg.onpointerdown = event => {
      const nearest = under(event);
      if (nearest < 0) leave(); else if (nearest !== at) show(nearest, false);
    };
    svg.onpointerleave = leave;
    chart.tabIndex = 0;
    chart.setAttribute("role", "group");
    chart.setAttribute("aria-label", `${chart.dataset.title}: ${marks.length} values, read with the arrow keys`);
    chart.onkeydown = event => {
      const last = marks.length - 1;
      const next = {
        ArrowRight: Math.min(last, at + 1), ArrowDown: Math.min(last, at + 1),
        ArrowLeft: Math.max(0, at - 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: last,
      }[event.key];
      if (event.key === "Escape") leave();
      if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      show(next, true);
    };
    chart.onblur = leave;
  }

  const details = document.querySelector(".contents details");
  const broad = matchMedia("(min-width: 68rem)");
  const unfold = () => { details.open = broad.matches; };
  broad.addEventListener("change", unfold);
  unfold();

  const links = new Map([...document.querySelectorAll(".contents a")].map(link => [link.hash.slice(1), link]));
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      links.forEach(link => link.removeAttribute("aria-current"));
      links.get(entry.target.id)?.setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-15% 0px -75% 0px" });
  document.querySelectorAll("main section").forEach(section => watcher.observe(section));
})();
