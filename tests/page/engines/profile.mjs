// A browser's profile: a folder of its own.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const freshProfile = () => mkdtempSync(join(tmpdir(), "profile-"));

/** @param {string} profile of a browser that is closed, if not quite gone */
export const remove = (profile) => rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
