// Opens pages as a reader's browser does and prints what the site's policy
// forbade, what went wrong and what was asked elsewhere, as JSON.
// Usage: node headers.mjs HOME PATH… (those after "--" are attachments that try
// to run a script)
import { launch } from "./browser.mjs";

const [home, ...paths] = process.argv.slice(2);
const hostile = paths.splice(paths.indexOf("--")).slice(1);
const browser = await launch();
const seen = { pages: 0, wrong: [], attachments: [] };
try {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  let at = "";
  let refused = 0;
  page.on("pageerror", (e) => seen.wrong.push(`${at}: ${e}`));
  page.on("console", (m) => (m.type() === "error" || /Content.Security.Policy/i.test(m.text())) && (hostile.includes(at) ? refused++ : seen.wrong.push(`${at}: ${m.text()}`)));
  page.on("request", (r) => !r.url().startsWith(home) && !/^(data|blob):/.test(r.url()) && seen.wrong.push(`${at}: asks for ${r.url()}`));
  for (at of paths) {
    const answer = await page.goto(home + at, { waitUntil: "load" });
    if (!answer.ok()) seen.wrong.push(`${at}: ${answer.status()}`);
    if (!answer.headers()["content-security-policy"]) seen.wrong.push(`${at}: no policy`);
    // A search is what needs most of the policy.
    const field = page.locator('main input[type="search"]');
    if (await field.count()) {
      await field.fill("numérique");
      await page.waitForLoadState("networkidle");
    }
    seen.pages++;
  }
  for (at of hostile) {
    refused = 0;
    const answer = await page.goto(home + at, { waitUntil: "load" });
    await page.waitForTimeout(200);
    seen.attachments.push({ path: at, status: answer.status(), policy: answer.headers()["content-security-policy"] ?? "", title: await page.title(), refused });
  }
} catch (e) {
  seen.wrong.push(String(e));
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
