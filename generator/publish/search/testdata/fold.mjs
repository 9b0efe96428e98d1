// Prints the forms of the words of each text of a table, as the page's script
// finds them. Usage: node fold.mjs SCRIPT TABLE
import { readFile } from "node:fs/promises";

const { words } = await import(process.argv[2]);
const table = JSON.parse(await readFile(process.argv[3], "utf8"));
console.log(JSON.stringify(table.map(({ text }) => [...words(text)].map((word) => word.forms))));
