import init, { assess } from "sgii-guide";

await init();

const { response } = assess({ nation: "wales", answers: { "immediate-danger": "yes" } });
document.querySelector("#response").textContent = response.atLeast;
