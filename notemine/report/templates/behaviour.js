"use strict";
// The page is whole without this: it adds sorting to tables, and opens what is folded for print and for a link
// that leads into it (not every browser does that by itself).
(() => {
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

  const key = (row, column, kind) => {
    const text = row.cells[column].firstElementChild?.textContent ?? row.cells[column].textContent;
    return kind === "number" ? -(parseInt(text, 10) || 0) : text.trim();
  };
  const makeSortable = (table) => {
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((cell) => cell.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "ascending" : "descending");
        const compare = (a, b) => {
          const [x, y] = [key(a, column, head.dataset.sort), key(b, column, head.dataset.sort)];
          return typeof x === "number" ? x - y : x.localeCompare(y, "nl");
        };
        const sorted = [...rows].sort(compare);
        table.tBodies[0].append(...(down ? sorted : sorted.reverse()));
      });
    });
  };
  document.querySelectorAll("table[data-sortable]").forEach(makeSortable);
})();
