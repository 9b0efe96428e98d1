// What public.mjs asks of a page, within it: each function runs in the page and
// knows nothing but it. Those that judge return what is wrong, a sentence each.

/** What the page says and where it leads. */
export function contents() {
  return {
    text: document.body.innerText,
    links: [...document.querySelectorAll("a[href]")].map((a) => `${a.href} ${a.textContent}`),
  };
}

/** What the page keeps in the browser. */
export async function storage() {
  const bases = await indexedDB.databases();
  return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...bases.map((b) => b.name), ...(await caches.keys())];
}

/** What makes the page scroll sideways, or is cut off. */
export function overflow() {
  const name = (e) => `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ""}${e.className && e.getAttribute("class") ? `.${e.getAttribute("class")}` : ""} « ${e.textContent.trim().slice(0, 40)} »`;
  const scrolls = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  const found = [];
  const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (excess > 0) found.push(`the page scrolls sideways by ${excess} pixels`);
  for (const e of document.body.querySelectorAll("*")) {
    const box = e.getBoundingClientRect();
    if (box.width === 0 || e.closest("svg, .skip") || getComputedStyle(e).visibility === "hidden") continue;
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(e.parentElement)) found.push(`out of the window: ${name(e)}`);
    const style = getComputedStyle(e);
    const cut = (style.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1) || (style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1);
    if (cut) found.push(`cut off: ${name(e)}`);
  }
  return found.slice(0, 3);
}

/**
 * Controls, and links that are not within a sentence, of which less than 44 by
 * 44 pixels answer to a finger: what another element covers does not count, and
 * pixels being whole, 43 of a height do. A link is within a sentence if words
 * stand beside it, other than those of links and of elements of their own (a
 * date, a kind); links in a row, with commas, are no sentence.
 */
export function targets() {
  const found = [];
  const block = (e) => (getComputedStyle(e).display.startsWith("inline") && e.tagName !== "LI" ? block(e.parentElement) : e);
  const inline = "b, strong, i, em, q, cite, abbr, dfn, code, time, sub, sup";
  const words = (node) =>
    [...node.childNodes].map((n) => (n.nodeType === Node.TEXT_NODE ? n.data : n.nodeType === Node.ELEMENT_NODE && n.matches(inline) && !n.querySelector("a") ? words(n) : " ")).join("");
  const isInSentence = (link) => {
    let parent = link.parentElement;
    while (parent.matches(inline)) parent = parent.parentElement;
    return getComputedStyle(link).display === "inline" && /\p{L}{2}/u.test(words(parent));
  };
  for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.matches(".skip")) continue;
    if (e.matches("a") && isInSentence(e)) continue;
    const box = [...e.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)[0];
    const what = `${e.tagName.toLowerCase()} « ${e.textContent.trim().slice(0, 40)} » in ${e.closest("[class]")?.className}`;
    if (box.width < 43.5 || box.height < 43.5) {
      found.push(`${what}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
      continue;
    }
    e.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const at = e.getBoundingClientRect();
    const lines = [...e.getClientRects()].sort((a, b) => b.width - a.width);
    const x = lines[0].left + lines[0].width / 2;
    let answers = 0;
    let cover;
    for (let y = Math.ceil(at.top); y < at.bottom; y++) {
      const there = document.elementFromPoint(x, y);
      if (e.contains(there)) answers++;
      else cover = there;
    }
    if (answers < 43) found.push(`${what}: only ${answers} pixels high, the rest is under ${cover?.tagName.toLowerCase()} « ${cover?.textContent.trim().slice(0, 30)} »`);
  }
  scrollTo(0, 0);
  return found.slice(0, 5);
}

/** What is wrong with the printed page. */
export function paper() {
  const found = [];
  for (const e of document.querySelectorAll(".skip, .menu, .find, .breadcrumb, .contents, .paging, footer nav, form")) {
    if (e.checkVisibility()) found.push(`prints ${e.tagName.toLowerCase()}.${e.className}`);
  }
  const background = getComputedStyle(document.body).backgroundColor;
  if (background !== "rgb(255, 255, 255)") found.push(`prints on ${background}`);
  const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (excess > 0) found.push(`is ${excess} pixels too wide for paper`);
  const canonical = document.querySelector("link[rel=canonical]");
  if (canonical && document.body.dataset.pageType !== "notfound" && !document.body.innerText.includes(canonical.href)) found.push("does not print its address");
  return found;
}

/** Notes each focus from now on; returns how many there ought to be. */
export function beginWalk() {
  const tabbable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }),
  );
  const colour = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const c = colour(getComputedStyle(e).backgroundColor);
      if (c.a > 0) return c;
    }
    return colour(getComputedStyle(document.documentElement).colorScheme === "dark" ? "rgb(0,0,0)" : "rgb(255,255,255)");
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const walked = [];
  const found = [];
  const name = (e) => `${e.tagName.toLowerCase()} « ${(e.textContent || e.name || "").trim().slice(0, 40)} » in ${e.closest("[class]")?.className}`;
  const note = ({ target: e }) => {
    walked.push(e);
    const style = getComputedStyle(e);
    const width = parseFloat(style.outlineWidth);
    if (style.outlineStyle === "none" || width < 2) found.push(`no outline on ${name(e)}`);
    const outside = parseFloat(style.outlineOffset) >= 0;
    const ratio = contrast(colour(style.outlineColor), behind(outside ? e.parentElement : e));
    if (ratio < 3) found.push(`the outline of ${name(e)} has a contrast of ${ratio.toFixed(1)} only`);
    const box = e.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) found.push(`the focus is out of sight on ${name(e)}`);
  };
  // The walk begins before all there is, wherever the focus was.
  const start = document.createElement("span");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
  scrollTo(0, 0);
  document.addEventListener("focusin", note);
  globalThis.walk = { tabbable, walked, found, note, name };
  return tabbable.length;
}

/** Stops noting, and tells what was wrong on the way. */
export function endWalk() {
  const { tabbable, walked, found, note, name } = globalThis.walk;
  document.removeEventListener("focusin", note);
  if (walked[0] !== document.querySelector(".skip")) found.push(`the first focus is on ${walked[0] ? name(walked[0]) : "nothing"}, not on the skip link`);
  const reached = new Set(walked);
  for (const e of tabbable) if (!reached.has(e)) found.push(`never reached: ${name(e)}`);
  tabbable.forEach((e, i) => walked[i] !== e && found.length < 3 && found.push(`out of order: ${name(e)}`));
  if (walked.length > tabbable.length + 1) found.push("the focus goes where it should not");
  if (document.activeElement !== document.body && document.activeElement !== tabbable[0]) found.push(`no way out of ${name(document.activeElement)}`);
  document.activeElement?.blur();
  return found.slice(0, 3);
}
