(() => {
  const root = document.documentElement;
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
    if (rows.length <= 12) continue;
    const title = box.querySelector("h3").textContent;
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
    box.querySelector(".scroll").before(make("div", { className: "tools" }, filter, found));
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

  document.querySelectorAll(".choice").forEach((choice, number) => {
    const options = [...choice.children];
    const tools = make("div", { className: "tools" });
    const rank = make("select");
    let wanted = "";
    const show = chosen => {
      options.forEach(option => option.classList.toggle("unchosen", option !== chosen));
      const heads = headsOf(chosen.querySelector("table")).filter(head => head.dataset.better);
      heads.sort((a, b) => a.dataset.place - b.dataset.place);
      rank.replaceChildren(...heads.map(head => make("option", { textContent: head.textContent })));
      rank.selectedIndex = Math.max(0, heads.findIndex(head => head.textContent === wanted));
      rank.parentNode.hidden = !heads.length;
      if (heads.length) rankBy(heads[rank.selectedIndex]);
      rank.onchange = () => { wanted = rank.value; rankBy(heads[rank.selectedIndex]); };
    };
    if (options.length > 1) {
      const set = make("fieldset", { className: "switch" }, make("legend", { textContent: choice.dataset.question }));
      options.forEach((option, i) => {
        const input = make("input", { type: "radio", name: `choice-${number}`, checked: i === 0 });
        input.onchange = () => show(option);
        option.show = () => { input.checked = true; show(option); };
        set.append(make("label", {}, input, make("span", { textContent: option.dataset.name })));
      });
      tools.append(set);
    }
    tools.append(make("label", { className: "rank" }, "Rank by ", rank));
    choice.prepend(tools);
    show(options[0]);
  });

  // A link to a table that is not chosen chooses it.
  const follow = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const option = target && target.closest(".unchosen");
    if (option) { option.show(); target.scrollIntoView(); }
  };
  addEventListener("hashchange", follow);
  follow();

  // Values of drawings: the nearest to the pointer, or one after the other with the arrow keys.
  for (const chart of document.querySelectorAll(".chart")) {
    const svg = chart.querySelector("svg");
    const marks = [];
    for (const title of [...svg.querySelectorAll("title")]) {
      const shape = title.parentNode, text = title.textContent;
      title.remove();
      marks.push({ text, box: () => shape.getBBox() });
    }
    for (const line of svg.querySelectorAll("[data-tips]")) {
      const tips = line.dataset.tips.split("\n");
      [...line.getAttribute("d").matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].forEach(([, x, y], i) => {
        if (tips[i]) marks.push({ text: tips[i], box: () => ({ x: +x, y: +y, width: 0, height: 0 }) });
      });
    }
    if (!marks.length) continue;
    const ring = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    ring.setAttribute("class", "ring");
    let at = -1;
    const leave = () => { hideTip(); ring.remove(); at = -1; };
    const show = (i, reveal) => {
      at = i;
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
