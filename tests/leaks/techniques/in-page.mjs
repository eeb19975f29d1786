// What a technique finds in the page in which it runs. Here stand the types alone; `attempt.mjs` makes it there.

/** Puts markup into the page as parts that run and load. @type {(markup: string) => HTMLElement} */
export const put = /** @type {any} */ (undefined);

/** A text that is trusted, as far as the page lets a script trust it. @type {(text: string) => any} */
export const trust = /** @type {any} */ (undefined);

/** Markup that is trusted, in the same way. @type {(markup: string) => any} */
export const trustHtml = /** @type {any} */ (undefined);

/** Has a sheet of styles that a script makes. @type {(css: string) => unknown} */
export const adopt = /** @type {any} */ (undefined);

/** What the types of these tests do not know, or not in every browser. @type {any} */
export const self = globalThis;
