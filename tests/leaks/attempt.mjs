// An attempt at a technique, as a script for the page that it is made in.

/** @typedef {import("./techniques.mjs").Technique} Technique */
/** @typedef {import("./trap.mjs").Way} Way */

/**
 * What a technique finds in the page. Markup is put together element by element, because the vault reads none. A script that
 * got into the page would make itself a policy of the name that is allowed, if it may.
 */
const FOUND = String.raw`
  const policy = (() => {
    try {
      const own = (text) => text;
      return trustedTypes.createPolicy("guide", { createHTML: own, createScript: own, createScriptURL: own });
    } catch {}
  })();
  const trust = (text) => (policy ? policy.createScriptURL(text) : text);
  const trustHtml = (text) => (policy ? policy.createHTML(text) : text);
  const trusts = (name, value) => {
    if (name === "srcdoc") return trustHtml(value);
    return name === "src" || name === "data" ? trust(value) : value;
  };
  const adopt = (css) => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet.replace(css);
  };
  const element = (name, $in) => {
    const isDrawn = name === "svg" || $in?.namespaceURI?.endsWith("svg");
    return isDrawn ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  };
  const all = (pattern, text) => {
    const found = [];
    for (let one = pattern.exec(text); one; one = pattern.exec(text)) found.push(one);
    return found;
  };
  const put = (markup) => {
    let $in = document.createElement("div");
    const $all = $in;
    const parts = /<(\/?)(\w+)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>|([^<]+)/g;
    for (const [, ends, name, attributes, empty, text] of all(parts, markup)) {
      if (text) $in.textContent = policy && $in.matches("script") ? policy.createScript(text) : text;
      else if (ends) $in = $in.parentNode;
      else {
        const $new = element(name, $in);
        for (const [, of, , double, single] of all(/([\w-]+)(="([^"]*)"|='([^']*)')?/g, attributes))
          $new.setAttribute(of, trusts(of, (double ?? single ?? "").replace(/&lt;/g, "<")));
        $in.append($new);
        if (!empty && !/^(img|input|link|meta|base|embed|source)$/.test(name)) $in = $new;
      }
    }
    const $first = $all.firstElementChild;
    document.body.append(...$all.childNodes);
    return $first;
  };`;

/** @param {Technique} technique */
function made({ run, markup, style }) {
  if (style) return `adopt((${style})(way.url))`;
  return run ? `(${run})(way)` : `put((${markup})(way))`;
}

/** One that fails, now or later, has failed for itself alone. @param {Technique} technique @param {Way} way */
const tried = (technique, way) => `
  (async (way) => ${made(technique)})(${JSON.stringify(way)}).catch(() => {});`;

/** All of them at once. @param {[Technique, Way][]} attempts */
export const atOnce = (attempts) =>
  `() => {${FOUND}${attempts.map(([technique, way]) => tried(technique, way)).join("")}\n}`;

/** As soon as a key is pressed and let go, for a driver may wait for a page that has gone with the key. @param {[Technique, Way]} attempt */
export const whenPressed = ([technique, way]) => `() => {${FOUND}
  const $press = document.createElement("button");
  $press.addEventListener("click", () => setTimeout(() => {${tried(technique, way)}}, 100));
  document.querySelector("main:not([hidden])").append($press);
  $press.focus();
}`;

/** Which of them the browser has what it takes for, one after the other. @param {Technique[]} techniques */
export const isThere = (techniques) =>
  `() => [${techniques.map(({ needs }) => (needs ? `(${needs})()` : "true")).join(", ")}]`;
