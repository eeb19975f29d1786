// What a page may give to start with, in the browser's own types.

import init from "sgii-guide/fetch";

export async function start(address: URL, request: Request, reply: Response, compiled: WebAssembly.Module): Promise<void> {
  for (const core of [address, request, reply, compiled]) await init({ module_or_path: core });
  await init({ module_or_path: fetch(address) });
}
