// The places gone through, mirrored by the browser's history, which is told an index and nothing else.

/**
 * @template Place
 */
export class Trail {
  /** @type {Map<number, Place>} */
  #places = new Map();
  /** @type {number} */
  #at = history.state?.at ?? 0;

  /** @param {(place: Place | undefined) => void} show called when the browser goes back or on */
  constructor(show) {
    addEventListener("popstate", (event) => {
      this.#at = event.state?.at ?? 0;
      show(this.#places.get(this.#at));
    });
  }

  /** Where the sitting begins. @param {Place} place */
  begin(place) {
    this.#places.set(this.#at, place);
  }

  /** @param {Place} place */
  go(place) {
    this.#at += 1;
    this.#places.set(this.#at, place);
    history.pushState({ at: this.#at }, "");
  }

  back() {
    history.back();
  }

  /** Leaves nothing to go back to. */
  forget() {
    this.#places.clear();
  }
}
