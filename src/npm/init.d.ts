/**
 * Loads the core. Whoever calls it more than once waits for the same core.
 *
 * `module_or_path` is the core from elsewhere: its address (a text, a `URL` or a `Request`), its bytes, a reply of
 * `fetch` that brings them, or the `WebAssembly.Module` compiled from them. No type here is the browser's, so that
 * programs without a browser's types can have these.
 *
 * # Errors
 *
 * What keeps the core from being fetched or compiled. The next call tries again.
 */
export default function init(options?: { module_or_path?: string | object | Promise<string | object> }): Promise<void>;
