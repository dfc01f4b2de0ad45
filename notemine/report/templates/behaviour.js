"use strict";
// The page is whole without this: it only adds sorting and searching to the table, and opens what is folded for print.
(() => {
  const table = document.getElementById("vragen-tabel");
  const fold = [];
  addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((d) => { d.open = true; fold.push(d); }));
  addEventListener("afterprint", () => fold.splice(0).forEach((d) => { d.open = false; }));
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
