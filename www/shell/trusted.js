// What the page may make markup and workers of: its own parts, and the one file beside it.

/** @typedef {{ createHTML: (own: string) => any, createScriptURL: (own: string) => any }} Trusted */

/** @type {Trusted} */
const own = { createHTML: (own) => own, createScriptURL: (own) => own };

/** The one policy that the content policy allows; without Trusted Types, the texts themselves. @type {Trusted} */
export const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("guide", own) ?? own;
