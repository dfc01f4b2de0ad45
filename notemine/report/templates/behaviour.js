"use strict";
// The page is whole without this: it adds sorting and searching to the table, and opens what is folded for
// print and for a link that leads into it (not every browser does that by itself).
(() => {
  const table = document.getElementById("vragen-tabel");
  const opened = [];
  addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((d) => { d.open = true; opened.push(d); }));
  addEventListener("afterprint", () => opened.splice(0).forEach((d) => { d.open = false; }));
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let fold = target?.closest("details");
    if (!fold) return;
    for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];

  const tools = document.querySelector("[data-tools]");
  const [input, output] = [tools.querySelector("input"), tools.querySelector("output")];
  const flat = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(rows.map((row) => [row, flat(row.textContent)]));
  tools.hidden = false;
  input.addEventListener("input", () => {
    const words = flat(input.value).split(/\s+/).filter(Boolean);
    rows.forEach((row) => { row.hidden = !words.every((word) => texts.get(row).includes(word)); });
    const n = rows.filter((row) => !row.hidden).length;
    output.textContent = words.length ? `${n} van ${rows.length} vragen` : "";
  });

  const key = (row, column, kind) => {
    const text = row.cells[column].firstElementChild?.textContent ?? row.cells[column].textContent;
    return kind === "number" ? -(parseInt(text, 10) || 0) : text.trim();
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "ascending";
      [...table.tHead.rows[0].cells].forEach((cell) => cell.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "ascending" : "descending");
      const compare = (a, b) => {
        const [x, y] = [key(a, column, head.dataset.sort), key(b, column, head.dataset.sort)];
        return typeof x === "number" ? x - y : x.localeCompare(y, "nl");
      };
      const sorted = [...rows].sort(compare);
      body.append(...(down ? sorted : sorted.reverse()));
    });
  });
})();
