/*
  The search page's script. It looks words up in the index that lies beside the
  page, in small static files; generator/publish/search says what they hold.

  The page is complete without it: the form is hidden until it is here, and the
  lists below stay. What it shows is made of nodes and text, never of markup.
*/

/* --- Words ----------------------------------------------------------------
   The same as fold.go, on the same table of cases (testdata/words.json). */

const RUN = "[\\p{L}\\p{Nd}\\p{Mn}]+";
const ENDING = "(?:(?:i?[eè]re|t?rice|ice|euse|i?ve|sse|esse|elle|enne|ale|que|che|ne|le|te|se|e)s?|s)(?![\\p{L}\\p{Nd}\\p{Mn}])";
const WORD = new RegExp(`(${RUN})((?:[·‧•⋅∙]${RUN})+|(?:\\.${ENDING})+|(?:[-‑]${ENDING})+|\\(${ENDING}\\)(?:s(?![\\p{L}\\p{Nd}\\p{Mn}]))?)?`, "giu");

const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o" };
const FEMININES = [
  ["rice", "eur", "rice"], ["ice", "eur", "rice"], ["trice", "teur", "trice"],
  ["euse", "eur", "euse"], ["euse", "eux", "euse"], ["se", "x", "se"],
  ["ere", "er", "ere"], ["iere", "ier", "iere"], ["ive", "if", "ive"], ["ve", "f", "ve"],
  ["elle", "el", "elle"], ["elle", "eau", "elle"], ["enne", "en", "enne"], ["ale", "al", "ale"],
  ["que", "c", "que"], ["che", "c", "che"], ["esse", "e", "esse"],
];

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[œæßø]/g, (c) => LIGATURES[c]);

function stem(word) {
  if (/[^a-z]/.test(word)) return word;
  if (word.length > 4 && /(?<!e)aux$/.test(word)) word = word.slice(0, -2) + "l";
  else if (word.length > 3 && word.endsWith("ux")) word = word.slice(0, -1);
  else if (word.length > 3 && /[^s]s$/.test(word)) word = word.slice(0, -1);
  while (word.length > 3 && word.endsWith("e")) word = word.slice(0, -1);
  if (word.length > 3 && /(.)\1$/.test(word)) word = word.slice(0, -1);
  if (word.length > 3 && /[^aeiou]y$/.test(word)) word = word.slice(0, -1) + "i";
  return word;
}

function feminine(word, ending) {
  const rule = FEMININES.find(([of, replaces]) => of === ending && word.endsWith(replaces));
  return rule ? word.slice(0, word.length - rule[1].length) + rule[2] : word + ending;
}

const singular = (word) => word.replace(/s$/, "");

/* The words of a text: where each stands, how it is compared, and the forms under which it is found. */
export function* words(text) {
  for (const { 0: whole, 1: base, 2: tail, index: start } of text.matchAll(WORD)) {
    const folded = fold(base);
    if (!folded || /^\P{Nd}$/u.test(folded)) continue;
    const forms = [stem(folded)];
    const ending = tail && singular(fold(tail.match(new RegExp(RUN, "u"))[0]));
    if (ending) {
      const form = stem(feminine(singular(folded), ending));
      if (!forms.includes(form)) forms.push(form);
    }
    yield { start, end: start + whole.length, folded, forms };
  }
}

/* --- The index ------------------------------------------------------------ */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS = Object.fromEntries([...ALPHABET].map((digit, value) => [digit, value]));

/* The numbers of a list, which encode.go wrote. */
export function* numbers(list) {
  if (list[0] === "*") {
    for (let i = 1; i < list.length; i++) {
      for (let bit = 0; bit < 6; bit++) if ((DIGITS[list[i]] >> bit) & 1) yield (i - 1) * 6 + bit;
    }
    return;
  }
  let number = -1, gap = 0, shift = 0;
  for (const digit of list) {
    gap += (DIGITS[digit] & 31) << shift;
    shift += 5;
    if (DIGITS[digit] < 32) {
      number += gap + 1;
      yield number;
      gap = shift = 0;
    }
  }
}

function shardOf(word, { letters, shards }) {
  let sum = 0;
  for (const letter of [...word].slice(0, letters)) sum = (sum * 31 + letter.codePointAt(0)) % 65521;
  return sum % shards;
}

/* What a word counts in the text, in a heading or the summary, in the title, as a name. */
const WEIGHTS = [1, 3, 9, 12];

/* Stale files are gone, or of another build than those that were loaded before. */
class Stale extends Error {}

export class Index {
  #files = new Map();

  constructor(folder, load = fetch) {
    this.folder = folder;
    this.load = load;
  }

  #file(name, cache) {
    if (!this.#files.has(name)) {
      const loaded = this.load.call(globalThis, this.folder + name, { cache }).then((answer) => {
        if (!answer.ok) throw new Stale();
        return answer.json();
      });
      loaded.catch(() => this.#files.delete(name)); // to be asked for again
      this.#files.set(name, loaded);
    }
    return this.#files.get(name);
  }

  /* Begins again without what caches hold. */
  forget() {
    this.#files.clear();
    this.cache = "reload";
  }

  about() {
    return this.#file("index.json", this.cache ?? "no-cache");
  }

  text(number) {
    return this.#file(`texts/${number}.json`, this.cache);
  }

  async #shard(word) {
    const about = await this.about();
    const shard = await this.#file(`words/${shardOf(word, about)}.json`, this.cache);
    if (shard.version !== about.version) throw new Stale();
    return shard.words;
  }

  /* The weight in each document of a word, and of longer ones if it is the start of one. */
  async #weigh(forms, start) {
    const weights = new Float32Array((await this.about()).documents);
    for (const form of forms) {
      const shard = await this.#shard(form);
      const longer = start ? Object.keys(shard).filter((word) => word !== form && word.startsWith(start)) : [];
      for (const word of [form, ...longer]) {
        if (!Object.hasOwn(shard, word)) continue; // "constructor" is a word too
        shard[word].split(",").forEach((list, grade) => {
          const weight = WEIGHTS[grade] * (word === form ? 1 : 0.9);
          for (const number of numbers(list)) weights[number] = Math.max(weights[number], weight);
        });
      }
    }
    return weights;
  }

  /*
    The documents that have all the words of a query, best first; if none has,
    those that have some. The last word may be unfinished. The recent come first
    among equals.
  */
  async find(query, kind) {
    const about = await this.about();
    let asked = asking(query, about);
    if (asked.length === 0) return { reason: query.trim() ? "common" : "", asked, found: [] };
    let all = await Promise.all(asked.map((word) => this.#weigh(word.forms, word.begins)));
    const begun = asked.at(-1); // too few letters of a word to come to look for it
    const short = begun.unfinished && !begun.begins && !all.at(-1).some(Boolean);
    if (short && asked.length === 1) return { reason: "short", letters: about.letters, asked, found: [] };
    if (short) [asked, all] = [asked.slice(0, -1), all.slice(0, -1)];
    const within = kind && (await this.#weigh([":" + kind]));
    const rarity = all.map((weights) => Math.log(1 + about.documents / (1 + weights.filter(Boolean).length)));
    const found = [];
    for (let number = 0; number < about.documents; number++) {
      if (within && !within[number]) continue;
      let has = 0, score = 0;
      for (let i = 0; i < all.length; i++) {
        if (!all[i][number]) continue;
        has++;
        score += all[i][number] * rarity[i];
      }
      if (has) found.push({ number, has, score });
    }
    const whole = found.filter((one) => one.has === asked.length);
    const best = (whole.length ? whole : found).sort((a, b) => b.has - a.has || b.score - a.score || b.number - a.number);
    return { reason: "", part: whole.length === 0, asked, found: best };
  }
}

/* What is asked: the words of a query that are worth looking for. The last may be unfinished. */
function asking(query, { ignored, letters }) {
  const asked = [...words(query)];
  const last = asked.at(-1);
  if (last?.end === query.length) {
    last.unfinished = true;
    if ([...last.folded].length >= letters) last.begins = last.folded;
  }
  return asked.filter((word) => !ignored.includes(word.folded));
}

/* --- What is shown of a document ------------------------------------------ */

/* Where a text has words that were asked; which of them is told in has. */
export function marks(text, asked) {
  const found = [];
  const has = new Set();
  for (const word of words(text)) {
    const which = asked.filter((one) =>
      word.forms.some((form) => one.forms.includes(form) || (one.begins && form.startsWith(one.begins))));
    which.forEach((one) => has.add(one));
    if (which.length) found.push(word);
  }
  return { text, found, has };
}

const AROUND = 110; // letters before and after the first word that matched

/* The words around the first that matched. */
function cut({ text, found }) {
  let from = 0, to = text.length;
  const first = found[0];
  if (first && first.start > AROUND) from = text.lastIndexOf(" ", first.start - AROUND / 2) + 1;
  if (to - from > 2 * AROUND) to = Math.max(text.lastIndexOf(" ", from + 2 * AROUND), first?.end ?? 0);
  return { text, from, to, found: found.filter((word) => word.start >= from && word.end <= to) };
}

/* The title, and the passage that has most of what was asked. */
export function excerpt(told, asked) {
  const title = marks(told.title, asked);
  const what = marks(told.what, asked);
  const has = new Set([...title.has, ...what.has]);
  let best;
  for (const paragraph of [told.summary, ...(told.text ?? [])]) {
    const passage = paragraph && marks(paragraph, asked);
    if (!passage) continue;
    passage.has.forEach((word) => has.add(word));
    if (!best || passage.has.size > best.has.size) best = passage;
    if (best.has.size === asked.length) break;
  }
  return { has, title: { ...title, from: 0, to: title.text.length }, passage: best && cut(best) };
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function* marked({ text, from, to, found }) {
  if (from > 0) yield "… ";
  let at = from;
  for (const word of found) {
    yield text.slice(at, word.start);
    yield element("mark", "", text.slice(word.start, word.end));
    at = word.end;
  }
  yield text.slice(at, to);
  if (to < text.length) yield " …";
}

function card(told, { title, passage }) {
  const link = element("a", "", ...marked(title));
  link.href = told.address;
  const made = element("li", "card", element("p", "title", link), element("p", "what", told.what));
  if (passage) made.append(element("p", "", ...marked(passage)));
  if (told.language) made.lang = told.language;
  return made;
}

/* --- The page ------------------------------------------------------------- */

const SHOWN = 10; // results at once
const PAUSE = 150; // milliseconds without a key before a search
const SILENCE = 500; // and before it is announced

function start(form) {
  const { q: field, kind } = form.elements;
  const section = document.getElementById("Found");
  const list = section.querySelector("ol");
  const more = section.querySelector("button");
  const status = form.querySelector("[role=status]");
  const title = document.title;
  const index = new Index(form.dataset.index);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let turn = 0; // an answer to an older question is dropped
  let settled = true; // what the address asks is worth coming back to
  let typing, silence;

  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  function announce(key, values, pause) {
    clearTimeout(silence);
    const said = key ? fill(form.dataset[key], values) : "";
    silence = setTimeout(() => (status.textContent = said), pause);
  }
  const key = (base, n) => (base + (plural.select(n) === "one" ? "One" : "Many")).replace(/^./, (c) => c.toLowerCase());

  /* The next results, as nodes. One whose own text has not what was asked is of another build. */
  async function next(answer, from) {
    const texts = await Promise.all(answer.found.slice(from, from + SHOWN).map((one) => index.text(one.number)));
    return texts.map((text, i) => {
      const shown = excerpt(text, answer.asked);
      if (shown.has.size < answer.found[from + i].has) throw new Stale();
      return card(text, shown);
    });
  }

  async function answered(query, within) {
    for (let again = false; ; again = true) {
      try {
        const answer = await index.find(query, within);
        return { answer, cards: await next(answer, 0) };
      } catch (error) {
        if (again || !(error instanceof Stale)) throw error;
        index.forget();
      }
    }
  }

  async function search(pause) {
    const mine = ++turn;
    const query = field.value.trim();
    const values = { query, page: title };
    try {
      const { answer, cards } = await answered(field.value.trimStart(), kind.value);
      if (mine !== turn) return;
      const n = answer.found.length;
      values.n = number.format(answer.reason ? answer.letters : n);
      list.replaceChildren(...cards);
      section.hidden = n === 0;
      more.hidden = n <= cards.length;
      more.onclick = async () => {
        const shown = list.children.length;
        const cards = await next(answer, shown).catch(() => []);
        list.append(...cards);
        more.hidden = cards.length === 0 || n <= list.children.length;
        cards[0]?.querySelector("a").focus();
      };
      document.title = query ? fill(form.dataset.title, values) : title;
      announce(answer.reason || (query && (n === 0 ? "none" : key(answer.part ? "Part" : "", n))), values, pause);
    } catch (error) {
      if (mine !== turn) return;
      section.hidden = true;
      announce("failed", values, 0);
    }
  }

  /* The address of what is asked, to share and to come back to. */
  function address() {
    const asked = new URL(location.href);
    for (const control of [field, kind]) {
      if (control.value.trim()) asked.searchParams.set(control.name, control.value.trim());
      else asked.searchParams.delete(control.name);
    }
    return asked;
  }
  function read() {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get("q") ?? "";
    kind.value = asked.get("kind") ?? "";
    if (kind.selectedIndex < 0) kind.value = "";
    settled = true;
    if (field.value || turn) search(0);
  }
  /* Each key changes the address, and the way back leads to what was asked before this word. */
  function ask(settles) {
    clearTimeout(typing);
    if (address().href !== location.href) {
      if (settled) history.pushState(null, "", address());
      else history.replaceState(null, "", address());
    }
    settled = settles;
    search(settles ? 0 : SILENCE);
  }

  field.addEventListener("input", () => {
    index.about().catch(() => {}); // while the word is being typed
    clearTimeout(typing);
    typing = setTimeout(ask, PAUSE, false);
  });
  kind.addEventListener("change", () => ask(true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(true);
  });
  addEventListener("popstate", read);
  form.hidden = false;
  read();
}

const form = globalThis.document?.getElementById("Search");
if (form) start(form);
