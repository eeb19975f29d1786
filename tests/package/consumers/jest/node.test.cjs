const { assess } = require("sgii-guide");

test("a decision", () => {
  const { response } = assess({ nation: "wales", answers: { "immediate-danger": "yes" } });
  expect(response.atLeast).toBe("emergency");
});
