import { assess } from "sgii-guide";
import Response from "./response";

export default function Page() {
  const { response } = assess({ nation: "wales", answers: { "immediate-danger": "yes" } });
  return (
    <>
      <p id="on-the-server">{response.atLeast}</p>
      <Response />
    </>
  );
}
