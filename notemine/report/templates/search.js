// Finds topics, questions, tables of the plan and source lines that hold every word, capitals and accents aside.
(() => {
  const KINDS = [
    ["onderwerp", "onderwerpen", ".topic", "h3", "h3, .terms"],
    ["vraag", "vragen", ".questions tbody tr, .asked-once > li, .prompts > li", ".asked", ".asked, q, .about"],
    ["tafel van het plan", "tafels van het plan", ".agenda > li", "h3, h4", "h3, h4, .opening, .asked"],
    ["bronregel", "bronregels", ".source-lines > li", ".spoken", ".spoken"],
  ];
  const MOST = 8;
  const box = document.querySelector(".search");
  const [input, status, hits] = ["input", "[role=status]", ".hits"].map((part) => box.querySelector(part));
  const flat = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const make = (tag, text, ...children) => {
    const node = document.createElement(tag);
    node.append(text, ...children);
    return node;
  };
  const line = (node) => node.textContent.replace(/\s+/g, " ").trim();
  let items;
  const read = () => KINDS.map(([, , each, title, parts]) => [...document.querySelectorAll(each)].map((node) => ({
    id: node.id,
    title: line(node.querySelector(title)),
    text: flat([...node.querySelectorAll(parts)].map(line).join(" ")),
  })));
  const list = (matches, [, many], n) => {
    const head = make("p", `${many[0].toUpperCase()}${many.slice(1)}`);
    const rows = matches.slice(0, MOST).map((item) => {
      const link = make("a", item.title);
      link.href = `#${item.id}`;
      return make("li", link);
    });
    if (n > MOST) rows.push(make("li", `en nog ${n - MOST}; typ een woord erbij`));
    head.className = "label";
    return [head, make("ul", "", ...rows)];
  };
  const search = () => {
    const words = flat(input.value).split(/\s+/).filter(Boolean);
    hits.hidden = !words.length;
    if (!words.length) { status.textContent = ""; return; }
    items ??= read();
    const holds = (text) => words.every((word) => text.includes(word));
    // What is called so comes before what only mentions it; the sort keeps the order of the page.
    const matches = items.map((of) => of.filter((item) => holds(item.text))
      .sort((a, b) => holds(flat(b.title)) - holds(flat(a.title))));
    const counts = matches.flatMap((of, i) => of.length ? [`${of.length} ${KINDS[i][of.length === 1 ? 0 : 1]}`] : []);
    status.textContent = counts.length ? `Gevonden: ${counts.join(", ")}.` : "Niets gevonden.";
    hits.replaceChildren(...matches.flatMap((of, i) => of.length ? list(of, KINDS[i], of.length) : []));
  };
  const clear = () => { input.value = ""; search(); input.focus(); };
  const move = (event, step) => {
    const stops = hits.hidden ? [input] : [input, ...hits.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  box.hidden = false;
  input.addEventListener("input", search);
  input.addEventListener("focus", search);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); clear(); }
    if (event.key === "ArrowDown" || (event.key === "Enter" && event.target === input)) move(event, 1);
    if (event.key === "ArrowUp") move(event, -1);
  });
  hits.addEventListener("click", (event) => {
    const target = document.getElementById(event.target.closest("a")?.hash.slice(1));
    if (!target) return;
    hits.hidden = true;
    target.tabIndex = -1;
    // After the browser has followed the link, which opens what is folded around the target.
    setTimeout(() => target.focus({ preventScroll: true }));
  });
  addEventListener("pointerdown", (event) => { if (!box.contains(event.target)) hits.hidden = true; });
})();
