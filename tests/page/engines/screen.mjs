// A screen that nobody sees, for a browser that prints as a person's does.

import { spawn } from "node:child_process";
import { once } from "node:events";

/** @returns {Promise<{ display: string, close: () => void }>} */
export async function openScreen() {
  const screen = spawn(process.env.XVFB ?? "Xvfb", ["-displayfd", "1", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await once(screen.stdout, "data");
  return { display: `:${String(number).trim()}`, close: () => screen.kill() };
}
