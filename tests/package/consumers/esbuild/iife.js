import init, { assess } from "sgii-guide";

init().then(() => {
  const { response } = assess({ nation: "wales", answers: { "immediate-danger": "yes" } });
  document.querySelector("#response").textContent = response.atLeast;
});
