(() => {
  const root = document.documentElement;
  const theme = document.getElementById("theme");
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const label = () => { theme.textContent = dark() ? "Light" : "Dark"; theme.setAttribute("aria-label", `Switch to the ${dark() ? "light" : "dark"} theme`); };
  theme.hidden = false;
  theme.onclick = () => { root.dataset.theme = dark() ? "light" : "dark"; label(); };
  label();

  const sortBy = (table, column, ascending) => {
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
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.onclick = () => {
        const sorted = head.getAttribute("aria-sort");
        const ascending = sorted ? sorted === "descending" : !head.classList.contains("number");
        heads.forEach(other => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        sortBy(table, column, ascending);
      };
    });
  }

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
