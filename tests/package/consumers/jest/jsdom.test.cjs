/** @jest-environment jsdom */

const { default: init, assess } = require("sgii-guide");

beforeAll(() => init());

test("a decision", () => {
  const { response } = assess({ nation: "wales", answers: { "immediate-danger": "yes" } });
  document.body.textContent = response.atLeast;
  expect(document.body.textContent).toBe("emergency");
});
