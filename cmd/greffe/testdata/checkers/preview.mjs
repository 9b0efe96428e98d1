// Edits a council's content while a browser looks at its preview, as an editor
// would, and prints what is seen as JSON. Usage: node preview.mjs ADDRESS CONTENT
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browser.mjs";

const [home, content] = process.argv.slice(2);
const browser = await launch();
const seen = { console: [], elsewhere: [] };
try {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (e) => seen.console.push(String(e)));
  page.on("request", (r) => !r.url().startsWith(home) && !/^(data|blob):/.test(r.url()) && seen.elsewhere.push(r.url()));
  const bar = page.locator("#greffe-preview");
  // The preview may load the page anew at that very moment, which takes the
  // browser back to it: whoever wanted to go elsewhere goes again.
  const visit = async (address, tries = 5) => {
    const answer = await page.goto(address).catch((e) => {
      if (tries === 1 || !/ERR_ABORTED|interrupted by another navigation/.test(String(e))) throw e;
    });
    if (answer) return answer;
    await page.waitForTimeout(300);
    return visit(address, tries - 1);
  };
  const edit = async (file, change) => writeFile(join(content, file), change(await readFile(join(content, file), "utf8")));

  // A page, broken and mended, while the reader is in the middle of it.
  const opinion = "opinions/2024-01.md";
  await visit(`${home}/avis/2024-01/`);
  seen.bar = await bar.innerText();
  seen.source = await bar.getByRole("link").first().getAttribute("href");
  await page.evaluate(() => scrollTo({ top: 600, behavior: "instant" }));
  seen.before = await page.evaluate(() => scrollY);
  await edit(opinion, (text) => text.replace("status: adopted", "status: adpted"));
  await bar.locator("details[open]").waitFor();
  seen.broken = await bar.innerText();
  seen.place = await bar.getByRole("link").last().getAttribute("href");
  seen.kept = await page.locator("h1").innerText();
  seen.after = await page.evaluate(() => scrollY);
  await edit(opinion, (text) => text.replace("status: adpted", "status: adopted").replace("Compter les piétons", "Dénombrer les piétons"));
  await page.locator("h1", { hasText: "Dénombrer" }).waitFor();
  seen.mended = await bar.innerText();
  seen.still = await page.evaluate(() => scrollY);

  // A document that is deleted leaves no page and no way to it; a new name does.
  const interview = join(content, "news/entretien-ines-belkacem.md");
  const theme = `${home}/themes/services-publics/`;
  const link = page.locator('main a[href*="entretien-ines-belkacem"]');
  await visit(theme);
  await link.first().waitFor();
  const kept = await readFile(interview, "utf8");
  await rm(interview);
  await page.waitForFunction(() => document.querySelector("main") && !document.querySelector('main a[href*="entretien-ines-belkacem"]'));
  seen.gone = (await visit(`${home}/actualites/entretien-ines-belkacem/`)).status();
  seen.goneBar = await bar.innerText();
  await writeFile(interview, kept);
  await page.locator("h1", { hasText: "délai" }).waitFor();
  await rename(interview, join(content, "news/rencontre.md"));
  await visit(theme);
  await page.locator('main a[href*="/actualites/rencontre/"]').first().waitFor();
  seen.renamed = (await visit(`${home}/actualites/entretien-ines-belkacem/`)).status();

  // Drafts, on demand only.
  const draft = `${home}/actualites/rencontre/`;
  await visit(draft);
  await edit("news/rencontre.md", (text) => text.replace("---\n", "---\ndraft: true\n"));
  await page.getByRole("button", { name: "Montrer les brouillons" }).waitFor();
  await page.waitForFunction(() => !document.querySelector("h1").textContent.includes("délai"));
  seen.hidden = (await visit(draft)).status();
  await page.getByRole("button", { name: "Montrer les brouillons" }).click();
  await page.getByRole("button", { name: "Cacher les brouillons" }).waitFor();
  seen.shown = (await visit(draft)).status();
  seen.draft = await bar.innerText();
  await visit(theme);
  seen.linked = await page.locator('main a[href*="/actualites/rencontre/"]').count();
  await page.getByRole("button", { name: "Cacher les brouillons" }).click();
  await page.getByRole("button", { name: "Montrer les brouillons" }).waitFor();
  seen.unlinked = await page.locator('main a[href*="/actualites/rencontre/"]').count();
  await page.getByRole("button", { name: "Montrer les brouillons" }).click();
  await page.getByRole("button", { name: "Cacher les brouillons" }).waitFor();
  const other = await (await browser.newContext()).newPage();
  seen.elsewhereHidden = (await other.goto(draft)).status();
} catch (e) {
  seen.failure = String(e);
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
