import { assess } from "sgii-guide";

const { response } = assess({ nation: "wales", answers: { "immediate-danger": "yes" } });
console.log(response.atLeast);
