// By what others can see without anything being sent: a title, an address, a store, a message.

import { self } from "./in-page.mjs";

/** @typedef {import("../techniques.mjs").Technique} Technique */

/** What is seen on the page itself, and so in the browser's history. @type {Technique[]} */
const SHOWING = [
  { name: "title", run: ({ mark }) => Object.assign(document, { title: mark }) },
  { name: "address", run: ({ mark }) => history.pushState(null, "", `${location.href}?${mark}`) },
  { name: "address of a part", run: ({ mark }) => Object.assign(location, { hash: mark }) },
  { name: "name of the window", run: ({ mark }) => Object.assign(self, { name: mark }) },
  {
    name: "the shell, told a step for a title",
    run: ({ mark }) => parent.postMessage(["view", "questions", Number(mark)], "*"),
  },
];

/** What another page of the same host could find. @type {Technique[]} */
const KEEPING = [
  { name: "store", run: ({ mark }) => localStorage.setItem(mark, "") },
  { name: "database", run: ({ mark }) => indexedDB.open(mark) },
  { name: "cache", run: ({ mark }) => caches.open(mark) },
  { name: "cookie", run: ({ mark }) => Object.assign(document, { cookie: `${mark}=1` }) },
  { name: "cookie by script", needs: () => "cookieStore" in self, run: ({ mark }) => self.cookieStore.set(mark, "1") },
  {
    name: "private file",
    run: async ({ mark }) => (await navigator.storage.getDirectory()).getFileHandle(mark, { create: true }),
  },
  {
    name: "bucket of a store",
    needs: () => "storageBuckets" in navigator,
    run: ({ mark }) => /** @type {any} */ (navigator).storageBuckets.open(`a${mark}`),
  },
  { name: "lock", run: ({ mark }) => navigator.locks.request(mark, () => new Promise(() => {})) },
  {
    name: "broadcast",
    run: ({ mark }) => setInterval(() => new BroadcastChannel("leaks").postMessage(mark), 200),
  },
];

/** What a page around can hear. @type {Technique[]} */
const TELLING = [
  {
    name: "message to the whole window",
    run: ({ mark }) => /** @type {Window} */ (top).postMessage(mark, "*"),
    known: () => true,
  },
  {
    name: "message to another frame of the whole window",
    run: ({ mark }) => /** @type {any} */ (top)[1].postMessage(mark, "*"),
    known: () => true,
  },
  {
    name: "message to whoever opened the page",
    run: ({ mark }) => /** @type {any} */ (top).opener.postMessage(mark, "*"),
  },
  { name: "the shell, told a step", run: ({ mark }) => parent.postMessage(["view", "questions", Number(mark)], "*") },
  { name: "the shell, told a height", run: ({ mark }) => parent.postMessage(["height", -Number(mark)], "*") },
];

/** @type {Technique[]} */
export const BY_KEEPING = [
  ...SHOWING,
  ...KEEPING.map((technique) => ({ ...technique, wide: true })),
  ...TELLING.map((technique) => ({ ...technique, framed: true })),
];
