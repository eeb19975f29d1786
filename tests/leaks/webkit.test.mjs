// The leak suite in WebKit.

import { openWebKit } from "../page/engines/webkit.mjs";
import { testLeaks } from "./suite.mjs";

testLeaks("WebKit", openWebKit);
