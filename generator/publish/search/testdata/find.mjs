// Searches an index with the page's script and prints what it finds and how
// long that takes: the files are read already, the words are looked up, ten
// results get their passage. Usage: node find.mjs SCRIPT FOLDER QUERIES
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const [script, folder, queries] = process.argv.slice(2);
const { Index, excerpt } = await import(script);

const load = async (name) => new Response(await readFile(join(folder, name)));
const index = new Index("", load);
async function answer(query) {
  const { found, asked } = await index.find(query, "");
  const texts = await Promise.all(found.slice(0, 10).map(({ number }) => index.text(number)));
  const shown = texts.map((text) => excerpt(text, asked));
  return { count: found.length, first: texts[0]?.title ?? "", shown };
}

const answers = [];
for (const query of queries.split("\n")) {
  await answer(query);
  const begun = performance.now();
  const { count, first } = await answer(query);
  answers.push({ query, milliseconds: performance.now() - begun, count, first });
}
console.log(JSON.stringify(answers));
