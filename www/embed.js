// For a page that shows the guide in a frame: makes the frame as tall as what it shows, and as wide as there is room where
// nothing says how wide. Nothing else is heard, kept or sent.

/** The least and the most that a frame may be told to be, in CSS pixels. */
const LEAST = 300;
const MOST = 4000;

/** The frame of the guide that a message comes from. No other frame or window is heard. @param {MessageEvent} event */
const frameOf = ({ source }) =>
  /** @type {HTMLIFrameElement[]} */ ([...document.querySelectorAll("iframe[data-response-guide]")]).find(
    ({ contentWindow }) => contentWindow === source,
  );

/** @param {HTMLIFrameElement} frame @param {number} told */
function resize(frame, told) {
  // No taller than the window: within a taller frame the bar with its button, and the warning, would be out of sight.
  const most = Math.min(MOST, Math.max(LEAST, innerHeight));
  frame.style.height = `${Math.min(most, Math.max(LEAST, Math.ceil(told)))}px`;
  // As an attribute it gives way to whatever style the page has for it.
  frame.width = frame.width || "100%";
}

/** Another screen begins at the top of the frame. @param {HTMLIFrameElement} frame */
function showTop(frame) {
  if (frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
}

addEventListener("message", (event) => {
  const told = event.data;
  const frame = told?.sgii === 1 && frameOf(event);
  if (!frame) return;
  if (Number.isFinite(told.height)) resize(frame, told.height);
  else if (Number.isFinite(told.step)) showTop(frame);
});
