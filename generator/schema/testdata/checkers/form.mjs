// Opens the web form of a folder in Chromium, as a French editor would, and
// prints what is seen as JSON: the form's words, what the console said, and what
// was asked of other servers. Usage: node form.mjs FOLDER
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const folder = process.argv[2];
const types = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".yml": "text/yaml" };
const server = createServer(async (request, response) => {
  if (request.url === "/favicon.ico") return response.writeHead(204).end();
  const path = normalize(new URL(request.url, "http://localhost").pathname.replace(/\/$/, "/index.html"));
  try {
    const text = await readFile(join(folder, path));
    response.writeHead(200, { "content-type": (types[extname(path)] ?? "application/octet-stream") + "; charset=utf-8" }).end(text);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const home = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const seen = { console: [], elsewhere: [], start: "", menu: "", form: "" };
try {
  const page = await browser.newPage({ locale: "fr-FR" });
  page.setDefaultTimeout(60_000);
  page.on("console", (m) => m.type() === "error" && seen.console.push(m.text()));
  page.on("pageerror", (e) => seen.console.push(String(e)));
  page.on("request", (r) => !r.url().startsWith(home) && !/^(data|blob):/.test(r.url()) && seen.elsewhere.push(r.url()));
  await page.goto(`${home}/admin/`);
  const enter = page.getByRole("button").first();
  await enter.waitFor();
  seen.start = await page.locator("body").innerText();
  await page.getByRole("button", { name: /essai|test|local|connecter|Travailler/i }).first().click();
  await page.getByText("Séances").first().waitFor();
  seen.menu = await page.locator("body").innerText();
  await page.goto(`${home}/admin/#/collections/sessions/new`);
  await page.getByText("Date de convocation").first().waitFor();
  seen.form = await page.locator("body").innerText();
} catch (e) {
  seen.failure = String(e);
} finally {
  await browser.close();
  server.close();
}
console.log(JSON.stringify(seen));
