// The pages of `hjemmel explain --html` and `hjemmel entitlements --html`, in a browser: on a phone and a desk, on paper, in the
// dark, and to a screen reader.
//
//   node tests/page/page_test.mjs --program HJEMMEL [--browser CHROMIUM] [--keep FOLDER]     from the root of the repository
//
// For each case of cases.mjs, in bokmål and English: nothing reaches beyond the width at 390 and 1280 pixels; no request besides
// the page itself, and no complaint of the browser; axe-core finds no fault, in light and dark; all of it is on paper; headings are
// in order; and every rule, fact and citation of the trace stands on it, or every service, criterion, citation and question.
// `--keep` writes the pages, their pictures and the PDFs.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Browser } from "./browser.mjs";
import { CASES, pageOf, wordsOf } from "./cases.mjs";
import * as checks from "./checks.mjs";

const WIDTHS = [390, 1280];
const PAPER = 672; // pixels: what A4 leaves between margins of 16 mm
const { values: options } = parseArgs({
  options: { program: { type: "string" }, browser: { type: "string", default: "chromium" }, keep: { type: "string" } },
});
const axe = readFileSync("tests/tools/node_modules/axe-core/axe.min.js", "utf8");
const faults = [];
let asked = 0;

async function keep(page, name, html) {
  if (options.keep === undefined) {
    return;
  }
  mkdirSync(options.keep, { recursive: true });
  const write = (ending, bytes) => writeFileSync(join(options.keep, `${name}${ending}`), bytes);
  write(".html", html);
  for (const scheme of ["light", "dark"]) {
    await page.media("screen", scheme);
    for (const width of WIDTHS) {
      await page.width(width);
      write(`_${width}_${scheme}.png`, await page.picture());
    }
  }
  await page.media("print");
  write(".pdf", await page.paper());
}

// Folded first, as it is opened; then unfolded.
async function on_screen(page, expect) {
  for (const width of WIDTHS) {
    await page.width(width);
    await expect(`at ${width} pixels`, page.ask(checks.overflow, width));
  }
  await page.ask(checks.unfold);
  for (const [width, scheme] of [[WIDTHS[0], "light"], [WIDTHS[1], "light"], [WIDTHS[1], "dark"]]) {
    await page.width(width);
    await page.media("screen", scheme);
    await expect(`unfolded at ${width} pixels`, page.ask(checks.overflow, width));
    await expect(`axe-core at ${width} pixels, ${scheme}`, page.ask(checks.accessibility));
  }
}

async function on_paper(page, expect) {
  await page.media("print", "dark"); // whoever prints from the dark wants no black paper
  await page.width(PAPER);
  await expect("on paper", page.ask(checks.overflow, PAPER));
  await expect("on paper", page.ask(checks.unprinted));
}

// A sentence may have got a capital.
function lost(words, text) {
  const stands = (word) => text.includes(word) || text.includes(word[0].toUpperCase() + word.slice(1));
  return words.filter((word) => !stands(word.replace(/\s+/gu, " "))).map((word) => `\`${word}\` is lost`);
}

async function look(browser, one, language, words) {
  const name = `${one.name}_${language}`;
  const html = pageOf(options.program, one, language);
  if (html !== pageOf(options.program, one, language)) {
    faults.push(`${name}: the same input gives another page`);
  }
  const page = await browser.open(name, html);
  const expect = async (where, answer) => {
    asked += 1;
    (await answer).forEach((fault) => faults.push(`${name}: ${where}: ${fault}`));
  };
  await keep(page, name, html);
  await page.media("screen");
  await expect("headings", page.ask(checks.headings));
  await expect("closed in itself", page.ask(checks.closed_in_itself));
  await expect("language", page.ask(checks.language).then((found) => (found === language ? [] : [`it says ${found}`])));
  await expect("trace", page.ask(checks.text).then((text) => lost(words, text)));
  await on_paper(page, expect); // before unfolding: paper unfolds by itself
  await page.ask(axe);
  await on_screen(page, expect);
  await expect("requests", Promise.resolve(page.requests));
  await expect("complaints", Promise.resolve(page.complaints));
  await page.close();
}

// A page with each fault: a check that finds nothing there finds nothing anywhere.
const SPOILED = `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><main><h1>a</h1><h3>b</h3>
<p style="color: #ccc; width: 1400px">too wide and too pale</p><a href="#nowhere">c</a>
<img src="http://example.com/a.png"><details><summary>s</summary><p>never printed</p></details></main></body></html>`;

async function try_the_checks(browser) {
  const page = await browser.open("spoiled", SPOILED);
  await page.ask(axe);
  await page.width(WIDTHS[0]);
  const found = { requests: page.requests, lost: lost(["nothing of the kind"], await page.ask(checks.text)) };
  for (const name of ["headings", "closed_in_itself", "unprinted", "accessibility"]) {
    found[name] = await page.ask(checks[name]);
  }
  found.overflow = await page.ask(checks.overflow, WIDTHS[0]);
  found.contrast = found.accessibility.filter((fault) => fault.startsWith("color-contrast"));
  for (const [name, told] of Object.entries(found)) {
    asked += 1;
    if (told.length === 0) {
      faults.push(`the check of ${name} finds nothing on a page that is spoiled`);
    }
  }
  await page.close();
}

const browser = new Browser(options.browser);
try {
  await try_the_checks(browser);
  for (const one of CASES) {
    const words = wordsOf(options.program, one);
    if (words.length < 10) {
      faults.push(`${one.name}: its trace has only ${words.length} words to look for`);
    }
    for (const language of ["nb", "en"]) {
      await look(browser, one, language, words);
    }
  }
} finally {
  await browser.close();
}
faults.forEach((fault) => console.error(fault));
console.log(`pages: ${CASES.length * 2}, checks: ${asked}, faults: ${faults.length}`);
process.exitCode = faults.length > 0 ? 1 : 0;
