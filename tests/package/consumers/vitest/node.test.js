import { assess } from "sgii-guide";
import { expect, test } from "vitest";

test("a decision", () => {
  const { response } = assess({ nation: "wales", answers: { "immediate-danger": "yes" } });
  expect(response.atLeast).toBe("emergency");
});
