// Looks at pages of built sites in Chromium as their public does: wide, narrow,
// dark, enlarged, with the keyboard, without script, on paper. Prints what is
// wrong as JSON. Usage: node public.mjs < [{name, folder, whole, pages: [{path, type}]}]
//
// Of a site that is not looked at whole, what its layouts decide is left out:
// the keyboard, paper, scripts.
//
// Enlarged to 200 % is a window of 640 CSS pixels, which is what 1280 pixels
// become, and text alone at 200 % in a window of 1280.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { launch, serve } from "./browser.mjs";
import * as looks from "./looks.mjs";

const sites = JSON.parse(await text(process.stdin));
const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };
const enlarged = { width: 640, height: 450 };
const tabs = 3;

// Rules of axe whose answer the colours or the width may change; the others are
// asked once a page.
const onColours = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];
const onWidth = [...onColours, "target-size", "scrollable-region-focusable"];
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

// What a reader may ask of a text: WCAG 1.4.12.
const spacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }`;
const doubled = "html { font-size: 200% !important; }";

const seen = { problems: [], pages: [] };
const browser = await launch();

/** A way to look at a site's pages: one context, which notes what it may not see. */
async function open(home, options, watch) {
  const context = await browser.newContext({ locale: "fr-FR", viewport: wide, ...options });
  if (options.javaScriptEnabled !== false) {
    await context.addInitScript(() => addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} refuses ${e.blockedURI}`)));
  }
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // Where there is no page, a browser says so itself.
  page.on("console", (m) => watch.page.type === "notfound" && /404/.test(m.text()) ? null : watch.wrong(`console: ${m.text()}`));
  page.on("pageerror", (e) => watch.wrong(`console: ${e}`));
  page.on("request", (r) => {
    if (/^data:/.test(r.url())) return;
    if (!r.url().startsWith(`${home}/`)) watch.wrong(`asks another host: ${r.url()}`);
    watch.requests.push(r.resourceType());
  });
  // A page that leads elsewhere at once is looked at as if it stayed.
  await page.route(/\/$|\.html$/, async (route) => {
    if (!watch.moved) return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, "") });
  });
  return { context, page };
}

/** What axe finds, in a word each. */
async function judge(page, how, rules) {
  const violations = await page.evaluate(
    ({ rules, standards }) =>
      globalThis.axe
        .run(document, {
          runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: standards },
          rules: rules ? {} : { "color-contrast-enhanced": { enabled: true } },
          resultTypes: ["violations"],
          preload: false, // it would ask for the stylesheet, which the policy refuses to scripts
        })
        .then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.any.concat(n.all, n.none)[0]?.message ?? n.html}`))),
    { rules, standards },
  );
  return violations.map((v) => `axe, ${how}: ${v}`);
}

async function dress(page, css) {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

async function look({ page, context }, watch, address, { path, type }) {
  const say = (how, found) => found.forEach((what) => watch.wrong(`${how}: ${what}`));
  watch.moved = type === "moved";
  watch.requests.length = 0;
  await page.emulateMedia({ colorScheme: "light", media: "screen" });
  await page.setViewportSize(wide);
  await page.goto(address + path, { waitUntil: "load" });
  const requests = watch.requests.length;
  const asked = watch.requests.filter((what) => what !== "image");
  if (asked.length > 4) watch.wrong(`${asked.length} requests besides pictures: ${asked}`);
  if (type !== "search" && asked.includes("script")) watch.wrong("asks for a script");
  const told = await page.evaluate(looks.contents);

  await page.evaluate(axe);
  (await judge(page, "light, 1280")).forEach(watch.wrong);
  say("targets, 1280", await page.evaluate(looks.targets));
  await page.emulateMedia({ colorScheme: "dark" });
  if (watch.whole) {
    (await judge(page, "dark, 1280", onColours)).forEach(watch.wrong);
    say("keyboard, dark, 1280", await walk(page));
  }
  await page.setViewportSize(narrow);
  (await judge(page, "dark, 320", onWidth)).forEach(watch.wrong);
  await page.emulateMedia({ colorScheme: "light" });
  if (watch.whole) {
    (await judge(page, "light, 320", onWidth)).forEach(watch.wrong);
    say("keyboard, light, 320", await walk(page));
  }
  say("targets, 320", await page.evaluate(looks.targets));
  say("320", await page.evaluate(looks.overflow));
  await dress(page, spacing);
  say("320, spaced text", await page.evaluate(looks.overflow));
  await dress(page, "");
  await page.setViewportSize(enlarged);
  say("200 %", await page.evaluate(looks.overflow));
  await page.setViewportSize(wide);
  await dress(page, doubled);
  say("text at 200 %", await page.evaluate(looks.overflow));
  await dress(page, "");
  const sheets = watch.whole ? await print(page, say) : undefined;

  const kept = await page.evaluate(looks.storage);
  if (kept.length || (await context.cookies()).length) watch.wrong(`keeps ${kept} and ${(await context.cookies()).length} cookies`);
  seen.pages.push({ site: watch.site, path, type, requests, sheets });
  return told;
}

/** Prints the page, and counts its sheets of paper. */
async function print(page, say) {
  await page.emulateMedia({ media: "print" });
  say("print", await page.evaluate(looks.paper));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

/** Goes through the page with the key Tab, and past its end. */
async function walk(page) {
  const count = await page.evaluate(looks.beginWalk);
  for (let i = 0; i <= count; i++) await page.keyboard.press("Tab");
  return page.evaluate(looks.endWalk);
}

/** Compares a page with what it says where scripts do not run. */
async function compare({ page }, watch, address, { path, type }, told) {
  watch.moved = type === "moved";
  await page.goto(address + path);
  const plain = await page.evaluate(looks.contents);
  if (type === "search") return; // its form is of no use without script: it is not there
  if (plain.text !== told.text) watch.wrong("says something else without script");
  if (plain.links.join("\n") !== told.links.join("\n")) watch.wrong("has other links without script");
}

/** Fails if a page never answers: one that refuses scripts does not. */
function within(time, work) {
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error("no answer")), time)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function visit(site, queue, home) {
  const watch = { site: site.name, whole: site.whole, requests: [], page: null, moved: false };
  watch.wrong = (what) => seen.problems.push({ site: site.name, path: watch.page.path, type: watch.page.type, what });
  const lively = await open(home, {}, watch);
  const plain = await open(home, { javaScriptEnabled: false }, watch);
  for (let next = queue.shift(); next; next = queue.shift()) {
    watch.page = next;
    try {
      const told = await within(60_000, look(lively, watch, home, next));
      if (site.whole) await within(20_000, compare(plain, watch, home, next, told));
    } catch (e) {
      watch.wrong(`the browser fails: ${e}`);
    }
  }
  await lively.context.close();
  await plain.context.close();
}

try {
  for (const site of sites) {
    const server = await serve(site.folder);
    const queue = [...site.pages];
    await Promise.all(Array.from({ length: tabs }, () => visit(site, queue, server.home)));
    server.close();
  }
} catch (e) {
  seen.failure = String(e);
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
