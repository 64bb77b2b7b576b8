// What a page must be for everybody who reads it. Each check runs inside the page and gives sentences; none: it is so.

// Everything that is seen stands within the width, and nothing scrolls sideways.
export function overflow(width) {
  const faults = [];
  if (document.documentElement.scrollWidth > width) {
    faults.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    const hidden = box.width <= 1 || getComputedStyle(element).clipPath !== "none" || element.closest("thead")?.offsetWidth === 1;
    if (!hidden && (box.right > width + 0.5 || box.left < -0.5)) {
      faults.push(`<${element.tagName.toLowerCase()} class="${element.className}"> reaches ${Math.round(box.right)}: ${element.textContent.slice(0, 40)}`);
    }
    if (!hidden && getComputedStyle(element).overflowX !== "visible") {
      faults.push(`<${element.tagName.toLowerCase()}> cuts off what is too wide`);
    }
  }
  return faults.slice(0, 5);
}

// Text that is on the page and not laid out: what a reader on paper would never see.
export function unprinted() {
  const faults = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const range = document.createRange();
    range.selectNodeContents(node);
    const seen = [...range.getClientRects()].some((box) => box.width > 0 && box.height > 0);
    const left_out = node.parentElement.closest("nav") !== null; // links within the page are of no use on paper
    const folded = node.parentElement.checkVisibility({ contentVisibilityAuto: true }) === false;
    if (node.data.trim() !== "" && !left_out && (!seen || folded)) {
      faults.push(`not on paper: ${node.data.trim().slice(0, 60)}`);
    }
  }
  return faults.slice(0, 5);
}

export function headings() {
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((each) => ({ level: Number(each.tagName[1]), text: each.textContent }));
  const faults = levels.filter(({ text }) => text.trim() === "").map(() => "a heading is empty");
  if (levels.filter(({ level }) => level === 1).length !== 1 || levels[0].level !== 1) {
    faults.push("there is not one first heading of level 1");
  }
  levels.forEach(({ level, text }, at) => {
    if (at > 0 && level > levels[at - 1].level + 1) {
      faults.push(`the heading \`${text}\` of level ${level} follows one of level ${levels[at - 1].level}`);
    }
  });
  return faults;
}

// Ids once each, links that lead somewhere on the page, and nothing that could load or run.
export function closed_in_itself() {
  const faults = [];
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => faults.push(`the id ${id} stands twice`));
  for (const link of document.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? "";
    if (!href.startsWith("#") || document.getElementById(href.slice(1)) === null) {
      faults.push(`the link \`${link.textContent}\` leads to ${href}`);
    }
  }
  for (const element of document.querySelectorAll("script, link, iframe, object, embed, form, base, img, svg, [src], [srcset], [style]")) {
    faults.push(`there is a <${element.tagName.toLowerCase()}>`);
  }
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      if (name.startsWith("on")) {
        faults.push(`<${element.tagName.toLowerCase()}> has ${name}`);
      }
    }
  }
  return faults;
}

export function unfold() {
  document.querySelectorAll("details").forEach((details) => (details.open = true));
}

export function text() {
  return document.documentElement.textContent.replace(/\s+/gu, " ");
}

export function language() {
  return document.documentElement.lang;
}

// axe-core was read before: `axe` is there.
export async function accessibility() {
  const { violations } = await globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 2).map(({ html, any }) => `${html.slice(0, 120)} ${any.map(({ message }) => message).join(" ")}`).join(" | ")}`);
}
