// Searches a built site in Chromium as people do, with the keyboard, and prints
// what is seen as JSON. Usage: node search.mjs FOLDER PAGE < queries
//
// FOLDER is served with the security policy that it asks of its host, made
// stricter: no text may become markup (Trusted Types).
import { text } from "node:stream/consumers";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { launch, serve } from "./browser.mjs";

const [folder, place] = process.argv.slice(2);
const queries = JSON.parse(await text(process.stdin));

const seen = { console: [], elsewhere: [], answers: [] };
const server = await serve(folder, (headers) => {
  const policy = headers["Content-Security-Policy"];
  seen.policy ??= policy;
  return { ...headers, "Content-Security-Policy": `${policy}; require-trusted-types-for 'script'` };
});
const home = server.home;
const address = home + place;

const browser = await launch();

async function open(options = {}) {
  const context = await browser.newContext({ locale: "fr-FR", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("console", (m) => seen.console.push(m.text()));
  page.on("pageerror", (e) => seen.console.push(String(e)));
  page.on("request", (r) => !r.url().startsWith(home) && seen.elsewhere.push(r.url()));
  return page;
}

const lists = (page) => page.locator("main section:not(#Found)").allInnerTexts();
const field = (page) => page.getByRole("searchbox");
const links = (page) => page.locator("#Found li .title a");

// Waits until what the field asks is announced, and says what is shown.
async function shown(page) {
  await page.waitForFunction(() => {
    const field = document.querySelector("[type=search]");
    return document.querySelector("[role=status]").textContent.includes(field.value.trim());
  });
  return page.evaluate(() => ({
    said: document.querySelector("[role=status]").textContent,
    title: document.title,
    query: new URL(location.href).searchParams.get("q"),
    hidden: document.querySelector("#Found").hidden,
    results: [...document.querySelectorAll("#Found li")].map((li) => ({
      address: new URL(li.querySelector("a").href).pathname,
      title: li.querySelector("a").textContent,
      what: li.querySelector(".what").textContent,
      marked: [...li.querySelectorAll("mark")].map((mark) => mark.textContent),
    })),
  }));
}

// How long it takes from the key Enter until the results stand in the page.
const timed = (page, query) =>
  page.evaluate(
    (query) =>
      new Promise((done) => {
        const form = document.querySelector("form[role=search]");
        form.q.value = query;
        const begun = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          done(performance.now() - begun);
        }).observe(document.querySelector("#Found ol"), { childList: true });
        form.requestSubmit();
      }),
    query,
  );

try {
  const plain = await open({ javaScriptEnabled: false });
  await plain.goto(address);
  seen.formWithoutScript = await plain.locator("form").isVisible();
  seen.listsWithoutScript = await lists(plain);

  const page = await open();
  await page.goto(address);
  seen.lists = await lists(page);

  // What the first keys ask of the network.
  const loaded = [];
  const sizes = [];
  page.on("response", (r) => sizes.push(r.body().then((body) => loaded.push({ file: new URL(r.url()).pathname, raw: body.length, gzip: gzipSync(body, { level: 9 }).length }))));
  await field(page).focus();
  await page.keyboard.type(queries[0].query[0]);
  await page.waitForTimeout(600);
  await Promise.all(sizes);
  seen.firstKey = loaded.splice(0);
  await page.keyboard.type(queries[0].query.slice(1), { delay: 40 });
  await shown(page);
  await Promise.all(sizes);
  seen.firstWord = loaded.splice(0);

  for (const { query, kind } of queries) {
    await page.getByRole("combobox").selectOption(kind ?? "");
    await field(page).fill("");
    await field(page).pressSequentially(query, { delay: 20 });
    seen.answers.push({ query, ...(await shown(page)) });
  }
  await page.getByRole("combobox").selectOption("");

  // Cold: the files of each word are asked for. Warm: they are there already.
  const fresh = await open();
  await fresh.goto(address);
  seen.cold = [];
  seen.warm = [];
  const found = queries.filter((_, i) => seen.answers[i].results.length && !queries[i].kind).map(({ query }) => query);
  for (const query of found) seen.cold.push(await timed(fresh, query));
  for (const query of found) seen.warm.push(await timed(fresh, query));

  // An address that is shared, and the way back.
  const shared = await open();
  await shared.goto(`${address}?q=${encodeURIComponent(found[0])}`);
  seen.shared = await shown(shared);
  await field(shared).fill(found[1]);
  await shared.keyboard.press("Enter");
  await shown(shared);
  await links(shared).first().click();
  await shared.waitForURL((url) => !url.href.startsWith(address));
  await shared.goBack();
  seen.back = await shown(shared);
  await shared.goBack();
  seen.backAgain = await shown(shared);

  // From the field to the results with the keyboard alone, and on to more of them.
  await page.goto(`${address}?q=conseil`);
  seen.many = await shown(page);
  await field(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
  seen.afterForm = await page.evaluate(() => document.activeElement.closest("#Found li") !== null && [...document.querySelectorAll("#Found a")].indexOf(document.activeElement));
  const more = page.locator("#Found button");
  if (await more.isVisible()) {
    await more.focus();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(500);
    seen.afterMore = await page.evaluate(() => [...document.querySelectorAll("#Found li .title a")].indexOf(document.activeElement));
  }

  seen.violations = [];
  const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
  for (const colorScheme of ["light", "dark"]) {
    const looked = await open({ colorScheme });
    await looked.goto(`${address}?q=${encodeURIComponent(found[0])}`);
    await shown(looked);
    await looked.evaluate(axe);
    const { violations } = await looked.evaluate(() =>
      globalThis.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        rules: { "color-contrast-enhanced": { enabled: true } },
      }),
    );
    seen.violations.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme}: ${id}: ${html}`)));
  }

  const narrow = await open({ viewport: { width: 320, height: 800 } });
  await narrow.goto(`${address}?q=${encodeURIComponent(found[0])}`);
  await shown(narrow);
  seen.overflowNarrow = await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth);
} catch (e) {
  seen.failure = String(e);
} finally {
  await browser.close();
  server.close();
}
console.log(JSON.stringify(seen));
