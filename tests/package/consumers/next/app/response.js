"use client";

import { useEffect, useState } from "react";
import init, { assess } from "sgii-guide";

export default function Response() {
  const [atLeast, say] = useState("");
  useEffect(() => {
    init().then(() => say(assess({ nation: "wales", answers: { "immediate-danger": "yes" } }).response.atLeast));
  }, []);
  return <p id="response">{atLeast}</p>;
}
